import { type CivilDate, dayNumberOf, toDayNumber, weekdayOfNumber } from '../../../kernel/civil-date.ts';
import type { CalendarPlan, DayException } from './day-exception.ts';
import { minutesOf, type Session, type WeekPattern } from './office-hours.ts';

/** Asked for a day outside the calendar. @see refusal texts in `due.ts` */
export type CalendarGap = { readonly code: 'calendar-gap'; readonly missingYear: number };

/**
 * A calendar made ready for counting. Tables over the day numbers from `firstDay` on make "n working days after"
 * one look-up, however large n is.
 */
export type WorkingCalendar = {
  readonly plan: CalendarPlan;
  readonly firstDay: number;
  readonly dayCount: number;
  /** Working days before the i-th day; one entry more than days. */
  readonly workingDaysBefore: Int32Array;
  /** Working minutes before the i-th day; one entry more than days. */
  readonly minutesBefore: Int32Array;
  /** Day numbers of all working days, in order. */
  readonly workingDays: Int32Array;
  /** Index into `sessionKinds` for each day. */
  readonly kindOfDay: Uint8Array;
  readonly sessionKinds: readonly (readonly Session[])[];
};

const MOST_SESSION_KINDS = 255;

/**
 * Builds the tables of a calendar. A day excepted twice keeps the last exception.
 *
 * @throws {RangeError} for years in the wrong order or more kinds of days than a table can tell apart: a fault of the plan's author
 */
export function makeCalendar(plan: CalendarPlan): WorkingCalendar {
  if (plan.lastYear < plan.firstYear) throw new RangeError(`calendar ends in ${plan.lastYear} before it starts`);
  const firstDay = dayNumberOf(plan.firstYear, 1, 1);
  const dayCount = dayNumberOf(plan.lastYear + 1, 1, 1) - firstDay;
  const sessionKinds: (readonly Session[])[] = [];
  const kindOfDay = new Uint8Array(dayCount);
  const exceptions = new Map(plan.exceptions.map((exception) => [toDayNumber(exception.day) as number, exception]));
  const later = (plan.laterWeeks ?? []).map(({ from, week }) => ({ from: toDayNumber(from) as number, week }));
  let week = plan.week;
  for (let index = 0; index < dayCount; index += 1) {
    while (later[0] && later[0].from <= firstDay + index) week = later.shift()?.week ?? week;
    const sessions = sessionsOn(week, firstDay + index, exceptions.get(firstDay + index));
    kindOfDay[index] = kindIndex(sessionKinds, sessions);
  }
  return { plan, firstDay, dayCount, kindOfDay, sessionKinds, ...sumDays(firstDay, kindOfDay, sessionKinds) };
}

function sessionsOn(week: WeekPattern, day: number, exception: DayException | undefined): readonly Session[] {
  const weekday = weekdayOfNumber(day);
  if (!exception) return week[weekday];
  if (exception.kind === 'off') return [];
  if (exception.sessions) return exception.sessions;
  const full = weekday >= 6 ? week[1] : week[weekday];
  return exception.kind === 'half-day' ? full.slice(0, 1) : full;
}

function kindIndex(kinds: (readonly Session[])[], sessions: readonly Session[]): number {
  const known = kinds.findIndex((kind) => isSameDay(kind, sessions));
  if (known >= 0) return known;
  if (kinds.length > MOST_SESSION_KINDS) throw new RangeError('too many different working days in one calendar');
  return kinds.push(sessions) - 1;
}

function isSameDay(one: readonly Session[], other: readonly Session[]): boolean {
  if (one === other) return true;
  return (
    one.length === other.length &&
    one.every(({ from, until }, index) => other[index]?.from === from && other[index]?.until === until)
  );
}

type Sums = Pick<WorkingCalendar, 'workingDaysBefore' | 'minutesBefore' | 'workingDays'>;

function sumDays(firstDay: number, kindOfDay: Uint8Array, kinds: readonly (readonly Session[])[]): Sums {
  const minutesOfKind = kinds.map(minutesOf);
  const workingDaysBefore = new Int32Array(kindOfDay.length + 1);
  const minutesBefore = new Int32Array(kindOfDay.length + 1);
  const workingDays: number[] = [];
  kindOfDay.forEach((kind, index) => {
    const minutes = minutesOfKind[kind] ?? 0;
    if (minutes > 0) workingDays.push(firstDay + index);
    workingDaysBefore[index + 1] = workingDays.length;
    minutesBefore[index + 1] = (minutesBefore[index] ?? 0) + minutes;
  });
  return { workingDaysBefore, minutesBefore, workingDays: Int32Array.from(workingDays) };
}

/** The sessions of a day; null outside the calendar. */
export function sessionsOf(calendar: WorkingCalendar, day: number): readonly Session[] | null {
  const kind = calendar.kindOfDay[day - calendar.firstDay];
  return kind === undefined ? null : (calendar.sessionKinds[kind] ?? null);
}

/** Whether the office works on the day at all (a half-day counts); null outside the calendar. */
export function isWorkingDay(calendar: WorkingCalendar, day: CivilDate): boolean | null {
  const sessions = sessionsOf(calendar, toDayNumber(day));
  return sessions && sessions.length > 0;
}
