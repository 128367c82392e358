import { type CivilDate, yearOf } from '../../../kernel/civil-date.ts';
import { type Deadline, type OfficeRules, occurrencesOf, periodicCheck } from '../../deadlines/index.ts';

/** What comes again: a recurring deadline as it is, "thường xuyên" as a check at the end of each month. */
function recurringOf(deadline: Deadline): Deadline | null {
  if (deadline.kind === 'recurring') return deadline;
  return deadline.kind === 'continuous' ? periodicCheck('month') : null;
}

/**
 * The next day on or after today on which something of a task is due again: an occurrence of a recurring deadline, or the
 * monthly check of a continuous task, which has no due day of its own.
 *
 * @returns null where nothing recurs, or the calendar does not reach
 */
export function nextDayOf(deadlines: readonly Deadline[], today: CivilDate, rules: OfficeRules): CivilDate | null {
  const years = [yearOf(today), yearOf(today) + 1];
  const days = deadlines
    .map(recurringOf)
    .filter((deadline) => deadline !== null)
    .flatMap((deadline) => years.flatMap((year) => occurrencesOf(deadline, year, rules)))
    .map(({ dueOn }) => dueOn)
    .filter((day) => day !== null && day >= today);
  return days.sort().at(0) ?? null;
}
