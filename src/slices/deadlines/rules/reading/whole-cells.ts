import { readReference } from './any-reference.ts';
import { type NamedFrequency, readUnitList } from './frequencies.ts';
import type { Read } from './numbers.ts';
import type { Phrase } from './phrase.ts';
import { skipWords } from './phrases.ts';
import { readNaked, type Span } from './reference-list.ts';
import { dayReference, monthsReference, readDay, readMonthAndYear } from './references.ts';
import { type Token, tokenAt } from './tokens.ts';

export function frequencyPhrases(read: Read<readonly NamedFrequency[]>): Read<readonly Phrase[]> {
  const isListed = read.value.length > 1;
  const value = read.value.map(
    (named): Phrase => ({ kind: 'frequency', named, isListed, from: named.from, next: named.next }),
  );
  return { value, next: read.next };
}

export function isLastWord(tokens: readonly Token[], at: number): boolean {
  const token = tokenAt(tokens, at);
  return (
    token.kind === 'end' || (token.kind === 'mark' && ['.', ';', '/'].includes(token.key) && at >= tokens.length - 3)
  );
}

/** A cell that is nothing but "12/2024", "II/2024", "2024" or "2024 - 2025". */
export function readNakedCell(tokens: readonly Token[], at: number): Read<readonly Phrase[]> | null {
  if (at !== 0) return null;
  const start = skipWords(tokens, 0, 'giai doan') ?? skipWords(tokens, 0, 'trong giai doan') ?? 0;
  const read = readNaked(tokens, start) ?? readDaysOfOneMonth(tokens, start);
  if (!read || !isLastWord(tokens, read.next)) return null;
  return { value: [{ kind: 'dated', spans: [read.value], from: 0, next: read.next }], next: read.next };
}

/** "05-30/5/2025": two days of one month, in a cell of its own and with the year, so that no score is meant. */
function readDaysOfOneMonth(tokens: readonly Token[], at: number): Read<Span> | null {
  const { kind, value } = tokenAt(tokens, at);
  const isDash = ['-', '–'].includes(tokenAt(tokens, at + 1).key);
  const last = kind === 'number' && isDash ? readDay(tokens, at + 2) : null;
  if (!last || last.value.firstMonth === null || last.value.year === null || value >= last.value.firstDay) return null;
  const first = dayReference(value, last.value.firstMonth, last.value.year);
  return {
    value: { bound: 'in', first, last: last.value, isRange: true, from: 0, next: last.next },
    next: last.next,
  };
}

/** A cell that says only when something begins: "Từ tháng 4/2025", "Từ quý II trở đi"; it lasts to the end of that year. */
export function readOpenEnd(tokens: readonly Token[], at: number): Read<readonly Phrase[]> | null {
  if (at !== 0) return null;
  const start = skipWords(tokens, 0, 'bat dau tu') ?? skipWords(tokens, 0, 'ke tu') ?? skipWords(tokens, 0, 'tu');
  if (start === null) return null;
  const first = readReference(tokens, start) ?? readMonthAndYear(tokens, start);
  if (!first || first.value.firstMonth === null || first.value.grain === 'year') return null;
  const next = skipWords(tokens, first.next, 'tro di') ?? first.next;
  if (!isLastWord(tokens, next)) return null;
  const last = { ...monthsReference('year', 1, 12, first.value.year), isVague: true };
  const span = { bound: 'in', first: first.value, last, isRange: true, from: 0, next } as const;
  return { value: [{ kind: 'dated', spans: [span], from: 0, next }], next };
}

/** A cell that is nothing but "6 tháng, năm" or "Trong quý". */
export function readWholeCell(tokens: readonly Token[], at: number): Read<readonly Phrase[]> | null {
  if (at !== 0) return null;
  const start = skipWords(tokens, at, 'bao cao') ?? skipWords(tokens, at, 'trong') ?? at;
  const units = readUnitList(tokens, start);
  return units && isLastWord(tokens, units.next) ? frequencyPhrases(units) : null;
}
