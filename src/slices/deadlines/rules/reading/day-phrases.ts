import { isLedOrOpening, isOnlyAfter } from './acceptance.ts';
import { isPossible } from './any-reference.ts';
import { type Bound, readBound } from './bounds.ts';
import { type DayTail, readDayTail, readMonthOfPeriod } from './day-tails.ts';
import { type NamedFrequency, readFrequencies, readUnitList } from './frequencies.ts';
import type { Read } from './numbers.ts';
import { readDaysOfPeriod } from './parts.ts';
import type { Phrase } from './phrase.ts';
import { phraseTable, skipWords } from './phrases.ts';
import type { Span } from './reference-list.ts';
import { endsSegment } from './segments.ts';
import { type Token, tokenAt } from './tokens.ts';
import { isLastWord } from './whole-cells.ts';

/** The first or the last day of a month; day 31 ends a shorter month too. */
const SIDES = phraseTable<1 | 31>([
  ['dau|dau tien', 1],
  ['cuoi|cuoi cung', 31],
]);

/** "ngày cuối cùng của tháng", "ngày làm việc cuối cùng hằng quý", "ngày đầu tháng". */
export function readEdgeDay(tokens: readonly Token[], at: number): Read<readonly Phrase[]> | null {
  const bound = readBound(tokens, at);
  const start = bound?.next ?? at;
  const working = skipWords(tokens, start, 'ngay lam viec') ?? skipWords(tokens, start, 'ngay');
  const side = working === null ? null : SIDES(tokens, working);
  if (!side) return null;
  const tail = readDayTail(tokens, side.next) ?? bareMonth(tokens, side.next);
  if (!tail) return null;
  const { every } = tail.value;
  const fitted: DayTail =
    every === 'month' || every === null
      ? { every: 'month', of: 'month' }
      : { every, of: side.value === 1 ? 'next-month' : 'last-month' };
  const phrase: Phrase = {
    kind: 'day-of',
    day: side.value,
    isBefore: bound?.value === 'before',
    tail: fitted,
    from: at,
    next: tail.next,
  };
  return { value: [phrase], next: tail.next };
}

function bareMonth(tokens: readonly Token[], at: number): Read<DayTail> | null {
  const month = skipWords(tokens, at, 'cua thang') ?? skipWords(tokens, at, 'thang');
  if (month !== null && endsSegment(tokens, month)) return { value: { every: 'month', of: 'month' }, next: month };
  const quarter = skipWords(tokens, at, 'cua quy') ?? skipWords(tokens, at, 'quy');
  const isWhole = quarter !== null && endsSegment(tokens, quarter);
  return isWhole ? { value: { every: 'quarter', of: 'last-month' }, next: quarter } : null;
}

export const isWhole = (span: Span): boolean => isPossible(span.first) && isPossible(span.last);

/** Days without a month: "ngày 12 hàng quý", "từ ngày 20 đến ngày 25 hằng tháng". */
export function readDaysOf(tokens: readonly Token[], read: Read<readonly Span[]>): Read<readonly Phrase[]> | null {
  if (read.value.some((span) => isOnlyAfter(tokens, span))) return { value: [], next: read.next };
  const tail = readDayTail(tokens, read.next);
  const next = tail?.next ?? read.next;
  const value = read.value.filter(isWhole).map(
    (span): Phrase => ({
      kind: 'day-of',
      day: span.last.firstDay,
      isBefore: isBefore(span.bound),
      tail: tail?.value ?? null,
      from: span.from,
      next: Math.max(span.next, next),
    }),
  );
  return { value, next };
}

const isBefore = (bound: Bound): boolean => bound === 'before';

/** "trong tháng cuối quý", "tháng cuối của kỳ báo cáo". */
export function readMonthOf(tokens: readonly Token[], at: number): Read<readonly Phrase[]> | null {
  const bound = readBound(tokens, at);
  const start = bound?.next ?? at;
  const days = readDaysOfPeriod(tokens, start);
  if (days) return readFirstDays(tokens, { at, days });
  const tail = readMonthOfPeriod(tokens, start) ?? readEndOfEach(tokens, start);
  if (!tail || (!bound && !isLedOrOpening(tokens, at))) return null;
  const phrase: Phrase = {
    kind: 'day-of',
    day: null,
    isBefore: bound?.value === 'before',
    tail: tail.value,
    from: at,
    next: tail.next,
  };
  return { value: [phrase], next: tail.next };
}

/** A cell "Cuối quý". */
function readLastUnit(tokens: readonly Token[], at: number): Read<readonly NamedFrequency[]> | null {
  const units = at === 1 || tokenAt(tokens, at - 2).key === 'vao' ? readUnitList(tokens, at) : null;
  return units && isLastWord(tokens, units.next) ? units : null;
}

/** "10 ngày đầu của tháng sau", "tuần đầu hằng tháng": due on the last of those days. */
function readFirstDays(
  tokens: readonly Token[],
  { at, days }: { readonly at: number; readonly days: Read<{ readonly first: number; readonly last: number | null }> },
): Read<readonly Phrase[]> | null {
  const tail = readDayTail(tokens, days.next) ?? bareMonth(tokens, days.next);
  if (!tail) return null;
  const phrase: Phrase = {
    kind: 'day-of',
    day: days.value.last ?? 31,
    isBefore: false,
    tail: tail.value,
    from: at,
    next: tail.next,
  };
  return { value: [phrase], next: tail.next };
}

/** "cuối mỗi quý", "đầu hằng tháng". */
function readEndOfEach(tokens: readonly Token[], at: number): Read<DayTail> | null {
  const side = tokenAt(tokens, at).key;
  if (side !== 'cuoi' && side !== 'dau') return null;
  const named = readFrequencies(tokens, at + 1) ?? readLastUnit(tokens, at + 1);
  const first = named?.value[0];
  if (!named || !first || first.frequency.every === 'day') return null;
  const of =
    side === 'cuoi' && first.frequency.every !== 'month' && first.frequency.every !== 'week' ? 'last-month' : null;
  return { value: { every: first.frequency.every, of }, next: named.next };
}
