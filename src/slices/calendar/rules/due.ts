import { type CivilDate, yearOf } from '../../../kernel/civil-date.ts';
import { accept, type Outcome, refuse } from '../../../kernel/outcome.ts';
import { endOfDays, endOfMonths } from './civil-periods.ts';
import { formatOfficeMoment, type OfficeMoment } from './moment.ts';
import type { CalendarGap, WorkingCalendar } from './working-calendar.ts';
import { addWorkingDays, gapFrom } from './working-days.ts';
import { addWorkingMinutes, subtractWorkingMinutes } from './working-time.ts';

/** A length of time in one of the four units that documents use. */
export type Period = {
  readonly amount: number;
  readonly unit: 'working-day' | 'working-hour' | 'day' | 'month';
  readonly direction: 'after' | 'before';
};

export type DueRefusal = CalendarGap | { readonly code: 'amount-out-of-range' };

/**
 * When a period ends: the day (2024-02-19), or for working hours the moment (2024-02-06T09:00).
 *
 * @returns refused where the calendar does not reach, or for an amount that is negative or broken (hours may be broken into whole minutes)
 * @source Bộ luật Dân sự 2015, điều 147, 148; domain.md §3.3
 */
export function dueAfter(calendar: WorkingCalendar, from: OfficeMoment, period: Period): Outcome<string, DueRefusal> {
  const { amount, unit, direction } = period;
  const units = unit === 'working-hour' ? amount * 60 : amount;
  if (!Number.isInteger(units) || amount < 0) return refuse({ code: 'amount-out-of-range' });
  if (unit === 'working-hour') {
    const shift = direction === 'after' ? addWorkingMinutes : subtractWorkingMinutes;
    const moment = shift(calendar, from, units);
    return moment.ok ? accept(formatOfficeMoment(moment.value)) : moment;
  }
  return endOfPeriod(calendar, from.day, { ...period, amount: direction === 'after' ? amount : -amount });
}

function endOfPeriod(
  calendar: WorkingCalendar,
  from: CivilDate,
  { amount, unit }: Period,
): Outcome<string, DueRefusal> {
  if (unit === 'working-day') return addWorkingDays(calendar, from, amount);
  const years = unit === 'month' ? amount / 12 : amount / 365;
  const year = Math.floor(yearOf(from) + years);
  if (year < 1 || year > 9998) return refuse(gapFrom(calendar, from, amount > 0 ? 'after' : 'before'));
  return unit === 'month' ? endOfMonths(calendar, from, amount) : endOfDays(calendar, from, amount);
}
