import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type Search, useAddress } from '../../../web/address.ts';
import { fillAddress } from '../../../web/api/fill-address.ts';
import { api, type FindTasksAnswer, type FindTasksQuery } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { useRights, useYear } from '../../../web/session/session.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { type Column, DataTable } from '../../../web/ui/DataTable.tsx';
import { type Filter, FilterBar } from '../../../web/ui/FilterBar.tsx';
import { dayText } from '../../../web/ui/moments.ts';
import { PageHead } from '../../../web/ui/PageHead.tsx';
import { EmptyState, Loaded } from '../../../web/ui/States.tsx';
import { useUnits } from '../../units/screens/use-units.ts';
import { taskOrigins, taskStates } from '../rules/task.ts';
import { taskOrders } from '../rules/task-order.ts';
import { BulkBar } from './BulkBar.tsx';
import { ImportDialog } from './ImportDialog.tsx';
import { Pages } from './Pages.tsx';
import { SavedViews } from './SavedViews.tsx';
import { SettingsButton } from './SettingsDialog.tsx';
import { StateTabs } from './StateTabs.tsx';
import { TaskViews } from './TaskViews.tsx';
import './tasks.css';
import { PointsTag, pointsOf, TaskDue, TaskLink, type TaskOnScreen, TaskStateTag, UnitNames } from './task-parts.tsx';

const MOST_SHOWN = 200;
/** A list that grew shorter under another filter must not stand on a page that is no more. */
const RESETS = ['page'];

/** Which page of the list an address names: 1 where it names none. */
const pageOf = ({ page }: Search): number => Math.max(1, Math.min(200, Math.floor(Number(page ?? 1)) || 1));

/** The filters of the address as the server asks for them; words it does not know are left out. */
export function queryOf(search: Search, year: number): FindTasksQuery {
  const oneOf = <Word extends string>(word: string | undefined, known: readonly Word[]): Word | undefined =>
    known.find((one) => one === word);
  const scope = oneOf(search.scope, ['mine', 'unit', 'all'] as const);
  const state = oneOf(search.state, [...taskStates, 'open'] as const);
  const due = oneOf(search.due, ['late', 'week', 'month'] as const);
  const origin = oneOf(search.origin, taskOrigins);
  return {
    year,
    ...(scope ? { scope } : {}),
    ...(state ? { state } : {}),
    ...(due ? { due } : {}),
    ...(search.lead ? { leadId: search.lead } : {}),
    ...(origin ? { origin } : {}),
    ...(search.from ? { from: search.from } : {}),
    ...(search.to ? { to: search.to } : {}),
    ...(search.leaf ? { leaf: search.leaf } : {}),
    ...(search.q ? { text: search.q } : {}),
  };
}

/** The same with the order and the page of the list. */
function listQueryOf(search: Search, year: number): FindTasksQuery {
  const order = taskOrders.find((one) => one === search.sort) ?? 'work';
  return { ...queryOf(search, year), order, limit: MOST_SHOWN, offset: (pageOf(search) - 1) * MOST_SHOWN };
}

/** The orders that people ask for most, beside the headers of the columns. */
const offeredOrders = ['due', '-due', 'points', '-points', 'title', 'lead', 'state'] as const;

function useOrderFilter(): Filter {
  const t = useTexts();
  const { search } = useAddress();
  const now = taskOrders.find((one) => one === search.sort && one !== 'work');
  const offered = offeredOrders.some((one) => one === now) || !now ? offeredOrders : [...offeredOrders, now];
  return {
    kind: 'choice',
    key: 'sort',
    label: t('tasks.order'),
    emptyText: t('tasks.order.work'),
    choices: offered.map((value) => ({ value, label: t(`tasks.order.${value}`) })),
  };
}

export function useFilters(): Filter[] {
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
        ...taskStates.map((value) => ({ value, label: t(`task.state.${value}`) })),
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
    {
      kind: 'choice',
      key: 'origin',
      label: t('tasks.origin'),
      choices: taskOrigins.map((value) => ({ value, label: t(`tasks.origin.${value}`) })),
    },
    { kind: 'day', key: 'from', label: t('tasks.fromDay') },
    { kind: 'day', key: 'to', label: t('tasks.toDay') },
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
      isWide: true,
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
      isUnsorted: true,
      value: ({ coordinators }) => names(coordinators),
      show: ({ coordinators }) => <UnitNames units={coordinators} />,
    },
    { key: 'due', title: t('task.deadline'), value: ({ nextOn }) => nextOn, show: (task) => <TaskDue task={task} /> },
    {
      key: 'original',
      title: t('tasks.promised'),
      isHidden: true,
      value: ({ originalDueOn }) => originalDueOn,
      show: ({ originalDueOn }) => (originalDueOn ? t('tasks.original', { day: dayText(originalDueOn) }) : ''),
    },
    {
      key: 'percent',
      title: t('tasks.percent'),
      align: 'end',
      isHidden: true,
      value: ({ percent, state }) => (state === 'done' ? 100 : percent),
    },
    {
      key: 'origin',
      title: t('tasks.origin'),
      isHidden: true,
      value: ({ origin }) => t(`tasks.origin.${origin}`),
    },
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
  const [isImporting, setImporting] = useState(false);
  const asked = listQueryOf(search, year);
  const { limit: _limit, offset: _offset, ...sheetQuery } = asked;
  const isFiltered = Object.keys(queryOf(search, year)).length > 1;
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
          <>
            <SavedViews />
            <a className="link-button" href={fillAddress('/api/tasks/sheet.xlsx', undefined, sheetQuery)} download>
              {t('tasks.export')}
            </a>
            <SettingsButton />
            {hasRight('task.change') ? (
              <>
                <button type="button" className="link-button" onClick={() => setImporting(true)}>
                  {t('tasks.import')}
                </button>
                <Link className="strong-link" to="/tasks/new">
                  {t('task.newTask')}
                </Link>
              </>
            ) : null}
          </>
        }
      />
      <TaskViews />
      <FilterBar filters={[...useFilters(), useOrderFilter()]} resets={RESETS} />
      <ImportDialog isOpen={isImporting} onClose={() => setImporting(false)} />
      <Loaded query={query}>
        {(answer) => (
          <>
            <StateTabs counts={answer.counts} />
            <TaskTable answer={answer} isFiltered={isFiltered} year={year} />
          </>
        )}
      </Loaded>
    </>
  );
}

function TaskTable({ answer, isFiltered, year }: { answer: FindTasksAnswer; isFiltered: boolean; year: number }) {
  const t = useTexts();
  const columns = useColumns();
  const hasRight = useRights();
  const { tasks, total } = answer;
  const [isMany, setMany] = useState(false);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const flip = (taskId: string) => {
    const next = new Set(chosen);
    if (!next.delete(taskId)) next.add(taskId);
    setChosen(next);
  };
  const choice: Column<TaskOnScreen> = {
    key: 'choice',
    title: t('tasks.bulkOpen'),
    isUnsorted: true,
    value: ({ taskId }) => (chosen.has(taskId) ? '1' : ''),
    show: ({ taskId, title }) => (
      <input
        type="checkbox"
        aria-label={t('tasks.choose', { title })}
        checked={chosen.has(taskId)}
        onChange={() => flip(taskId)}
      />
    ),
  };
  return (
    <Card>
      {tasks.length === 0 ? (
        <EmptyState>{isFiltered ? t('task.noTasks') : t('task.noTasksYet', { year })}</EmptyState>
      ) : (
        <>
          {hasRight('task.report') ? (
            <label className="no-print">
              <input type="checkbox" checked={isMany} onChange={({ target }) => setMany(target.checked)} />{' '}
              {t('tasks.bulkOpen')}
            </label>
          ) : null}
          {isMany ? <BulkBar tasks={tasks} chosen={chosen} onChosen={setChosen} /> : null}
          <DataTable
            stacks
            caption={t('task.tasks')}
            columns={isMany ? [choice, ...columns] : columns}
            rows={tasks}
            keyOf={({ taskId }) => taskId}
            isInOrder
            toneOf={({ daysLate, state }) => (daysLate > 0 && state !== 'done' ? 'late' : undefined)}
          />
        </>
      )}
      <Pages total={total} size={MOST_SHOWN} />
    </Card>
  );
}
