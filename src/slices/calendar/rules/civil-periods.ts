import { addDays, addMonths, type CivilDate } from '../../../kernel/civil-date.ts';
import type { Outcome } from '../../../kernel/outcome.ts';
import type { CalendarGap, WorkingCalendar } from './working-calendar.ts';
import { moveToWorkingDay } from './working-days.ts';

/**
 * Last day of a period of calendar days: the first day is not counted, a last day off moves to the next working day.
 *
 * @param days whole number; negative counts back
 * @source Bộ luật Dân sự 2015, điều 147.2, 148.1 and 148.5
 */
export function endOfDays(calendar: WorkingCalendar, from: CivilDate, days: number): Outcome<CivilDate, CalendarGap> {
  return moveToWorkingDay(calendar, addDays(from, days), 'next');
}

/**
 * Last day of a period of months: the same day of the month, else its last day, moved on from a day off.
 *
 * @source Bộ luật Dân sự 2015, điều 148.3 and 148.5
 */
export function endOfMonths(
  calendar: WorkingCalendar,
  from: CivilDate,
  months: number,
): Outcome<CivilDate, CalendarGap> {
  return moveToWorkingDay(calendar, addMonths(from, months), 'next');
}
