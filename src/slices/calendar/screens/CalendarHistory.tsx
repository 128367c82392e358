import { useTexts } from '../../../web/language.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { dayText, momentText } from '../../../web/ui/moments.ts';
import type { CalendarDay, CalendarYear } from './use-calendar.ts';

type CalendarHistoryProps = Pick<CalendarYear, 'history' | 'settingsHistory'>;
type Settings = CalendarYear['settingsHistory'][number]['after'];

/** What days of the year and the calendar's settings were before each change, newest first. */
export function CalendarHistory({ history, settingsHistory }: CalendarHistoryProps) {
  const t = useTexts();
  const words = (day: CalendarDay | null) =>
    day ? `${t(`calendar.kind.${day.kind}`)} (${day.reason})` : t('calendar.kind.ordinary');
  return (
    <Card title={t('calendar.history')}>
      {history.length + settingsHistory.length === 0 ? <p className="soft">{t('calendar.noHistory')}</p> : null}
      <ul className="calendar-history">
        {settingsHistory.map(({ version, changedAt, before, after }) => (
          <li key={version}>
            {momentText(changedAt)}: <SettingsChange before={before} after={after} />
          </li>
        ))}
        {history.map(({ day, version, changedAt, oldDay, newDay }) => (
          <li key={`${day} ${version}`}>
            {momentText(changedAt)}:{' '}
            {t('calendar.changed', { day: dayText(day), before: words(oldDay), after: words(newDay) })}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Which settings were changed: the rule and the name from what to what, the hours as a fact. */
function SettingsChange({ before, after }: { before: Settings; after: Settings }) {
  const t = useTexts();
  const rule = ({ dayOffRule }: Settings) => t(`calendar.dayOffRule.${dayOffRule}`);
  const hours = ({ week, laterWeeks }: Settings) => JSON.stringify([week, laterWeeks]);
  const parts = [
    ...(before.name === after.name ? [] : [`${before.name} → ${after.name}`]),
    ...(before.dayOffRule === after.dayOffRule ? [] : [`${rule(before)} → ${rule(after)}`]),
    ...(hours(before) === hours(after) ? [] : [t('calendar.hoursChanged')]),
  ];
  return <>{parts.length ? parts.join('; ') : t('calendar.savedAgain')}</>;
}
