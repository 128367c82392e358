import { useTexts } from '../../../web/language.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { dayText } from '../../../web/ui/moments.ts';
import type { CalendarDay, CalendarYear } from './use-calendar.ts';

type CalendarHistoryProps = { history: CalendarYear['history'] };

/** What days of the year were before each change, newest first. */
export function CalendarHistory({ history }: CalendarHistoryProps) {
  const t = useTexts();
  const words = (day: CalendarDay | null) =>
    day ? `${t(`calendar.kind.${day.kind}`)} (${day.reason})` : t('calendar.kind.ordinary');
  return (
    <Card title={t('calendar.history')}>
      {history.length ? (
        <ul>
          {history.map(({ day, version, oldDay, newDay }) => (
            <li key={`${day} ${version}`}>
              {t('calendar.changed', { day: dayText(day), before: words(oldDay), after: words(newDay) })}
            </li>
          ))}
        </ul>
      ) : (
        <p className="soft">{t('calendar.noHistory')}</p>
      )}
    </Card>
  );
}
