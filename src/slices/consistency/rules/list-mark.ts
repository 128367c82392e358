/** The sign with which a list item or heading begins: "-", "a)", "1.", "(1)", "II.", "1.2.". */
export type ListMark = {
  /** What makes two marks of one list alike: the sign itself, or the kind of counting. */
  readonly style: string;
  /** 1 for "1.", "a)", "I."; null for signs that do not count. */
  readonly ordinal: number | null;
  /** Characters that the mark takes of the text itself; 0 where the format keeps it apart. */
  readonly length: number;
};

const SIGN = /^\s{0,20}([-–+*•●○▪])\s{1,8}/u;
const COUNTED = /^\s{0,20}(?:\*\*)?(?:(\d{1,2})([.)])|([a-zđ])\)|([IVXLC]{1,6})[.)])(?:\*\*)?\s{1,8}(?=\D)/u;
const OUTLINE = /^\s{0,20}(?:\*\*)?(\d{1,2}(?:\.\d{1,2}){1,4})(?:\.\s{1,8}|\.?\s{1,8}(?=[\p{Lu}“"*]))/u;
/** "(1)", "(12)"; a year or a number of a law in brackets is none. */
const BRACKETED = /^\s{0,20}(?:\*\*)?\((\d{1,2})\)(?:\*\*)?\s{1,8}(?=\D)/u;
const LETTERS = 'abcdđefghijklmnopqrstuvwxyz';
const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

export function findListMark(text: string, listMarker?: string): ListMark | null {
  if (listMarker !== undefined && listMarker !== '') {
    const mark = findListMark(`${listMarker} x`);
    return mark ? { ...mark, length: 0 } : { style: listMarker, ordinal: null, length: 0 };
  }
  const sign = SIGN.exec(text);
  if (sign) return { style: sign[1] ?? '-', ordinal: null, length: sign[0].length };
  const outline = OUTLINE.exec(text);
  if (outline) return outlineMark(outline[1] ?? '', outline[0].length);
  const bracketed = BRACKETED.exec(text);
  if (bracketed) return { style: '(1)', ordinal: Number(bracketed[1]), length: bracketed[0].length };
  const counted = COUNTED.exec(text);
  if (!counted) return null;
  const length = counted[0].length;
  if (counted[1] !== undefined) return { style: `1${counted[2]}`, ordinal: Number(counted[1]), length };
  if (counted[3] !== undefined) return { style: 'a)', ordinal: LETTERS.indexOf(counted[3]) + 1, length };
  return { style: 'I.', ordinal: readRoman(counted[4] ?? ''), length };
}

function outlineMark(print: string, length: number): ListMark {
  const numbers = print.split('.');
  return { style: `${'1.'.repeat(numbers.length)}`, ordinal: Number(numbers.at(-1)), length };
}

/** @returns the value of "I" … "XCIX"; null for letters that are no such number */
export function readRoman(text: string): number | null {
  let value = 0;
  let previous = 0;
  for (const letter of [...text].reverse()) {
    const one = ROMAN[letter];
    if (one === undefined) return null;
    value += one < previous ? -one : one;
    previous = one;
  }
  return value > 0 ? value : null;
}
