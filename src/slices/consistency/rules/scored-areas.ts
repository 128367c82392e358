import { FRACTION, fractionAt, gap, NUMBER, numberAt } from './grammar.ts';
import { readRoman } from './list-mark.ts';
import type { Fraction, Passage } from './passage.ts';
import type { PrintedNumber } from './printed-number.ts';

/** A reform area (or any numbered part that is scored) with the paragraphs that speak of it. */
export type ScoredArea = {
  readonly head: Passage;
  /** The head and what follows up to the next area. */
  readonly passages: readonly Passage[];
  readonly score: Fraction | null;
};

/** Areas of one list, with the line that gives their total where there is one. */
export type ScoredDocument = { readonly areas: readonly ScoredArea[]; readonly total: ScoredTotal | null };

export type ScoredTotal = {
  readonly passage: Passage;
  readonly score: PrintedNumber;
  readonly max: PrintedNumber | null;
};

const LABEL =
  /^[\s*_]{0,6}(lĩnh vực|nội dung|nhóm tiêu chí|nhóm|phần|trục|hợp phần)\s(?:thứ\s|số\s)?(?:(\d{1,2})|([IVX]{1,5}))(?=[\s:.,–*-])/iu;
const NAMES_AREA = /^[\s*_]{0,6}(?:lĩnh vực|nội dung|chỉ số thành phần|tiêu chí)(?!\p{L})/iu;
const REACHES_FRACTION = new RegExp(
  `đạt(?: được)?(?: số)?(?: điểm)?(?: là)?\\s?:?\\s?${FRACTION}|${FRACTION}\\s?điểm|^[^«⟨⟪¤;.]{3,160}:\\s?${FRACTION}\\s?(?:\\(|$|;|,)`,
  'iu',
);
const TOTAL_WORDS =
  /tổng(?: số)? điểm|tổng cộng|điểm tổng|chỉ số (?:cải cách hành chính|cchc)|kết quả chỉ số|par index/iu;
const TOTAL_FRACTION = new RegExp(`(?:đạt|là|được|:|điểm|cộng)${gap(30)}${FRACTION}`, 'iu');
const TOTAL_NUMBER = new RegExp(`(?:đạt|là|được|:)${gap(20)}${NUMBER}\\s?điểm`, 'iu');
const FEWEST_AREAS = 3;
const AFTER_THE_LIST = 6;

/** The numbered, scored parts of a document; null where there are fewer than three in unbroken order from 1. */
export function findScoredDocument(passages: readonly Passage[]): ScoredDocument | null {
  const heads = findHeads(passages);
  if (heads.length < FEWEST_AREAS) return null;
  const areas = heads.map((index, i) => {
    const head = passages[index];
    const end = heads[i + 1] ?? endOfLast(passages, index);
    return head ? [{ head, passages: passages.slice(index, end), score: scoreOf(head) }] : [];
  });
  return { areas: areas.flat(), total: findTotal(passages, heads) };
}

/** Score and maximum that a heading or list item states: "đạt 8,5/10,5 điểm". */
export function scoreOf(passage: Passage): Fraction | null {
  const match = REACHES_FRACTION.exec(passage.skeleton);
  const fraction = fractionAt(passage, match?.[1] ?? match?.[2] ?? match?.[3]);
  return fraction && !fraction.above.isPercent ? fraction : null;
}

function findHeads(passages: readonly Passage[]): number[] {
  const byLabel = longestCount(passages, (passage) => {
    const body = passage.text.slice(passage.mark?.length ?? 0);
    const match = LABEL.exec(body);
    if (!match) return null;
    const ordinal = match[2] === undefined ? readRoman((match[3] ?? '').toUpperCase()) : Number(match[2]);
    return ordinal === null ? null : { style: (match[1] ?? '').toLowerCase(), ordinal };
  });
  if (byLabel.length >= FEWEST_AREAS) return byLabel;
  const byNumber = longestCount(passages, (passage) => {
    const { mark } = passage;
    if (!mark || mark.ordinal === null || scoreOf(passage) === null) return null;
    return { style: mark.style, ordinal: mark.ordinal };
  });
  return byNumber.length >= FEWEST_AREAS ? byNumber : longestRun(passages);
}

/** The longest run of scored items with one uncounted sign or the word itself: "- Thể chế: 18/20 điểm". */
function longestRun(passages: readonly Passage[]): number[] {
  let best: number[] = [];
  let run: number[] = [];
  for (const [index, passage] of passages.entries()) {
    const isItem = passage.mark === null ? NAMES_AREA.test(passage.text) : passage.mark.ordinal === null;
    const isScored = isItem && scoreOf(passage) !== null;
    const isSameList = passages[run.at(-1) ?? index]?.mark?.style === passage.mark?.style;
    run = isScored ? [...(isSameList && run.at(-1) === index - 1 ? run : []), index] : [];
    if (run.length > best.length) best = run;
  }
  return best;
}

type Counted = { readonly style: string; readonly ordinal: number };

/** The longest list 1, 2, 3, … of one style, as indexes of its passages. */
function longestCount(passages: readonly Passage[], read: (passage: Passage) => Counted | null): number[] {
  const open = new Map<string, number[]>();
  let best: number[] = [];
  for (const [index, passage] of passages.entries()) {
    const counted = read(passage);
    if (!counted) continue;
    const list = open.get(counted.style) ?? [];
    if (counted.ordinal === 1) open.set(counted.style, [index]);
    else if (counted.ordinal === list.length + 1) open.set(counted.style, [...list, index]);
    else continue;
    const grown = open.get(counted.style) ?? [];
    if (grown.length > best.length) best = grown;
  }
  return best;
}

/** The last area ends at the next passage that carries a mark of a higher list or none and no sign of belonging to it. */
function endOfLast(passages: readonly Passage[], index: number): number {
  const style = passages[index]?.mark?.style ?? null;
  for (let i = index + 1; i < passages.length; i += 1) {
    const mark = passages[i]?.mark;
    if (mark && (mark.style === 'I.' || mark.style === style)) return i;
  }
  return Math.min(passages.length, index + AFTER_THE_LIST);
}

function findTotal(passages: readonly Passage[], heads: readonly number[]): ScoredTotal | null {
  const [first = 0] = heads;
  const last = heads.at(-1) ?? 0;
  const before = passages.slice(Math.max(0, first - 40), first).reverse();
  const after = passages.slice(last + 1, last + 1 + AFTER_THE_LIST);
  for (const passage of [...before, ...after]) {
    const total = totalOf(passage);
    if (total) return total;
  }
  return null;
}

/** The first line of a document that tells a total score with its maximum. */
export function findTotalScore(passages: readonly Passage[]): ScoredTotal | null {
  for (const passage of passages) {
    const total = passage.fractions.length > 0 ? totalOf(passage) : null;
    if (total?.max) return total;
  }
  return null;
}

function totalOf(passage: Passage): ScoredTotal | null {
  const words = TOTAL_WORDS.exec(passage.skeleton);
  if (!words) return null;
  const rest = passage.skeleton.slice(words.index);
  const fraction = fractionAt(passage, TOTAL_FRACTION.exec(rest)?.[2]);
  if (fraction) return { passage, score: fraction.above, max: fraction.below };
  const score = numberAt(passage, TOTAL_NUMBER.exec(rest)?.[2]);
  return score ? { passage, score, max: null } : null;
}
