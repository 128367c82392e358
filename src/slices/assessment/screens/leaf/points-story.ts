import { Decimal } from '../../../../kernel/decimal.ts';
import type { BothLanguages } from '../../../criteria/index.ts';
import { findNextSteps, type LeafPoints } from '../../../scoring/index.ts';
import type { IndexOnScreen } from '../index-on-screen.ts';
import { reachesOf } from '../next-reaches.ts';

/** The points of a leaf cut into what is safe, at risk, to be won back and gone: they add up to the maximum. */
export type PointsStory = {
  readonly points: Decimal;
  readonly safe: Decimal;
  /** Earned now, but the low end of the forecast does not keep it. */
  readonly atRisk: Decimal;
  /** Lost now, and still to be won back this year. */
  readonly recoverable: Decimal;
  /** Lost for good this year. */
  readonly gone: Decimal;
  /** How: the best step that is still open; null where there is none. */
  readonly how: BothLanguages | null;
};

const ZERO = new Decimal(0);

/** Null where the leaf has no points: then there is nothing to tell but why. */
export function pointsStory(
  index: IndexOnScreen,
  { leaf, points, lost, isApplicable }: LeafPoints,
): PointsStory | null {
  if (!points || !lost || !isApplicable) return null;
  const forecast = index.forecast.leaves.find(({ code }) => code === leaf.code);
  const kept = Decimal.max(ZERO, Decimal.min(points, forecast?.low ?? points));
  const step = findNextSteps(index.set, index.start, reachesOf(index)).find(({ code }) => code === leaf.code);
  const recoverable = Decimal.min(lost, step?.recoverable ?? ZERO);
  return {
    points,
    safe: kept,
    atRisk: Decimal.max(ZERO, points.minus(kept)),
    recoverable,
    gone: lost.minus(recoverable),
    how: step?.steps.at(-1)?.what ?? null,
  };
}
