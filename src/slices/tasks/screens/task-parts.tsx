import { Link } from '@tanstack/react-router';
import { Decimal } from '../../../kernel/decimal.ts';
import type { FindTasksAnswer } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { useSession } from '../../../web/session/session.ts';
import { DueBadge } from '../../../web/ui/DueBadge.tsx';
import { figureText } from '../../../web/ui/figures.ts';
import { dayText } from '../../../web/ui/moments.ts';
import { StatusTag, type Tone, UnitName } from '../../../web/ui/StatusTag.tsx';
import { useUnits } from '../../units/screens/use-units.ts';

export type TaskOnScreen = FindTasksAnswer['tasks'][number];
export type TaskState = TaskOnScreen['state'];

const stateTones = {
  assigned: 'plain',
  accepted: 'plain',
  returned: 'risk',
  'in-progress': 'teal',
  'handed-in': 'teal',
  'sent-back': 'risk',
  done: 'good',
  dropped: 'plain',
} as const satisfies Record<TaskState, Tone>;

export function TaskStateTag({ state }: { state: TaskState }) {
  const t = useTexts();
  return <StatusTag tone={stateTones[state]}>{t(`task.state.${state}`)}</StatusTag>;
}

/** Points that the task may win back, summed; null where no tied loss states points. */
export function pointsOf({ deficits }: Pick<TaskOnScreen, 'deficits'>): string | null {
  const stated = deficits.flatMap(({ lost }) => (lost === null ? [] : [lost]));
  return stated.length ? stated.reduce((sum, lost) => sum.plus(lost), new Decimal(0)).toFixed() : null;
}

/** +1,25, or a dash where no points are tied. */
export function PointsTag({ task }: { task: Pick<TaskOnScreen, 'deficits'> }) {
  const t = useTexts();
  const points = pointsOf(task);
  if (points === null) return <abbr title={t('task.noPoints')}>–</abbr>;
  return <StatusTag tone="teal">+{figureText(points)}</StatusTag>;
}

/** The deadline in the document's words and the day it means; of a recurring task the next one. */
export function TaskDue({ task }: { task: TaskOnScreen }) {
  const t = useTexts();
  const { today } = useSession();
  const phrase = task.deadlineText ?? t('task.noDeadlineText');
  if (task.dueKind === 'continuous' && task.nextOn && task.daysLate === 0)
    return (
      <span className="due">
        {phrase} · <span className="soft nowrap">{t('task.checkOn', { day: dayText(task.nextOn) })}</span>
      </span>
    );
  return (
    <DueBadge
      phrase={
        task.dueOn === null && task.nextOn ? `${phrase} · ${t('task.nextOn', { day: dayText(task.nextOn) })}` : phrase
      }
      dueOn={task.dueOn ?? task.nextOn}
      today={today}
      workingDaysLeft={task.workingDaysLeft}
      isDone={task.state === 'done'}
      isLate={task.daysLate > 0}
    />
  );
}

/** Units as the office writes them; names that no unit was found for as the document writes them. */
export function UnitNames({ units }: { units: TaskOnScreen['leads'] }) {
  const { byId } = useUnits();
  return (
    <>
      {units.map(({ name, unitId }, place) => {
        const unit = unitId === null ? undefined : byId.get(unitId);
        return (
          <span key={name}>
            {place > 0 ? ', ' : ''}
            {unit ? <UnitName shortName={unit.shortName} name={unit.name} /> : name}
          </span>
        );
      })}
    </>
  );
}

export function TaskLink({ task }: { task: Pick<TaskOnScreen, 'taskId' | 'title'> }) {
  return (
    <Link to="/tasks/$taskId" params={{ taskId: task.taskId }}>
      {task.title}
    </Link>
  );
}
