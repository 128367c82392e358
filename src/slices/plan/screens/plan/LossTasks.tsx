import { useMutation } from '@tanstack/react-query';
import { api } from '../../../../web/client.generated.ts';
import { useTexts } from '../../../../web/language.ts';
import { useRights } from '../../../../web/session/session.ts';
import { Notice, StatusTag } from '../../../../web/ui/StatusTag.tsx';
import { TaskDue, TaskLink, type TaskOnScreen, TaskStateTag, UnitNames } from '../../../tasks/screens/task-parts.tsx';
import type { LossOnScreen, PlanOnScreen } from './plan-on-screen.ts';
import { TaskOfLoss } from './TaskOfLoss.tsx';

type LossTasksProps = { loss: LossOnScreen; data: PlanOnScreen };

/** The tasks that are to win a loss back; who may, ties another one, unties one, or makes a new one. */
export function LossTasks({ loss, data }: LossTasksProps) {
  const t = useTexts();
  const hasRight = useRights();
  const tie = useMutation({
    mutationFn: ({ taskId, isTied }: { taskId: string; isTied: boolean }) =>
      api.tieTask({ path: { deficitId: loss.deficitId, taskId }, body: { isTied } }),
  });
  const ids = new Set([...loss.openTaskIds, ...loss.doneTaskIds]);
  const tied = data.tasks.filter(({ taskId }) => ids.has(taskId));
  const mayTie = hasRight('plan.accept');
  const choice = (
    <TaskChoice
      loss={loss}
      tasks={data.tasks.filter(({ taskId }) => !ids.has(taskId))}
      isBusy={tie.isPending}
      onChoose={(taskId) => tie.mutate({ taskId, isTied: true })}
    />
  );
  return (
    <div className="loss-tasks">
      {tied.length ? null : <StatusTag tone="late">{t('plan.coverage.uncovered')}</StatusTag>}
      <ul>
        {tied.map((task) => (
          <li key={task.taskId} className="loss-task">
            <TiedTask task={task} />
            {mayTie ? (
              <button
                type="button"
                className="link-button no-print"
                disabled={tie.isPending}
                onClick={() => tie.mutate({ taskId: task.taskId, isTied: false })}
              >
                {t('plan.untie')}
                <span className="visually-hidden"> {task.title}</span>
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      {tie.error ? <Notice tone="late">{tie.error.message}</Notice> : null}
      <div className="loss-deeds no-print">
        {mayTie ? <TieMore isOpen={!tied.length}>{choice}</TieMore> : null}
        {hasRight('task.change') && !tied.length ? <TaskOfLoss loss={loss} plan={data.plan} /> : null}
      </div>
    </div>
  );
}

/** A loss that has its task rarely needs another: the choice waits behind a word. */
function TieMore({ isOpen, children }: { isOpen: boolean; children: React.ReactNode }) {
  const t = useTexts();
  if (isOpen) return children;
  return (
    <details>
      <summary className="link-button soft">{t('plan.tieMore')}</summary>
      {children}
    </details>
  );
}

function TiedTask({ task }: { task: TaskOnScreen }) {
  return (
    <div className="tied-task">
      <TaskLink task={task} /> <TaskStateTag state={task.state} />
      <div className="soft">
        <UnitNames units={task.leads} />
        {task.leads.length ? ' · ' : ''}
        <TaskDue task={task} />
      </div>
    </div>
  );
}

type TaskChoiceProps = {
  loss: LossOnScreen;
  tasks: readonly TaskOnScreen[];
  isBusy: boolean;
  onChoose: (taskId: string) => void;
};

/** Tasks of the same area first: they are the likeliest to mend the loss. */
function TaskChoice({ loss, tasks, isBusy, onChoose }: TaskChoiceProps) {
  const t = useTexts();
  const isNear = (task: TaskOnScreen): boolean => task.areaOrdinal !== null && task.areaOrdinal === loss.areaOrdinal;
  const groups = [
    { label: t('plan.sameArea'), tasks: tasks.filter(isNear) },
    { label: t('plan.otherAreas'), tasks: tasks.filter((task) => !isNear(task)) },
  ].filter((group) => group.tasks.length > 0);
  return (
    <select
      className="input loss-tie"
      aria-label={t('plan.tieTo', { criterion: loss.criterion })}
      value=""
      disabled={isBusy || !tasks.length}
      onChange={(event) => onChoose(event.target.value)}
    >
      <option value="">{t('plan.tie')}</option>
      {groups.map((group) => (
        <optgroup key={group.label} label={group.label}>
          {group.tasks.map(({ taskId, title }) => (
            <option key={taskId} value={taskId}>
              {title}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}
