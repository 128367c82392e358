import type { Deadline, RecurringDeadline } from '../deadline.ts';
import type { Frequency } from './frequencies.ts';
import type { Phrase } from './phrase.ts';
import type { Span } from './reference-list.ts';
import { dayReference, type Reference } from './references.ts';
import { type Resolved, resolveSpans } from './resolve.ts';
import { startsSentence } from './segments.ts';
import { type Token, tokenAt } from './tokens.ts';

/** A deadline with the tokens [from, next) that say it; `words` name it in a list ("hàng quý"). */
export type Joined = Resolved & {
  readonly from: number;
  readonly next: number;
  readonly isListed: boolean;
};

type FrequencyPhrase = Phrase & { kind: 'frequency' };
type Context = { readonly tokens: readonly Token[]; readonly planYear: number | null; readonly text: string };

/** Brings together what one sentence says in pieces: "Hằng tháng, … trước ngày 25", "trước ngày 15/6 và 15/12 hằng năm". */
export function joinPhrases(context: Context, phrases: readonly Phrase[]): Joined[] {
  return sentencesOf(context.tokens, phrases).flatMap((sentence) => joinSentence(context, sentence));
}

function sentencesOf(tokens: readonly Token[], phrases: readonly Phrase[]): Phrase[][] {
  const sentences: Phrase[][] = [];
  let current: Phrase[] = [];
  let end = 0;
  for (const phrase of phrases) {
    if (current.length > 0 && hasBreak(tokens, end, phrase.from)) {
      sentences.push(current);
      current = [];
    }
    current.push(phrase);
    end = phrase.next;
  }
  if (current.length > 0) sentences.push(current);
  return sentences;
}

function hasBreak(tokens: readonly Token[], from: number, to: number): boolean {
  for (let index = Math.max(from, 1); index <= to; index += 1) if (startsSentence(tokens, index)) return true;
  return false;
}

function joinSentence(context: Context, sentence: readonly Phrase[]): Joined[] {
  const used = new Set<Phrase>(sentence.filter((_phrase, index) => isHeading(context.tokens, sentence, index)));
  const joined = sentence.flatMap((phrase, index) =>
    joinPhrase(context, { tokens: context.tokens, sentence, index, phrase, used }),
  );
  const free = joined.filter(({ owner }) => !used.has(owner));
  return free.map(({ owner: _owner, ...rest }) => rest);
}

/** "Quý I: trước ngày 14/3", "6 tháng (trước ngày 10/6)": the period only says which report. */
function isHeading(tokens: readonly Token[], sentence: readonly Phrase[], index: number): boolean {
  const [phrase, following] = [sentence[index], sentence[index + 1]];
  if (phrase && following && isDayInBracket(tokens, phrase, following) && isOneOfSeveral(tokens, sentence)) return true;
  if (phrase && following && isNarrowed(tokens, phrase, following)) return true;
  if (phrase?.kind !== 'dated' || tokenAt(tokens, phrase.next).key !== ':') return false;
  const isBare = phrase.spans.every(({ bound }) => bound === 'none');
  return isBare && following !== undefined && ['dated', 'day-of', 'relative'].includes(following.kind);
}

const GRAINS: readonly Reference['grain'][] = ['month', 'quarter', 'months', 'year'];

/** "Quý III (tháng 8)", "Năm 2025 (Quý III)": the bracket says which part of it is meant. */
function isNarrowed(tokens: readonly Token[], phrase: Phrase, following: Phrase): boolean {
  if (phrase.kind !== 'dated' || following.kind !== 'dated') return false;
  if (tokenAt(tokens, phrase.next).key !== '(' || following.from !== phrase.next + 1) return false;
  const [outer, inner] = [phrase.spans[0], following.spans[0]];
  if (!outer || !inner || inner.bound !== 'none' || tokenAt(tokens, following.next).key !== ')') return false;
  const [wide, narrow] = [GRAINS.indexOf(outer.first.grain), GRAINS.indexOf(inner.first.grain)];
  return narrow >= 0 && narrow < wide;
}

/** One period with its day says both; several, each with its day, are a list of reports. */
function isOneOfSeveral(tokens: readonly Token[], sentence: readonly Phrase[]): boolean {
  const inBrackets = sentence.filter(({ kind, from }) => kind === 'dated' && tokenAt(tokens, from - 1).key === '(');
  return inBrackets.length > 1;
}

/** A period and, in brackets right after it, the day of a named month. */
function isDayInBracket(tokens: readonly Token[], phrase: Phrase, following: Phrase): boolean {
  if (tokenAt(tokens, phrase.next).key !== '(' || following.from !== phrase.next + 1) return false;
  if (following.kind !== 'dated' || following.spans.some(({ last }) => last.grain !== 'day')) return false;
  if (phrase.kind === 'frequency') return phrase.named.frequency.every !== 'year' || phrase.isListed;
  return phrase.kind === 'dated' && phrase.spans.every(({ bound, first }) => bound === 'none' && first.grain !== 'day');
}

type Place = {
  readonly tokens: readonly Token[];
  readonly sentence: readonly Phrase[];
  readonly index: number;
  readonly phrase: Phrase;
  /** Frequencies that were joined to a day and say nothing more of their own. */
  readonly used: Set<Phrase>;
};

type Owned = Joined & { readonly owner: Phrase };

function joinPhrase(context: Context, place: Place): Owned[] {
  const { phrase } = place;
  const own = (resolved: Resolved, isListed = false): Owned => ({
    ...resolved,
    from: phrase.from,
    next: phrase.next,
    isListed,
    owner: phrase,
  });
  switch (phrase.kind) {
    case 'dated':
      return joinDated(context, place, phrase.spans);
    case 'day-of':
      return (
        joinDayOfMonth(context, place, phrase) ??
        joinDayOf(place, phrase).map((deadline) => own({ deadline, doubts: [] }))
      );
    case 'weekday':
      return joinWeekday(place, phrase).map((deadline) => own({ deadline, doubts: [] }));
    case 'frequency':
      return [own(standsAlone(phrase.named.frequency), phrase.isListed)];
    case 'relative':
      return [own(toRelative(context, phrase))];
    case 'continuous':
      return [own({ deadline: { kind: 'continuous' }, doubts: [] })];
    case 'external':
      return [own({ deadline: { kind: 'external', text: '' }, doubts: [] })];
  }
}

function recurring(every: RecurringDeadline['every'], more: Partial<RecurringDeadline>): RecurringDeadline {
  const weekday = every === 'week' ? { weekday: more.weekday ?? null } : {};
  const { day = null, month = null, of = null, inclusive = true } = more;
  return { kind: 'recurring', every, ...weekday, day, month, of, inclusive };
}

function standsAlone({ every, month, isRounded }: Frequency): Resolved {
  const doubts = isRounded ? ['frequency-rounded'] : [];
  if (every === 'day') return { deadline: { kind: 'continuous' }, doubts };
  return { deadline: recurring(every, { month }), doubts };
}

/** How far apart phrases may stand and still belong together; keeps reading time in step with the text. */
const NEAR_PHRASES = 12;

function nearOf({ sentence, index }: Place): readonly Phrase[] {
  return sentence.slice(Math.max(0, index - NEAR_PHRASES), index + NEAR_PHRASES);
}

const isFrequency = (phrase: Phrase | undefined): phrase is FrequencyPhrase => phrase?.kind === 'frequency';

/** Frequencies said before this place in the sentence and not yet joined to a day, else the one right after it. */
function frequenciesFor({ sentence, index, used }: Place): FrequencyPhrase[] {
  const before = sentence
    .slice(Math.max(0, index - NEAR_PHRASES), index)
    .filter(isFrequency)
    .filter((phrase) => !used.has(phrase));
  if (before.length > 0) return before;
  const after = sentence[index + 1];
  return isFrequency(after) ? [after] : [];
}

/** "Tháng 11/2024 (trước ngày 20)": a day of the month just named. */
function joinDayOfMonth(context: Context, place: Place, phrase: Phrase & { kind: 'day-of' }): Owned[] | null {
  const previous = place.sentence[place.index - 1];
  const [span, more] = previous?.kind === 'dated' ? previous.spans : [];
  if (!previous || !span || more || span.isRange || span.first.grain !== 'month') return null;
  if (phrase.tail || phrase.day === null) return null;
  place.used.add(previous);
  const day = dayReference(phrase.day, span.first.firstMonth, span.first.year);
  const named: Span = { ...span, bound: phrase.isBefore ? 'before' : 'until', first: day, last: day };
  return resolveSpans([named], context.planYear).map(({ resolved }) => ({
    ...resolved,
    from: previous.from,
    next: phrase.next,
    isListed: false,
    owner: phrase,
  }));
}

function joinDayOf(place: Place, phrase: Phrase & { kind: 'day-of' }): Deadline[] {
  const { day, tail, isBefore } = phrase;
  const inclusive = !isBefore;
  const frequencies = frequenciesFor(place);
  const said = tail?.every ?? null;
  const isSame = frequencies.every(({ named }) => said === null || named.frequency.every === said);
  const isOne = frequencies.length === 1 && said === 'reporting-period';
  if (frequencies.length > 0 && (isSame || isOne)) {
    for (const frequency of frequencies) place.used.add(frequency);
    return frequencies.flatMap(({ named }) => withDay(named.frequency, { day, inclusive, of: tail?.of ?? null }));
  }
  if (said === 'reporting-period') for (const frequency of frequencies) place.used.add(frequency);
  if (said === 'year' && tail?.of)
    return [recurring('year', { day, inclusive, month: tail.of === 'last-month' ? 12 : 1 })];
  const every =
    said ??
    reportBefore(place, phrase.from) ??
    (tail?.of === 'next-month' ? 'month' : tail?.of === 'last-month' ? 'reporting-period' : null);
  const of = tail?.of ?? (every === 'month' && day !== null ? 'month' : null);
  return every === null ? [] : [recurring(every, { day, inclusive, of })];
}

/** "Báo cáo tháng: trước ngày 20": the report says how often. */
function reportBefore({ tokens }: Place, from: number): 'month' | 'quarter' | null {
  const at = [':', '('].includes(tokenAt(tokens, from - 1).key) ? from - 2 : from - 1;
  if (tokenAt(tokens, at - 1).key !== 'cao') return null;
  const unit = tokenAt(tokens, at).key;
  return unit === 'thang' ? 'month' : unit === 'quy' ? 'quarter' : null;
}

function withDay(frequency: Frequency, more: Pick<RecurringDeadline, 'day' | 'inclusive' | 'of'>): Deadline[] {
  const { every, month } = frequency;
  if (every === 'day') return [];
  const of = more.of ?? (every === 'month' && more.day !== null ? 'month' : null);
  return [recurring(every, { ...more, month, of })];
}

function joinWeekday(place: Place, phrase: Phrase & { kind: 'weekday' }): Deadline[] {
  const weekly = nearOf(place)
    .filter(isFrequency)
    .find(({ named }) => named.frequency.every === 'week');
  if (!weekly && !phrase.isOfWeek && !isOfWeeklyReport(place)) return [];
  if (weekly) place.used.add(weekly);
  return [recurring('week', { weekday: phrase.weekday, inclusive: !phrase.isBefore })];
}

const WEEKLY_REPORT_REACH = 10;

/** "Báo cáo tuần gửi trước 10 giờ thứ Sáu": the report says how often. */
function isOfWeeklyReport({ tokens, phrase }: Place): boolean {
  for (let at = phrase.from - 1; at > Math.max(0, phrase.from - WEEKLY_REPORT_REACH); at -= 1) {
    if (startsSentence(tokens, at + 1)) return false;
    if (tokenAt(tokens, at).key === 'tuan' && tokenAt(tokens, at - 1).key === 'cao') return true;
  }
  return false;
}

const isYearly = ({ named }: FrequencyPhrase): boolean =>
  named.frequency.every === 'year' && named.frequency.month === null;

/** "hằng năm" before or after days without a year makes all of them yearly. */
function joinDated(context: Context, place: Place, spans: readonly Span[]): Owned[] {
  const { phrase, used } = place;
  const hasYear = spans.some((span) => span.first.year !== null || span.last.year !== null);
  const yearly = hasYear
    ? undefined
    : nearOf(place)
        .filter(isFrequency)
        .find((one) => isYearly(one) && !one.isListed);
  if (!yearly) {
    return resolveSpans(spans, context.planYear).map(({ span, resolved }) => ({
      ...resolved,
      from: span.from,
      next: span.next,
      isListed: false,
      owner: phrase,
    }));
  }
  used.add(yearly);
  return spans.map((span) => ({
    deadline: everyYear(span),
    doubts: [],
    from: span.from,
    next: span.next,
    isListed: false,
    owner: phrase,
  }));
}

function everyYear(span: Span): Deadline {
  const isDay = span.last.grain === 'day';
  const isBefore = span.bound === 'before';
  const month = isBefore ? span.first.firstMonth : span.last.lastMonth;
  return recurring('year', { month, day: isDay ? span.last.firstDay : null, inclusive: !isBefore });
}

function toRelative({ tokens, text }: Context, phrase: Phrase & { kind: 'relative' }): Resolved {
  const { amount, unit, direction, eventFrom, eventTo, isConverted } = phrase.relative;
  const event = eventTo > eventFrom ? text.slice(tokenAt(tokens, eventFrom).from, tokenAt(tokens, eventTo - 1).to) : '';
  const doubts = [...(isConverted ? ['unit-converted'] : []), ...(event === '' ? ['event-missing'] : [])];
  return { deadline: { kind: 'relative', amount, unit, direction, event: event.replace(/\s+/g, ' ') }, doubts };
}
