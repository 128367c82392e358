import { Link } from '@tanstack/react-router';
import type { GetOverviewAnswer } from '../../../../web/client.generated.ts';
import { useTexts } from '../../../../web/language.ts';
import { Card } from '../../../../web/ui/Card.tsx';
import {
  PointsTag,
  pointsOf,
  TaskDue,
  TaskLink,
  type TaskOnScreen,
  UnitNames,
} from '../../../tasks/screens/task-parts.tsx';

const MOST_SHOWN = 7;

/** Late tasks first, then by day; of the same day the one with more points to win. */
export function orderForToday(tasks: readonly TaskOnScreen[]): TaskOnScreen[] {
  const dayOf = (task: TaskOnScreen): string => task.dueOn ?? task.nextOn ?? '9';
  const points = (task: TaskOnScreen): number => Number(pointsOf(task) ?? 0);
  return [...tasks].sort((a, b) => dayOf(a).localeCompare(dayOf(b)) || points(b) - points(a));
}

export function DoNow({ overview: { late, dueSoon }, wide }: { overview: GetOverviewAnswer; wide: 4 | 5 | 6 }) {
  const t = useTexts();
  const tasks = orderForToday([...late, ...dueSoon]).slice(0, MOST_SHOWN);
  return (
    <Card title={t('task.doNow')} wide={wide} more={<Link to="/tasks">{t('task.allTasks')}</Link>}>
      {tasks.length === 0 ? <p className="soft">{t('task.nothingDue')}</p> : null}
      <ul className="things">
        {tasks.map((task) => (
          <li key={task.taskId}>
            <PointsTag task={task} />
            <div>
              <div className="things-title">
                <TaskLink task={task} />
              </div>
              <div className="soft">
                <UnitNames units={task.leads} /> · <TaskDue task={task} />
              </div>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
