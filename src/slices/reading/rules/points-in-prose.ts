import { cut, type Excerpt } from './excerpt.ts';
import { fieldAt, NOT_STATED, SURE } from './fields.ts';
import type { Count } from './plan-reading.ts';
import { NUMBER, readNumber } from './wording.ts';

/** Points of one criterion as a sentence gives them; `from` and `to` bound the words that say so. */
export type PointsInProse = { readonly score: Count; readonly max: Count; readonly from: number; readonly to: number };

/** "mất 01/1,5 điểm": what was lost, of how many. */
const LOST_OF = new RegExp(
  `(?:bị\\s+)?(?:mất|trừ|bị trừ|giảm)\\s+(?:đi\\s+)?(?<lost>${NUMBER})\\s*(?:điểm\\s*)?(?:/|trên(?:\\s+tổng\\s+số)?)\\s*(?<max>${NUMBER})\\s*điểm`,
  'iu',
);
/** "mất 0,5 điểm (tối đa 1,5 điểm)", "điểm tối đa 2, bị trừ 0,5 điểm". */
const LOST_THEN_MAX = new RegExp(
  `(?:mất|trừ)\\s+(?:đi\\s+)?(?<lost>${NUMBER})\\s*điểm[^.\\d]{0,20}tối đa\\s*(?:là\\s*|:\\s*)?(?<max>${NUMBER})\\s*(?:điểm)?`,
  'iu',
);
const MAX_THEN_LOST = new RegExp(
  `tối đa\\s*(?:là\\s*|:\\s*)?(?<max>${NUMBER})\\s*(?:điểm)?[^.\\d]{0,20}(?:mất|trừ)\\s+(?:đi\\s+)?(?<lost>${NUMBER})\\s*điểm`,
  'iu',
);
/** "đạt 3/4 điểm", "(0/2 điểm)", "đạt 1 điểm/2 điểm", "đạt 1 trên tổng số 2 điểm". */
const OF = new RegExp(
  `(?:chỉ\\s+)?(?:đạt|được|chấm|số điểm|điểm)?\\s*:?\\s*(?<![\\d.,/])(?<score>${NUMBER})\\s*(?:điểm\\s*)?(?:/|trên(?:\\s+tổng\\s+số)?|so với)\\s*(?:điểm tối đa\\s*|tối đa\\s*)?(?<max>${NUMBER})\\s*điểm(?!\\p{L})`,
  'iu',
);
/** "đạt 1 điểm (điểm tối đa 2 điểm)", "điểm tối đa: 2; điểm đạt: 1". */
const SCORE_THEN_MAX = new RegExp(
  `(?:đạt|được|chấm)\\s*:?\\s*(?<score>${NUMBER})\\s*(?:điểm)?[^.\\d]{0,25}tối đa\\s*(?:là\\s*|:\\s*)?(?<max>${NUMBER})\\s*(?:điểm)?`,
  'iu',
);
const MAX_THEN_SCORE = new RegExp(
  `tối đa\\s*(?:là\\s*|:\\s*)?(?<max>${NUMBER})\\s*(?:điểm)?[^.\\d]{0,25}(?:đạt|được|chấm)\\s*(?:được\\s*)?(?:là\\s*|:\\s*)?(?<score>${NUMBER})\\s*(?:điểm)?`,
  'iu',
);
const SCORE_ALONE = new RegExp(`(?:chỉ\\s+)?(?:đạt|được)\\s*:?\\s*(?<score>${NUMBER})\\s*điểm(?!\\p{L})`, 'iu');
const LOST_ALONE = new RegExp(`(?:bị\\s+)?(?:mất|trừ)\\s+(?<lost>${NUMBER})\\s*điểm(?!\\p{L})`, 'iu');

/** "không có điểm (tối đa 1 điểm)": all of it was lost. */
const NOTHING_OF = new RegExp(
  `(?<nothing>không\\s+(?:có|được|đạt)\\s+điểm|0\\s+điểm)(?!\\s+tối đa)[^.\\d]{0,25}tối đa\\s*(?:là\\s*|:\\s*)?(?<max>${NUMBER})\\s*(?:điểm)?`,
  'iu',
);

const SHAPES: readonly RegExp[] = [
  LOST_OF,
  OF,
  NOTHING_OF,
  LOST_THEN_MAX,
  MAX_THEN_LOST,
  MAX_THEN_SCORE,
  SCORE_THEN_MAX,
  SCORE_ALONE,
  LOST_ALONE,
];

/** The first statement of points in a text; null where it makes none. */
export function findPoints(excerpt: Excerpt): PointsInProse | null {
  for (const shape of SHAPES) {
    const match = shape.exec(excerpt.text);
    if (!match) continue;
    const words = cut(excerpt, match.index, match.index + match[0].length);
    const { score, max, lost, nothing } = match.groups ?? {};
    const maximum = readNumber(max ?? '');
    const lostPoints = readNumber(lost ?? '');
    const points =
      readNumber(nothing === undefined ? (score ?? '') : '0') ??
      (maximum !== null && lostPoints !== null ? roundPoints(maximum - lostPoints) : null);
    return {
      score: points === null ? NOT_STATED : fieldAt(points, words, lost === undefined ? SURE.stated : SURE.fromProse),
      max: maximum === null ? NOT_STATED : fieldAt(maximum, words, SURE.stated),
      from: match.index,
      to: match.index + match[0].length,
    };
  }
  return null;
}

/** True where the points say that nothing was lost. */
export function isFull(points: PointsInProse): boolean {
  return points.score.value !== null && points.max.value !== null && points.score.value >= points.max.value;
}

/** Points have at most three decimals. */
export function roundPoints(points: number): number {
  return Math.round(points * 1000) / 1000;
}
