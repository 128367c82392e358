import { Button } from 'antd';
import { useState } from 'react';
import { api, type GetTaskAnswer } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { useSession } from '../../../web/session/session.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { DayField, LongTextField, TextField } from '../../../web/ui/Field.tsx';
import { dayText } from '../../../web/ui/moments.ts';
import { StatusTag, type Tone } from '../../../web/ui/StatusTag.tsx';
import { useAct } from './use-act.tsx';

type Extension = GetTaskAnswer['extensions'][number];
const tones = { asked: 'risk', granted: 'good', refused: 'plain', withdrawn: 'plain' } as const satisfies Record<
  Extension['state'],
  Tone
>;

/** The history of promised days, the day set first for ever, and asking for a later one. */
export function ExtensionPanel({ answer }: { answer: GetTaskAnswer }) {
  const t = useTexts();
  const { task, extensions, extensionRoom, may } = answer;
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
        {mayAsk ? <AskExtension taskId={task.taskId} room={extensionRoom} /> : null}
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

function ExtensionLine({ extension, answer }: { extension: Extension; answer: GetTaskAnswer }) {
  const t = useTexts();
  const { state, fromDay, newDay, reason, askedName, askedOn, addressee, answer: said, decidedName } = extension;
  return (
    <>
      <span className="things-title">
        {t('tasks.extensionLine', { from: dayText(fromDay), to: dayText(newDay) })}{' '}
        <StatusTag tone={tones[state]}>{t(`tasks.extension.${state}`)}</StatusTag>
      </span>
      <p>{reason}</p>
      {said ? <p>{said}</p> : null}
      <div className="soft">
        {askedName} · <time dateTime={askedOn}>{dayText(askedOn)}</time> · {t(`tasks.addressee.${addressee}`)}
        {extension.requestNumber ? ` · ${extension.requestNumber}` : ''}
        {decidedName ? ` · ${decidedName}` : ''}
        {extension.answerNumber ? ` · ${extension.answerNumber}` : ''}
      </div>
      {state === 'asked' ? <DecideExtension extension={extension} answer={answer} /> : null}
    </>
  );
}

function DecideExtension({ extension, answer: { task, may } }: { extension: Extension; answer: GetTaskAnswer }) {
  const t = useTexts();
  const { user } = useSession();
  const [said, setSaid] = useState('');
  const [number, setNumber] = useState('');
  const { run, isBusy, refusal } = useAct();
  const path = { taskId: task.taskId, extensionId: extension.extensionId };
  const isOwn = extension.askedBy === user.userId;
  const decide = (decision: 'granted' | 'refused') =>
    run(() =>
      api.decideExtension({
        path,
        body: { decision, answer: said.trim() || null, answerNumber: number.trim() || null },
      }),
    );
  const mayWithdraw = isOwn || may.change;
  return (
    <div className="stack no-print">
      {refusal}
      {may.decideExtension && !isOwn ? (
        <>
          <LongTextField
            name={`answer-${extension.extensionId}`}
            label={t('tasks.answer')}
            value={said}
            onChange={setSaid}
          />
          {extension.addressee === 'province' ? (
            <TextField name="answer-number" label={t('tasks.answerNumber')} value={number} onChange={setNumber} />
          ) : null}
        </>
      ) : null}
      <div className="form-buttons">
        {may.decideExtension && !isOwn ? (
          <>
            <Button loading={isBusy} onClick={() => decide('granted')}>
              {t('tasks.grant')}
            </Button>
            <Button loading={isBusy} onClick={() => decide('refused')}>
              {t('tasks.refuseIt')}
            </Button>
          </>
        ) : null}
        {mayWithdraw ? (
          <Button type="text" loading={isBusy} onClick={() => run(() => api.withdrawExtension({ path }))}>
            {t('tasks.withdraw')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

type AskProps = { taskId: string; room: GetTaskAnswer['extensionRoom'] };

function AskExtension({ taskId, room }: AskProps) {
  const t = useTexts();
  const [newDay, setNewDay] = useState('');
  const [reason, setReason] = useState('');
  const [number, setNumber] = useState('');
  const [isTried, setTried] = useState(false);
  const { run, isBusy, refusal } = useAct();
  if (room.askBy === null || room.timesLeft === 0) return <p className="soft">{t('tasks.askOver')}</p>;
  const send = () => {
    setTried(true);
    if (!newDay || !reason.trim()) return;
    const body = { newDay, reason: reason.trim(), requestNumber: number.trim() || null };
    run(() => api.askExtension({ path: { taskId }, body }));
  };
  return (
    <details className="no-print">
      <summary className="link-button">{t('tasks.askExtension')}</summary>
      <div className="stack">
        <p className="soft">{t('tasks.askBy', { day: dayText(room.askBy), count: room.timesLeft })}</p>
        {refusal}
        <DayField
          name="new-day"
          label={t('tasks.newDay')}
          value={newDay}
          onChange={setNewDay}
          error={isTried && !newDay ? t('tasks.need') : undefined}
          isRequired
        />
        <LongTextField
          name="extension-reason"
          label={t('tasks.reason')}
          value={reason}
          onChange={setReason}
          error={isTried && !reason.trim() ? t('tasks.need') : undefined}
          isRequired
        />
        <TextField name="request-number" label={t('tasks.requestNumber')} value={number} onChange={setNumber} />
        <div className="form-buttons">
          <Button loading={isBusy} onClick={send}>
            {t('tasks.askExtension')}
          </Button>
        </div>
      </div>
    </details>
  );
}
