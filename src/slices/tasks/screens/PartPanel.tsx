import { Button } from 'antd';
import { useState } from 'react';
import { api, type GetTaskAnswer } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { TextField } from '../../../web/ui/Field.tsx';
import { dayText } from '../../../web/ui/moments.ts';
import { StatusTag, type Tone } from '../../../web/ui/StatusTag.tsx';
import { UnitNames } from './task-parts.tsx';
import { useAct } from './use-act.tsx';

type Part = GetTaskAnswer['parts'][number];
type To = Part['state'];
const tones = {
  assigned: 'plain',
  'in-progress': 'teal',
  'handed-in': 'teal',
  'sent-back': 'risk',
  done: 'good',
} as const satisfies Record<To, Tone>;

/** Steps of a part that this person may take: the coordinator hands in, the lead approves. */
function stepsOf(state: To, isOwn: boolean, mayApprove: boolean): To[] {
  if (state === 'handed-in') return mayApprove ? ['done', 'sent-back'] : [];
  if (!isOwn || state === 'done') return [];
  return state === 'assigned' || state === 'sent-back' ? ['handed-in', 'in-progress'] : ['handed-in'];
}

/** What each coordinating unit owes, and how far its part has come. */
export function PartPanel({ answer }: { answer: GetTaskAnswer }) {
  const t = useTexts();
  const { task, may } = answer;
  const units = task.coordinators.flatMap((unit) => (unit.unitId === null ? [] : [{ ...unit, unitId: unit.unitId }]));
  if (task.coordinators.length === 0) return null;
  return (
    <Card title={t('tasks.parts')}>
      <div className="stack">
        <ul className="things">
          {units.map(({ unitId, name }) => (
            <li key={unitId}>
              <PartLine unitId={unitId} name={name} answer={answer} />
            </li>
          ))}
        </ul>
        {may.change && units.length > 0 ? <OwesForm answer={answer} units={units} /> : null}
      </div>
    </Card>
  );
}

function PartLine({ unitId, name, answer }: { unitId: string; name: string; answer: GetTaskAnswer }) {
  const t = useTexts();
  const [note, setNote] = useState('');
  const { run, isBusy, refusal } = useAct();
  const { task, parts, may } = answer;
  const part = parts.find((one) => one.unitId === unitId);
  const state = part?.state ?? 'assigned';
  const steps = stepsOf(state, may.parts.includes(unitId), may.approve);
  const words = {
    assigned: t('tasks.startPart'),
    'in-progress': t('tasks.startPart'),
    'handed-in': t('tasks.handIn'),
    'sent-back': t('tasks.sendBack'),
    done: t('tasks.approve'),
  } as const satisfies Record<To, string>;
  const send = (to: To) =>
    run(
      () => api.movePart({ path: { taskId: task.taskId, unitId }, body: { to, note: note.trim() || null } }),
      () => setNote(''),
    );
  return (
    <div className="stack">
      <div>
        <StatusTag tone={tones[state]}>{t(`tasks.part.${state}`)}</StatusTag> <UnitNames units={[{ name, unitId }]} />
        <div className={part?.owes ? undefined : 'soft'}>
          {part?.owes || t('tasks.owesNothing')}
          {part?.dueOn ? ` · ${dayText(part.dueOn)}` : ''}
        </div>
        {part?.note ? <div className="soft">{part.note}</div> : null}
        {part?.reason ? <div className="soft">{part.reason}</div> : null}
      </div>
      {refusal}
      {steps.length > 0 ? (
        <details className="no-print">
          <summary className="link-button">{steps.map((to) => words[to]).join(' · ')}</summary>
          <div className="stack">
            <TextField
              name={`part-${unitId}`}
              label={t('tasks.partNote', { unit: name })}
              value={note}
              onChange={setNote}
            />
            <div className="form-buttons">
              {steps.map((to) => (
                <Button key={to} loading={isBusy} onClick={() => send(to)}>
                  {words[to]}
                </Button>
              ))}
            </div>
          </div>
        </details>
      ) : null}
    </div>
  );
}

function OwesForm({ answer, units }: { answer: GetTaskAnswer; units: readonly { unitId: string; name: string }[] }) {
  const t = useTexts();
  const { task, parts } = answer;
  const [owes, setOwes] = useState<Record<string, string>>(() =>
    Object.fromEntries(parts.map((part) => [part.unitId, part.owes])),
  );
  const { run, isBusy, refusal } = useAct();
  const save = () =>
    run(() =>
      api.describeParts({
        path: { taskId: task.taskId },
        body: {
          parts: units.map(({ unitId }) => ({
            unitId,
            owes: owes[unitId] ?? '',
            dueOn: parts.find((part) => part.unitId === unitId)?.dueOn ?? null,
          })),
        },
      }),
    );
  return (
    <details className="no-print">
      <summary className="link-button">{t('tasks.describeParts')}</summary>
      <div className="stack">
        {refusal}
        {units.map(({ unitId, name }) => (
          <TextField
            key={unitId}
            name={`owes-${unitId}`}
            label={t('tasks.owesOf', { unit: name })}
            value={owes[unitId] ?? ''}
            onChange={(text) => setOwes((now) => ({ ...now, [unitId]: text }))}
          />
        ))}
        <div className="form-buttons">
          <Button loading={isBusy} onClick={save}>
            {t('tasks.save')}
          </Button>
        </div>
      </div>
    </details>
  );
}
