import { isAttribute, isLedOrOpening, isMeasured, type Surroundings, setsDeadline } from './acceptance.ts';
import { readBound, skipClock, skipWeekday } from './bounds.ts';
import { isWhole, readDaysOf, readEdgeDay, readMonthOf } from './day-phrases.ts';
import { type NamedFrequency, readFrequencies, readLeadingUnit, readUnitList, readWeekday } from './frequencies.ts';
import type { Read } from './numbers.ts';
import type { Phrase } from './phrase.ts';
import { phraseTable, skipWords } from './phrases.ts';
import { readSpans } from './reference-list.ts';
import { type RelativePhrase, readRelative } from './relatives.ts';
import { endsSegment, isInsideNumber, startsSegment } from './segments.ts';
import { readContinuous, readExternal, readExternalCell, type StandingPhrase } from './standing.ts';
import { type Token, tokenAt } from './tokens.ts';
import { frequencyPhrases, readNakedCell, readOpenEnd, readWholeCell } from './whole-cells.ts';

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
  return token.kind === 'word' || (token.kind === 'number' && !isInsideNumber(tokens, at - 1, '.'));
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
    readEdgeDay(tokens, at) ??
    readOpenEnd(tokens, at) ??
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
  const leading = startsSegment(tokens, at) ? readLeadingUnit(tokens, at) : null;
  const read = leading ?? readReportTime(tokens, at) ?? readFrequencies(tokens, at);
  if (!read || isAttribute(tokens, at, read.next) || isManner(tokens, at, read.next)) return null;
  return frequencyPhrases(read);
}

/** "đảm bảo thời gian báo cáo năm": the time is that of the yearly report. */
function readReportTime(tokens: readonly Token[], at: number): Read<readonly NamedFrequency[]> | null {
  const start = skipWords(tokens, at, 'thoi gian bao cao') ?? skipWords(tokens, at, 'thoi han bao cao');
  const units = start === null ? null : readUnitList(tokens, start);
  return units && endsSegment(tokens, units.next) ? units : null;
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

/** "theo quý" is a frequency at the end of its sentence; "theo quý trước" or "tính theo năm tài chính" is not. */
function isManner(tokens: readonly Token[], at: number, next: number): boolean {
  if (tokenAt(tokens, at).key !== 'theo') return false;
  const isLed = isLedOrOpening(tokens, at) || ['cao', 'ky'].includes(tokenAt(tokens, at - 1).key);
  return !isLed || !(endsSegment(tokens, next) || tokenAt(tokens, next).key === ',');
}
