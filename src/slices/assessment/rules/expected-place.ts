import { Decimal } from '../../../kernel/decimal.ts';
import { type Contender, pointsToGainPlace, rank, type TieRule } from '../../scoring/index.ts';

type Range = { readonly low: Decimal; readonly likely: Decimal; readonly high: Decimal };

/** Where the year may end among the others, as they were published last. */
export type ExpectedPlaces = {
  /** With the high end of the forecast. */
  readonly best: number;
  readonly likely: number;
  /** With the low end. */
  readonly worst: number;
  readonly count: number;
  /** Our place last year; null where it is not known. */
  readonly last: number | null;
  /** Points over the likely total that gain one more place; null at the top. */
  readonly toNext: Decimal | null;
};

type Asked = {
  readonly own: string;
  readonly others: readonly Contender[];
  readonly total: Range;
  readonly possible: Decimal;
  readonly lastRanking: readonly { readonly name: string; readonly points: string; readonly isOwn: boolean }[];
  readonly digits: number;
  readonly ties: TieRule;
};

/**
 * Our place at the low, the likely and the high end of the forecast, if the others keep their published results; ties share
 * a place. Null where nobody else is known or nothing applies.
 */
export function expectedPlaces({
  own,
  others,
  total,
  possible,
  lastRanking,
  digits,
  ties,
}: Asked): ExpectedPlaces | null {
  if (others.length === 0 || possible.isZero()) return null;
  const placeOf = (points: Decimal): number => {
    const percent = points.times(100).dividedBy(possible);
    return rank([...others, { name: own, percent }], ties).find(({ name }) => name === own)?.place ?? others.length + 1;
  };
  const ours = lastRanking.find(({ isOwn }) => isOwn);
  const before = rank(
    lastRanking.map(({ name, points }) => ({ name, percent: new Decimal(points) })),
    ties,
  );
  const need = pointsToGainPlace({ name: own, total: total.likely, possible }, others, digits);
  return {
    best: placeOf(total.high),
    likely: placeOf(total.likely),
    worst: placeOf(total.low),
    count: others.length + 1,
    last: before.find(({ name }) => name === ours?.name)?.place ?? null,
    toNext: need.neighbour === null ? null : need.points,
  };
}

/** How the year goes, in one word: up or down by so many places, or about the same. */
export type Course =
  | { readonly kind: 'up' | 'down'; readonly from: number; readonly to: number }
  | { readonly kind: 'same' | 'unknown' };

export function courseOf(places: ExpectedPlaces | null): Course {
  if (!places || places.last === null) return { kind: 'unknown' };
  const { last, best, worst, likely } = places;
  if (likely < last) return { kind: 'up', from: Math.max(1, last - worst), to: last - best };
  if (likely > last) return { kind: 'down', from: Math.max(1, best - last), to: worst - last };
  return { kind: 'same' };
}
