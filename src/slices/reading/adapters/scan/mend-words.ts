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

/** Words that never stand together with the tone that recognition gives one of them: a hook is taken for an acute. */
const PAIRS: Readonly<Record<string, string>> = {
  'tối thiếu': 'tối thiểu',
  'giảm thiếu': 'giảm thiểu',
  'kiếm tra': 'kiểm tra',
  'kiếm soát': 'kiểm soát',
  'kiếm điểm': 'kiểm điểm',
  'thế chế': 'thể chế',
  'thay đối': 'thay đổi',
  'chuyển đối': 'chuyển đổi',
  'chuyến đổi': 'chuyển đổi',
  'triến khai': 'triển khai',
  'cụ thế': 'cụ thể',
  'chỉ cục': 'chi cục',
};

/** The words of one line, those put right that only their neighbour shows to be wrong. */
export function mendPairs(words: readonly string[]): string[] {
  const mended = [...words];
  for (let index = 1; index < mended.length; index += 1) {
    const [first = '', second = ''] = mended.slice(index - 1, index + 1);
    const known = PAIRS[`${first} ${second}`.toLowerCase().replace(/[^\p{L}]+$/u, '')];
    if (known === undefined) continue;
    const [left = '', right = ''] = known.split(' ');
    mended[index - 1] = inShapeOf(first, left);
    mended[index] = inShapeOf(second, right);
  }
  return mended;
}

/** The letters of a word put in place of those of another of the same length; capitals and signs stay. */
function inShapeOf(word: string, letters: string): string {
  return [...word.normalize('NFC')]
    .map((sign, index) =>
      sign === sign.toUpperCase() ? letters.charAt(index).toUpperCase() || sign : letters.charAt(index) || sign,
    )
    .join('');
}
