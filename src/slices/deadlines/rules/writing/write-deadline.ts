import { addDays, type CivilDate, dayOfMonth, monthOf, yearOf } from '../../../../kernel/civil-date.ts';
import type { Deadline, RecurringDeadline, RelativeDeadline } from '../deadline.ts';

type Window = Extract<Deadline, { kind: 'window' }>;

/**
 * A deadline as an administrative document words it; reading the phrase gives the same deadline.
 * A label is written only in a list (`writeDeadlines`), where it says which of several is meant.
 */
export function writeDeadline(deadline: Deadline): string {
  switch (deadline.kind) {
    case 'by':
      return `${deadline.inclusive ? 'Chậm nhất ngày' : 'Trước ngày'} ${paperDay(deadline.date)}`;
    case 'window':
      return writeWindow(deadline);
    case 'recurring':
      return writeRecurring(deadline);
    case 'continuous':
      return 'Thường xuyên';
    case 'relative':
      return writeRelative(deadline);
    case 'external':
      return deadline.text;
  }
}

/** Several deadlines of one cell, each after its label: "Báo cáo 6 tháng: Trước ngày 10/6/2024; …". */
export function writeDeadlines(deadlines: readonly Deadline[]): string {
  return deadlines
    .map((deadline) => (deadline.label === undefined ? '' : `${deadline.label}: `) + writeDeadline(deadline))
    .join('; ');
}

const two = (value: number): string => String(value).padStart(2, '0');

/** A zero before days below ten and before January and February only. @source Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.4 */
function paperDay(day: CivilDate): string {
  return `${paperDayAndMonth(dayOfMonth(day), monthOf(day))}/${yearOf(day)}`;
}

function paperDayAndMonth(day: number, month: number): string {
  return `${two(day)}/${paperMonth(month)}`;
}

function paperMonth(month: number): string {
  return month <= 2 ? two(month) : String(month);
}

const QUARTERS = ['I', 'II', 'III', 'IV'] as const;

function writeWindow({ from, to }: Window): string {
  const isWhole = dayOfMonth(from) === 1 && dayOfMonth(addDays(to, 1)) === 1;
  if (!isWhole || from > to) return `Từ ngày ${paperDay(from)} đến ngày ${paperDay(to)}`;
  const [first, last, firstYear, lastYear] = [monthOf(from), monthOf(to), yearOf(from), yearOf(to)];
  if (first === 1 && last === 12) {
    return firstYear === lastYear ? `Trong năm ${firstYear}` : `Từ năm ${firstYear} đến năm ${lastYear}`;
  }
  if (firstYear === lastYear && first === 1 && last === 6) return `6 tháng đầu năm ${firstYear}`;
  if (firstYear === lastYear && first === 7 && last === 12) return `6 tháng cuối năm ${firstYear}`;
  const isOfQuarters = first % 3 === 1 && last % 3 === 0;
  const [start, end] = isOfQuarters
    ? [quarterOf(first, firstYear), quarterOf(last, lastYear)]
    : [`tháng ${paperMonth(first)}/${firstYear}`, `tháng ${paperMonth(last)}/${lastYear}`];
  return start === end ? `Trong ${start}` : `Từ ${start} đến ${end}`;
}

function quarterOf(month: number, year: number): string {
  return `quý ${QUARTERS[Math.ceil(month / 3) - 1]}/${year}`;
}

const EACH: Readonly<Record<RecurringDeadline['every'], string>> = {
  week: 'hằng tuần',
  month: 'hằng tháng',
  quarter: 'hằng quý',
  'half-year': 'mỗi 6 tháng',
  year: 'hằng năm',
  'reporting-period': 'hằng kỳ báo cáo',
};

const WEEKDAYS = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'] as const;

function writeRecurring(deadline: RecurringDeadline): string {
  const { every, day, month, of, inclusive, weekday = null } = deadline;
  if (every === 'week') {
    const name = weekday === null ? null : WEEKDAYS[weekday - 1];
    return capital(name ? bounded(`${name} ${EACH.week}`, inclusive) : EACH.week);
  }
  if (every === 'year' && month !== null) {
    const date = day === null ? `tháng ${month}` : `ngày ${paperDayAndMonth(day, month)}`;
    return capital(bounded(`${date} ${EACH.year}`, inclusive));
  }
  if (day === null && of === null) return every === 'half-year' ? 'Định kỳ 6 tháng' : capital(EACH[every]);
  return writeDayOfPeriod(deadline);
}

/** Months by their place in a period: "tháng cuối quý", "tháng tiếp theo". */
const MONTHS: Readonly<Record<string, string>> = {
  'month next-month': 'tháng tiếp theo',
  'quarter last-month': 'tháng cuối quý',
  'quarter next-month': 'tháng đầu quý sau',
  'reporting-period last-month': 'tháng cuối kỳ báo cáo',
  'reporting-period next-month': 'tháng tiếp theo kỳ báo cáo',
  'half-year last-month': 'tháng cuối kỳ',
  'half-year next-month': 'tháng tiếp theo',
};

function writeDayOfPeriod({ every, day, of, inclusive }: RecurringDeadline): string {
  const month = MONTHS[`${every} ${of}`];
  const opening = every === 'half-year' && month !== undefined ? 'Định kỳ 6 tháng, ' : '';
  if (day === null) return capital(`${opening}${inclusive ? 'trong' : 'trước'} ${month ?? EACH[every]}`);
  const place = month === undefined ? EACH[every] : `của ${month}`;
  return capital(opening + bounded(`ngày ${two(day)} ${place}`, inclusive));
}

function bounded(date: string, inclusive: boolean): string {
  return inclusive ? date : `trước ${date}`;
}

const UNITS: Readonly<Record<RelativeDeadline['unit'], string>> = {
  'working-day': 'ngày làm việc',
  day: 'ngày',
  'working-hour': 'giờ làm việc',
  month: 'tháng',
};

function writeRelative({ amount, unit, direction, event }: RelativeDeadline): string {
  const length = `${two(amount)} ${UNITS[unit]}`;
  if (direction === 'after') return `Trong thời hạn ${length}${event === '' ? '' : ` kể từ khi ${event}`}`;
  return event === '' ? `Trước ${length}` : `Ít nhất ${length} trước khi ${event}`;
}

function capital(phrase: string): string {
  return phrase.charAt(0).toUpperCase() + phrase.slice(1);
}
