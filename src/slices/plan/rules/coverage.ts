import { Decimal } from '../../../kernel/decimal.ts';

/** A loss with what is to win it back. Points are decimal text; null where the document names none. */
export type Loss = {
  readonly deficitId: string;
  readonly areaOrdinal: number | null;
  readonly score: string | null;
  readonly max: string | null;
  readonly openTaskIds: readonly string[];
  readonly doneTaskIds: readonly string[];
};

export type Coverage = 'uncovered' | 'covered' | 'won-back';

/** Points lost: maximum less score; null where either is not stated. Absent is not zero. */
export function lostPoints({ score, max }: Pick<Loss, 'score' | 'max'>): Decimal | null {
  return score === null || max === null ? null : new Decimal(max).minus(score);
}

/** A loss without a task is uncovered; one whose tasks are all done is won back, as far as work goes. */
export function coverageOf({ openTaskIds, doneTaskIds }: Loss): Coverage {
  if (openTaskIds.length > 0) return 'covered';
  return doneTaskIds.length > 0 ? 'won-back' : 'uncovered';
}

export type AreaFigures = { readonly ordinal: number; readonly score: string | null; readonly max: string | null };
export type LossSums = Record<Coverage | 'unexplained' | 'total', string>;

/**
 * Where the lost points of a year went: won back, in work, without any task, and those that no listed shortcoming
 * explains (the area lost more than its shortcomings add up to).
 */
export function sumLosses(areas: readonly AreaFigures[], losses: readonly Loss[]): LossSums {
  const sums = { uncovered: new Decimal(0), covered: new Decimal(0), 'won-back': new Decimal(0) };
  for (const loss of losses) {
    const coverage = coverageOf(loss);
    sums[coverage] = sums[coverage].plus(lostPoints(loss) ?? 0);
  }
  const listed = sums.uncovered.plus(sums.covered).plus(sums['won-back']);
  const ofAreas = areas.reduce((total, area) => total.plus(lostPoints(area) ?? 0), new Decimal(0));
  const total = Decimal.max(ofAreas, listed);
  return {
    uncovered: sums.uncovered.toFixed(),
    covered: sums.covered.toFixed(),
    'won-back': sums['won-back'].toFixed(),
    unexplained: total.minus(listed).toFixed(),
    total: total.toFixed(),
  };
}
