import { Fragment } from 'react';
import { useAddress } from '../../../../web/address.ts';
import { useTexts } from '../../../../web/language.ts';
import { Card } from '../../../../web/ui/Card.tsx';
import { FilterBar } from '../../../../web/ui/FilterBar.tsx';
import { matchesWords } from '../../../../web/ui/table.ts';
import { taskStates } from '../../../tasks/index.ts';
import { TaskDue, TaskLink, type TaskOnScreen, TaskStateTag, UnitNames } from '../../../tasks/screens/task-parts.tsx';
import type { PlanOnScreen } from './plan-on-screen.ts';
import '../../../../web/ui/table.css';

/** The plan as it is printed: tasks under their areas, with product, time and who does it. */
export function PlanTable({ data: { areas, tasks } }: { data: PlanOnScreen }) {
  const t = useTexts();
  const { search } = useAddress();
  const shown = tasks
    .filter(({ title }) => !search.q || matchesWords(title, search.q))
    .filter(({ state }) => !search.state || state === search.state)
    .filter(({ areaOrdinal }) => !search.area || String(areaOrdinal) === search.area)
    .filter(({ leads }) => !search.lead || leads.some(({ name }) => name === search.lead));
  const leads = [...new Set(tasks.flatMap((task) => task.leads.map(({ name }) => name)))];
  return (
    <Card title={t('plan.table')} more={<span className="soft">{t('web.tableRows', { count: shown.length })}</span>}>
      <FilterBar
        filters={[
          { kind: 'text', key: 'q', label: t('plan.searchTask') },
          {
            kind: 'choice',
            key: 'area',
            label: t('plan.field.area'),
            choices: areas.map(({ ordinal, name }) => ({ value: String(ordinal), label: `${ordinal}. ${name}` })),
          },
          {
            kind: 'choice',
            key: 'lead',
            label: t('plan.field.leads'),
            choices: leads.map((name) => ({ value: name, label: name })),
          },
          {
            kind: 'choice',
            key: 'state',
            label: t('plan.state'),
            choices: taskStates
              .filter((state) => state !== 'dropped')
              .map((state) => ({ value: state, label: t(`task.state.${state}`) })),
          },
        ]}
      />
      <div className="table-scroll">
        <table className="table plan-table">
          <caption className="visually-hidden">{t('plan.table')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('plan.ordinal')}</th>
              <th scope="col">{t('plan.task')}</th>
              <th scope="col">{t('plan.field.products')}</th>
              <th scope="col">{t('plan.field.deadlineText')}</th>
              <th scope="col">{t('plan.field.leads')}</th>
              <th scope="col">{t('plan.field.coordinators')}</th>
              <th scope="col">{t('plan.state')}</th>
            </tr>
          </thead>
          <tbody>
            {groupsOf(areas, shown).map((group) => (
              <Fragment key={group.key}>
                <tr className="plan-area">
                  <th scope="colgroup" colSpan={7}>
                    {group.name ?? t('plan.noArea')}
                  </th>
                </tr>
                {group.tasks.map((task, at) => (
                  <TaskRow key={task.taskId} task={task} ordinal={task.ordinal ?? String(at + 1)} />
                ))}
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
      {shown.length ? null : <p className="soft">{t('plan.nothingFits')}</p>}
    </Card>
  );
}

type AreaGroup = { key: string; name: string | null; tasks: TaskOnScreen[] };

function groupsOf(areas: PlanOnScreen['areas'], tasks: readonly TaskOnScreen[]): AreaGroup[] {
  const known = new Set(areas.map(({ ordinal }) => ordinal));
  const groups = areas.map(({ ordinal, name }) => ({
    key: String(ordinal),
    name: `${ordinal}. ${name}`,
    tasks: tasks.filter((task) => task.areaOrdinal === ordinal),
  }));
  const others = tasks.filter(({ areaOrdinal }) => areaOrdinal === null || !known.has(areaOrdinal));
  return [...groups, { key: 'none', name: null, tasks: others }].filter((group) => group.tasks.length > 0);
}

function TaskRow({ task, ordinal }: { task: TaskOnScreen; ordinal: string }) {
  return (
    <tr className={task.daysLate > 0 && task.state !== 'done' ? 'row-late' : undefined}>
      <td>{ordinal}</td>
      <th scope="row">
        <TaskLink task={task} />
      </th>
      <td>
        {task.products.map((product) => (
          <div key={product}>{product}</div>
        ))}
      </td>
      <td>
        <TaskDue task={task} />
      </td>
      <td>
        <UnitNames units={task.leads} />
      </td>
      <td>
        <UnitNames units={task.coordinators} />
      </td>
      <td>
        <TaskStateTag state={task.state} />
      </td>
    </tr>
  );
}
