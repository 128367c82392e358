import { Decimal, formatEnglishNumber, formatPaperNumber, roundHalfUp } from '../../../kernel/decimal.ts';
import { terms } from '../../registers/index.ts';
import { atBest, type Grade, gradeOfPoints } from './grades.ts';

/** What a person did in a month (or a year), as the register keeps it. */
export type MonthFigures = {
  /** Common points, 0–30. */
  readonly common: Decimal;
  /** Percent of the agreed products: quantity, quality, progress. */
  readonly quantity: Decimal;
  readonly quality: Decimal;
  readonly progress: Decimal;
  /** Steps of dossiers that the person himself handled: the step holder answers, not the last owner. */
  readonly handled: number;
  readonly late: number;
  /** Of the late ones, those with an objective cause and evidence for it. */
  readonly excused: number;
  readonly isDisciplined?: boolean;
};

type Both = { readonly vi: string; readonly en: string };

export type GradeProposal = {
  readonly points: Decimal;
  /** Percent of late steps among those handled; null where none was handled. */
  readonly lateShare: Decimal | null;
  /** Best grade that is left; null where nothing caps it. */
  readonly ceiling: Grade | null;
  readonly grade: Grade;
  /** The arithmetic, line by line, for the person and the head to check. */
  readonly trace: readonly Both[];
};

const RESULT_POINTS = 70;

const vi = (value: Decimal): string => formatPaperNumber(roundHalfUp(value, 2));
const en = (value: Decimal): string => formatEnglishNumber(roundHalfUp(value, 2));

/** 30 common points and 70 for results. @source NĐ 335/2025/NĐ-CP: (a + b + c) / 3 of the results */
export function pointsOf({ common, quantity, quality, progress }: MonthFigures): Decimal {
  const results = quantity.plus(quality).plus(progress).div(3).mul(RESULT_POINTS).div(100);
  return roundHalfUp(common.plus(results), 2);
}

/** @returns null where nobody handled anything: there is no share of nothing */
export function lateShareOf({ handled, late, excused }: MonthFigures): Decimal | null {
  return handled === 0 ? null : new Decimal(Math.max(0, late - excused)).mul(100).div(handled);
}

function ceilingOf(lateShare: Decimal | null, isDisciplined: boolean): Grade | null {
  if (isDisciplined) return 'not-done';
  return lateShare?.greaterThanOrEqualTo(terms.lateDossiers.value) ? 'done' : null;
}

function traceOf(
  figures: MonthFigures,
  { points, lateShare, ceiling }: Omit<GradeProposal, 'grade' | 'trace'>,
): Both[] {
  const { common, quantity, quality, progress, handled, late, excused } = figures;
  const lines: Both[] = [
    {
      vi: `${vi(common)} điểm chung + 70 × (${vi(quantity)}% + ${vi(quality)}% + ${vi(progress)}%) / 3 = ${vi(points)} điểm.`,
      en: `${en(common)} common points + 70 × (${en(quantity)}% + ${en(quality)}% + ${en(progress)}%) / 3 = ${en(points)} points.`,
    },
  ];
  if (lateShare)
    lines.push({
      vi: `${late} hồ sơ trễ, ${excused} do khách quan, trên ${handled} hồ sơ xử lý: ${vi(lateShare)}% trễ.`,
      en: `${late} late dossiers, ${excused} excused, of ${handled} handled: ${en(lateShare)}% late.`,
    });
  const limit = terms.lateDossiers.value;
  if (ceiling === 'done')
    lines.push({
      vi: `Trễ từ ${limit}% trở lên: không xếp từ hoàn thành tốt trở lên.`,
      en: `${limit}% late or more: not rated good or better.`,
    });
  if (ceiling === 'not-done')
    lines.push({ vi: 'Bị kỷ luật trong kỳ: không hoàn thành.', en: 'Disciplined in this time: not done.' });
  return lines;
}

/**
 * The grade that the figures of a month give: points first, then the ceiling. It is a proposal; the head's decision stands
 * beside it and is never overwritten.
 *
 * @source NĐ 335/2025/NĐ-CP (points, grades); plan KH I.6: ≥ 10 % of own dossiers late ⇒ not "good" or better
 */
export function proposeGrade(figures: MonthFigures): GradeProposal {
  const points = pointsOf(figures);
  const lateShare = lateShareOf(figures);
  const ceiling = ceilingOf(lateShare, figures.isDisciplined ?? false);
  const byPoints = gradeOfPoints(points);
  const reached = { points, lateShare, ceiling };
  return { ...reached, grade: ceiling ? atBest(byPoints, ceiling) : byPoints, trace: traceOf(figures, reached) };
}
