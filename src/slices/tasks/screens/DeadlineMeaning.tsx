import { useTexts } from '../../../web/language.ts';
import { dayText } from '../../../web/ui/moments.ts';
import { readDeadlines } from '../../deadlines/index.ts';
import { lastDayOf } from '../rules/task.ts';

/** How the product understands a deadline while it is typed: the same grammar as on the server. */
export function DeadlineMeaning({ text, year }: { text: string; year: number }) {
  const t = useTexts();
  const found = readDeadlines(text, { year });
  if (found.length === 0)
    return (
      <p className="soft" role="status">
        {t('task.formNotRead')}
      </p>
    );
  const meaning = found.map(({ deadline }) => {
    const day = lastDayOf(deadline);
    if (day !== null) return t('task.kind.day', { day: dayText(day) });
    const kinds = {
      recurring: 'recurring',
      continuous: 'continuous',
      relative: 'event',
      external: 'external',
      by: 'external',
      window: 'external',
    } as const;
    return t(`task.kind.${kinds[deadline.kind]}`);
  });
  return (
    <p className="soft" role="status">
      {t('task.formReadAs', { meaning: meaning.join(' ') })}
    </p>
  );
}
