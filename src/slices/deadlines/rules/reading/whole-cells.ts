import { type NamedFrequency, readUnitList } from './frequencies.ts';
import type { Read } from './numbers.ts';
import type { Phrase } from './phrase.ts';
import { skipWords } from './phrases.ts';
import { readNaked } from './reference-list.ts';
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
  const read = readNaked(tokens, start);
  if (!read || !isLastWord(tokens, read.next)) return null;
  return { value: [{ kind: 'dated', spans: [read.value], from: 0, next: read.next }], next: read.next };
}

/** A cell that is nothing but "6 tháng, năm" or "Trong quý". */
export function readWholeCell(tokens: readonly Token[], at: number): Read<readonly Phrase[]> | null {
  if (at !== 0) return null;
  const start = skipWords(tokens, at, 'bao cao') ?? skipWords(tokens, at, 'trong') ?? at;
  const units = readUnitList(tokens, start);
  return units && isLastWord(tokens, units.next) ? frequencyPhrases(units) : null;
}
