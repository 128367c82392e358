import type { GetTaskAnswer } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import type { TextKey } from '../../../web/texts.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { dayText, momentText } from '../../../web/ui/moments.ts';
import { movedDaysOf } from './moved-days.ts';

type Event = GetTaskAnswer['events'][number];

const kinds = [
  'assigned',
  'accepted',
  'returned',
  'in-progress',
  'handed-in',
  'sent-back',
  'done',
  'dropped',
  'dropped-by-renewal',
  'changed',
  'progress',
  'handed-down',
  'tied',
  'untied',
  'redated',
  'extension-asked',
  'extension-granted',
  'extension-refused',
  'extension-withdrawn',
  'parts-described',
  'part-in-progress',
  'part-handed-in',
  'part-sent-back',
  'part-done',
  'product-added',
  'product-removed',
  'occurrence-handed-in',
  'occurrence-done',
  'occurrence-sent-back',
  'occurrence-waived',
  'occurrence-open',
  'start-recorded',
  'start-corrected',
  'start-undone',
  'record-finished',
  'record-reopened',
] as const;

function useKindText(): (kind: string) => string {
  const t = useTexts();
  return (kind) => {
    const known = kinds.find((one) => one === kind);
    return known ? t(`task.event.${known}` satisfies TextKey) : kind;
  };
}

/** From when to when the calendar moved the task or its periods. */
function MovedDays({ details }: Pick<Event, 'details'>) {
  const t = useTexts();
  return (
    <ul className="plain-list">
      {movedDaysOf(details).map(({ name, from, to }) => (
        <li key={`${name} ${from}`}>
          {name === null ? '' : `${name}: `}
          {t('task.movedDay', { from: dayText(from), to: dayText(to) })}
        </li>
      ))}
    </ul>
  );
}

/** What happened to the task, newest first. */
export function TaskHistory({ events }: { events: readonly Event[] }) {
  const t = useTexts();
  const kindText = useKindText();
  return (
    <Card title={t('task.history')}>
      {events.length === 0 ? <p className="soft">{t('task.noHistory')}</p> : null}
      <ol className="events">
        {events.map(({ eventId, at, actorName, kind, note, details }) => (
          <li key={eventId}>
            <span className="things-title">{kindText(kind)}</span>
            {note ? <p>{note}</p> : null}
            {kind === 'redated' ? <MovedDays details={details} /> : null}
            <div className="soft">
              {actorName} · <time dateTime={at}>{momentText(at)}</time>
            </div>
          </li>
        ))}
      </ol>
    </Card>
  );
}
