import type { Decimal } from '../../../kernel/decimal.ts';
import type { Area, CriteriaSet } from '../../criteria/index.ts';
import { HUNDRED, largerOf, smallerOf, ZERO } from './reckoning.ts';
import { roundBySet } from './rounding.ts';
import type { AreaPoints, ExtraPoints, LeafPoints, SetPoints } from './score-result.ts';

type Sums = Pick<
  SetPoints,
  'areas' | 'bonusTotal' | 'penaltyTotal' | 'total' | 'possible' | 'percent' | 'grade' | 'isComplete'
>;

export function sumOf(values: readonly (Decimal | null)[]): Decimal {
  return values.reduce<Decimal>((total, value) => (value === null ? total : total.plus(value)), ZERO);
}

/** The better of the grades that the percentage reaches; compared unrounded, lower bound inclusive. @source domain.md §1.3 */
export function gradeOf(set: CriteriaSet, total: Decimal, possible: Decimal): string | null {
  if (possible.isZero()) return null;
  const reached = set.scoring.grading.filter(({ from_percent: from }) =>
    total.times(HUNDRED).greaterThanOrEqualTo(from.times(possible)),
  );
  const best = reached.reduce<(typeof reached)[number] | null>(
    (top, grade) => (top === null || grade.from_percent.greaterThan(top.from_percent) ? grade : top),
    null,
  );
  return best?.label ?? null;
}

function cappedSum(extras: readonly ExtraPoints[], cap: Decimal | null): Decimal {
  const sum = sumOf(extras.map((extra) => extra.points));
  return cap ? smallerOf(sum, cap) : sum;
}

/** What the total may not exceed: the possible points, and the cap that the set states. */
function highestTotal(set: CriteriaSet, possible: Decimal): Decimal {
  const { final_cap_points: cap } = set.scoring;
  return cap ? smallerOf(cap, possible) : possible;
}

/** Bonus inside the total: what the areas leave of it belongs to the bonus. */
function possibleBonus(set: CriteriaSet): Decimal {
  return set.scoring.total_points.minus(sumOf(set.areas.map((area) => area.max)));
}

function finalTotal(set: CriteriaSet, earned: Decimal, possible: Decimal): Decimal {
  const { rounding, final_floor_points: floor } = set.scoring;
  const rounded = roundBySet(earned, rounding.total_decimals, rounding);
  return largerOf(floor ?? ZERO, smallerOf(rounded, highestTotal(set, possible)));
}

function areaPoints(set: CriteriaSet, area: Area, leaves: readonly LeafPoints[]): AreaPoints {
  const { rounding } = set.scoring;
  const own = leaves.filter((result) => result.isApplicable);
  const points =
    rounding.sum === 'of_rounded_leaves'
      ? sumOf(own.map((result) => result.points))
      : roundBySet(sumOf(own.map((result) => result.exact)), rounding.total_decimals, rounding);
  return { code: area.code, name: area.nameVi, points, possible: sumOf(own.map((result) => result.leaf.max)) };
}

/**
 * Leaves to areas, total, percentage and grade.
 *
 * `possible` is the sum of the maxima that apply; `total` is leaves + bonus − penalty, each capped, never below the
 * floor nor above `possible`.
 *
 * @source issue 4, last paragraph; domain.md §2.3
 */
export function addUp(
  set: CriteriaSet,
  leaves: readonly LeafPoints[],
  bonus: readonly ExtraPoints[],
  penalty: readonly ExtraPoints[],
): Sums {
  const { rounding, bonus_cap: bonusCap, penalty_cap: penaltyCap } = set.scoring;
  const byArea = Map.groupBy(leaves, (result) => result.leaf.areaCode);
  const areas = set.areas.map((area) => areaPoints(set, area, byArea.get(area.code) ?? []));
  const possible = sumOf(areas.map((area) => area.possible)).plus(possibleBonus(set));
  const bonusTotal = cappedSum(bonus, bonusCap);
  const penaltyTotal = cappedSum(penalty, penaltyCap);
  const counted = rounding.sum === 'of_rounded_leaves' ? ('points' as const) : ('exact' as const);
  const earned = sumOf(leaves.map((result) => (result.isApplicable ? result[counted] : null)));
  const total = finalTotal(set, earned.plus(bonusTotal).minus(penaltyTotal), possible);
  const percent = possible.isZero()
    ? null
    : roundBySet(total.times(HUNDRED).dividedBy(possible), rounding.percent_decimals, rounding);
  const isComplete =
    leaves.every((result) => result.points !== null) && [...bonus, ...penalty].every((one) => !one.refusal);
  return {
    areas,
    bonusTotal,
    penaltyTotal,
    total,
    possible,
    percent,
    grade: gradeOf(set, total, possible),
    isComplete,
  };
}
