import { Button } from 'antd';
import { useState } from 'react';
import { api, type GetTaskAnswer } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { TextField } from '../../../web/ui/Field.tsx';
import { dayText } from '../../../web/ui/moments.ts';
import { StatusTag, type Tone } from '../../../web/ui/StatusTag.tsx';
import { AskExtension, ExtensionLine } from './Extensions.tsx';
import { useAct } from './use-act.tsx';
import '../../../web/ui/table.css';
import './tasks.css';

type Occurrence = GetTaskAnswer['occurrences'][number];
type To = Occurrence['state'];
/** What is open below the table: a step of an occurrence, or asking for a later day. */
type Open = { key: string; to: To | 'extension' };
const tones = {
  open: 'plain',
  'handed-in': 'teal',
  'sent-back': 'risk',
  done: 'good',
  waived: 'plain',
} as const satisfies Record<To, Tone>;

/** Which steps of an occurrence are open to this person, the likeliest first. */
function stepsOf({ state, kind }: Occurrence, may: GetTaskAnswer['may']): To[] {
  const approve: To[] = may.approve ? (state === 'handed-in' ? ['done', 'sent-back'] : []) : [];
  const report: To[] = may.report && (state === 'open' || state === 'sent-back') ? ['handed-in'] : [];
  const check: To[] = may.approve && kind === 'check' && state === 'open' ? ['done'] : [];
  const waive: To[] = may.approve && (state === 'open' || state === 'sent-back') ? ['waived'] : [];
  return [...check, ...approve, ...report, ...waive];
}

/** Every time of the year that a recurring task falls due; each is done or late by itself. */
export function OccurrencePanel({ answer, today }: { answer: GetTaskAnswer; today: string }) {
  const t = useTexts();
  const { task, occurrences, may } = answer;
  const [open, setOpen] = useState<Open | null>(null);
  if (occurrences.length === 0) return null;
  const isClosed = task.state === 'done' || task.state === 'dropped';
  const words = {
    done: (one: Occurrence) => (one.state === 'open' ? t('tasks.confirmCheck') : t('tasks.approve')),
    'handed-in': () => t('tasks.handIn'),
    'sent-back': () => t('tasks.sendBack'),
    waived: () => t('tasks.waive'),
    open: () => t('tasks.reopen'),
  } satisfies Record<To, (one: Occurrence) => string>;
  const one = open ? occurrences.find(({ key }) => key === open.key) : undefined;
  const mayAsk = ({ key, state, askBy, timesLeft }: Occurrence): boolean =>
    may.askExtension &&
    (state === 'open' || state === 'sent-back') &&
    askBy >= today &&
    timesLeft > 0 &&
    !answer.extensions.some((asked) => asked.occurrenceKey === key && asked.state === 'asked');
  const isLate = (one: Occurrence): boolean =>
    (one.doneOn ?? one.handedInOn ?? (one.state === 'waived' ? one.dueOn : today)) > one.dueOn;
  return (
    <Card title={t('tasks.occurrences')}>
      <table className="table">
        <caption className="visually-hidden">{t('tasks.occurrences')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('tasks.period')}</th>
            <th scope="col">{t('tasks.dueDay')}</th>
            <th scope="col">{t('task.stateTitle')}</th>
            <th scope="col" className="no-print">
              <span className="visually-hidden">{t('tasks.approve')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {occurrences.map((one) => (
            <tr key={one.key} className={isLate(one) && one.state !== 'done' ? 'row-late' : undefined}>
              <th scope="row">{one.name}</th>
              <td>
                <time dateTime={one.dueOn}>{dayText(one.dueOn)}</time>
                {one.originalDueOn ? (
                  <div className="soft">{t('tasks.original', { day: dayText(one.originalDueOn) })}</div>
                ) : null}
              </td>
              <td>
                <StatusTag tone={tones[one.state]}>{t(`tasks.occurrence.${one.state}`)}</StatusTag>{' '}
                {isLate(one) ? <StatusTag tone="late">{t('tasks.occurrenceLate')}</StatusTag> : null}
                {one.note ? <div className="soft">{one.note}</div> : null}
                {one.documentNumber ? <div className="soft">{one.documentNumber}</div> : null}
                <Promises of={one} answer={answer} />
              </td>
              <td className="no-print occurrence-steps">
                {isClosed
                  ? null
                  : stepsOf(one, may).map((to) => (
                      <button
                        key={to}
                        type="button"
                        className="link-button"
                        onClick={() => setOpen({ key: one.key, to })}
                        aria-label={`${words[to](one)}: ${one.name}`}
                      >
                        {words[to](one)}
                      </button>
                    ))}
                {isClosed || !mayAsk(one) ? null : (
                  <button
                    type="button"
                    className="link-button"
                    onClick={() => setOpen({ key: one.key, to: 'extension' })}
                    aria-label={`${t('tasks.askExtension')}: ${one.name}`}
                  >
                    {t('tasks.askExtension')}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {one && open && open.to !== 'extension' ? (
        <OccurrenceForm
          key={`${open.key}-${open.to}`}
          taskId={task.taskId}
          one={one}
          to={open.to}
          word={words[open.to]}
          onClose={() => setOpen(null)}
        />
      ) : null}
      {one && open?.to === 'extension' && mayAsk(one) ? (
        <section className="stack" aria-label={`${t('tasks.askExtension')}: ${one.name}`}>
          <h3>{`${t('tasks.askExtension')}: ${one.name}`}</h3>
          <AskExtension key={one.key} taskId={task.taskId} occurrenceKey={one.key} room={one} />
        </section>
      ) : null}
    </Card>
  );
}

/** The later days that were asked for one occurrence, in order, each with what became of it. */
function Promises({ of, answer }: { of: Occurrence; answer: GetTaskAnswer }) {
  const asked = answer.extensions.filter(({ occurrenceKey }) => occurrenceKey === of.key);
  if (asked.length === 0) return null;
  return (
    <ol className="events">
      {asked.map((extension) => (
        <li key={extension.extensionId}>
          <ExtensionLine extension={extension} answer={answer} />
        </li>
      ))}
    </ol>
  );
}

type FormProps = {
  taskId: string;
  one: Occurrence;
  to: To;
  word: (one: Occurrence) => string;
  onClose: () => void;
};

function OccurrenceForm({ taskId, one, to, word, onClose }: FormProps) {
  const t = useTexts();
  const [note, setNote] = useState('');
  const [number, setNumber] = useState('');
  const { run, isBusy, refusal } = useAct();
  const send = () =>
    run(
      () =>
        api.moveOccurrence({
          path: { taskId, key: one.key },
          body: { to, note: note.trim() || null, documentNumber: number.trim() || null },
        }),
      onClose,
    );
  return (
    <div className="stack no-print">
      {refusal}
      <TextField
        name="occurrence-note"
        label={t('tasks.forOccurrence', { name: one.name })}
        value={note}
        onChange={setNote}
      />
      {to === 'handed-in' ? (
        <TextField name="occurrence-number" label={t('tasks.documentNumber')} value={number} onChange={setNumber} />
      ) : null}
      <div className="form-buttons">
        <Button loading={isBusy} onClick={send}>
          {word(one)}
        </Button>
        <Button type="text" onClick={onClose}>
          {t('tasks.cancel')}
        </Button>
      </div>
    </div>
  );
}
