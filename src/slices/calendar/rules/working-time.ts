import { yearOf } from '../../../kernel/civil-date.ts';
import { accept, type Outcome, refuse } from '../../../kernel/outcome.ts';
import { dayNumberAt, type OfficeMoment, officeMoment } from './moment.ts';
import { minutesBefore, type Session } from './office-hours.ts';
import { type CalendarGap, sessionsOf, type WorkingCalendar } from './working-calendar.ts';
import { gapFrom } from './working-days.ts';

/** Working minutes from the start of the calendar to a moment; null outside the calendar. */
function elapsedAt(calendar: WorkingCalendar, moment: OfficeMoment): number | null {
  const day = dayNumberAt(moment);
  const sessions = sessionsOf(calendar, day);
  const before = calendar.minutesBefore[day - calendar.firstDay];
  return sessions && before !== undefined ? before + minutesBefore(sessions, moment.minute) : null;
}

/**
 * The earliest moment at which so much working time is used up: 11:30, not 13:30.
 *
 * @param minutes working minutes, 0 or more; 0 answers the moment itself
 * @source Bộ luật Dân sự 2015, điều 147.1: a period in hours starts at the moment; working hours run in office hours only
 */
export function addWorkingMinutes(
  calendar: WorkingCalendar,
  from: OfficeMoment,
  minutes: number,
): Outcome<OfficeMoment, CalendarGap> {
  const elapsed = elapsedAt(calendar, from);
  if (elapsed === null) return refuse({ code: 'calendar-gap', missingYear: yearOf(from.day) });
  if (minutes === 0) return accept(from);
  const target = elapsed + minutes;
  const index = firstDayReaching(calendar, target);
  if (index === null) return refuse(gapFrom(calendar, from.day, 'after'));
  const rest = target - (calendar.minutesBefore[index] ?? 0);
  const sessions = sessionsOf(calendar, calendar.firstDay + index) ?? [];
  return accept(officeMoment(calendar.firstDay + index, minuteWhenUsedUp(sessions, rest)));
}

/**
 * The latest moment from which so much working time is left until `until`.
 *
 * @param minutes working minutes, 0 or more
 */
export function subtractWorkingMinutes(
  calendar: WorkingCalendar,
  until: OfficeMoment,
  minutes: number,
): Outcome<OfficeMoment, CalendarGap> {
  const elapsed = elapsedAt(calendar, until);
  if (elapsed === null) return refuse({ code: 'calendar-gap', missingYear: yearOf(until.day) });
  if (minutes === 0) return accept(until);
  const target = elapsed - minutes;
  if (target < 0) return refuse(gapFrom(calendar, until.day, 'before'));
  const index = firstDayReaching(calendar, target + 1) ?? 0;
  const rest = target - (calendar.minutesBefore[index] ?? 0);
  const sessions = sessionsOf(calendar, calendar.firstDay + index) ?? [];
  return accept(officeMoment(calendar.firstDay + index, minuteWhenUsedUp(sessions, rest + 1) - 1));
}

/** Working minutes from one moment to a later one; null outside the calendar or where the second is earlier. */
export function workingMinutesBetween(calendar: WorkingCalendar, from: OfficeMoment, to: OfficeMoment): number | null {
  const [start, end] = [elapsedAt(calendar, from), elapsedAt(calendar, to)];
  const isBackwards = to.day < from.day || (to.day === from.day && to.minute < from.minute);
  return start === null || end === null || isBackwards ? null : end - start;
}

/** The moment itself in office hours, else when the office next opens. Arrivals outside office hours count from then. */
export function nextWorkingMoment(calendar: WorkingCalendar, from: OfficeMoment): Outcome<OfficeMoment, CalendarGap> {
  const used = addWorkingMinutes(calendar, from, 1);
  if (!used.ok) return used;
  const { day, minute } = used.value;
  return accept(minute === 0 ? from : { day, minute: minute - 1 });
}

/** Index of the first day by whose end the sum of working minutes is reached: a binary search over the calendar. */
function firstDayReaching(calendar: WorkingCalendar, target: number): number | null {
  const sums = calendar.minutesBefore;
  if (target > (sums[calendar.dayCount] ?? 0)) return null;
  let low = 0;
  let high = calendar.dayCount - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle + 1] ?? 0) >= target) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Minute of the day at whose start so many working minutes are over. */
function minuteWhenUsedUp(sessions: readonly Session[], minutes: number): number {
  let rest = minutes;
  for (const { from, until } of sessions) {
    if (rest <= until - from) return from + rest;
    rest -= until - from;
  }
  return sessions[sessions.length - 1]?.until ?? 0;
}
