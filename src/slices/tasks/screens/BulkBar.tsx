import { Button } from 'antd';
import { useState } from 'react';
import { api, type ChangeManyTasksAnswer, type ChangeManyTasksBody } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { useYear } from '../../../web/session/session.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { ChoiceField, TextField } from '../../../web/ui/Field.tsx';
import { Notice } from '../../../web/ui/StatusTag.tsx';
import { readDeadlines } from '../../deadlines/index.ts';
import { useUnits } from '../../units/screens/use-units.ts';
import type { TaskOnScreen } from './task-parts.tsx';
import { useAct } from './use-act.tsx';

const moves = ['accepted', 'in-progress', 'handed-in', 'done', 'sent-back', 'returned', 'dropped'] as const;
type Deed = (typeof moves)[number] | 'lead' | 'deadline';

type BulkBarProps = {
  tasks: readonly TaskOnScreen[];
  chosen: ReadonlySet<string>;
  onChosen: (ids: Set<string>) => void;
};

/** Does the same to many tasks; each that cannot be done says why, the others are done. */
export function BulkBar({ tasks, chosen, onChosen }: BulkBarProps) {
  const t = useTexts();
  const year = useYear();
  const { standing } = useUnits();
  const [deed, setDeed] = useState<Deed>('accepted');
  const [note, setNote] = useState('');
  const [lead, setLead] = useState('');
  const [deadline, setDeadline] = useState('');
  const [answers, setAnswers] = useState<ChangeManyTasksAnswer['answers']>([]);
  const { run, isBusy, refusal } = useAct();
  const marked = tasks.filter(({ taskId }) => chosen.has(taskId));
  const change = (): ChangeManyTasksBody['change'] => {
    if (deed === 'lead') return { kind: 'lead', leadId: lead as `unit_${string}` };
    if (deed === 'deadline') {
      const deadlines = readDeadlines(deadline, { year }).map((found) => found.deadline);
      return { kind: 'deadline', deadlineText: deadline.trim() || null, deadlines };
    }
    return { kind: 'move', to: deed, note: note.trim() || null };
  };
  const send = () =>
    run(async () => {
      const body = { tasks: marked.map(({ taskId, version }) => ({ taskId, version })), change: change() };
      const { answers: found } = await api.changeManyTasks({ body });
      setAnswers(found);
      onChosen(new Set(found.filter(({ code }) => code !== null).map(({ taskId }) => taskId)));
    });
  const failed = answers.filter(({ code }) => code !== null);
  const titleOf = (id: string): string => tasks.find(({ taskId }) => taskId === id)?.title ?? id;
  return (
    <Card>
      <div className="stack no-print">
        <div className="form-buttons">
          <b role="status">{t('tasks.chosen', { count: marked.length })}</b>
          <button
            type="button"
            className="link-button"
            onClick={() => onChosen(new Set(tasks.map(({ taskId }) => taskId)))}
          >
            {t('tasks.chooseAll')}
          </button>
          <button type="button" className="link-button" onClick={() => onChosen(new Set())}>
            {t('tasks.chooseNone')}
          </button>
        </div>
        <ChoiceField
          name="deed"
          label={t('tasks.bulkDo')}
          value={deed}
          choices={[
            ...moves.map((to) => ({ value: to, label: t(`task.do.${to}`) })),
            { value: 'lead', label: t('tasks.bulkLead') },
            { value: 'deadline', label: t('tasks.bulkDeadline') },
          ]}
          onChange={(value) => setDeed(value as Deed)}
        />
        {deed === 'lead' ? (
          <ChoiceField
            name="bulk-lead"
            label={t('task.lead')}
            value={lead}
            emptyText={t('task.chooseUnit')}
            choices={standing.map(({ unitId, name }) => ({ value: unitId, label: name }))}
            onChange={setLead}
          />
        ) : deed === 'deadline' ? (
          <TextField name="bulk-deadline" label={t('task.formDeadline')} value={deadline} onChange={setDeadline} />
        ) : (
          <TextField name="bulk-note" label={t('tasks.bulkNote')} value={note} onChange={setNote} />
        )}
        {refusal}
        {answers.length > failed.length ? (
          <Notice tone="good">{t('tasks.bulkDone', { done: answers.length - failed.length })}</Notice>
        ) : null}
        {failed.map(({ taskId, message }) => (
          <Notice key={taskId} tone="late">
            {t('tasks.bulkFailed', { title: titleOf(taskId), message: message ?? '' })}
          </Notice>
        ))}
        <div className="form-buttons">
          <Button disabled={marked.length === 0 || (deed === 'lead' && !lead)} loading={isBusy} onClick={send}>
            {t('tasks.bulkDo')}
          </Button>
        </div>
      </div>
    </Card>
  );
}
