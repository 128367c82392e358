import { Button } from 'antd';
import { useState } from 'react';
import { api, type GetTaskAnswer } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { useSession } from '../../../web/session/session.ts';
import { DayField, LongTextField, TextField } from '../../../web/ui/Field.tsx';
import { dayText } from '../../../web/ui/moments.ts';
import { StatusTag, type Tone } from '../../../web/ui/StatusTag.tsx';
import { useAct } from './use-act.tsx';

type Extension = GetTaskAnswer['extensions'][number];
const tones = { asked: 'risk', granted: 'good', refused: 'plain', withdrawn: 'plain' } as const satisfies Record<
  Extension['state'],
  Tone
>;

/** One promise that was asked for, what became of it, and the answer where it is still to be given. */
export function ExtensionLine({ extension, answer }: { extension: Extension; answer: GetTaskAnswer }) {
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

type AskProps = {
  taskId: string;
  occurrenceKey: string | null;
  room: { askBy: string | null; timesLeft: number };
};

/** Asking for a later day of a task, or of one of its occurrences. */
export function AskExtension({ taskId, occurrenceKey, room }: AskProps) {
  const t = useTexts();
  const { today } = useSession();
  const [newDay, setNewDay] = useState('');
  const [reason, setReason] = useState('');
  const [number, setNumber] = useState('');
  const [isTried, setTried] = useState(false);
  const { run, isBusy, refusal } = useAct();
  if (room.askBy === null || room.askBy < today || room.timesLeft === 0)
    return <p className="soft">{t('tasks.askOver')}</p>;
  const send = () => {
    setTried(true);
    if (!newDay || !reason.trim()) return;
    const body = { occurrenceKey, newDay, reason: reason.trim(), requestNumber: number.trim() || null };
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
