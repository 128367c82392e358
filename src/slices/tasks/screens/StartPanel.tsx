import { Button } from 'antd';
import { useState } from 'react';
import { api, type GetTaskAnswer } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { DayField, TextField } from '../../../web/ui/Field.tsx';
import { dayText } from '../../../web/ui/moments.ts';
import { useAct } from './use-act.tsx';

/** The event that a relative deadline waits for: recorded with its document, corrected or undone with a reason. */
export function StartPanel({ answer }: { answer: GetTaskAnswer }) {
  const t = useTexts();
  const { task, starts, may } = answer;
  if (task.dueKind !== 'event') return null;
  const awaited = task.deadlines.flatMap((deadline) => (deadline.kind === 'relative' ? [deadline.event] : []));
  const standing = starts.find(({ undoneAt }) => undoneAt === null);
  return (
    <Card title={t('tasks.event')}>
      <div className="stack">
        {standing ? null : <p>{t('tasks.eventAwaited', { event: awaited.join('; ') })}</p>}
        <ol className="events">
          {starts.map((start) => (
            <li key={start.startId}>
              <span className={start.undoneAt ? 'soft' : 'things-title'}>
                {t('tasks.eventRecorded', {
                  document: start.documentNumber ?? t('tasks.noDocument'),
                  day: dayText(start.happenedOn),
                  name: start.recordedName,
                })}
              </span>
              {start.undoneAt ? (
                <div className="soft">
                  {t('tasks.eventUndone', { name: start.undoneName ?? '', reason: start.undoneReason ?? '' })}
                </div>
              ) : null}
            </li>
          ))}
        </ol>
        {may.change ? <StartForm taskId={task.taskId} isCorrection={standing !== undefined} /> : null}
      </div>
    </Card>
  );
}

function StartForm({ taskId, isCorrection }: { taskId: string; isCorrection: boolean }) {
  const t = useTexts();
  const [happenedOn, setHappenedOn] = useState('');
  const [number, setNumber] = useState('');
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const { run, isBusy, refusal } = useAct();
  const clear = () => {
    setReason('');
    setTried(false);
  };
  const record = () => {
    setTried(true);
    if (!happenedOn) return;
    const body = { happenedOn, documentNumber: number.trim() || null, reason: reason.trim() || null };
    run(() => api.recordStart({ path: { taskId }, body }), clear);
  };
  return (
    <details className="no-print" open={!isCorrection}>
      <summary className="link-button">{isCorrection ? t('tasks.correctEvent') : t('tasks.recordEvent')}</summary>
      <div className="stack">
        {refusal}
        <DayField
          name="happened-on"
          label={t('tasks.happenedOn')}
          value={happenedOn}
          onChange={setHappenedOn}
          error={isTried && !happenedOn ? t('tasks.need') : undefined}
        />
        <TextField name="event-number" label={t('tasks.documentNumber')} value={number} onChange={setNumber} />
        {isCorrection ? (
          <TextField name="event-reason" label={t('tasks.reason')} value={reason} onChange={setReason} isRequired />
        ) : null}
        <div className="form-buttons">
          <Button loading={isBusy} onClick={record}>
            {isCorrection ? t('tasks.correctEvent') : t('tasks.recordEvent')}
          </Button>
          {isCorrection ? (
            <Button
              type="text"
              loading={isBusy}
              disabled={reason.trim() === ''}
              onClick={() => run(() => api.cancelStart({ path: { taskId }, body: { reason: reason.trim() } }), clear)}
            >
              {t('tasks.undoEvent')}
            </Button>
          ) : null}
        </div>
      </div>
    </details>
  );
}
