import { type CivilDate, yearOf } from '../../../kernel/civil-date.ts';
import type { CalendarPlan, DayException } from './day-exception.ts';

/** What a day is to be: an exception, or null for an ordinary day of the week pattern. */
export type DayChange = { readonly day: CivilDate; readonly exception: DayException | null };

/** The plan with the days changed; a day named twice keeps the last word. */
export function changeDaysOf(plan: CalendarPlan, changes: readonly DayChange[]): CalendarPlan {
  const days = new Map(plan.exceptions.map((exception) => [exception.day, exception]));
  for (const { day, exception } of changes) {
    if (exception) days.set(day, exception);
    else days.delete(day);
  }
  const exceptions = [...days.values()].sort((one, other) => (one.day < other.day ? -1 : 1));
  return { ...plan, exceptions };
}

/** Days outside the plan's years: they would change nothing and are refused. */
export function daysOutside(plan: CalendarPlan, changes: readonly DayChange[]): CivilDate[] {
  return changes.map(({ day }) => day).filter((day) => yearOf(day) < plan.firstYear || yearOf(day) > plan.lastYear);
}
