import { isAttribute, isLedOrOpening, isMeasured, type Surroundings, setsDeadline } from './acceptance.ts';
import { type Bound, readBound, skipClock, skipWeekday } from './bounds.ts';
import { type DayTail, readDayTail, readMonthOfPeriod } from './day-tails.ts';
import { type NamedFrequency, readFrequencies, readUnitList, readWeekday } from './frequencies.ts';
import type { Read } from './numbers.ts';
import { phraseTable, skipWords } from './phrases.ts';
import { readNaked, readSpans, type Span } from './reference-list.ts';
import { isPossible, readDaysOfPeriod } from './references.ts';
import { type RelativePhrase, readRelative } from './relatives.ts';
import { endsSegment } from './segments.ts';
import { readContinuous, readExternal, readExternalCell, type StandingPhrase } from './standing.ts';
import { type Token, tokenAt } from './tokens.ts';

/** What stands in the text, before years, frequencies and days that belong together are joined. Tokens [from, next). */
export type Phrase = { readonly from: number; readonly next: number } & (
  | { readonly kind: 'dated'; readonly spans: readonly Span[] }
  | { readonly kind: 'day-of'; readonly day: number | null; readonly isBefore: boolean; readonly tail: DayTail | null }
  | { readonly kind: 'frequency'; readonly named: NamedFrequency; readonly isListed: boolean }
  | {
      readonly kind: 'weekday';
      readonly weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7;
      readonly isBefore: boolean;
      readonly isOfWeek: boolean;
    }
  | { readonly kind: 'relative'; readonly relative: RelativePhrase }
  | { readonly kind: StandingPhrase['kind'] }
);

/** All phrases about time, left to right. One look at each token; every look is bounded. */
export function scanPhrases(around: Surroundings): Phrase[] {
  const phrases: Phrase[] = [];
  const { tokens } = around;
  let end = -1;
  for (let at = 0; at < tokens.length; ) {
    const found = canStart(tokens, at)
      ? (skipBlankDay(tokens, at) ??
        readPhrases(around, at, relativeOf(phrases.at(-1))) ??
        readAddition(tokens, at, end))
      : null;
    if (found) phrases.push(...found.value);
    if (found && found.value.length > 0) end = found.next;
    at = found && found.next > at ? found.next : at + 1;
  }
  return phrases;
}

/** A number that belongs to a larger one ("1.500") or to a word before it starts nothing. */
function canStart(tokens: readonly Token[], at: number): boolean {
  const token = tokenAt(tokens, at);
  return token.kind === 'word' || token.kind === 'number';
}

/** "Hằng quý, theo quy định": after a deadline and a comma or "và", more about its time. */
function readAddition(tokens: readonly Token[], at: number, end: number): Read<readonly Phrase[]> | null {
  const isAfter = at - 1 === end && [',', 'va', 'hoac', '-'].includes(tokenAt(tokens, at - 1).key);
  return isAfter ? standing(readExternalCell(tokens, at)) : null;
}

const BLANKS = new Set(['…', '.', '_', '-']);
const LONGEST_BLANK = 20;

/** "ngày … tháng … năm 2024" is a form's blank. */
function skipBlankDay(tokens: readonly Token[], at: number): Read<readonly Phrase[]> | null {
  if (tokenAt(tokens, at).key !== 'ngay') return null;
  const month = skipBlanks(tokens, at + 1);
  if (tokenAt(tokens, month).key !== 'thang') return null;
  const number = tokenAt(tokens, month + 1).kind === 'number' ? month + 2 : skipBlanks(tokens, month + 1);
  if (tokenAt(tokens, number).key !== 'nam') return null;
  const end = tokenAt(tokens, number + 1).kind === 'number' ? number + 2 : skipBlanks(tokens, number + 1);
  return { value: [], next: end };
}

function skipBlanks(tokens: readonly Token[], at: number): number {
  let next = at;
  while (BLANKS.has(tokenAt(tokens, next).key) && next < at + LONGEST_BLANK) next += 1;
  return next;
}

function readPhrases(
  around: Surroundings,
  at: number,
  previous: RelativePhrase | null,
): Read<readonly Phrase[]> | null {
  const { tokens } = around;
  return (
    standing(readContinuous(tokens, at)) ??
    readRelativePhrase(tokens, at, previous) ??
    readFrequencyPhrases(tokens, at) ??
    readWeekdayPhrase(tokens, at) ??
    readLastDay(tokens, at) ??
    readDatedPhrases(around, at) ??
    readMonthOf(tokens, at) ??
    readWholeCell(tokens, at) ??
    readNakedCell(tokens, at) ??
    standing(readExternal(tokens, at))
  );
}

function standing(phrase: StandingPhrase | null): Read<readonly Phrase[]> | null {
  if (!phrase) return null;
  // The words after "theo …" are looked at again: "theo chế độ báo cáo hàng quý" sets a quarter.
  const next = phrase.kind === 'external' ? phrase.from + 1 : phrase.next;
  return { value: [phrase], next };
}

function relativeOf(phrase: Phrase | undefined): RelativePhrase | null {
  return phrase?.kind === 'relative' ? phrase.relative : null;
}

/** "…; trường hợp phức tạp không quá 30 ngày": after another length of time the event need not be said again. */
function readRelativePhrase(
  tokens: readonly Token[],
  at: number,
  previous: RelativePhrase | null,
): Read<readonly Phrase[]> | null {
  const relative = readRelative(tokens, at);
  if (!relative || isMeasured(tokens, at)) return null;
  const hasEvent = relative.eventTo > relative.eventFrom;
  if (!hasEvent && !isLedOrOpening(tokens, at) && !previous) return null;
  const event = hasEvent || !previous ? {} : { eventFrom: previous.eventFrom, eventTo: previous.eventTo };
  const phrase: Phrase = { kind: 'relative', relative: { ...relative, ...event }, from: at, next: relative.next };
  return { value: [phrase], next: relative.next };
}

function readFrequencyPhrases(tokens: readonly Token[], at: number): Read<readonly Phrase[]> | null {
  const read = readReportTime(tokens, at) ?? readFrequencies(tokens, at);
  if (!read || isAttribute(tokens, at, read.next) || isManner(tokens, at, read.next)) return null;
  return frequencyPhrases(read);
}

/** "đảm bảo thời gian báo cáo năm": the time is that of the yearly report. */
function readReportTime(tokens: readonly Token[], at: number): Read<readonly NamedFrequency[]> | null {
  const start = skipWords(tokens, at, 'thoi gian bao cao') ?? skipWords(tokens, at, 'thoi han bao cao');
  const units = start === null ? null : readUnitList(tokens, start);
  return units && endsSegment(tokens, units.next) ? units : null;
}

function frequencyPhrases(read: Read<readonly NamedFrequency[]>): Read<readonly Phrase[]> {
  const isListed = read.value.length > 1;
  const value = read.value.map(
    (named): Phrase => ({ kind: 'frequency', named, isListed, from: named.from, next: named.next }),
  );
  return { value, next: read.next };
}

const OF_WEEK = phraseTable<true>([['dau tuan|cuoi tuan|trong tuan|cua tuan', true]]);

function readWeekdayPhrase(tokens: readonly Token[], at: number): Read<readonly Phrase[]> | null {
  const bound = readBound(tokens, at);
  const start = bound?.next ?? at;
  const clock = skipClock(tokens, start);
  const weekday = readWeekday(tokens, clock);
  if (!weekday || skipWeekday(tokens, clock) > clock) return null;
  const isBefore = bound?.value === 'before' && clock === start;
  const week = OF_WEEK(tokens, weekday.next);
  const next = week?.next ?? weekday.next;
  return {
    value: [{ kind: 'weekday', weekday: weekday.value, isBefore, isOfWeek: week !== null, from: at, next }],
    next,
  };
}

/** "ngày cuối cùng của tháng", "ngày làm việc cuối cùng hằng quý": day 31, which ends a shorter month too. */
const SIDES = phraseTable<1 | 31>([
  ['dau|dau tien', 1],
  ['cuoi|cuoi cung', 31],
]);

function readLastDay(tokens: readonly Token[], at: number): Read<readonly Phrase[]> | null {
  const bound = readBound(tokens, at);
  const start = bound?.next ?? at;
  const working = skipWords(tokens, start, 'ngay lam viec') ?? skipWords(tokens, start, 'ngay');
  const side = working === null ? null : SIDES(tokens, working);
  if (!side) return null;
  const cung = side.next;
  const tail = readDayTail(tokens, cung) ?? bareMonth(tokens, cung);
  if (!tail) return null;
  const every = tail.value.every;
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

function readDatedPhrases(around: Surroundings, at: number): Read<readonly Phrase[]> | null {
  const read = readSpans(around.tokens, at);
  if (!read) return null;
  const [first] = read.value;
  if (!first) return null;
  if (first.last.firstMonth === null) return readDaysOf(around.tokens, read);
  const isAccepted = read.value.every(isWhole) && setsDeadline(around, first, read.next);
  const phrase: Phrase = { kind: 'dated', spans: read.value, from: first.from, next: read.next };
  return { value: isAccepted ? [phrase] : [], next: read.next };
}

const isWhole = (span: Span): boolean => isPossible(span.first) && isPossible(span.last);

/** Days without a month: "ngày 12 hàng quý", "từ ngày 20 đến ngày 25 hằng tháng". */
function readDaysOf(tokens: readonly Token[], read: Read<readonly Span[]>): Read<readonly Phrase[]> | null {
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
function readMonthOf(tokens: readonly Token[], at: number): Read<readonly Phrase[]> | null {
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

/** "theo quý" is a frequency at the end of its sentence; "theo quý trước" or "tính theo năm tài chính" is not. */
function isManner(tokens: readonly Token[], at: number, next: number): boolean {
  if (tokenAt(tokens, at).key !== 'theo') return false;
  const isLed = isLedOrOpening(tokens, at) || ['cao', 'ky'].includes(tokenAt(tokens, at - 1).key);
  return !isLed || !(endsSegment(tokens, next) || tokenAt(tokens, next).key === ',');
}

function isLastWord(tokens: readonly Token[], at: number): boolean {
  const token = tokenAt(tokens, at);
  return (
    token.kind === 'end' || (token.kind === 'mark' && ['.', ';', '/'].includes(token.key) && at >= tokens.length - 3)
  );
}

/** A cell that is nothing but "12/2024", "II/2024", "2024" or "2024 - 2025". */
function readNakedCell(tokens: readonly Token[], at: number): Read<readonly Phrase[]> | null {
  if (at !== 0) return null;
  const start = skipWords(tokens, 0, 'giai doan') ?? skipWords(tokens, 0, 'trong giai doan') ?? 0;
  const read = readNaked(tokens, start);
  if (!read || !isLastWord(tokens, read.next)) return null;
  return { value: [{ kind: 'dated', spans: [read.value], from: 0, next: read.next }], next: read.next };
}

/** A cell that is nothing but "6 tháng, năm" or "Trong quý". */
function readWholeCell(tokens: readonly Token[], at: number): Read<readonly Phrase[]> | null {
  if (at !== 0) return null;
  const start = skipWords(tokens, at, 'bao cao') ?? skipWords(tokens, at, 'trong') ?? at;
  const units = readUnitList(tokens, start);
  return units && isLastWord(tokens, units.next) ? frequencyPhrases(units) : null;
}
