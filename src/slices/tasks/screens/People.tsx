import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { api, type GetTaskAnswer } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { FailedState } from '../../../web/ui/States.tsx';

/** Who in the units does the task; heads hand it down here. */
export function People({ answer: { task, may } }: { answer: GetTaskAnswer }) {
  const t = useTexts();
  const [isOpen, setOpen] = useState(false);
  return (
    <Card title={t('task.people')}>
      {task.people.length === 0 ? <p className="soft">{t('task.noPeople')}</p> : null}
      <ul className="plain-list">
        {task.people.map(({ userId, displayName }) => (
          <li key={userId}>{displayName}</li>
        ))}
      </ul>
      {may.handDown ? (
        <details className="no-print" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
          <summary className="link-button">{t('task.choosePeople')}</summary>
          {isOpen ? <PeopleForm task={task} /> : null}
        </details>
      ) : null}
    </Card>
  );
}

function PeopleForm({ task }: { task: GetTaskAnswer['task'] }) {
  const t = useTexts();
  const [chosen, setChosen] = useState(() => task.people.map(({ userId }) => userId));
  const unitIds = [...task.leads, ...task.coordinators].flatMap(({ unitId }) => (unitId === null ? [] : [unitId]));
  const query = useQuery({
    queryKey: ['colleagues', unitIds],
    queryFn: ({ signal }) => api.findColleagues({ query: { unitIds: unitIds.join(',') }, signal }),
  });
  const save = useMutation({
    mutationFn: () => api.assignPeople({ path: { taskId: task.taskId }, body: { userIds: chosen } }),
  });
  const toggle = (userId: string) =>
    setChosen((now) => (now.includes(userId) ? now.filter((one) => one !== userId) : [...now, userId]));
  const error = query.error ?? save.error;
  return (
    <div className="stack">
      {error ? <FailedState error={error} /> : null}
      <ul className="plain-list">
        {query.data?.colleagues.map(({ userId, displayName }) => (
          <li key={userId}>
            <label>
              <input type="checkbox" checked={chosen.includes(userId)} onChange={() => toggle(userId)} /> {displayName}
            </label>
          </li>
        ))}
      </ul>
      <Button loading={save.isPending} onClick={() => save.mutate()}>
        {t('task.choosePeople')}
      </Button>
    </div>
  );
}
