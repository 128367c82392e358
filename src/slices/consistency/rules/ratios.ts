import { excerptAround } from './excerpt.ts';
import { FRACTION, fractionAt, gap, NUMBER, numberAt, PERCENT } from './grammar.ts';
import { isLikelySlip } from './likely-slip.ts';
import type { Passage } from './passage.ts';
import type { PrintedNumber } from './printed-number.ts';
import { plus, quotient, type Relation } from './relation.ts';

/** How surely the words between two numbers say that the percentage is their ratio. */
export type Link = 'firm' | 'loose' | null;

const FRACTION_THEN_PERCENT = new RegExp(`${FRACTION}${gap(90)}${PERCENT}`, 'gu');
const PERCENT_THEN_FRACTION = new RegExp(`${PERCENT}${gap(24)}${FRACTION}`, 'gu');
const ONE_OF_MANY = new RegExp(
  `${NUMBER}${gap(50)}(?:trên|\\/|trong)\\s(?:tổng\\s(?:số\\s)?)?${NUMBER}${gap(60)}${PERCENT}`,
  'gu',
);
const PERCENT_OF_MANY = new RegExp(
  `${PERCENT}\\s?\\((?:tương ứng |tức |với )?${NUMBER}${gap(40)}(?:trên|\\/)\\s(?:tổng\\s(?:số\\s)?)?${NUMBER}`,
  'gu',
);

const OTHER_SUBJECT =
  /(?<!\p{L})(?:tăng|giảm|so với|vượt|còn lại|kế hoạch là|mục tiêu|chỉ tiêu giao|phấn đấu|yêu cầu|cao hơn|thấp hơn|gấp)(?!\p{L})/u;
const SAYS_RATIO =
  /(?:^|[\s,(:–-])(?:(?:chiếm|đạt|tương ứng|tương đương|bằng)(?: với)?(?: (?:khoảng )?(?:tỷ|tỉ) (?:lệ|trọng))?|(?:tỷ|tỉ) lệ(?: đạt| là|:)?|=|≈)(?: là)?\s?$/u;
const BARE_REACHES = /(?:^|[^,(:\s])\s?đạt\s?$/u;
const RATE_OF_SOMETHING = /,\s(?:đạt )?(?:tỷ|tỉ) lệ(?: [\p{L}]+){1,6}(?: đạt| là)?\s?$/u;
const OPENS_BRACKET = /\(\s?(?:(?:khoảng|tức|tỷ lệ|tỉ lệ)\s)?$/u;

/** "14/17 điểm, chiếm 82,35%", "1/27=3,7%", "(400/471, 84,9%)", "84,9% (400/471)", "400 trên tổng số 471 hồ sơ, đạt 84,9%". */
export function findRatios(passage: Passage): Relation[] {
  return [...fractionsWithPercent(passage), ...percentsWithFraction(passage), ...countsWithPercent(passage)];
}

/** What the words between two numbers say: that the second is their ratio, that it may be, or something else. */
export function linkOf(words: string): Link {
  const said = words.toLowerCase();
  if (OTHER_SUBJECT.test(said)) return null;
  if (/^\s?[,=(:]?\s?$/u.test(said) || OPENS_BRACKET.test(said)) return 'firm';
  if (said.includes(')')) return null;
  if (SAYS_RATIO.test(said)) return BARE_REACHES.test(said) && said.trim() !== 'đạt' ? 'loose' : 'firm';
  return RATE_OF_SOMETHING.test(said) ? 'loose' : null;
}

export type RatioClaim = {
  readonly above: PrintedNumber | null | undefined;
  readonly below: PrintedNumber | null | undefined;
  readonly percent: PrintedNumber | null;
};

export function ratioOf(passage: Passage, { above, below, percent }: RatioClaim, link: Link): Relation[] {
  if (!above || !below || !percent || link === null || percent.isBound || above.isBound || below.value.isZero())
    return [];
  const computed = quotient(above, below, 100);
  const value = above.value.div(below.value).times(100);
  const isFirm = link === 'firm' || (!percent.value.eq(100) && isLikelySlip(percent.value, value));
  const text = excerptAround(passage, [above, below, percent]);
  return [{ kind: 'ratio', stated: [plus(percent)], computed: [computed], text, isFirm }];
}

function fractionsWithPercent(passage: Passage): Relation[] {
  return [...passage.skeleton.matchAll(FRACTION_THEN_PERCENT)].flatMap((match) => {
    const fraction = fractionAt(passage, match[1]);
    const percent = numberAt(passage, match[3]);
    return ratioOf(passage, { above: fraction?.above, below: fraction?.below, percent }, linkOf(match[2] ?? ''));
  });
}

function percentsWithFraction(passage: Passage): Relation[] {
  return [...passage.skeleton.matchAll(PERCENT_THEN_FRACTION)].flatMap((match) => {
    const isClaim = /^\s?,?\s?(?:\(\s?|tương ứng |tức )(?:(?:tương ứng|đạt|tức|với|bằng|là)\s){0,2}$/u.test(
      match[2] ?? '',
    );
    const fraction = fractionAt(passage, match[3]);
    const percent = numberAt(passage, match[1]);
    return ratioOf(passage, { above: fraction?.above, below: fraction?.below, percent }, isClaim ? 'firm' : null);
  });
}

function countsWithPercent(passage: Passage): Relation[] {
  const after = [...passage.skeleton.matchAll(ONE_OF_MANY)].flatMap((match) => {
    const [above, below] = [numberAt(passage, match[1]), numberAt(passage, match[3])];
    return ratioOf(passage, { above, below, percent: numberAt(passage, match[5]) }, linkOf(match[4] ?? ''));
  });
  const before = [...passage.skeleton.matchAll(PERCENT_OF_MANY)].flatMap((match) => {
    const [above, below] = [numberAt(passage, match[2]), numberAt(passage, match[4])];
    return ratioOf(passage, { above, below, percent: numberAt(passage, match[1]) }, 'firm');
  });
  return [...after, ...before];
}
