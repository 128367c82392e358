import { addDays, type CivilDate, daysInMonth, weekdayOf } from '../../../../kernel/civil-date.ts';
import { civilDay } from './civil-day.ts';

/** A day that a regime names without its year: `years` −1 is the year before the report's. */
export type DayInYear = { readonly years: -1 | 0 | 1; readonly month: number; readonly day: number | 'last' };

/** A report of a regime: which figures it covers. */
export type PeriodRule = {
  readonly id: string;
  readonly name: string;
  readonly length: 'week' | 'month' | 'quarter' | 'half-year' | 'nine-months' | 'year';
  readonly from: DayInYear;
  readonly to: DayInYear;
};

/** Which reports a year has, and the days their figures cover. A new regime is data. */
export type ReportingRegime = {
  readonly id: string;
  readonly name: string;
  readonly source: string;
  readonly periods: readonly PeriodRule[];
};

/** One period of one year; both days count. */
export type Period = {
  readonly id: string;
  readonly name: string;
  readonly length: PeriodRule['length'];
  readonly firstDay: CivilDate;
  readonly lastDay: CivilDate;
};

/** The periods of a year under a regime, in the regime's order. @param year 1–9998 */
export function periodsOf(regime: ReportingRegime, year: number): Period[] {
  return regime.periods.map(({ id, name, length, from, to }) => ({
    id,
    name: `${name}/${year}`,
    length,
    firstDay: dayOf(from, year),
    lastDay: dayOf(to, year),
  }));
}

function dayOf({ years, month, day }: DayInYear, year: number): CivilDate {
  return civilDay(year + years, month, day === 'last' ? daysInMonth(year + years, month) : day);
}

/** Weeks from Monday to Sunday whose Thursday lies in the year (ISO 8601), so that each week belongs to one year. */
export function weeksOf(year: number): Period[] {
  const fourth = civilDay(year, 1, 4);
  const weeks: Period[] = [];
  let firstDay = addDays(fourth, 1 - weekdayOf(fourth));
  for (let number = 1; addDays(firstDay, 3) <= civilDay(year, 12, 31); number += 1) {
    weeks.push({
      id: `W${number}`,
      name: `Tuần ${number}/${year}`,
      length: 'week',
      firstDay,
      lastDay: addDays(firstDay, 6),
    });
    firstDay = addDays(firstDay, 7);
  }
  return weeks;
}
