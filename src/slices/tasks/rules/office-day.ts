import type { CivilDate } from '../../../kernel/civil-date.ts';
import { moveToWorkingDay } from '../../calendar/index.ts';
import type { Deadline, OfficeRules } from '../../deadlines/index.ts';
import { type Due, dueOf } from './task.ts';

/** Where a worded day ends by the office's rule for days off; the day itself where the calendar does not reach. */
export function officeDayOf(wordedOn: CivilDate, { calendar, dayOffRule }: OfficeRules): CivilDate {
  const moved = moveToWorkingDay(calendar, wordedOn, dayOffRule);
  return moved.ok ? moved.value : wordedOn;
}

/** What rules the end of a task with these deadlines, by the office's calendar and rule. */
export function officeDueOf(deadlines: readonly Deadline[], rules: OfficeRules): Due {
  const due = dueOf(deadlines);
  return due.dueOn === null ? due : { ...due, dueOn: officeDayOf(due.dueOn, rules) };
}
