import type { CivilDate } from '../../../kernel/civil-date.ts';
import { type WorkingCalendar, workingDaysBetween } from '../../calendar/index.ts';

/**
 * Working days from today to the due day, today not counted: 0 on the day itself, negative once it has passed.
 *
 * @returns null where the calendar does not reach
 */
export function workingDaysLeft(calendar: WorkingCalendar, today: CivilDate, dueOn: CivilDate): number | null {
  if (today <= dueOn) return workingDaysBetween(calendar, today, dueOn);
  const late = workingDaysBetween(calendar, dueOn, today);
  return late === null ? null : -late;
}
