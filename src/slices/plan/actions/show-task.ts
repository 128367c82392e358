import type { CivilDate } from '../../../kernel/civil-date.ts';
import { deadlinesOf } from '../rules/draft.ts';
import { nextDayOf } from '../rules/next-day.ts';
import { daysLate } from '../rules/task.ts';
import { workingDaysLeft } from '../rules/working-days-left.ts';
import type { Task } from '../store/tasks.ts';
import { officeRules } from './office-rules.ts';

/** A task with what today makes of its deadlines: the next occurrence, how late it is, how many working days are left. */
export function showTask(task: Task, today: CivilDate) {
  const nextOn = task.dueOn === null ? nextDayOf(deadlinesOf(task.deadlines), today, officeRules) : null;
  const day = task.dueOn ?? nextOn;
  return {
    ...task,
    nextOn,
    daysLate: daysLate(task, today),
    workingDaysLeft: day === null ? null : workingDaysLeft(officeRules.calendar, today, day),
  };
}
