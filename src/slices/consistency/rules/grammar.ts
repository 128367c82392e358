import type { Fraction, Passage } from './passage.ts';
import type { PrintedNumber } from './printed-number.ts';

/** Words between two tokens of a skeleton: no other number, no end of sentence, at most so many characters. */
export const gap = (longest: number): string => `([^«»⟨⟩⟪⟫¤;.\\n]{0,${longest}})`;
export const NUMBER = '«(\\d+)»';
export const PERCENT = '⟪(\\d+)⟫';
export const FRACTION = '⟨(\\d+)⟩';

export const numberAt = (passage: Passage, index: string | undefined): PrintedNumber | null =>
  passage.numbers[Number(index)] ?? null;
export const fractionAt = (passage: Passage, index: string | undefined): Fraction | null =>
  passage.fractions[Number(index)] ?? null;

/** A token of the skeleton with the words that follow it up to the next token. */
export type Step = {
  readonly kind: 'number' | 'percent' | 'fraction' | 'other';
  readonly number: PrintedNumber | null;
  readonly fraction: Fraction | null;
  /** Words before this token, from the token before it or the start of the sentence. */
  readonly before: string;
  readonly after: string;
};

const TOKEN = /«(\d+)»|⟪(\d+)⟫|⟨(\d+)⟩|¤/gu;

export function stepsOf(passage: Passage, skeleton: string): Step[] {
  const matches = [...skeleton.matchAll(TOKEN)];
  return matches.map((match, i) => {
    const end = match.index + match[0].length;
    const previous = matches[i - 1];
    const before = skeleton.slice(previous ? previous.index + previous[0].length : 0, match.index);
    const after = skeleton.slice(end, matches[i + 1]?.index ?? skeleton.length);
    if (match[1] !== undefined)
      return { kind: 'number', number: numberAt(passage, match[1]), fraction: null, before, after };
    if (match[2] !== undefined)
      return { kind: 'percent', number: numberAt(passage, match[2]), fraction: null, before, after };
    if (match[3] !== undefined)
      return { kind: 'fraction', number: null, fraction: fractionAt(passage, match[3]), before, after };
    return { kind: 'other', number: null, fraction: null, before, after };
  });
}

/** Sentences of a skeleton: cut at a full stop before a capital or at a line end; "Trong đó" and "Cụ thể" go on with the one before. */
export function sentencesOf(skeleton: string): string[] {
  return skeleton
    .split(/(?<=[.!?…])\s+(?!Trong đó|Cụ thể|Bao gồm|Gồm)(?=[\p{Lu}\-+*“"(«⟨⟪])|\n+/u)
    .filter((sentence) => sentence.trim() !== '');
}
