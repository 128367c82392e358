import type { RecurringDeadline } from '../deadline.ts';
import { readBound } from './bounds.ts';
import { type Read, readNumber, readQuarterNumber } from './numbers.ts';
import { phraseTable, skipWords } from './phrases.ts';
import { type Token, tokenAt } from './tokens.ts';

/** How often, without the day: "hằng quý" or "quý I hằng năm" (every year, in month 3). */
export type Frequency = {
  readonly every: RecurringDeadline['every'] | 'day';
  readonly month: number | null;
  /** What was asked does not fit the exchange format exactly ("2 tuần một lần"). */
  readonly isRounded?: boolean;
};

/** One frequency of a list with the tokens that name it. */
export type NamedFrequency = { readonly frequency: Frequency; readonly from: number; readonly next: number };

const EACH = phraseTable<true>([
  ['hang|moi|tung|cac|theo|theo tung|dinh ky hang|dinh ky moi|dinh ky tung|dinh ky theo|dinh ky theo tung', true],
]);
const REGULARLY = phraseTable<true>([['dinh ky|dinh ky theo|dinh ky (|dinh ky :', true]]);

const UNITS = phraseTable<Frequency['every']>([
  ['ngay|ngay lam viec', 'day'],
  ['tuan', 'week'],
  ['thang', 'month'],
  ['quy', 'quarter'],
  ['nua nam|ban nien', 'half-year'],
  ['nam', 'year'],
  ['ky bao cao|ky', 'reporting-period'],
]);

const MONTHS_PER: Readonly<Record<number, Frequency>> = {
  1: { every: 'month', month: null },
  3: { every: 'quarter', month: null },
  6: { every: 'half-year', month: null },
  12: { every: 'year', month: null },
};

const plain = (every: Frequency['every']): Frequency => ({ every, month: null });

/** "tháng", "quý", "6 tháng", "9 tháng", "quý I" as an item of a list of frequencies. */
function readUnit(tokens: readonly Token[], at: number): Read<Frequency> | null {
  const count = readNumber(tokens, at);
  if (count && tokenAt(tokens, count.next).key === 'thang') return readMonthsUnit(tokens, count);
  const unit = UNITS(tokens, count?.value === 1 ? count.next : at);
  if (!unit) return null;
  if (isCompound(tokens, unit)) return null;
  if (unit.value === 'quarter') {
    const quarter = readQuarterNumber(tokens, unit.next);
    if (quarter && !TIMES_WORDS.has(tokenAt(tokens, quarter.next).key))
      return { value: { every: 'year', month: quarter.value * 3 }, next: quarter.next };
  }
  return { value: plain(unit.value), next: unit.next };
}

const COMPOUNDS = new Set([
  'dinh',
  'che',
  'hoach',
  'trinh',
  'mo',
  'pham',
  'uoc',
  'doi',
  'luat',
  'tac',
  'hop',
  'thi',
  'luong',
  'vong',
]);

/** "quy định", "kỳ họp", "kỳ vọng" are no quarter and no period. */
function isCompound(tokens: readonly Token[], unit: Read<unknown>): boolean {
  return ['quy', 'ky'].includes(tokenAt(tokens, unit.next - 1).key) && COMPOUNDS.has(tokenAt(tokens, unit.next).key);
}

/** "6 tháng", "6 tháng đầu năm", "9 tháng": the general regime's nine months fall due once a year. */
function readMonthsUnit(tokens: readonly Token[], count: Read<number>): Read<Frequency> | null {
  const next = skipWords(tokens, count.next + 1, 'dau nam') ?? count.next + 1;
  if (count.value === 9) return { value: { every: 'year', month: 9 }, next };
  const frequency = MONTHS_PER[count.value];
  return frequency ? { value: frequency, next } : null;
}

/** What is counted when something happens so often: "02 lần/năm", "mỗi quý 01 cuộc". */
const TIMES_WORDS = new Set(['lan', 'dot', 'cuoc', 'buoi']);

const UNIT_WORDS = new Set(['tuan', 'thang', 'quy', 'nam', 'ky']);

/** A unit must not be the head of something else: "năm 2024", "tháng 6", "quý đầu"; but "quý 01 lần". */
function standsAlone(tokens: readonly Token[], next: number): boolean {
  const token = tokenAt(tokens, next);
  if (token.kind === 'number') return TIMES_WORDS.has(tokenAt(tokens, next + 1).key);
  return !['dau', 'cuoi', 'sau', 'hoc', 'nay'].includes(token.key);
}

/**
 * "hằng tháng", "định kỳ hàng quý, 6 tháng và năm", "6 tháng một lần", "02 lần/năm", "theo quý".
 *
 * @returns the frequencies named in a row, each with its own words
 */
export function readFrequencies(tokens: readonly Token[], at: number): Read<readonly NamedFrequency[]> | null {
  const counted = readCounted(tokens, at);
  if (counted) return { value: [{ frequency: counted.value, from: at, next: counted.next }], next: counted.next };
  const each = EACH(tokens, at);
  const opening = each ?? REGULARLY(tokens, at);
  if (!opening) return null;
  const first = readUnit(tokens, opening.next);
  if (!first || isNumbered(tokens, at, first.next) || (!each && !standsAlone(tokens, first.next))) return null;
  const isSpoken = each !== null;
  const from = isSpoken ? wordBeforeUnit(tokens, at) : opening.next;
  return readMore(tokens, { frequency: first.value, from, next: first.next });
}

/** "các năm 2024, 2025", "các tháng 6, 12" are lists of dates; "các năm tiếp theo" is no frequency either. */
function isNumbered(tokens: readonly Token[], at: number, next: number): boolean {
  if (tokenAt(tokens, at).key !== 'cac') return false;
  return (
    tokenAt(tokens, next).kind === 'number' || ['tiep', 'sau', 'toi', 'truoc', 'ke'].includes(tokenAt(tokens, next).key)
  );
}

/** The label of "định kỳ hàng quý" is "hàng quý". */
function wordBeforeUnit(tokens: readonly Token[], at: number): number {
  return skipWords(tokens, at, 'dinh ky') ?? at;
}

const LEADING = phraseTable<Frequency['every']>([
  ['trong tuan ,', 'week'],
  ['trong thang ,', 'month'],
  ['trong quy ,', 'quarter'],
]);

/** "Trong tháng, chậm nhất ngày 25": every month, where a bound follows; "Trong tháng, Sở đã …" tells of one that was. */
export function readLeadingUnit(tokens: readonly Token[], at: number): Read<readonly NamedFrequency[]> | null {
  const unit = LEADING(tokens, at);
  if (!unit || !readBound(tokens, unit.next)) return null;
  const next = unit.next - 1;
  return { value: [{ frequency: plain(unit.value), from: at, next }], next };
}

/** "6 tháng, năm" without "hằng" or "định kỳ": only where the caller knows that nothing else can be meant. */
export function readUnitList(tokens: readonly Token[], at: number): Read<readonly NamedFrequency[]> | null {
  const unit = readUnit(tokens, at);
  if (!unit || unit.value.every === 'day' || !standsAlone(tokens, unit.next)) return null;
  return readMore(tokens, { frequency: unit.value, from: at, next: unit.next });
}

/** The rest of a list after its first frequency. */
function readMore(tokens: readonly Token[], first: NamedFrequency): Read<readonly NamedFrequency[]> {
  const found = [withOnce(tokens, first)];
  let next = found[0]?.next ?? first.next;
  for (;;) {
    const joined = skipJoin(tokens, next);
    if (joined === null) break;
    const each = EACH(tokens, joined);
    const unit = readUnit(tokens, each?.next ?? joined);
    if (!unit || unit.value.every === 'day' || !standsAlone(tokens, unit.next)) break;
    if (unit.value.month !== null && isEveryYear(first.frequency)) break;
    const named = withOnce(tokens, { frequency: unit.value, from: joined, next: unit.next });
    found.push(named);
    next = named.next;
  }
  return { value: found, next };
}

/** "Hằng năm, quý I": the quarter is when, not how often. */
function isEveryYear({ every, month }: Frequency): boolean {
  return every === 'year' && month === null;
}

function skipJoin(tokens: readonly Token[], at: number): number | null {
  const key = tokenAt(tokens, at).key;
  if (![',', 'va', '/', 'hoac', '-', ';', '+'].includes(key)) return null;
  let next = at + 1;
  if (['va', 'hoac'].includes(tokenAt(tokens, next).key)) next += 1;
  return skipWords(tokens, next, 'bao cao') ?? next;
}

const AT_LEAST = phraseTable<true>([['/|it nhat|toi thieu|khong qua|toi da|, it nhat', true]]);

/** "6 tháng một lần", "mỗi năm hai lần", "hằng năm 02 lần". */
function withOnce(tokens: readonly Token[], named: NamedFrequency): NamedFrequency {
  const slash = AT_LEAST(tokens, named.next)?.next ?? named.next;
  const times = readNumber(tokens, slash);
  if (times && TIMES_WORDS.has(tokenAt(tokens, times.next).key)) {
    const frequency = timesPer(times.value, named.frequency.every) ?? named.frequency;
    return { ...named, frequency, next: times.next + 1 };
  }
  return tokenAt(tokens, slash).key === 'lan' && slash > named.next ? { ...named, next: slash + 1 } : named;
}

/** "6 tháng một lần", "03 tháng/lần", "01 lần/quý", "2 lần mỗi năm". */
function readCounted(tokens: readonly Token[], at: number): Read<Frequency> | null {
  const start = REGULARLY(tokens, at)?.next ?? at;
  const count = readNumber(tokens, start);
  if (!count || count.value < 1 || count.value > 52) return null;
  const word = tokenAt(tokens, count.next).key;
  if (TIMES_WORDS.has(word) || (word === 'ky' && tokenAt(tokens, count.next + 1).key === '/'))
    return readTimes(tokens, count);
  if (!UNIT_WORDS.has(tokenAt(tokens, count.next).key)) return null;
  const unit = count.value === 1 ? readUnit(tokens, count.next) : null;
  const often = unit && withOnce(tokens, { frequency: unit.value, from: at, next: unit.next });
  if (unit && often && often.next > unit.next) return { value: often.frequency, next: often.next };
  const once = skipOnce(tokens, count.next + 1);
  if (once === null) return null;
  const frequency = everySome(count.value, word);
  return frequency && { value: frequency, next: once };
}

function skipOnce(tokens: readonly Token[], at: number): number | null {
  if (tokenAt(tokens, at).key === '/') {
    const times = readNumber(tokens, at + 1);
    const lan = times?.value === 1 ? times.next : at + 1;
    return tokenAt(tokens, lan).key === 'lan' ? lan + 1 : null;
  }
  const times = readNumber(tokens, at);
  return times?.value === 1 && tokenAt(tokens, times.next).key === 'lan' ? times.next + 1 : null;
}

function everySome(count: number, word: string): Frequency | null {
  if (word === 'thang') return MONTHS_PER[count] ?? { ...plain('month'), isRounded: true };
  if (word === 'quy') return MONTHS_PER[count * 3] ?? { ...plain('quarter'), isRounded: true };
  if (word === 'nam') return { ...plain('year'), ...(count > 1 ? { isRounded: true } : {}) };
  if (word === 'tuan') return { ...plain('week'), ...(count > 1 ? { isRounded: true } : {}) };
  return null;
}

function readTimes(tokens: readonly Token[], count: Read<number>): Read<Frequency> | null {
  let next = count.next + 1;
  const joiner = tokenAt(tokens, next).key;
  if (!['/', 'trong', 'moi', 'mot', 'tren', 'hang'].includes(joiner)) return null;
  next += 1;
  if (joiner === 'trong' && ['mot', 'moi'].includes(tokenAt(tokens, next).key)) next += 1;
  const unit = readUnit(tokens, next);
  if (!unit) return null;
  const frequency = timesPer(count.value, unit.value.every);
  return frequency && { value: frequency, next: unit.next };
}

const TIMES: Readonly<Record<string, Frequency['every']>> = {
  '1 year': 'year',
  '2 year': 'half-year',
  '4 year': 'quarter',
  '12 year': 'month',
  '1 half-year': 'half-year',
  '2 half-year': 'quarter',
  '1 quarter': 'quarter',
  '3 quarter': 'month',
  '1 month': 'month',
  '4 month': 'week',
  '1 week': 'week',
  '1 reporting-period': 'reporting-period',
};

function timesPer(times: number, every: Frequency['every']): Frequency | null {
  const exact = TIMES[`${times} ${every}`];
  if (exact) return plain(exact);
  return every === 'day' ? null : { ...plain(every), isRounded: true };
}

const WEEKDAYS: Readonly<Record<string, 1 | 2 | 3 | 4 | 5 | 6>> = {
  hai: 1,
  ba: 2,
  tư: 3,
  bốn: 3,
  năm: 4,
  sáu: 5,
  bảy: 6,
  bẩy: 6,
  nam: 4,
  sau: 5,
  bay: 6,
  tu: 3,
};

/** "thứ Sáu", "thứ 6", "chủ nhật", "ngày thứ hai". @returns 1 Monday … 7 Sunday */
export function readWeekday(tokens: readonly Token[], at: number): Read<1 | 2 | 3 | 4 | 5 | 6 | 7> | null {
  const start = tokenAt(tokens, at).key === 'ngay' ? at + 1 : at;
  const sunday = skipWords(tokens, start, 'chu nhat');
  if (sunday !== null) return { value: 7, next: sunday };
  if (tokenAt(tokens, start).key !== 'thu') return null;
  const name = tokenAt(tokens, start + 1);
  if (name.kind === 'number' && name.value >= 2 && name.value <= 7 && name.to - name.from === 1) {
    return { value: (name.value - 1) as 1 | 2 | 3 | 4 | 5 | 6, next: start + 2 };
  }
  const weekday = WEEKDAYS[name.word];
  return weekday ? { value: weekday, next: start + 2 } : null;
}
