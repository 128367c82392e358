import type { YearMap } from '../../criteria/index.ts';
import { type PointsTotal, totalOfPoints } from '../rules/points-total.ts';
import { compareTwoYears, type ScoredYear, type YearRow } from '../rules/two-years.ts';
import { computedPoints, type IndexOnScreen } from './index-on-screen.ts';
import { pointsByLeaf, scoresOf } from './stated-points.ts';

/** Points that a year is known by: as published, before that as computed so far. */
export type YearPoints = ScoredYear & { readonly source: 'final' | 'computed'; readonly total: PointsTotal };

export function pointsOfYear({ set, data, start }: IndexOnScreen): YearPoints {
  const stated = scoresOf(data, 'final');
  const points = stated.length ? pointsByLeaf(stated) : computedPoints(start.points);
  return { set, points, source: stated.length ? 'final' : 'computed', total: totalOfPoints(set.leaves, points) };
}

/** The map that carried last year's points: kept or suggested, the server says which links. */
const mapOf = ({ data }: IndexOnScreen): YearMap => data.carried.map(({ link }) => link);

export type TwoYears = { readonly rows: readonly YearRow[]; readonly before: YearPoints; readonly now: YearPoints };

/** This year beside last year, by what became of each leaf. */
export function twoYears(older: IndexOnScreen, newer: IndexOnScreen): TwoYears {
  const [before, now] = [pointsOfYear(older), pointsOfYear(newer)];
  return { rows: compareTwoYears(before, now, mapOf(newer)), before, now };
}
