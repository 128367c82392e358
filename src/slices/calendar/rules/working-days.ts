import { type CivilDate, fromDayNumber, toDayNumber, yearOf } from '../../../kernel/civil-date.ts';
import { accept, type Outcome, refuse } from '../../../kernel/outcome.ts';
import { type CalendarGap, sessionsOf, type WorkingCalendar } from './working-calendar.ts';

/** Answer of `shiftWorkingDays` for a day outside the calendar: no day number is that small. */
export const OUTSIDE = Number.MIN_SAFE_INTEGER;

/**
 * The n-th working day after a day (before it, for negative n); the day itself does not count. On day numbers, for loops.
 *
 * @param count whole number other than 0
 * @returns a day number, or OUTSIDE
 */
export function shiftWorkingDays(calendar: WorkingCalendar, day: number, count: number): number {
  const index = day - calendar.firstDay;
  if (count > 0) {
    const known = index < 0 ? (index === -1 ? 0 : undefined) : calendar.workingDaysBefore[index + 1];
    return known === undefined ? OUTSIDE : (calendar.workingDays[known + count - 1] ?? OUTSIDE);
  }
  const known = calendar.workingDaysBefore[index];
  return known === undefined ? OUTSIDE : (calendar.workingDays[known + count] ?? OUTSIDE);
}

/**
 * Last day of a period of working days: the day of the event does not count.
 *
 * @param count working days: positive after the day, negative before it, 0 the day itself or the next working day
 * @source Bộ luật Dân sự 2015, điều 147.2, 148.1
 */
export function addWorkingDays(
  calendar: WorkingCalendar,
  from: CivilDate,
  count: number,
): Outcome<CivilDate, CalendarGap> {
  if (count === 0) return moveToWorkingDay(calendar, from, 'next');
  const day = shiftWorkingDays(calendar, toDayNumber(from), count);
  return day === OUTSIDE ? refuse(gapFrom(calendar, from, count > 0 ? 'after' : 'before')) : accept(fromDayNumber(day));
}

/** Working days later than `from` up to and including `to`; null where a day lies outside the calendar. */
export function workingDaysBetween(calendar: WorkingCalendar, from: CivilDate, to: CivilDate): number | null {
  if (to < from) return null;
  const [start, end] = [toDayNumber(from) - calendar.firstDay + 1, toDayNumber(to) - calendar.firstDay + 1];
  const [before, through] = [calendar.workingDaysBefore[start], calendar.workingDaysBefore[end]];
  return before === undefined || through === undefined ? null : through - before;
}

/** What an office does with a due day that falls on a day off. */
export type DayOffRule = 'stay' | 'next' | 'previous';

/** The day itself where it is worked on, else what the rule says. */
export function moveToWorkingDay(
  calendar: WorkingCalendar,
  day: CivilDate,
  rule: DayOffRule,
): Outcome<CivilDate, CalendarGap> {
  const number = toDayNumber(day);
  const sessions = sessionsOf(calendar, number);
  if (!sessions) return refuse({ code: 'calendar-gap', missingYear: yearOf(day) });
  if (sessions.length > 0 || rule === 'stay') return accept(day);
  const moved = shiftWorkingDays(calendar, number, rule === 'next' ? 1 : -1);
  return moved === OUTSIDE
    ? refuse(gapFrom(calendar, day, rule === 'next' ? 'after' : 'before'))
    : accept(fromDayNumber(moved));
}

/** The first year that the calendar would need to answer. */
export function gapFrom(calendar: WorkingCalendar, from: CivilDate, direction: 'after' | 'before'): CalendarGap {
  const { firstYear, lastYear } = calendar.plan;
  const year = yearOf(from);
  if (year < firstYear || year > lastYear) return { code: 'calendar-gap', missingYear: year };
  return { code: 'calendar-gap', missingYear: direction === 'after' ? lastYear + 1 : firstYear - 1 };
}
