/**
 * One piece of a text: a word, a number, a mark or a document number. Keeps its place in the text as it was given,
 * so that every reading can be shown beside its source.
 */
export type Token = {
  readonly kind: 'word' | 'number' | 'mark' | 'document-number' | 'end';
  /** Lower case without diacritics ("ngay"); a word that only looks like a keyword starts with "~" ("~sau" for "sáu"). */
  readonly key: string;
  /** Lower case, composed, with diacritics: "sáu". */
  readonly word: string;
  /** Of a number; NaN for everything else. */
  readonly value: number;
  readonly from: number;
  readonly to: number;
  readonly startsLine: boolean;
  readonly isCapital: boolean;
};

const END: Token = {
  kind: 'end',
  key: '',
  word: '',
  value: Number.NaN,
  from: 0,
  to: 0,
  startsLine: true,
  isCapital: false,
};

/** Words that fold to a keyword but mean something else: they must not be taken for it. */
const LOOK_ALIKES: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    sau: 'sáu sâu sấu',
    quy: 'quỹ quỷ quỳ',
    tu: 'tư tự tử tú tủ',
    hang: 'hạng hãng',
    moi: 'mới mọi mời môi mồi',
    ky: 'ký kỹ kỷ',
    den: 'đen đèn đền',
    toi: 'tôi tội',
    thu: 'thủ thư thù thú',
    nam: 'nắm nấm',
    han: 'hàn hán hận',
    lan: 'làn',
    khi: 'khí khỉ',
    trong: 'trọng trống trồng',
    dau: 'dấu dầu đâu dâu',
    cuoi: 'cười cưới',
    gio: 'gió giỏ',
    thang: 'thắng thẳng thăng',
    tuan: 'tuân',
    tinh: 'tỉnh tình tĩnh tinh',
  }).map(([key, words]) => [key, new Set(words.split(' '))]),
);

/** Two spellings of one word. */
const SPELLINGS: Readonly<Record<string, string>> = { qui: 'quy', ki: 'ky', mong: 'mung' };

const DOCUMENT_NUMBER =
  /\d+(?:\/\d{1,4})?\/\p{Lu}[\p{L}\d]*(?:-?\p{Lu}[\p{L}\d]*)*|\/\p{Lu}{2,}(?:-\p{Lu}[\p{L}\d]*)+/uy;
const UNIT_AFTER_SLASH = /\/(?:THÁNG|QUÝ|QUÍ|NĂM|LẦN|TUẦN|NGÀY|KỲ)/iu;
const PIECE = /(\p{L}[\p{L}\p{M}]*)|(\d+)|([\s\u00a0\u200b\ufeff\u00ad]+)|(.)/suy;
const GLUED_QUARTER = /^(qu[yi])(i{1,3}|iv)$/;

const foldedCharacters = new Map<string, string>();

function foldCharacter(character: string): string {
  const known = foldedCharacters.get(character);
  if (known !== undefined) return known;
  const folded = character.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
  foldedCharacters.set(character, folded);
  return folded;
}

function foldWord(word: string): string {
  if (/^[a-z]*$/.test(word)) return word;
  let folded = '';
  for (const character of word) folded += foldCharacter(character);
  return folded;
}

function keyOf(folded: string, word: string, isCapital: boolean): string {
  if (LOOK_ALIKES.get(folded)?.has(word)) return `~${folded}`;
  if (word === 'nam' && isCapital) return '~nam';
  return SPELLINGS[folded] ?? folded;
}

/** Cuts a text into tokens in one pass: time grows with the length of the text and nothing else. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let startsLine = true;
  while (at < text.length) {
    const number = matchDocumentNumber(text, at);
    if (number !== null) {
      tokens.push(makeToken('document-number', number, at, startsLine));
      at += number.length;
      startsLine = false;
      continue;
    }
    PIECE.lastIndex = at;
    const match = PIECE.exec(text);
    if (!match) break;
    const [piece, letters, digits, space] = match;
    if (space !== undefined) {
      startsLine ||= /[\n\r]/.test(space);
    } else {
      if (letters !== undefined) tokens.push(...makeWords(letters, at, startsLine));
      else tokens.push(makeToken(digits === undefined ? 'mark' : 'number', piece, at, startsLine));
      startsLine = false;
    }
    at += piece.length;
  }
  return tokens;
}

export function tokenAt(tokens: readonly Token[], index: number): Token {
  return tokens[index] ?? END;
}

function matchDocumentNumber(text: string, at: number): string | null {
  const code = text.charCodeAt(at);
  const isDigit = code >= 48 && code <= 57;
  if (!isDigit && code !== 47) return null;
  DOCUMENT_NUMBER.lastIndex = at;
  const found = DOCUMENT_NUMBER.exec(text)?.[0];
  return found === undefined || UNIT_AFTER_SLASH.test(found) ? null : found;
}

function makeToken(kind: Token['kind'], piece: string, from: number, startsLine: boolean): Token {
  const value = kind === 'number' ? Number(piece) : Number.NaN;
  return { kind, key: piece, word: piece, value, from, to: from + piece.length, startsLine, isCapital: false };
}

function makeWords(piece: string, from: number, startsLine: boolean): Token[] {
  const word = piece.normalize('NFC').toLowerCase();
  const folded = foldWord(word);
  const isCapital = piece.charAt(0) !== word.charAt(0);
  const to = from + piece.length;
  const base = { kind: 'word', value: Number.NaN, isCapital } as const;
  const glued = GLUED_QUARTER.exec(folded);
  if (glued && piece.length === folded.length) {
    const middle = from + 3;
    return [
      { ...base, key: 'quy', word: word.slice(0, 3), from, to: middle, startsLine },
      { ...base, key: word.slice(3), word: word.slice(3), from: middle, to, startsLine: false },
    ];
  }
  return [{ ...base, key: keyOf(folded, word, isCapital), word, from, to, startsLine }];
}
