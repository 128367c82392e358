import { useTexts } from '../../../../web/language.ts';
import { Card } from '../../../../web/ui/Card.tsx';
import { TaskDue, TaskLink, type TaskOnScreen, TaskStateTag, UnitNames } from '../../../tasks/screens/task-parts.tsx';

/** Tasks that win no lost point back: they may be needed, but nobody sees which points they are for. */
export function IdleTasks({ tasks }: { tasks: readonly TaskOnScreen[] }) {
  const t = useTexts();
  const idle = tasks.filter(({ deficits }) => deficits.length === 0);
  if (!idle.length) return null;
  return (
    <Card title={t('plan.idleTasks')} more={<span className="soft">{t('plan.idleNote', { count: idle.length })}</span>}>
      <details>
        <summary className="link-button">{t('plan.idleShow', { count: idle.length })}</summary>
        <ul className="things">
          {idle.map((task) => (
            <li key={task.taskId}>
              <TaskStateTag state={task.state} />
              <div>
                <TaskLink task={task} />
                <div className="soft">
                  <UnitNames units={task.leads} />
                  {task.leads.length ? ' · ' : ''}
                  <TaskDue task={task} />
                </div>
              </div>
            </li>
          ))}
        </ul>
      </details>
    </Card>
  );
}
