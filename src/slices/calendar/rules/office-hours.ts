import type { Weekday } from '../../../kernel/civil-date.ts';

/** Part of a day in which the office works: minutes after midnight, `until` not included. */
export type Session = { readonly from: number; readonly until: number };

/** The sessions of each weekday, in order and apart; a weekday without sessions is a day of rest. */
export type WeekPattern = Readonly<Record<Weekday, readonly Session[]>>;

const MORNING: Session = { from: 7 * 60, until: 11 * 60 + 30 };
const AFTERNOON: Session = { from: 13 * 60 + 30, until: 17 * 60 };
const OFFICE_DAY: readonly Session[] = [MORNING, AFTERNOON];

/** Monday to Friday, 7:00–11:30 and 13:30–17:00. @source domain.md §9.1; each province may decide other hours */
export const STANDARD_WEEK: WeekPattern = {
  1: OFFICE_DAY,
  2: OFFICE_DAY,
  3: OFFICE_DAY,
  4: OFFICE_DAY,
  5: OFFICE_DAY,
  6: [],
  7: [],
};

export function minutesOf(sessions: readonly Session[]): number {
  return sessions.reduce((sum, { from, until }) => sum + until - from, 0);
}

/** Working minutes of a day that lie before a minute of it. */
export function minutesBefore(sessions: readonly Session[], minute: number): number {
  let sum = 0;
  for (const { from, until } of sessions) sum += Math.max(0, Math.min(minute, until) - from);
  return sum;
}

/** Whether sessions stand in order, apart and inside one day. */
export function areSessions(sessions: readonly Session[]): boolean {
  let end = 0;
  for (const { from, until } of sessions) {
    if (!Number.isInteger(from) || !Number.isInteger(until) || from < end || until <= from || until > 24 * 60)
      return false;
    end = until;
  }
  return true;
}
