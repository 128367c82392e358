import { isSyllable } from '../../rules/syllable.ts';

/** Abbreviations that stand on every page of such papers; recognition, which knows words, guesses at them. */
const ABBREVIATIONS = [
  'CCHC',
  'TTHC',
  'UBND',
  'HĐND',
  'QPPL',
  'VBQPPL',
  'CBCC',
  'CBCCVC',
  'CNTT',
  'BCCI',
  'TTĐT',
  'PAKN',
  'STNMT',
  'TNMT',
  'DVCTT',
  'PCCC',
] as const;
const KNOWN: ReadonlySet<string> = new Set(ABBREVIATIONS);
const SHORTEST = 4;

/** Capitals that a worn or compressed letter is taken for. */
const LOOKALIKES: readonly (readonly [RegExp, string])[] = [
  [/[GOÔƠQ]/g, 'C'],
  [/Ð/g, 'Đ'],
];

/** A recognised word with what recognition is known to get wrong put right; other words come back as they are. */
export function mendWord(word: string): string {
  return word
    .replace(/(?<=(?![a-z])\p{Ll})(?=[IVX]+(?!\p{L}))/gu, ' ')
    .replace(/Ð/g, 'Đ')
    .replace(/\p{Lu}{4,}/gu, mendCapitals);
}

function mendCapitals(capitals: string): string {
  if (KNOWN.has(capitals) || isSyllable(capitals)) return capitals;
  const shape = shapeOf(capitals);
  const near = ABBREVIATIONS.filter((known) => known.length >= SHORTEST && isOneApart(shapeOf(known), shape));
  const [only, another] = near;
  return only !== undefined && another === undefined ? only : capitals;
}

function shapeOf(capitals: string): string {
  return LOOKALIKES.reduce((shape, [sign, like]) => shape.replace(sign, like), capitals);
}

/** Equal, or equal but for one letter put in, left out or changed. */
function isOneApart(known: string, read: string): boolean {
  if (Math.abs(known.length - read.length) > 1) return false;
  let start = 0;
  while (start < known.length && known[start] === read[start]) start += 1;
  let end = 0;
  while (end < Math.min(known.length, read.length) - start && known.at(-1 - end) === read.at(-1 - end)) end += 1;
  return Math.max(known.length, read.length) - start - end <= 1;
}
