import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { useRights } from '../../../web/session/session.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { TaskDue, TaskLink, TaskStateTag, UnitNames } from './task-parts.tsx';

type RecordTasksProps = {
  registerKey: string;
  recordId: string;
  /** What the record says, to begin the form with. */
  title: string;
  unitId: string | null;
};

/** On the page of a record: the tasks that carry it out, and handing it out to a unit. */
export function RecordTasks({ registerKey, recordId, title, unitId }: RecordTasksProps) {
  const t = useTexts();
  const hasRight = useRights();
  const query = useQuery({
    queryKey: ['record-tasks', registerKey, recordId],
    queryFn: ({ signal }) => api.findTasksOfRecord({ path: { registerKey, recordId }, signal }),
    enabled: hasRight('task.read'),
  });
  if (!hasRight('task.read')) return null;
  const tasks = query.data?.tasks ?? [];
  return (
    <Card title={t('tasks.recordTasks')}>
      {tasks.length === 0 ? <p className="soft">{t('tasks.nothingHere')}</p> : null}
      <ul className="things">
        {tasks.map((task) => (
          <li key={task.taskId}>
            <TaskStateTag state={task.state} />
            <span>
              <TaskLink task={task} /> · <UnitNames units={task.leads} /> · <TaskDue task={task} />
            </span>
          </li>
        ))}
      </ul>
      {hasRight('task.change') ? (
        <Link
          className="link-button no-print"
          to="/tasks/new"
          search={{ register: registerKey, record: recordId, title, ...(unitId ? { lead: unitId } : {}) }}
        >
          {t('tasks.handOut')}
        </Link>
      ) : null}
    </Card>
  );
}
