import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { api, type GetTaskAnswer } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { figureText } from '../../../web/ui/figures.ts';
import { dayText } from '../../../web/ui/moments.ts';
import { PageHead } from '../../../web/ui/PageHead.tsx';
import { Loaded } from '../../../web/ui/States.tsx';
import { StatusTag } from '../../../web/ui/StatusTag.tsx';
import { ExtensionPanel } from './ExtensionPanel.tsx';
import { OccurrencePanel } from './OccurrencePanel.tsx';
import { PartPanel } from './PartPanel.tsx';
import { People } from './People.tsx';
import { ProductPanel } from './ProductPanel.tsx';
import { StartPanel } from './StartPanel.tsx';
import { StepPanel } from './StepPanel.tsx';
import { TaskHistory } from './TaskHistory.tsx';
import { TaskSteps } from './TaskSteps.tsx';
import { TaskDue, TaskLink, type TaskOnScreen, TaskStateTag, UnitNames } from './task-parts.tsx';
import { useSeeMentions } from './use-see-mentions.ts';
import './tasks.css';

/** One task: what, product, lead, deadline in words and as a day, points at stake, steps, history. */
export function Page() {
  const { taskId = '' } = useParams({ strict: false });
  const query = useQuery({
    queryKey: ['task', taskId],
    queryFn: ({ signal }) => api.getTask({ path: { taskId }, signal }),
  });
  return <Loaded query={query}>{(answer) => <TaskView answer={answer} />}</Loaded>;
}

/** Today in the office, as the browser's clock has it: only for drawing. */
const todayText = (): string => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);

function TaskView({ answer }: { answer: GetTaskAnswer }) {
  const t = useTexts();
  const { task, may, parent } = answer;
  useSeeMentions(task.taskId);
  return (
    <>
      <PageHead
        title={task.title}
        lead={
          <>
            <TaskStateTag state={task.state} /> <TaskDue task={task} />
            {parent ? (
              <div>
                {t('tasks.partOf')}
                <TaskLink task={parent} />
              </div>
            ) : null}
          </>
        }
        crumbs={[
          <Link key="tasks" to="/tasks">
            {t('task.tasks')}
          </Link>,
        ]}
        actions={
          may.change ? (
            <Link className="strong-link plain" to="/tasks/$taskId/edit" params={{ taskId: task.taskId }}>
              {t('task.editTask')}
            </Link>
          ) : null
        }
      />
      <div className="grid">
        <div className="wide-7 stack">
          <TaskSteps answer={answer} />
          <OccurrencePanel answer={answer} today={todayText()} />
          <ProductPanel answer={answer} />
          <StepPanel answer={answer} />
          <TaskHistory events={answer.events} />
        </div>
        <div className="wide-5 stack">
          <Facts task={task} />
          <StartPanel answer={answer} />
          <ExtensionPanel answer={answer} />
          <AtStake answer={answer} />
          <PartPanel answer={answer} />
          <People answer={answer} />
        </div>
      </div>
    </>
  );
}

/** The rule that gives the day, in words. */
function DueRule({ task }: { task: TaskOnScreen }) {
  const t = useTexts();
  if (task.dueKind === 'day') return t('task.kind.day', { day: dayText(task.dueOn ?? '') });
  if (task.dueKind === 'recurring' && task.nextOn) return t('task.kind.recurringNext', { day: dayText(task.nextOn) });
  return t(`task.kind.${task.dueKind}`);
}

/** A worded day that is a day off: what each rule makes of it. */
function DayOffNote({ dayOff }: Pick<TaskOnScreen, 'dayOff'>) {
  const t = useTexts();
  if (!dayOff) return null;
  const day = (one: string | null) => (one === null ? t('task.outsideCalendar') : dayText(one));
  const { wordedOn, previous, next } = dayOff;
  return <span>{t('task.dayOff', { day: day(wordedOn), previous: day(previous), next: day(next) })}</span>;
}

function Facts({ task }: { task: TaskOnScreen }) {
  const t = useTexts();
  return (
    <Card>
      <dl className="facts">
        <dt>{t('task.lead')}</dt>
        <dd>
          <UnitNames units={task.leads} />
        </dd>
        {task.coordinators.length ? (
          <>
            <dt>{t('task.coordinators')}</dt>
            <dd>
              <UnitNames units={task.coordinators} />
            </dd>
          </>
        ) : null}
        <dt>{t('tasks.origin')}</dt>
        <dd>
          {t(`tasks.origin.${task.origin}`)}
          {task.records.map(({ registerKey, recordId }) => (
            <div key={recordId}>
              <a href={`/registers/${registerKey}/records/${recordId}`}>{t('tasks.fromRecord')}</a>
            </div>
          ))}
        </dd>
        <dt>{t('task.deadline')}</dt>
        <dd>
          {task.deadlineText ?? t('task.noDeadlineText')}
          <div className="soft">
            <DueRule task={task} /> <DayOffNote dayOff={task.dayOff} />
          </div>
        </dd>
        <dt>{t('task.products')}</dt>
        <dd>
          {task.products.length === 0 ? <span className="soft">{t('task.noProducts')}</span> : null}
          <ul className="plain-list">
            {task.products.map((product) => (
              <li key={product}>{product}</li>
            ))}
          </ul>
        </dd>
      </dl>
    </Card>
  );
}

function AtStake({ answer: { task, leaves } }: { answer: GetTaskAnswer }) {
  const t = useTexts();
  return (
    <Card title={t('task.pointsAtStake')}>
      {task.deficits.length + leaves.length === 0 ? <p className="soft">{t('task.noDeficits')}</p> : null}
      <ul className="things">
        {task.deficits.map(({ deficitId, criterion, lost }) => (
          <li key={deficitId}>
            {lost === null ? (
              <StatusTag>{t('task.noPoints')}</StatusTag>
            ) : (
              <StatusTag tone="teal">+{figureText(lost)}</StatusTag>
            )}
            <span>{criterion}</span>
          </li>
        ))}
        {leaves.map(({ code, name, max, lost }) => (
          <li key={code}>
            <StatusTag tone="teal">
              {lost === null ? t('tasks.leafMax', { max: figureText(max ?? '0') }) : `+${figureText(lost)}`}
            </StatusTag>
            <Link to="/index/leaves/$leafCode" params={{ leafCode: code }}>
              {t('tasks.leaf', { code })} · {name}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
