import { Decimal } from '../../../kernel/decimal.ts';
import { HUNDRED, ZERO } from './reckoning.ts';

/** How equal scores share places: 1, 2, 2, 4 or 1, 2, 2, 3. @source each province's own regulation */
export type TieRule = 'skip' | 'dense';

/** A department with its index: percentages of possible points, as published or as forecast. */
export type Contender = {
  readonly name: string;
  readonly percent: Decimal;
  readonly areas?: Readonly<Record<string, Decimal>>;
};

export type Place = {
  readonly name: string;
  readonly percent: Decimal;
  /** 1 is best. */
  readonly place: number;
  readonly isShared: boolean;
  /** Percentage points to the next better score; null for the best. */
  readonly toAbove: Decimal | null;
  /** Percentage points ahead of the next worse score; null for the last. */
  readonly toBelow: Decimal | null;
};

/** Places by percentage, best first; equal percentages share a place and stand in the order of their names. */
export function rank(contenders: readonly Contender[], ties: TieRule): Place[] {
  const ordered = [...contenders].sort(
    (first, second) => second.percent.comparedTo(first.percent) || first.name.localeCompare(second.name, 'vi'),
  );
  const scores = ordered
    .map(({ percent }) => percent)
    .filter((percent, index, all) => !all[index - 1]?.equals(percent));
  return ordered.map(({ name, percent }) => {
    const step = scores.findIndex((score) => score.equals(percent));
    const better = ordered.filter((other) => other.percent.greaterThan(percent)).length;
    const above = scores[step - 1];
    const below = scores[step + 1];
    return {
      name,
      percent,
      place: ties === 'skip' ? better + 1 : step + 1,
      isShared: ordered.some((other) => other.name !== name && other.percent.equals(percent)),
      toAbove: above ? above.minus(percent) : null,
      toBelow: below ? percent.minus(below) : null,
    };
  });
}

/** Places within one area; whoever has no figure for it does not take part. */
export function rankArea(contenders: readonly Contender[], areaCode: string, ties: TieRule): Place[] {
  const present = contenders.flatMap(({ name, areas }) => {
    const percent = areas?.[areaCode];
    return percent ? [{ name, percent }] : [];
  });
  return rank(present, ties);
}

export type PlaceChange = {
  readonly name: string;
  readonly before: number | null;
  readonly now: number | null;
  /** Places gained (positive) or lost; null where one of the years lacks the name. */
  readonly gained: number | null;
};

export type RankingComparison = {
  readonly changes: readonly PlaceChange[];
  /** False where the field changed: 18th of 22 and 12th of 14 cannot be subtracted. */
  readonly isComparable: boolean;
};

/** Change of place between two rankings. Gains are given only where both rankings hold the same departments. */
export function compareRankings(before: readonly Place[], now: readonly Place[]): RankingComparison {
  const earlier = new Map(before.map(({ name, place }) => [name, place]));
  const later = new Map(now.map(({ name, place }) => [name, place]));
  const isComparable = earlier.size === later.size && [...earlier.keys()].every((name) => later.has(name));
  const names = [...new Set([...later.keys(), ...earlier.keys()])];
  const changes = names.map((name) => {
    const [was, is] = [earlier.get(name) ?? null, later.get(name) ?? null];
    return { name, before: was, now: is, gained: isComparable && was !== null && is !== null ? was - is : null };
  });
  return { changes, isComparable };
}

export type OvertakingNeed = {
  /** Whom to pass; null where nobody is ahead. */
  readonly neighbour: string | null;
  readonly theirPercent: Decimal | null;
  /** Points more than now: the smallest that puts us ahead. */
  readonly points: Decimal;
};

/**
 * How many points gain one place: the smallest amount, in steps of the set's rounding, that lifts the percentage above
 * that of the next better department (a tie would only share its place).
 *
 * @param digits decimals of the total, as the set rounds it
 */
export function pointsToGainPlace(
  own: { readonly name: string; readonly total: Decimal; readonly possible: Decimal },
  contenders: readonly Contender[],
  digits: number,
): OvertakingNeed {
  const percent = own.possible.isZero() ? ZERO : own.total.times(HUNDRED).dividedBy(own.possible);
  const ahead = contenders
    .filter((other) => other.name !== own.name && other.percent.greaterThan(percent))
    .sort((first, second) => first.percent.comparedTo(second.percent));
  const next = ahead[0];
  if (!next) return { neighbour: null, theirPercent: null, points: ZERO };
  const step = new Decimal(10).pow(-digits);
  const equal = next.percent.times(own.possible).dividedBy(HUNDRED).minus(own.total);
  const stepsBelow = equal.toDecimalPlaces(digits, Decimal.ROUND_DOWN);
  return { neighbour: next.name, theirPercent: next.percent, points: stepsBelow.plus(step) };
}
