import type { CriteriaSet } from '../slices/criteria/index.ts';
import { forecastSet } from '../slices/forecast/index.ts';
import { reckonSet } from '../slices/scoring/index.ts';
import { seededRandom, simulateYear } from './simulated-years.ts';

export type BackTest = {
  readonly elapsed: number;
  readonly years: number;
  /** Mean absolute error of the likely total, in points. */
  readonly totalError: number;
  /** Mean of likely minus final total: which way the forecast leans. */
  readonly totalLean: number;
  /** Share of years whose final total lay between low and high; 0.8 is what is claimed. */
  readonly totalCoverage: number;
  readonly leafError: number;
  readonly leafCoverage: number;
  /** High minus low of the total, on average. */
  readonly totalWidth: number;
};

const average = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Forecasts simulated years part of the way through and compares with how they end. */
export function backTest(set: CriteriaSet, elapsed: number, years: number, seed: number): BackTest {
  const random = seededRandom(seed);
  const [errors, covered, widths]: [number[], number[], number[]] = [[], [], []];
  const [leafErrors, leafCovered]: [number[], number[]] = [[], []];
  for (let year = 0; year < years; year += 1) {
    const { outlooks, final } = simulateYear(set, elapsed, random);
    const forecast = forecastSet(set, outlooks, elapsed);
    const truth = reckonSet(set, final);
    const { low, likely, high } = forecast.total;
    const total = truth.total.toNumber();
    errors.push(likely.toNumber() - total);
    covered.push(low.lessThanOrEqualTo(total) && high.greaterThanOrEqualTo(total) ? 1 : 0);
    widths.push(high.minus(low).toNumber());
    forecast.leaves.forEach((leaf, index) => {
      const points = truth.leaves[index]?.points;
      if (!points) return;
      leafErrors.push(leaf.likely.minus(points).abs().toNumber());
      leafCovered.push(leaf.low.lessThanOrEqualTo(points) && leaf.high.greaterThanOrEqualTo(points) ? 1 : 0);
    });
  }
  return {
    elapsed,
    years,
    totalError: average(errors.map(Math.abs)),
    totalLean: average(errors),
    totalCoverage: average(covered),
    leafError: average(leafErrors),
    leafCoverage: average(leafCovered),
    totalWidth: average(widths),
  };
}
