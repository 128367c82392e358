import { type CivilDate, dayNumberOf, daysInMonth, fromDayNumber } from '../../../../kernel/civil-date.ts';

/** A day of a month that exists; a day past the month's end is its last day (30 February is 28 or 29 February). */
export function civilDay(year: number, month: number, day: number): CivilDate {
  return fromDayNumber(dayNumberOf(year, month, Math.min(day, daysInMonth(year, month))));
}

/** The same some months on: month 13 is January of the next year. */
export function dayOfMonthAt(year: number, month: number, day: number): CivilDate {
  const index = year * 12 + month - 1;
  return civilDay(Math.floor(index / 12), (index % 12) + 1, day);
}
