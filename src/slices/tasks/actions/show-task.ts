import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { AgencyId } from '../../../kernel/ids.ts';
import type { Context } from '../../../server/context.ts';
import { isWorkingDay, moveToWorkingDay } from '../../calendar/index.ts';
import type { OfficeRules } from '../../deadlines/index.ts';
import { daysLate, dueOf } from '../rules/task.ts';
import { deadlinesOf } from '../rules/task-shapes.ts';
import { workingDaysLeft } from '../rules/working-days-left.ts';
import type { Task } from '../store/tasks.ts';
import { officeRulesOf } from './office-rules.ts';

/** A task with what today makes of its deadlines. */
export type ShownTask = Task & {
  /** Against the day promised now. */
  daysLate: number;
  /** Against the day that was set first; the same where nothing was extended. */
  daysLateOriginal: number;
  workingDaysLeft: number | null;
  /** Where the worded day is a day off: that day and the working days on either side of it. */
  dayOff: DayOff | null;
};

type DayOff = { wordedOn: CivilDate; next: CivilDate | null; previous: CivilDate | null };

function dayOffOf(task: Task, rules: OfficeRules): DayOff | null {
  const wordedOn = dueOf(deadlinesOf(task.deadlines)).dueOn;
  if (wordedOn === null || isWorkingDay(rules.calendar, wordedOn) !== false) return null;
  const [next, previous] = [
    moveToWorkingDay(rules.calendar, wordedOn, 'next'),
    moveToWorkingDay(rules.calendar, wordedOn, 'previous'),
  ];
  return { wordedOn, next: next.ok ? next.value : null, previous: previous.ok ? previous.value : null };
}

export function showTask(task: Task, today: CivilDate, rules: OfficeRules): ShownTask {
  const day = task.dueOn ?? task.nextOn;
  return {
    ...task,
    daysLate: daysLate({ ...task, day }, today),
    daysLateOriginal: daysLate({ ...task, day: task.originalDueOn ?? day }, today),
    workingDaysLeft: day === null ? null : workingDaysLeft(rules.calendar, today, day),
    dayOff: dayOffOf(task, rules),
  };
}

/** Tasks as the agency's calendar counts them today. */
export async function showTasks(
  context: Pick<Context, 'database' | 'clock'>,
  agencyId: AgencyId,
  tasks: readonly Task[],
): Promise<ShownTask[]> {
  const rules = await officeRulesOf(context.database, agencyId);
  const today = context.clock.today();
  return tasks.map((task) => showTask(task, today, rules));
}
