import { readReference } from './any-reference.ts';
import { type Bound, readBound, skipClock, skipWeekday } from './bounds.ts';
import { readDayTail } from './day-tails.ts';
import type { Read } from './numbers.ts';
import { phraseTable } from './phrases.ts';
import {
  dayReference,
  monthsReference,
  plainYear,
  type Reference,
  readMonthAfterWord,
  readMonthAndYear,
  readQuarterAfterWord,
} from './references.ts';
import { type Token, tokenAt } from './tokens.ts';

/** One or two references under a bound: "trước ngày 15/6", "từ ngày 1/3 đến hết ngày 15/3". */
export type Span = {
  readonly bound: Bound;
  readonly first: Reference;
  readonly last: Reference;
  readonly isRange: boolean;
  readonly from: number;
  readonly next: number;
};

const RANGE_WORDS = phraseTable<true>([['den|den het|den ngay|toi|cho den|cho den het|-|–|−|—|->|=>', true]]);
const LIST_WORDS = new Set([',', 'va', '&', 'hoac', ';', '/', '+', 'cung']);
const DASHES = new Set(['-', '–', '−', '—']);

/** References in a row under one bound: "quý I, III năm 2024", "trước ngày 15/6 và ngày 15/12". */
export function readSpans(tokens: readonly Token[], at: number): Read<readonly Span[]> | null {
  const first = readSpan(tokens, at, null);
  if (!first) return null;
  const spans = [first];
  let next = first.next;
  for (;;) {
    const previous = spans[spans.length - 1] ?? first;
    next = skipNote(tokens, next, previous);
    const more = LIST_WORDS.has(tokenAt(tokens, next).key) ? readListed(tokens, next + 1, previous) : null;
    if (!more) break;
    spans.push(more);
    next = more.next;
  }
  return { value: shareMonth(spans), next };
}

/** "ngày 15, 16/3": days without a month take that of the next one. */
function shareMonth(spans: readonly Span[]): readonly Span[] {
  const shared = [...spans];
  for (let index = shared.length - 2; index >= 0; index -= 1) {
    const [here, right] = [shared[index], shared[index + 1]];
    if (!here || !right || here.isRange || here.first.firstMonth !== null || right.first.firstMonth === null) continue;
    const day = dayReference(here.first.firstDay, right.first.firstMonth, right.first.year);
    shared[index] = { ...here, first: day, last: day };
  }
  return shared;
}

const LONGEST_NOTE = 10;
const NO_NOTE = new Set(['ngay', 'truoc', 'hang', 'moi', 'dinh', 'hoan', 'cham']);

/** "15/3 (quý I), 15/6 (6 tháng)": a short note says which report a day is for. */
function skipNote(tokens: readonly Token[], at: number, { last }: Span): number {
  if (last.grain !== 'day' || last.firstMonth === null || tokenAt(tokens, at).key !== '(') return at;
  for (let index = at + 1; index < at + LONGEST_NOTE; index += 1) {
    const { key } = tokenAt(tokens, index);
    if (key === ')') return index + 1;
    if (NO_NOTE.has(key)) return at;
  }
  return at;
}

/** Roman numerals count nothing: "quý II, III tiến hành kiểm tra". */
const ROMAN_QUARTER = /^(?:i{1,3}|iv)$/;

/** The next item of a list: a full span of the same grain, or only its number ("quý I, III", "tháng 3, 6, 9"). */
function readListed(tokens: readonly Token[], at: number, previous: Span): Span | null {
  const skipped = tokenAt(tokens, at).key === 'va' ? at + 1 : at;
  const whole = readSpan(tokens, skipped, previous.bound);
  if (whole && canShareList(previous, whole)) return whole;
  const short = readOtherMonth(tokens, skipped, previous) ?? readShort(tokens, skipped, previous.last);
  const counts = !ROMAN_QUARTER.test(tokenAt(tokens, skipped).key);
  if (!short || (counts && !endsItem(tokens, short.next))) return null;
  return { ...previous, first: short.value, last: short.value, isRange: false, from: skipped, next: short.next };
}

function canShareList(previous: Span, next: Span): boolean {
  return previous.first.grain === 'day' ? next.first.grain === 'day' : next.first.grain !== 'day';
}

/** A number that stands for a month or quarter must not count something: "quý I, 3 đơn vị". */
function endsItem(tokens: readonly Token[], at: number): boolean {
  const token = tokenAt(tokens, at);
  const closing = ['nam', 'hang', 'moi', 'tung', 'va', 'hoac', 'cua', 'hoan', 'trong', 'den', 'thuc'];
  return token.kind === 'end' || token.kind === 'mark' || token.startsLine || closing.includes(token.key);
}

/** "ngày 20 tháng 6, 9 và tháng 12": the same day of another month. */
function readOtherMonth(tokens: readonly Token[], at: number, previous: Span): Read<Reference> | null {
  const { first } = previous;
  if (first.grain !== 'day' || first.firstMonth === null || previous.isRange) return null;
  const hasWord = tokenAt(tokens, at).key === 'thang';
  if (!hasWord && !isMonthByWord(tokens, previous)) return null;
  const month = readMonthAfterWord(tokens, hasWord ? at + 1 : at);
  return month && { value: dayReference(first.firstDay, month.value.firstMonth, month.value.year), next: month.next };
}

/** Whether the last month was said with its word: "ngày 20 tháng 6", not "20/6". */
function isMonthByWord(tokens: readonly Token[], span: Span): boolean {
  return ['thang', ',', 'va', 'hoac'].includes(tokenAt(tokens, span.next - 2).key);
}

function readShort(tokens: readonly Token[], at: number, like: Reference): Read<Reference> | null {
  if (like.grain === 'quarter') return readQuarterAfterWord(tokens, at);
  if (like.grain === 'month') return readMonthAfterWord(tokens, at);
  if (like.grain === 'year') return yearAlone(tokens, at);
  const token = tokenAt(tokens, at);
  if (like.grain === 'day' && token.kind === 'number' && token.value <= 31 && like.firstMonth === null) {
    return { value: dayReference(token.value, null, null), next: at + 1 };
  }
  return null;
}

/** A bound (the list's own where none is said again) with one reference or a range. */
function readSpan(tokens: readonly Token[], at: number, inherited: Bound | null): Span | null {
  const bound = readBound(tokens, at);
  const isFromWord = tokenAt(tokens, bound?.next ?? at).key === 'tu';
  const start = isFromWord ? (bound?.next ?? at) + 1 : (bound?.next ?? at);
  const clock = skipClock(tokens, start);
  const first = readFirst(tokens, skipWeekday(tokens, clock), { isFromWord, bound: bound?.value ?? null });
  if (!first) return null;
  const said = bound?.value ?? inherited ?? 'none';
  const single: Span = {
    bound: said === 'before' && clock > start ? 'until' : said,
    first: first.value,
    last: first.value,
    isRange: false,
    from: at,
    next: first.next,
  };
  const range = readRangeEnd(tokens, single);
  if (range) return range;
  return isFromWord ? null : single;
}

/** "các năm tiếp theo" has no end. */
function isShifted({ year }: Reference): boolean {
  return year !== null && 'shift' in year;
}

/** The opening reference; after "từ" a bare number is a day, month or quarter of what follows. */
function readFirst(
  tokens: readonly Token[],
  at: number,
  around: { readonly isFromWord: boolean; readonly bound: Bound | null },
): Read<Reference> | null {
  const start = tokenAt(tokens, at).key === 'cac' ? at + 1 : at;
  const whole =
    readReference(tokens, start) ?? (around.isFromWord || around.bound ? readMonthAndYear(tokens, start) : null);
  if (whole && !(start > at && whole.value.grain === 'year' && isShifted(whole.value))) return whole;
  const token = tokenAt(tokens, at);
  if (around.bound && token.kind === 'number' && token.value <= 31 && readDayTail(tokens, at + 1)) {
    return { value: dayReference(token.value, null, null), next: at + 1 };
  }
  if (around.isFromWord && token.kind === 'number' && token.value <= 31) {
    return { value: dayReference(token.value, null, null), next: at + 1 };
  }
  return around.bound !== null && around.bound !== 'none' && endsItem(tokens, at + 1) ? plainYear(tokens, at) : null;
}

function readRangeEnd(tokens: readonly Token[], single: Span): Span | null {
  const join = RANGE_WORDS(tokens, single.next);
  if (!join) return null;
  const clock = skipClock(tokens, join.next);
  const whole = readReference(tokens, clock) ?? readMonthAndYear(tokens, clock) ?? endOfYear(tokens, clock);
  const isDash = DASHES.has(tokenAt(tokens, single.next).key);
  const short = whole ? null : readShort(tokens, clock, single.first);
  const end = whole ?? short;
  if (!end || (isDash && whole && whole.value.grain !== single.first.grain)) return null;
  const first = alignGrain(single.first, end.value);
  const last = first && alignGrain(end.value, first);
  return first && last && { ...single, bound: 'in', first, last, isRange: true, next: end.next };
}

/** "từ quý I đến hết năm". */
function endOfYear(tokens: readonly Token[], at: number): Read<Reference> | null {
  return endsItem(tokens, at + 1) ? plainYear(tokens, at) : null;
}

/** A whole cell without words: "12/2024", "II/2024", "2024", "2024 - 2025". */
export function readNaked(tokens: readonly Token[], at: number): Read<Span> | null {
  const year = yearAlone(tokens, at);
  const slash = tokenAt(tokens, at + 1).key === '/' || tokenAt(tokens, at + 1).key === '-';
  const first = slash && !year ? (readMonthAfterWord(tokens, at) ?? readQuarterAfterWord(tokens, at)) : year;
  if (!first || (!year && first.value.year === null)) return null;
  const single: Span = {
    bound: 'in',
    first: first.value,
    last: first.value,
    isRange: false,
    from: 0,
    next: first.next,
  };
  const span = readRangeEnd(tokens, single) ?? single;
  return { value: span, next: span.next };
}

/** "năm 2024 - 2025" and "2024-2025". */
function yearAlone(tokens: readonly Token[], at: number): Read<Reference> | null {
  const token = tokenAt(tokens, at);
  if (token.kind !== 'number' || token.value < 1900 || token.value > 2199) return null;
  return { value: monthsReference('year', 1, 12, { year: token.value }), next: at + 1 };
}

/** A bare number takes month or grain of the range's other end: "từ 01 đến 15/3", "từ 3 đến tháng 5". */
function alignGrain(one: Reference, other: Reference): Reference | null {
  if (one.grain !== 'day' || one.firstMonth !== null) return one;
  if (other.grain === 'day') return dayReference(one.firstDay, other.firstMonth, one.year ?? other.year);
  if (other.grain === 'month') return monthsReference('month', one.firstDay, one.firstDay, null);
  return null;
}
