import type { GetTaskAnswer } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { dayText } from '../../../web/ui/moments.ts';
import { StatusTag } from '../../../web/ui/StatusTag.tsx';
import { AskExtension, ExtensionLine } from './Extensions.tsx';

/** The history of promised days, the day set first for ever, and asking for a later one. */
export function ExtensionPanel({ answer }: { answer: GetTaskAnswer }) {
  const t = useTexts();
  const { task, extensionRoom, may } = answer;
  const extensions = answer.extensions.filter(({ occurrenceKey }) => occurrenceKey === null);
  if (task.dueOn === null && extensions.length === 0) return null;
  const isOpen = task.state !== 'done' && task.state !== 'dropped';
  const mayAsk =
    may.askExtension && isOpen && task.dueOn !== null && !extensions.some(({ state }) => state === 'asked');
  return (
    <Card title={t('tasks.promised')}>
      <div className="stack">
        {task.originalDueOn ? <p>{t('tasks.original', { day: dayText(task.originalDueOn) })}</p> : null}
        <Lateness answer={answer} />
        {extensions.length === 0 ? <p className="soft">{t('tasks.noExtensions')}</p> : null}
        <ol className="events">
          {extensions.map((extension) => (
            <li key={extension.extensionId}>
              <ExtensionLine extension={extension} answer={answer} />
            </li>
          ))}
        </ol>
        {mayAsk ? <AskExtension taskId={task.taskId} occurrenceKey={null} room={extensionRoom} /> : null}
      </div>
    </Card>
  );
}

/** Late against the day promised and against the first one; by unit where the lead unit ended. */
function Lateness({ answer: { task, lateness } }: { answer: GetTaskAnswer }) {
  const t = useTexts();
  if (task.daysLateOriginal === 0 && task.daysLate === 0) return null;
  const isExtended = task.originalDueOn !== null && task.originalDueOn !== task.dueOn;
  const unitOf = (unitId: string): string => task.leads.find((unit) => unit.unitId === unitId)?.name ?? unitId;
  return (
    <div>
      <StatusTag tone={task.daysLate > 0 ? 'late' : 'plain'}>
        {isExtended
          ? t('tasks.lateBoth', { days: task.daysLate, original: task.daysLateOriginal })
          : t('tasks.lateOne', { days: task.daysLate })}
      </StatusTag>
      {lateness.length > 1 ? (
        <ul className="plain-list">
          {lateness.map(({ unitId, days }) => (
            <li key={unitId} className="soft">
              {t('tasks.lateOfUnit', { unit: unitOf(unitId), days })}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
