import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { api } from '../../../../web/client.generated.ts';
import { useTexts } from '../../../../web/language.ts';
import { useRights } from '../../../../web/session/session.ts';
import { Card } from '../../../../web/ui/Card.tsx';
import { Dialog } from '../../../../web/ui/Dialog.tsx';
import { ChoiceField } from '../../../../web/ui/Field.tsx';
import { dayText } from '../../../../web/ui/moments.ts';
import { Loaded } from '../../../../web/ui/States.tsx';
import { StatusTag } from '../../../../web/ui/StatusTag.tsx';
import type { Leaf } from '../../../criteria/index.ts';
import type { IndexOnScreen } from '../index-on-screen.ts';

type LeafProps = { index: IndexOnScreen; leaf: Leaf };
type LeafTask = IndexOnScreen['data']['tasks'][number];

function useTie(year: number, leafCode: string) {
  return useMutation({
    mutationFn: ({ taskId, isTied }: { taskId: string; isTied: boolean }) =>
      api.tieTaskToLeaf({ path: { leafCode, taskId }, body: { year, isTied } }),
  });
}

/** The tasks that win the leaf's points back, and tying or untying one. */
export function TasksCard({ index, leaf, onMake }: LeafProps & { onMake: () => void }) {
  const t = useTexts();
  const hasRight = useRights();
  const [isChoosing, setChoosing] = useState(false);
  const { year } = index.data;
  const tie = useTie(year, leaf.code);
  const tasks = index.data.tasks.filter(({ leafCode }) => leafCode === leaf.code);
  const mayTie = hasRight('index.change');
  return (
    <Card
      title={t('leaf.tasks')}
      more={
        mayTie ? (
          <Button type="link" size="small" onClick={() => setChoosing(true)}>
            {t('leaf.taskTie')}
          </Button>
        ) : null
      }
    >
      {tasks.length ? (
        <ul className="things">
          {tasks.map((task) => (
            <li key={task.taskId}>
              <TaskTag task={task} today={index.today} />
              <div>
                <Link to="/tasks/$taskId" params={{ taskId: task.taskId }} className="things-title">
                  {task.title}
                </Link>
                <div className="soft">
                  {task.dueOn ? t('leaf.taskDue', { day: dayText(task.dueOn) }) : t('leaf.taskNoDay')}
                  {mayTie ? (
                    <>
                      {' '}
                      <button
                        type="button"
                        className="link-button"
                        onClick={() => tie.mutate({ taskId: task.taskId, isTied: false })}
                      >
                        {t('leaf.taskUntie')}
                        <span className="visually-hidden">: {task.title}</span>
                      </button>
                    </>
                  ) : null}
                </div>
              </div>
            </li>
          ))}
        </ul>
      ) : (
        <p className="soft">{t('leaf.tasksNone')}</p>
      )}
      {tasks.length === 0 && hasRight('task.change') ? <Button onClick={onMake}>{t('leaf.taskMake')}</Button> : null}
      <Dialog isOpen={isChoosing} title={t('leaf.taskTie')} onClose={() => setChoosing(false)}>
        <ChooseTask index={index} leaf={leaf} onDone={() => setChoosing(false)} />
      </Dialog>
    </Card>
  );
}

function TaskTag({ task: { state, dueOn }, today }: { task: LeafTask; today: string }) {
  const t = useTexts();
  if (state === 'done') return <StatusTag tone="good">{t('leaf.taskDone')}</StatusTag>;
  if (dueOn !== null && dueOn < today) return <StatusTag tone="late">{t('leaf.taskLate')}</StatusTag>;
  return <StatusTag tone="teal">{t('leaf.taskOpen')}</StatusTag>;
}

function ChooseTask({ index, leaf, onDone }: LeafProps & { onDone: () => void }) {
  const t = useTexts();
  const { year } = index.data;
  const [taskId, setTaskId] = useState('');
  const tie = useTie(year, leaf.code);
  const query = useQuery({
    queryKey: ['tasks-to-tie', year],
    queryFn: ({ signal }) => api.findTasks({ query: { year, scope: 'all', state: 'open', limit: 200 }, signal }),
  });
  const tied = new Set(index.data.tasks.filter(({ leafCode }) => leafCode === leaf.code).map((task) => task.taskId));
  return (
    <Loaded query={query}>
      {({ tasks }) => (
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault();
            tie.mutate({ taskId, isTied: true }, { onSuccess: onDone });
          }}
        >
          <ChoiceField
            name="task"
            label={t('leaf.task')}
            emptyText={t('assessment.choose')}
            value={taskId}
            choices={tasks
              .filter((task) => !tied.has(task.taskId))
              .map((task) => ({ value: task.taskId, label: task.title }))}
            onChange={setTaskId}
          />
          <div className="form-buttons">
            <Button type="primary" htmlType="submit" loading={tie.isPending} disabled={taskId === ''}>
              {t('leaf.taskTie')}
            </Button>
          </div>
        </form>
      )}
    </Loaded>
  );
}
