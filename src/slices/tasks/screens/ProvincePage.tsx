import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, type WatchProvinceTasksAnswer } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { useYear } from '../../../web/session/session.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { DataTable } from '../../../web/ui/DataTable.tsx';
import { dayText } from '../../../web/ui/moments.ts';
import { PageHead } from '../../../web/ui/PageHead.tsx';
import { EmptyState, Loaded } from '../../../web/ui/States.tsx';
import { StatusTag, type Tone } from '../../../web/ui/StatusTag.tsx';
import { useUnits } from '../../units/screens/use-units.ts';
import { TaskViews } from './TaskViews.tsx';
import { TaskLink, TaskStateTag } from './task-parts.tsx';

type Watched = WatchProvinceTasksAnswer['tasks'][number];
const tones = {
  done: 'good',
  late: 'late',
  'will-be-late': 'risk',
  'at-risk': 'risk',
  'on-track': 'plain',
  'open-ended': 'plain',
} as const satisfies Record<Watched['outlook'], Tone>;
const REGISTER = 'assigned-tasks';

/** Tasks given by the province, with lateness seen before it happens. */
export function Page() {
  const t = useTexts();
  const year = useYear();
  const query = useQuery({
    queryKey: ['province-tasks', year],
    queryFn: ({ signal }) => api.watchProvinceTasks({ query: { year }, signal }),
  });
  const tasks = query.data?.tasks ?? [];
  const count = (...outlooks: Watched['outlook'][]): number =>
    tasks.filter(({ outlook }) => outlooks.includes(outlook)).length;
  return (
    <>
      <PageHead
        title={t('province.provinceTitle')}
        lead={
          query.data
            ? t('province.provinceLead', {
                late: count('late'),
                foreseen: count('will-be-late', 'at-risk'),
                count: tasks.length,
              })
            : undefined
        }
        actions={
          <Link className="link-button" to="/registers/$key" params={{ key: REGISTER }}>
            {t('province.openRegister')}
          </Link>
        }
      />
      <TaskViews />
      <Loaded query={query}>
        {(answer) =>
          answer.tasks.length === 0 ? (
            <EmptyState>{t('province.noProvince')}</EmptyState>
          ) : (
            <Card>
              <ProvinceTable tasks={answer.tasks} />
            </Card>
          )
        }
      </Loaded>
    </>
  );
}

function ProvinceTable({ tasks }: { tasks: readonly Watched[] }) {
  const t = useTexts();
  const { byId } = useUnits();
  return (
    <DataTable
      stacks
      caption={t('province.provinceTitle')}
      rows={tasks}
      keyOf={({ taskId }) => taskId}
      toneOf={({ outlook }) => (outlook === 'late' ? 'late' : outlook === 'will-be-late' ? 'risk' : undefined)}
      columns={[
        {
          key: 'title',
          title: t('task.task'),
          isRowHeader: true,
          isWide: true,
          value: ({ title }) => title,
          show: (task) => <TaskLink task={task} />,
        },
        {
          key: 'unit',
          title: t('task.lead'),
          value: ({ leadId }) => (leadId ? (byId.get(leadId)?.shortName ?? leadId) : ''),
        },
        {
          key: 'due',
          title: t('tasks.dueDay'),
          value: ({ nextOn }) => nextOn,
          show: ({ nextOn, originalDueOn }) => (
            <>
              {nextOn ? dayText(nextOn) : ''}
              {originalDueOn && originalDueOn !== nextOn ? (
                <div className="soft">{t('tasks.original', { day: dayText(originalDueOn) })}</div>
              ) : null}
            </>
          ),
        },
        {
          key: 'percent',
          title: t('tasks.percent'),
          align: 'end',
          value: ({ percent, state }) => (state === 'done' ? 100 : percent),
        },
        {
          key: 'state',
          title: t('task.stateTitle'),
          value: ({ state }) => state,
          show: ({ state }) => <TaskStateTag state={state} />,
        },
        {
          key: 'outlook',
          title: t('province.outlook'),
          value: ({ outlook }) => outlook,
          show: ({ outlook }) => <StatusTag tone={tones[outlook]}>{t(`province.outlook.${outlook}`)}</StatusTag>,
        },
      ]}
    />
  );
}
