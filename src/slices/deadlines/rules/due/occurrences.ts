import { addDays, type CivilDate, monthOf, yearOf } from '../../../../kernel/civil-date.ts';
import { type DayOffRule, moveToWorkingDay, type WorkingCalendar } from '../../../calendar/index.ts';
import type { Deadline, RecurringDeadline } from '../deadline.ts';
import { civilDay, dayOfMonthAt } from './civil-day.ts';
import { type Period, periodsOf, type ReportingRegime, weeksOf } from './regime.ts';
import { PAR_REGIME, PLAIN_REGIME } from './regimes.ts';

/** One time that a deadline falls due. */
export type Occurrence = {
  /** Which report or stretch it is for; null for a single day. */
  readonly period: Period | null;
  /** Last day on which it is on time as the words say: the day before for "trước ngày". */
  readonly wordedDay: CivilDate;
  /** The same after the office's rule for days off; null where the calendar does not reach. */
  readonly dueOn: CivilDate | null;
  /** What the other rules would make of a day off; the worded day itself on a working day. */
  readonly choices: Readonly<Record<DayOffRule, CivilDate | null>>;
  readonly doubts: readonly string[];
};

export type OfficeRules = {
  readonly calendar: WorkingCalendar;
  readonly dayOffRule: DayOffRule;
  /** Whose periods "kỳ báo cáo" means; the PAR report where nothing is said. */
  readonly regime?: ReportingRegime;
};

/**
 * When a deadline falls due in a year.
 *
 * @param year the year of the period; a day in the month after its last period may lie in the next year
 * @returns in order of days; nothing for continuous, external and relative deadlines, which no calendar can place
 */
export function occurrencesOf(deadline: Deadline, year: number, rules: OfficeRules): Occurrence[] {
  switch (deadline.kind) {
    case 'by': {
      const day = deadline.inclusive ? deadline.date : addDays(deadline.date, -1);
      return yearOf(deadline.date) === year ? [placeDay(rules, { period: null, day, doubts: [] })] : [];
    }
    case 'window': {
      const isOfYear = yearOf(deadline.to) === year;
      const period: Period = { id: 'window', name: '', length: 'year', firstDay: deadline.from, lastDay: deadline.to };
      return isOfYear ? [placeDay(rules, { period, day: deadline.to, doubts: [] })] : [];
    }
    case 'recurring':
      return recur(deadline, year, rules);
    default:
      return [];
  }
}

type Placed = { readonly period: Period | null; readonly day: CivilDate; readonly doubts: readonly string[] };

function placeDay({ calendar, dayOffRule }: OfficeRules, { period, day, doubts }: Placed): Occurrence {
  const next = moveToWorkingDay(calendar, day, 'next');
  const isWorked = next.ok && next.value === day;
  const previous = isWorked ? next : moveToWorkingDay(calendar, day, 'previous');
  const choices = { stay: day, next: next.ok ? next.value : null, previous: previous.ok ? previous.value : null };
  return { period, wordedDay: day, dueOn: choices[dayOffRule], choices, doubts };
}

function recur(deadline: RecurringDeadline, year: number, rules: OfficeRules): Occurrence[] {
  return periodsFor(deadline, year, rules).map((period) => {
    const day = lastDayInTime(deadline, period);
    return placeDay(rules, { period, day, doubts: doubtsOf(deadline) });
  });
}

/** "trước ngày 12 hàng quý" leaves open which month: the last one is taken, as the reports of a quarter are due then. */
function doubtsOf({ every, day, month, of }: RecurringDeadline): readonly string[] {
  const isOpen = day !== null && of === null && month === null && every !== 'week' && every !== 'month';
  return isOpen ? ['month-assumed'] : [];
}

const LENGTHS = { month: 'month', quarter: 'quarter', 'half-year': 'half-year', year: 'year' } as const;

function periodsFor(
  { every }: RecurringDeadline,
  year: number,
  { regime = PAR_REGIME }: OfficeRules,
): readonly Period[] {
  if (every === 'week') return weeksOf(year);
  if (every === 'reporting-period') return periodsOf(regime, year);
  const length = LENGTHS[every];
  const ofLength = PLAIN_REGIME.periods.filter((period) => period.length === length);
  return periodsOf({ ...PLAIN_REGIME, periods: ofLength }, year);
}

function lastDayInTime(deadline: RecurringDeadline, period: Period): CivilDate {
  const named = namedDay(deadline, period);
  return deadline.inclusive ? named : addDays(named, -1);
}

/** The day the words name: of the period's last month, of the month after it, or its last day where none is said. */
function namedDay({ every, weekday, day, month, of, inclusive }: RecurringDeadline, period: Period): CivilDate {
  const [year, lastMonth] = [yearOf(period.lastDay), monthOf(period.lastDay)];
  if (every === 'week') return addDays(period.firstDay, (weekday ?? 7) - 1);
  if (every === 'year' && month !== null) {
    return day === null && !inclusive ? civilDay(year, month, 1) : civilDay(year, month, day ?? 31);
  }
  if (of === 'next-month') return dayOfMonthAt(year, lastMonth + 1, day ?? 31);
  if (of === 'last-month' && !inclusive && day === null) return civilDay(year, lastMonth, 1);
  return day === null ? period.lastDay : civilDay(year, lastMonth, day);
}
