import { Decimal } from '../../../kernel/decimal.ts';
import type { CriteriaSet, Leaf } from '../../criteria/index.ts';
import { ZERO } from './reckoning.ts';
import type { LeafPoints } from './score-result.ts';
import { sumOf } from './totals.ts';

/** How much of a loss a unit answers for: any weights, such as the late dossiers of each unit (66, 4 and 1). */
export type UnitWeight = { readonly unit: string; readonly weight: number };

/** Points lost at one leaf, or at several leaves together where only their sum is known. */
export type LostPoint = {
  readonly codes: readonly string[];
  /** As the appraiser states it: never overwritten by what we compute. */
  readonly amount: Decimal;
  readonly cause: string;
  readonly units: readonly UnitWeight[];
  readonly remedy: string | null;
  /** Tasks that are to win the points back. */
  readonly tasks: readonly string[];
};

export type LostPointRefusal =
  | { readonly code: 'no-codes' }
  | { readonly code: 'unknown-code'; readonly unknown: string }
  | { readonly code: 'across-areas' }
  | { readonly code: 'not-positive' }
  | { readonly code: 'above-maximum'; readonly max: Decimal }
  | { readonly code: 'wrong-weight'; readonly unit: string };

function leavesOf(set: CriteriaSet, codes: readonly string[]): Leaf[] {
  return set.leaves.filter((leaf) => codes.includes(leaf.code));
}

/** Why a record cannot be kept, or null where it can. */
export function refuseLostPoint(set: CriteriaSet, { codes, amount, units }: LostPoint): LostPointRefusal | null {
  if (codes.length === 0) return { code: 'no-codes' };
  const leaves = leavesOf(set, codes);
  const unknown = codes.find((code) => !leaves.some((leaf) => leaf.code === code));
  if (unknown !== undefined) return { code: 'unknown-code', unknown };
  if (new Set(leaves.map((leaf) => leaf.areaCode)).size > 1) return { code: 'across-areas' };
  if (amount.lessThanOrEqualTo(0)) return { code: 'not-positive' };
  const max = sumOf(leaves.map((leaf) => leaf.max));
  if (amount.greaterThan(max)) return { code: 'above-maximum', max };
  const wrong = units.find(({ weight }) => !Number.isFinite(weight) || weight <= 0);
  return wrong ? { code: 'wrong-weight', unit: wrong.unit } : null;
}

/**
 * Splits an amount by weights so that the parts, rounded, still add up to it: what rounding leaves over goes to the
 * largest remainders, of equals to the one named first.
 *
 * @param digits decimals of a part
 */
export function splitByWeight(amount: Decimal, units: readonly UnitWeight[], digits: number): Map<string, Decimal> {
  const whole = units.reduce((sum, { weight }) => sum.plus(weight), ZERO);
  const step = new Decimal(10).pow(-digits);
  const parts = units.map(({ unit, weight }, order) => {
    const exact = amount.times(weight).dividedBy(whole);
    const part = exact.toDecimalPlaces(digits, Decimal.ROUND_DOWN);
    return { unit, part, rest: exact.minus(part), order };
  });
  let left = amount.minus(sumOf(parts.map(({ part }) => part)));
  const byRest = [...parts].sort((first, second) => second.rest.comparedTo(first.rest) || first.order - second.order);
  const given = new Map<string, Decimal>();
  for (const { unit, part } of byRest) {
    const more = Decimal.min(left, step);
    left = left.minus(more);
    given.set(unit, part.plus(more));
  }
  return new Map(units.map(({ unit }) => [unit, given.get(unit) ?? ZERO]));
}

export type LossSum = { readonly name: string; readonly points: Decimal };

export type LossSums = {
  readonly total: Decimal;
  readonly byArea: readonly LossSum[];
  readonly byUnit: readonly LossSum[];
  readonly byCause: readonly LossSum[];
  /** Lost, but no unit answers for it. */
  readonly withoutUnit: Decimal;
  /** Lost, but no task is to win it back. */
  readonly withoutTask: Decimal;
};

function addUpBy(entries: readonly LossSum[]): LossSum[] {
  const sums = new Map<string, Decimal>();
  for (const { name, points } of entries) sums.set(name, (sums.get(name) ?? ZERO).plus(points));
  return [...sums]
    .map(([name, points]) => ({ name, points }))
    .sort((first, second) => second.points.comparedTo(first.points) || first.name.localeCompare(second.name, 'vi'));
}

/** Lost points by area, unit and cause, the largest first; each list adds up to the total. */
export function sumLostPoints(set: CriteriaSet, records: readonly LostPoint[]): LossSums {
  const digits = set.scoring.rounding.leaf_decimals;
  const areaOf = (codes: readonly string[]): string => leavesOf(set, codes)[0]?.areaCode ?? '';
  return {
    total: sumOf(records.map(({ amount }) => amount)),
    byArea: addUpBy(records.map(({ codes, amount }) => ({ name: areaOf(codes), points: amount }))),
    byUnit: addUpBy(
      records.flatMap(({ amount, units }) =>
        [...splitByWeight(amount, units, digits)].map(([name, points]) => ({ name, points })),
      ),
    ),
    byCause: addUpBy(records.map(({ cause, amount }) => ({ name: cause, points: amount }))),
    withoutUnit: sumOf(records.flatMap(({ units, amount }) => (units.length ? [] : [amount]))),
    withoutTask: sumOf(records.flatMap(({ tasks, amount }) => (tasks.length ? [] : [amount]))),
  };
}

export type LossComparison = {
  readonly codes: readonly string[];
  readonly stated: Decimal | null;
  /** Null where a leaf has no points of ours. */
  readonly computed: Decimal | null;
  /** Stated minus computed; null where one of them is missing. */
  readonly difference: Decimal | null;
};

/** What each leaf lost: the points of a set that was scored, or those of an appraised result. */
export type LeafLosses = { readonly leaves: readonly Pick<LeafPoints, 'leaf' | 'lost'>[] };

/**
 * Stated and computed losses side by side, first the records in their order; a loss that only one side knows is listed
 * as well.
 */
export function compareLosses(records: readonly LostPoint[], computed: LeafLosses): LossComparison[] {
  const lostAt = new Map(computed.leaves.map(({ leaf, lost }) => [leaf.code, lost]));
  const stated = records.map(({ codes, amount }) => {
    const parts = codes.map((code) => lostAt.get(code) ?? null);
    const ours = parts.includes(null) ? null : sumOf(parts);
    return { codes, stated: amount, computed: ours, difference: ours ? amount.minus(ours) : null };
  });
  const known = new Set(records.flatMap(({ codes }) => codes));
  const unstated = computed.leaves
    .filter(({ leaf, lost }) => !known.has(leaf.code) && lost?.greaterThan(0))
    .map(({ leaf, lost }) => ({ codes: [leaf.code], stated: null, computed: lost, difference: null }));
  return [...stated, ...unstated];
}

/** Records of an appraised result that states the points of leaves: one for each leaf below its maximum. */
export function recordLosses(set: CriteriaSet, stated: Readonly<Record<string, Decimal>>): LostPoint[] {
  return set.leaves.flatMap((leaf) => {
    const points = stated[leaf.code];
    if (!points || points.greaterThanOrEqualTo(leaf.max)) return [];
    return [{ codes: [leaf.code], amount: leaf.max.minus(points), cause: '', units: [], remedy: null, tasks: [] }];
  });
}
