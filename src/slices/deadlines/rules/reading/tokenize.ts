import { foldWord, keywordOf, splitGlued } from './spelling.ts';
import type { Token } from './tokens.ts';

/** "61/2018/NĐ-CP", "640/KH-STNMT", "/KH-UBND" of a draft without its number. */
const DOCUMENT_NUMBER =
  /\d+(?:\/\d{1,4})?\/\p{Lu}[\p{L}\d]*(?:-?\p{Lu}[\p{L}\d]*)*|\/\p{Lu}{2,}(?:-\p{Lu}[\p{L}\d]*)+/uy;
const UNIT_AFTER_SLASH = /\/(?:THÁNG|QUÝ|QUÍ|NĂM|LẦN|TUẦN|NGÀY|KỲ)/iu;
/** Letters typed for digits in a date: "l5/12", "O5/12", "15/l2". */
const MISTYPED_DAY = /(?<![\p{L}\d])(?=[lIOo]?\d|\d?[lIOo]\s?\/\s?\d)[\dlIOo]{2}(?=\s?\/\s?[\dlO])/uy;
const MISTYPED_MONTH = /(?<=\d\s?\/\s?)(?=\d?[lIOo]\d?)[\dlIOo]{2}(?![\p{L}\d])/uy;
const PIECE = /(\p{L}[\p{L}\p{M}]*)|(\d+)|([\s\u00a0\u200b\ufeff\u00ad]+)|(\/+|.)/suy;
const QUARTER_WITHOUT_SPACE = /^(qu[yi]|q)(i{1,3}|iv)$/;

/** Cuts a text into tokens in one pass: time grows with the length of the text and nothing else. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let startsLine = true;
  while (at < text.length) {
    const special = readSpecial(text, at, startsLine);
    PIECE.lastIndex = at;
    const match = special ? null : PIECE.exec(text);
    if (!special && !match) break;
    const [piece = '', letters, digits, space] = match ?? [];
    if (special) tokens.push(special);
    else if (letters !== undefined) tokens.push(...makeWords(letters, at, startsLine));
    else if (space === undefined)
      tokens.push(makeToken(digits === undefined ? 'mark' : 'number', piece, { at, startsLine }));
    startsLine = space !== undefined && (startsLine || /[\n\r]/.test(space));
    at = special ? special.to : at + piece.length;
  }
  return tokens;
}

/** Document numbers, and dates with a letter for a digit. */
function readSpecial(text: string, at: number, startsLine: boolean): Token | null {
  const first = text.charAt(at);
  if (first === '/' || (first >= '0' && first <= '9')) {
    const number = matchAt(DOCUMENT_NUMBER, text, at);
    if (number !== null && !UNIT_AFTER_SLASH.test(number)) {
      return makeToken('document-number', number, { at, startsLine });
    }
  }
  if (!'lIOo0123456789'.includes(first)) return null;
  const mistyped = matchAt(MISTYPED_DAY, text, at) ?? matchAt(MISTYPED_MONTH, text, at);
  if (mistyped === null || /^\d+$/.test(mistyped)) return null;
  const mended = mistyped.replace(/[lI]/g, '1').replace(/[Oo]/g, '0');
  return { ...makeToken('number', mended, { at, startsLine }), to: at + mistyped.length };
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

type Place = { readonly at: number; readonly startsLine: boolean };

function makeToken(kind: Token['kind'], piece: string, { at, startsLine }: Place): Token {
  const value = kind === 'number' ? Number(piece) : Number.NaN;
  const key = kind === 'mark' && piece.startsWith('/') ? '/' : piece;
  return { kind, key, word: piece, value, from: at, to: at + piece.length, startsLine, isCapital: false };
}

function makeWords(piece: string, at: number, startsLine: boolean): Token[] {
  const word = piece.normalize('NFC').toLowerCase();
  const folded = foldWord(word);
  const isCapital = piece.charAt(0) !== word.charAt(0);
  const to = at + piece.length;
  const base = { kind: 'word', value: Number.NaN, isCapital } as const;
  const glued = splitGlued(folded) ?? QUARTER_WITHOUT_SPACE.exec(folded)?.slice(1);
  const [one, other] = glued ?? [];
  if (one === undefined || other === undefined || piece.length !== folded.length) {
    return [{ ...base, key: keywordOf(folded, word, isCapital), word, from: at, to, startsLine }];
  }
  const middle = at + one.length;
  return [
    { ...base, key: one === 'qui' ? 'quy' : one, word: word.slice(0, one.length), from: at, to: middle, startsLine },
    { ...base, key: other, word: word.slice(one.length), from: middle, to, startsLine: false },
  ];
}
