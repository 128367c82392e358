import { Decimal, roundHalfUp } from '../../../kernel/decimal.ts';
import { terms } from '../../registers/index.ts';
import { atBest, type Grade, gradeOfPoints, grades } from './grades.ts';

/** One month of a person's year. */
export type RatedMonth = {
  readonly points: Decimal;
  readonly handled: number;
  readonly late: number;
  readonly excused: number;
};

export type YearProposal = {
  /** null: too few months to be rated. */
  readonly grade: Grade | null;
  readonly points: Decimal | null;
  readonly lateShare: Decimal | null;
  readonly cappedBy: readonly ('late-dossiers' | 'unit' | 'discipline')[];
};

/** @source NĐ 233/2026/NĐ-CP: less than six months of work are not rated */
const LEAST_MONTHS = 6;

const sumOf = (months: readonly RatedMonth[], take: (month: RatedMonth) => number): number =>
  months.reduce((sum, month) => sum + take(month), 0);

/**
 * A person's yearly grade as the months give it: the mean of their points, capped by the year's own share of late dossiers,
 * by the unit's grade where he is its head, and by discipline.
 *
 * @source plan KH I.6 (the monthly rule is carried into the year); NĐ 233/2026/NĐ-CP: a head is not above his unit
 */
export function proposeYear(
  months: readonly RatedMonth[],
  {
    headOfUnitGraded,
    isDisciplined = false,
  }: { readonly headOfUnitGraded?: Grade; readonly isDisciplined?: boolean } = {},
): YearProposal {
  if (months.length < LEAST_MONTHS) return { grade: null, points: null, lateShare: null, cappedBy: [] };
  const total = months.reduce((sum, { points }) => sum.plus(points), new Decimal(0));
  const points = roundHalfUp(total.div(months.length), 2);
  const handled = sumOf(months, (month) => month.handled);
  const late = sumOf(months, (month) => Math.max(0, month.late - month.excused));
  const lateShare = handled === 0 ? null : new Decimal(late).mul(100).div(handled);
  const ceilings: readonly (readonly [YearProposal['cappedBy'][number], Grade | undefined])[] = [
    ['late-dossiers', lateShare?.greaterThanOrEqualTo(terms.lateDossiers.value) ? 'done' : undefined],
    ['unit', headOfUnitGraded],
    ['discipline', isDisciplined ? 'not-done' : undefined],
  ];
  const byPoints = gradeOfPoints(points);
  const isCap = (ceiling: Grade | undefined): ceiling is Grade =>
    ceiling !== undefined && grades.indexOf(ceiling) > grades.indexOf(byPoints);
  const cappedBy = ceilings.filter(([, ceiling]) => isCap(ceiling)).map(([name]) => name);
  const grade = ceilings.reduce((worst, [, ceiling]) => (ceiling ? atBest(worst, ceiling) : worst), byPoints);
  return { grade, points, lateShare, cappedBy };
}
