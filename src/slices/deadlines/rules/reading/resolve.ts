import { type CivilDate, daysInMonth, makeCivilDate } from '../../../../kernel/civil-date.ts';
import type { Deadline } from '../deadline.ts';
import type { Span } from './reference-list.ts';
import type { Reference, YearSaid } from './references.ts';

/** A deadline before it gets its label, with what was unclear. */
export type Resolved = { readonly deadline: Deadline; readonly doubts: readonly string[] };

type Years = { readonly first: number; readonly last: number; readonly isAssumed: boolean };

const monthOf = (reference: Reference): number => reference.firstMonth ?? 1;

/**
 * The days of the spans of one list. A year said once counts for its neighbours ("quý III và quý IV năm 2024");
 * a year said nowhere is the plan's.
 *
 * @returns one entry for each deadline; windows that touch become one; nothing for days that do not exist
 */
export function resolveSpans(spans: readonly Span[], planYear: number | null): { span: Span; resolved: Resolved }[] {
  const years = yearsOfList(spans, planYear);
  const found: { span: Span; resolved: Resolved }[] = [];
  spans.forEach((span, index) => {
    const year = years[index];
    const resolved = year ? resolveSpan(span, year) : null;
    if (!resolved) return;
    const previous = found[found.length - 1];
    const joined = previous && joinWindows(previous.resolved, resolved);
    if (previous && joined) found[found.length - 1] = { span: { ...previous.span, next: span.next }, resolved: joined };
    else found.push({ span, resolved });
  });
  return found;
}

/** "Quý III và quý IV" is one window from July to December. */
function joinWindows(one: Resolved, other: Resolved): Resolved | null {
  const [first, second] = [one.deadline, other.deadline];
  if (first.kind !== 'window' || second.kind !== 'window' || !isNextDay(first.to, second.from)) return null;
  return {
    deadline: { kind: 'window', from: first.from, to: second.to },
    doubts: [...new Set([...one.doubts, ...other.doubts])],
  };
}

function isNextDay(day: CivilDate, next: CivilDate): boolean {
  const [year, month, number] = day.split('-').map(Number) as [number, number, number];
  return (
    makeCivilDate(year, month, number + 1) === next ||
    (number === daysInMonth(year, month) &&
      (month === 12 ? makeCivilDate(year + 1, 1, 1) : makeCivilDate(year, month + 1, 1)) === next)
  );
}

function yearsOfList(spans: readonly Span[], planYear: number | null): (Years | null)[] {
  const said = spans.map((span) => yearsSaid(span, planYear));
  for (let index = spans.length - 2; index >= 0; index -= 1) said[index] ??= fromRight(spans, said, index);
  for (let index = 1; index < spans.length; index += 1) said[index] ??= fromLeft(spans, said, index);
  return said.map((years, index) => years ?? assumed(spans[index], planYear));
}

function fromRight(spans: readonly Span[], said: readonly (Years | null)[], index: number): Years | null {
  const [here, right] = [spans[index], spans[index + 1]];
  const years = said[index + 1];
  if (!years || !here || !right) return null;
  const year = monthOf(here.last) > monthOf(right.first) ? years.first - 1 : years.first;
  return { first: monthOf(here.first) > monthOf(here.last) ? year - 1 : year, last: year, isAssumed: false };
}

function fromLeft(spans: readonly Span[], said: readonly (Years | null)[], index: number): Years | null {
  const [left, here] = [spans[index - 1], spans[index]];
  const years = said[index - 1];
  if (!years || !left || !here) return null;
  const year = monthOf(here.first) < monthOf(left.last) ? years.last + 1 : years.last;
  return { first: year, last: monthOf(here.last) < monthOf(here.first) ? year + 1 : year, isAssumed: false };
}

function assumed(span: Span | undefined, planYear: number | null): Years | null {
  if (!span || planYear === null) return null;
  return { first: planYear, last: isCrossing(span) ? planYear + 1 : planYear, isAssumed: true };
}

/** "từ tháng 11 đến tháng 02" goes over the turn of the year. */
function isCrossing(span: Span): boolean {
  return span.isRange && position(span.first) > position(span.last);
}

const position = (reference: Reference): number => monthOf(reference) * 100 + reference.firstDay;

function toYear(said: YearSaid, base: number | null): number | null {
  if (said === null) return null;
  if ('year' in said) return said.year;
  return base === null ? null : base + said.shift;
}

/** "từ tháng 12/2024 đến tháng 01 năm sau": the year after the first one said. */
function isLater(said: YearSaid): boolean {
  return said !== null && 'shift' in said && said.shift > 0;
}

function yearsSaid(span: Span, planYear: number | null): Years | null {
  const first = toYear(span.first.year, planYear);
  const last = span.isRange ? toYear(span.last.year, isLater(span.last.year) ? (first ?? planYear) : planYear) : first;
  if (first === null && last === null) return null;
  if (first === null && last !== null) return { first: isCrossing(span) ? last - 1 : last, last, isAssumed: false };
  if (first !== null && last === null) return { first, last: isCrossing(span) ? first + 1 : first, isAssumed: false };
  return first !== null && last !== null ? { first, last, isAssumed: false } : null;
}

function resolveSpan(span: Span, years: Years): Resolved | null {
  const from = makeCivilDate(years.first, monthOf(span.first), span.first.firstDay);
  const to = lastDayOf(span.last, years.last);
  if (!from || !to || from > to) return null;
  const doubts = [
    ...(years.isAssumed ? ['year-assumed'] : []),
    ...(span.first.isVague || span.last.isVague ? ['vague-time'] : []),
  ];
  return { deadline: toDeadline(span, from, to), doubts };
}

function lastDayOf(reference: Reference, year: number): CivilDate | null {
  const month = reference.lastMonth ?? 12;
  return makeCivilDate(year, month, reference.lastDay ?? daysInMonth(year, month));
}

function toDeadline(span: Span, from: CivilDate, to: CivilDate): Deadline {
  if (span.isRange) return { kind: 'window', from, to };
  switch (span.bound) {
    case 'before':
      return { kind: 'by', date: span.first.isEnd ? to : from, inclusive: false };
    case 'until':
    case 'to':
      return { kind: 'by', date: to, inclusive: true };
    default:
      if (span.first.grain === 'day' || span.first.isEnd) return { kind: 'by', date: to, inclusive: true };
      return { kind: 'window', from, to };
  }
}
