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

export function tokenAt(tokens: readonly Token[], index: number): Token {
  return tokens[index] ?? END;
}
