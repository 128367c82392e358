import { type Token, tokenAt } from './tokens.ts';

/** A value read from tokens, and the index of the first token after it. */
export type Read<Value> = { readonly value: Value; readonly next: number };

/** By the spelling with diacritics; "năm" is five only where the caller expects a number. */
const DIGIT_WORDS: Readonly<Record<string, number>> = {
  một: 1,
  mốt: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  lăm: 5,
  nhăm: 5,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
};

const ROMAN: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4, iiii: 4 };

function digitWord(token: Token): number | null {
  return token.kind === 'word' ? (DIGIT_WORDS[token.word] ?? null) : null;
}

/** Numbers in words from one to ninety-nine: "ba mươi", "mười lăm", "hai mươi mốt". */
export function readNumberWord(tokens: readonly Token[], at: number): Read<number> | null {
  const first = tokenAt(tokens, at);
  if (first.word === 'mười') {
    const unit = digitWord(tokenAt(tokens, at + 1));
    return unit !== null && unit !== 5 && !endsWithUnitWord(tokens, at + 1)
      ? { value: 10 + unit, next: at + 2 }
      : readFifteen(tokens, at);
  }
  const digit = digitWord(first);
  if (digit === null) return null;
  const second = tokenAt(tokens, at + 1);
  if (second.word !== 'mươi' && second.word !== 'chục') return { value: digit, next: at + 1 };
  const unit = digitWord(tokenAt(tokens, at + 2));
  const isYear = tokenAt(tokens, at + 2).word === 'năm';
  return unit !== null && !isYear ? { value: digit * 10 + unit, next: at + 3 } : { value: digit * 10, next: at + 2 };
}

/** "mười lăm" is fifteen; "mười năm" is ten years. */
function readFifteen(tokens: readonly Token[], at: number): Read<number> {
  const unit = tokenAt(tokens, at + 1).word;
  return unit === 'lăm' || unit === 'nhăm' ? { value: 15, next: at + 2 } : { value: 10, next: at + 1 };
}

function endsWithUnitWord(tokens: readonly Token[], at: number): boolean {
  return tokenAt(tokens, at).word === 'năm';
}

/** Digits or words: "05", "năm", "05 (năm)", "năm (05)". @returns a whole number from 0 to 9999 */
export function readNumber(tokens: readonly Token[], at: number): Read<number> | null {
  const token = tokenAt(tokens, at);
  const plain =
    token.kind === 'number' && token.to - token.from <= 4
      ? { value: token.value, next: at + 1 }
      : readNumberWord(tokens, at);
  return plain && skipRepeatedNumber(tokens, plain);
}

/** The same number said again in brackets: "05 (năm)", "ba mươi (30)". */
function skipRepeatedNumber(tokens: readonly Token[], read: Read<number>): Read<number> {
  if (tokenAt(tokens, read.next).key !== '(') return read;
  const inside = tokenAt(tokens, read.next + 1);
  const again =
    inside.kind === 'number' ? { value: inside.value, next: read.next + 2 } : readNumberWord(tokens, read.next + 1);
  return again && again.value === read.value && tokenAt(tokens, again.next).key === ')'
    ? { value: read.value, next: again.next + 1 }
    : read;
}

/** A quarter's number: "III", "3", "ba"; "lll", "1I" and "Il" are slips for Roman strokes. @returns 1–4 */
export function readQuarterNumber(tokens: readonly Token[], at: number): Read<number> | null {
  const token = tokenAt(tokens, at);
  if (token.kind === 'number') return readQuarterDigits(tokens, at);
  if (token.kind !== 'word') return null;
  const strokes = token.key.replace(/[l|]/g, 'i');
  const roman = /^[ivl]+$/.test(token.key) ? ROMAN[strokes] : undefined;
  if (roman !== undefined) return joinStrokes(tokens, at, strokes) ?? { value: roman, next: at + 1 };
  const words = readNumberWord(tokens, at);
  return words && words.value <= 4 && words.next === at + 1 && token.word !== 'năm' ? words : null;
}

/** "quý II I": strokes torn apart. */
function joinStrokes(tokens: readonly Token[], at: number, strokes: string): Read<number> | null {
  const { key } = tokenAt(tokens, at + 1);
  const joined = /^[ivl]+$/.test(key) ? ROMAN[strokes + key.replace(/l/g, 'i')] : undefined;
  return joined === undefined ? null : { value: joined, next: at + 2 };
}

function readQuarterDigits(tokens: readonly Token[], at: number): Read<number> | null {
  const token = tokenAt(tokens, at);
  const after = tokenAt(tokens, at + 1);
  const isGlued = after.kind === 'word' && after.from === token.to && /^[ivl]+$/.test(after.key);
  if (isGlued && /^1+$/.test(token.word)) {
    const roman = ROMAN['i'.repeat(token.word.length) + after.key.replace(/l/g, 'i')];
    return roman === undefined ? null : { value: roman, next: at + 2 };
  }
  const strokes = /^1{2,3}$/.test(token.word) ? token.word.length : token.value;
  return strokes >= 1 && strokes <= 4 && token.to - token.from <= 3 ? { value: strokes, next: at + 1 } : null;
}
