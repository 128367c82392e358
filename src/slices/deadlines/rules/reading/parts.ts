import { daysInMonth } from '../../../../kernel/civil-date.ts';
import { type Read, readNumber } from './numbers.ts';
import { phraseTable } from './phrases.ts';
import { plainYear, type Reference, readMonth, readQuarter, readYear } from './references.ts';
import { type Token, tokenAt } from './tokens.ts';

const THIRDS: Readonly<Record<string, 0 | 1 | 2>> = { thuong: 0, trung: 1, ha: 2, dau: 0, giua: 1, cuoi: 2 };

const WEEK_NUMBERS = phraseTable<number>([
  ['dau|dau tien|thu nhat|thu 1|1|01', 1],
  ['thu hai|thu 2|2|02', 2],
  ['thu ba|thu 3|3|03', 3],
  ['thu tu|thu 4|4|04', 4],
  ['cuoi|cuoi cung', 5],
]);

/** "5 ngày đầu tháng 6", "tuần đầu tháng 6", "tuần cuối cùng của tháng 6": days from the month's start or to its end. */
export function readDaysOfMonth(tokens: readonly Token[], at: number): Read<Reference> | null {
  const days = readDaysOfPeriod(tokens, at);
  if (!days) return null;
  const joined = tokenAt(tokens, days.next).key === 'cua' ? days.next + 1 : days.next;
  const month = readMonth(tokens, joined);
  if (!month || month.value.firstMonth === null) return null;
  const { first, last } = days.value;
  const length = daysInMonth(2023, month.value.firstMonth);
  const stretch = last === null ? { firstDay: length + 1 - first, lastDay: null } : { firstDay: first, lastDay: last };
  return { value: { ...month.value, grain: 'part', ...stretch }, next: month.next };
}

/** "nửa đầu tháng 6": days 1–15. */
export function readHalfOfMonth(tokens: readonly Token[], at: number): Read<Reference> | null {
  const side = tokenAt(tokens, at + 1).key;
  if (tokenAt(tokens, at).key !== 'nua' || (side !== 'dau' && side !== 'cuoi')) return null;
  const month = readMonth(tokens, at + 2);
  const days = side === 'dau' ? { firstDay: 1, lastDay: 15 } : { firstDay: 16, lastDay: null };
  return month && { value: { ...month.value, grain: 'part', ...days }, next: month.next };
}

/** "10 ngày đầu" is days 1–10, "tuần thứ hai" 8–14; `last` null counts `first` days back from the end. */
export function readDaysOfPeriod(
  tokens: readonly Token[],
  at: number,
): Read<{ readonly first: number; readonly last: number | null }> | null {
  if (tokenAt(tokens, at).key === 'tuan') {
    const week = WEEK_NUMBERS(tokens, at + 1);
    if (!week) return null;
    const last = week.value * 7;
    return { value: week.value === 5 ? { first: 7, last: null } : { first: last - 6, last }, next: week.next };
  }
  const count = readNumber(tokens, at);
  const side = count && tokenAt(tokens, count.next).key === 'ngay' ? tokenAt(tokens, count.next + 1).key : '';
  if (!count || count.value < 1 || count.value > 27 || (side !== 'dau' && side !== 'cuoi')) return null;
  const extra = ['tien', 'cung'].includes(tokenAt(tokens, count.next + 2).key) ? 1 : 0;
  const stretch = side === 'dau' ? { first: 1, last: count.value } : { first: count.value, last: null };
  return { value: stretch, next: count.next + 2 + extra };
}

/** "đầu tháng 3", "giữa quý II", "cuối năm 2024", "trung tuần tháng 6". */
export function readPart(tokens: readonly Token[], at: number): Read<Reference> | null {
  const third = THIRDS[tokenAt(tokens, at).key];
  if (third === undefined) return null;
  const isTenDays = tokenAt(tokens, at + 1).key === 'tuan';
  let index = at + 1;
  if (tokenAt(tokens, index).key === 'tuan') index += 1;
  if (['cua', 'cung', 'tien'].includes(tokenAt(tokens, index).key)) index += 1;
  const month = readMonth(tokens, index);
  if (month) return { value: partOfMonth(month.value, third, isTenDays), next: month.next };
  if (isTenDays) return null;
  const quarter = readQuarter(tokens, index);
  if (quarter) return { value: partOfMonths(quarter.value, third), next: quarter.next };
  const year = readYear(tokens, index) ?? plainYear(tokens, index);
  return year && { value: partOfMonths(year.value, third), next: year.next };
}

function partOfMonth(month: Reference, third: 0 | 1 | 2, isTenDays: boolean): Reference {
  return {
    ...month,
    grain: 'part',
    firstDay: third * 10 + 1,
    lastDay: third === 2 ? null : third * 10 + 10,
    isVague: !isTenDays,
    isEnd: third === 2 && !isTenDays,
  };
}

function partOfMonths(whole: Reference, third: 0 | 1 | 2): Reference {
  const first = whole.firstMonth ?? 1;
  const length = ((whole.lastMonth ?? 12) - first + 1) / 3;
  const start = first + Math.floor(third * length);
  return {
    ...whole,
    grain: 'part',
    firstMonth: start,
    lastMonth: start + Math.ceil(length) - 1,
    isVague: true,
    isEnd: third === 2,
  };
}
