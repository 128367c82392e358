import { Decimal } from '../../../kernel/decimal.ts';
import type { PointsLeaf } from './pasted-points.ts';

/** Points of the leaves that have some. */
export type PointsTotal = {
  readonly points: Decimal;
  /** Maxima of the leaves that have points: what has none does not count as zero. */
  readonly possible: Decimal;
  /** 0–100, two decimals; null where no leaf has points. */
  readonly percent: Decimal | null;
  readonly leaves: number;
};

const ZERO = new Decimal(0);

/** Adds up points by leaf, without bonus and penalty. @param points by leaf code; codes that are no leaf are left out */
export function totalOfPoints(leaves: readonly PointsLeaf[], points: Readonly<Record<string, Decimal>>): PointsTotal {
  const known = leaves.flatMap(({ code, max }) => {
    const value = points[code];
    return value ? [{ value, max }] : [];
  });
  const sum = known.reduce((total, { value }) => total.plus(value), ZERO);
  const possible = known.reduce((total, { max }) => total.plus(max), ZERO);
  const percent = possible.isZero() ? null : sum.dividedBy(possible).times(100).toDecimalPlaces(2);
  return { points: sum, possible, percent, leaves: known.length };
}
