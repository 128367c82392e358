import type { FigurePlace } from './checkable-document.ts';
import { findListMark, type ListMark } from './list-mark.ts';
import { findNonFigures, type Span } from './not-a-figure.ts';
import { type PrintedNumber, readOtherWay, readPrint } from './printed-number.ts';

export type Fraction = { readonly above: PrintedNumber; readonly below: PrintedNumber };

/**
 * A paragraph or cell with its numbers found. The skeleton is its text with every number replaced by a token, so that the
 * grammar of a sentence can be matched without its values: «0» a number, ⟪1⟫ a percentage, ⟨0⟩ a fraction such as 8,5/13,
 * ¤ digits that are no figure.
 */
export type Passage = {
  readonly text: string;
  readonly place: FigurePlace;
  readonly mark: ListMark | null;
  readonly numbers: readonly PrintedNumber[];
  readonly fractions: readonly Fraction[];
  readonly skeleton: string;
};

/** "7 981" with a space between groups of three is one number. */
const DIGITS = /(?<![\p{L}\d])(?:[1-9]\d{0,2}(?:[ \u00a0]\d{3})+(?![\d.,/%])|\d+(?:[.,]\d+)*)/gu;
const PERCENT = /^\s{0,2}(?:%|phần trăm)/u;
const MONEY = /^\s{0,2}(?:nghìn|ngàn|triệu|tỷ|tỉ)(?!\p{L})/iu;
const POINTS = /^\s{0,2}điểm(?!\p{L})/iu;
const BOUND_BEFORE =
  /(?:(?<!\p{L})(?:khoảng|gần|hơn|trên|dưới|tối thiểu|ít nhất|không quá|ước|ước đạt|xấp xỉ|phấn đấu|phấn đấu đạt|phải đạt)|(?<!điểm )tối đa|[<>≥≤~])\s{0,2}$/iu;
const BOUND_AFTER = /^\s{0,2}(?:%|điểm|hồ sơ)?\s{0,2}(?:trở lên|trở xuống)/iu;
const RANGE_AFTER = /^\s{0,2}%?\s{0,2}(?:[-–]|đến)\s{0,2}(?:dưới\s)?\d{1,3}(?:,\d{1,3})?\s{0,2}%/u;
const RANGE_BEFORE = /\d\s{0,2}%?\s{0,2}(?:[-–]|đến)\s{0,2}(?:dưới\s)?$/u;
const BARE_YEAR = /^(?:199\d|20\d\d)$/;
const COUNTED_AFTER =
  /^\s{1,2}(?:hồ sơ|lượt|văn bản|tthc|thủ tục|người|trường hợp|nhiệm vụ|triệu|tỷ|tỉ|nghìn|đồng|m2|ha)/iu;
const BEFORE = 24;

export function readPassage(source: string, place: FigurePlace, listMarker?: string): Passage {
  const text = source.normalize('NFC');
  const mark = findListMark(text, listMarker);
  if (!/\d/.test(text)) return { text, place, mark, numbers: [], fractions: [], skeleton: tidy(plain(text)) };
  const nonFigures = findNonFigures(text);
  if (mark && mark.length > 0) nonFigures.unshift({ from: 0, to: mark.length });
  const numbers = findNumbers(text, place, nonFigures);
  return { text, place, mark, ...writeSkeleton(text, numbers, nonFigures) };
}

/** Reads a whole table cell as one number ("1.234", "84,9%", "(12)"); null where it holds anything else. */
export function readCellNumber(source: string, place: FigurePlace): PrintedNumber | null {
  const match = /^\(?\s{0,3}([+-]?)(\d[\d.,]{0,30}|\d{1,3}(?:[ \u00a0]\d{3}){1,5})\s{0,3}(%?)\s{0,3}\)?$/u.exec(
    source.trim(),
  );
  const printed = match?.[2];
  const reading = printed === undefined ? null : readPrint(printed);
  if (!match || printed === undefined || reading === null) return null;
  const isNegative = match[1] === '-';
  const number: PrintedNumber = {
    printed: `${isNegative ? '-' : ''}${printed}`,
    value: isNegative ? reading.value.negated() : reading.value,
    digits: reading.digits,
    alternative: isNegative ? (reading.alternative?.negated() ?? null) : reading.alternative,
    isPercent: match[3] === '%',
    isRoundedMoney: false,
    isBound: false,
    place,
    from: 0,
    to: source.length,
  };
  return number.isPercent && number.value.abs().gt(1000) ? readOtherWay(number) : number;
}

function findNumbers(text: string, place: FigurePlace, nonFigures: readonly Span[]): PrintedNumber[] {
  const numbers: PrintedNumber[] = [];
  let next = 0;
  for (const match of text.matchAll(DIGITS)) {
    const from = match.index;
    const to = from + match[0].length;
    while (next < nonFigures.length && (nonFigures[next]?.to ?? 0) <= from) next += 1;
    const span = nonFigures[next];
    if (span && span.from < to) continue;
    const number = readNumberAt(text, { from, to }, place);
    if (number) numbers.push(number);
  }
  return numbers;
}

function readNumberAt(text: string, span: Span, place: FigurePlace): PrintedNumber | null {
  const printed = text.slice(span.from, span.to);
  const reading = readPrint(printed);
  const after = text.slice(span.to, span.to + BEFORE);
  if (reading === null || /^\p{L}/u.test(after)) return null;
  if (BARE_YEAR.test(printed) && !COUNTED_AFTER.test(after)) return null;
  const before = text.slice(Math.max(0, span.from - BEFORE), span.from);
  const isPercent = PERCENT.test(after);
  const number: PrintedNumber = {
    printed,
    ...reading,
    isPercent,
    isRoundedMoney: MONEY.test(after),
    isBound:
      BOUND_BEFORE.test(before) ||
      BOUND_AFTER.test(after) ||
      RANGE_AFTER.test(after) ||
      (isPercent && RANGE_BEFORE.test(before)),
    place: { ...place, from: (place.from ?? 0) + span.from, to: (place.from ?? 0) + span.to },
    from: span.from,
    to: span.to,
  };
  const isTooLarge = (isPercent || POINTS.test(after)) && number.value.gte(1000);
  return isTooLarge ? readOtherWay(number) : number;
}

function writeSkeleton(
  text: string,
  numbers: readonly PrintedNumber[],
  nonFigures: readonly Span[],
): Pick<Passage, 'numbers' | 'fractions' | 'skeleton'> {
  const tokens = [
    ...nonFigures.map((span) => ({ ...span, token: '¤' })),
    ...numbers.map((number, index) => ({ from: number.from, to: number.to, token: tokenOf(number, index) })),
  ].sort((a, b) => a.from - b.from);
  const pieces: string[] = [];
  let done = 0;
  for (const { from, to, token } of tokens) {
    pieces.push(plain(text.slice(done, from)), token);
    done = to;
  }
  pieces.push(plain(text.slice(done)));
  return joinFractions(tidy(pieces.join('')), numbers);
}

const tokenOf = (number: PrintedNumber, index: number): string => (number.isPercent ? `⟪${index}⟫` : `«${index}»`);
const plain = (text: string): string => text.replace(/[«»⟨⟩⟪⟫¤]/g, ' ');
const tidy = (skeleton: string): string =>
  skeleton
    .replace(/⟫\s{0,2}(?:%|phần trăm)/gu, '⟫')
    .replace(/\*\*|__/g, '')
    .replace(/[ \t\u00a0]+/g, ' ');

/** "8,5/10", "8,5 điểm/10 điểm", "8,5 điểm trên tổng số 10 điểm" */
const FRACTION = /(?<!\/ ?)«(\d+)»(?: điểm)?(?: ?\/ ?| trên (?:tổng (?:số )?)?(?=«\d+» điểm))«(\d+)»(?! ?\/)/gu;

/** Joins "«2» / «3»" into one token and settles what a point means by the size of the two. */
function joinFractions(
  skeleton: string,
  found: readonly PrintedNumber[],
): Pick<Passage, 'numbers' | 'fractions' | 'skeleton'> {
  const numbers = [...found];
  const fractions: Fraction[] = [];
  const joined = skeleton.replace(FRACTION, (whole, first: string, second: string) => {
    const [i, j] = [Number(first), Number(second)];
    const [above, below] = [numbers[i], numbers[j]];
    if (!above || !below) return whole;
    const fraction = settlePoint(above, below);
    numbers[i] = fraction.above;
    numbers[j] = fraction.below;
    fractions.push(fraction);
    return `⟨${fractions.length - 1}⟩`;
  });
  return { numbers, fractions, skeleton: joined };
}

function settlePoint(above: PrintedNumber, below: PrintedNumber): Fraction {
  if (above.value.lte(below.value)) return { above, below };
  const [otherAbove, otherBelow] = [readOtherWay(above), readOtherWay(below)];
  if (otherAbove.value.lte(below.value)) return { above: otherAbove, below };
  return above.value.lte(otherBelow.value) ? { above, below: otherBelow } : { above, below };
}
