import { addDays, addMonths, type CivilDate, daysInMonth, makeCivilDate } from '../../../kernel/civil-date.ts';
import type { RecurringDeadline } from '../../deadlines/index.ts';

/** Months of one period; a week is shorter than a month and has no row of days here. */
const MONTHS = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const;

/**
 * Days of a recurring deadline in a calendar year: the last day on time of each period.
 *
 * @param year 2000–2100
 * @returns nothing where no day is named, for weeks and for reporting periods, whose bounds another regime sets
 */
export function recurringDays(deadline: RecurringDeadline, year: number): CivilDate[] {
  const { every, day, month, of, inclusive } = deadline;
  if (day === null || every === 'week' || every === 'reporting-period') return [];
  const span = MONTHS[every];
  const endMonths = Array.from({ length: 12 / span }, (_, at) => (at + 1) * span);
  const months = every === 'year' && month !== null ? [month] : endMonths;
  return months.flatMap((one) => {
    const first = makeCivilDate(year, one, 1);
    if (first === null) return [];
    const start = of === 'next-month' ? addMonths(first, 1) : first;
    const length = daysInMonth(Number(start.slice(0, 4)), Number(start.slice(5, 7)));
    return [addDays(start, Math.min(day, length) - (inclusive ? 1 : 2))];
  });
}
