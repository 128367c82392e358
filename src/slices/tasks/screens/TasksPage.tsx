import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type Search, useAddress } from '../../../web/address.ts';
import { api, type FindTasksAnswer, type FindTasksQuery } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { useRights, useYear } from '../../../web/session/session.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { type Column, DataTable } from '../../../web/ui/DataTable.tsx';
import { type Filter, FilterBar } from '../../../web/ui/FilterBar.tsx';
import { PageHead } from '../../../web/ui/PageHead.tsx';
import { EmptyState, Loaded } from '../../../web/ui/States.tsx';
import { useUnits } from '../../units/screens/use-units.ts';
import { PointsTag, pointsOf, TaskDue, TaskLink, type TaskOnScreen, TaskStateTag, UnitNames } from './task-parts.tsx';

const MOST_SHOWN = 500;
const states = ['assigned', 'accepted', 'returned', 'in-progress', 'handed-in', 'sent-back', 'done'] as const;

/** The filters of the address as the server asks for them; words it does not know are left out. */
export function queryOf(search: Search, year: number): FindTasksQuery {
  const oneOf = <Word extends string>(word: string | undefined, known: readonly Word[]): Word | undefined =>
    known.find((one) => one === word);
  const scope = oneOf(search.scope, ['mine', 'unit', 'all'] as const);
  const state = oneOf(search.state, [...states, 'open'] as const);
  const due = oneOf(search.due, ['late', 'week', 'month'] as const);
  return {
    year,
    limit: MOST_SHOWN,
    ...(scope ? { scope } : {}),
    ...(state ? { state } : {}),
    ...(due ? { due } : {}),
    ...(search.lead ? { leadId: search.lead } : {}),
    ...(search.q ? { text: search.q } : {}),
  };
}

function useFilters(): Filter[] {
  const t = useTexts();
  const { standing } = useUnits();
  return [
    {
      kind: 'choice',
      key: 'scope',
      label: t('task.scope'),
      choices: (['mine', 'unit'] as const).map((value) => ({ value, label: t(`task.scope.${value}`) })),
    },
    {
      kind: 'choice',
      key: 'state',
      label: t('task.stateTitle'),
      choices: [
        { value: 'open', label: t('task.open') },
        ...states.map((value) => ({ value, label: t(`task.state.${value}`) })),
      ],
    },
    {
      kind: 'choice',
      key: 'due',
      label: t('task.due'),
      choices: (['late', 'week', 'month'] as const).map((value) => ({ value, label: t(`task.due.${value}`) })),
    },
    {
      kind: 'choice',
      key: 'lead',
      label: t('task.lead'),
      choices: standing.map(({ unitId, shortName }) => ({ value: unitId, label: shortName })),
    },
    { kind: 'text', key: 'q', label: t('task.search') },
  ];
}

function useColumns(): Column<TaskOnScreen>[] {
  const t = useTexts();
  const names = (units: TaskOnScreen['leads']): string => units.map(({ name }) => name).join(', ');
  return [
    {
      key: 'title',
      title: t('task.task'),
      isRowHeader: true,
      value: ({ title }) => title,
      show: (task) => <TaskLink task={task} />,
    },
    {
      key: 'points',
      title: t('task.points'),
      align: 'end',
      value: (task) => Number(pointsOf(task) ?? 0),
      show: (task) => <PointsTag task={task} />,
    },
    {
      key: 'lead',
      title: t('task.lead'),
      value: ({ leads }) => names(leads),
      show: ({ leads }) => <UnitNames units={leads} />,
    },
    {
      key: 'coordinators',
      title: t('task.coordinators'),
      isHidden: true,
      value: ({ coordinators }) => names(coordinators),
      show: ({ coordinators }) => <UnitNames units={coordinators} />,
    },
    { key: 'due', title: t('task.deadline'), value: ({ dueOn }) => dueOn, show: (task) => <TaskDue task={task} /> },
    {
      key: 'state',
      title: t('task.stateTitle'),
      value: ({ state }) => t(`task.state.${state}`),
      show: ({ state }) => <TaskStateTag state={state} />,
    },
  ];
}

/** Mine, my unit's, all; filters in the address. */
export function Page() {
  const t = useTexts();
  const year = useYear();
  const { search } = useAddress();
  const hasRight = useRights();
  const asked = queryOf(search, year);
  const query = useQuery({
    queryKey: ['tasks', asked],
    queryFn: ({ signal }) => api.findTasks({ query: asked, signal }),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <PageHead
        title={t('task.tasks')}
        lead={query.data ? t('task.taskCount', { count: query.data.total }) : undefined}
        actions={
          hasRight('task.change') ? (
            <Link className="strong-link" to="/tasks/new">
              {t('task.newTask')}
            </Link>
          ) : null
        }
      />
      <FilterBar filters={useFilters()} />
      <Loaded query={query}>
        {(answer) => <TaskTable answer={answer} isFiltered={Object.keys(asked).length > 2} year={year} />}
      </Loaded>
    </>
  );
}

function TaskTable({ answer, isFiltered, year }: { answer: FindTasksAnswer; isFiltered: boolean; year: number }) {
  const t = useTexts();
  const columns = useColumns();
  const { tasks, total } = answer;
  return (
    <Card>
      {tasks.length === 0 ? (
        <EmptyState>{isFiltered ? t('task.noTasks') : t('task.noTasksYet', { year })}</EmptyState>
      ) : (
        <DataTable
          caption={t('task.tasks')}
          columns={columns}
          rows={tasks}
          keyOf={({ taskId }) => taskId}
          toneOf={({ daysLate, state }) => (daysLate > 0 && state !== 'done' ? 'late' : undefined)}
        />
      )}
      {total > tasks.length ? (
        <p className="soft">{t('task.taskCountShown', { shown: tasks.length, count: total })}</p>
      ) : null}
    </Card>
  );
}
