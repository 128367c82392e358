import { Decimal } from '../../../kernel/decimal.ts';
import {
  type CriteriaSet,
  carryScores,
  checkYearMap,
  compareYears,
  type Leaf,
  suggestYearMap,
  type YearMap,
  type YearsSideBySide,
} from '../../criteria/index.ts';

/** A set with the points that its leaves got in a year. */
export type ScoredYear = { readonly set: CriteriaSet; readonly points: Readonly<Record<string, Decimal>> };

/** `open`: it compares, but one of the years has no points yet. */
export type Course = 'gained' | 'lost' | 'same' | 'open' | 'not-comparable';

export type YearRow = YearsSideBySide & {
  readonly key: string;
  readonly before: readonly Leaf[];
  readonly now: readonly Leaf[];
  readonly name: string;
  /** Last year's name where it was another one. */
  readonly oldName: string | null;
  readonly course: Course;
};

function courseOf({ comparison, ratioGained }: YearsSideBySide): Course {
  if (comparison === 'not-comparable') return 'not-comparable';
  if (ratioGained === null) return 'open';
  if (ratioGained.isZero()) return 'same';
  return ratioGained.isPositive() ? 'gained' : 'lost';
}

const nameOf = (leaves: readonly Leaf[]): string => leaves.map(({ nameVi }) => nameVi).join('; ');

/**
 * This year beside last year, a line for each link of the map of the two sets.
 *
 * @param map as it was kept; the suggested one where none was, or where a set changed since and the map is not whole
 */
export function compareTwoYears(older: ScoredYear, newer: ScoredYear, map: YearMap | null = null): YearRow[] {
  const isWhole = map !== null && checkYearMap(older.set, newer.set, map).length === 0;
  const links = isWhole ? map : suggestYearMap(older.set, newer.set);
  const carried = carryScores(older.set, newer.set, links, older.points);
  return compareYears(carried, newer.points).map((row) => {
    const { from, to } = row.link;
    const before = older.set.leaves.filter(({ code }) => from.includes(code));
    const now = newer.set.leaves.filter(({ code }) => to.includes(code));
    const [oldName, newName] = [nameOf(before), nameOf(now)];
    return {
      ...row,
      key: `${from.join(' ')} → ${to.join(' ')}`,
      before,
      now,
      name: newName || oldName,
      oldName: before.length > 0 && now.length > 0 && oldName !== newName ? oldName : null,
      course: courseOf(row),
    };
  });
}

/** How far the points of both years went apart, like for like. */
export type YearChange = {
  /** This year's share of the maxima minus last year's, in percentage points; null where nothing compares. */
  readonly percentPoints: Decimal | null;
  /** Lines with points in both years: only these count. */
  readonly lines: number;
};

export function changeOfYears(rows: readonly YearRow[]): YearChange {
  const known = rows.flatMap(({ ratioGained, points, newPoints, oldMax, newMax }) =>
    ratioGained && points && newPoints ? [{ points, newPoints, oldMax, newMax }] : [],
  );
  const sum = (key: 'points' | 'newPoints' | 'oldMax' | 'newMax') =>
    known.reduce((total, one) => total.plus(one[key]), new Decimal(0));
  if (sum('oldMax').isZero() || sum('newMax').isZero()) return { percentPoints: null, lines: known.length };
  const gained = sum('newPoints')
    .dividedBy(sum('newMax'))
    .minus(sum('points').dividedBy(sum('oldMax')));
  return { percentPoints: gained.times(100).toDecimalPlaces(2), lines: known.length };
}
