import { useLanguage, useTexts } from '../../../../web/language.ts';
import { Card } from '../../../../web/ui/Card.tsx';
import { dayText } from '../../../../web/ui/moments.ts';
import { RecordDue } from '../list/RecordDue.tsx';
import type { RecordOnScreen, RegisterOnScreen } from '../on-screen.ts';
import { dueWords, extensionOf } from './due-words.ts';

type DeadlineCardProps = { register: RegisterOnScreen; record: RecordOnScreen };

/** The deadline as a day and in words, the extension with the day before it. */
export function DeadlineCard({ register: { declaration }, record }: DeadlineCardProps) {
  const t = useTexts();
  const language = useLanguage();
  const { due } = declaration;
  if (!due) return null;
  const texts = { t, language, declaration };
  const extension = extensionOf(due, record.values, texts);
  return (
    <Card title={t('registers.deadline')}>
      <p className="deadline">
        {record.dueOn ? <RecordDue record={record} /> : <span className="soft">{t('registers.noDueDay')}</span>}
      </p>
      <p className="soft">{dueWords(due, record.values, texts)}</p>
      {extension && record.originalDueOn ? (
        <p className="soft">{t('registers.extended', { day: extension, before: dayText(record.originalDueOn) })}</p>
      ) : null}
    </Card>
  );
}
