import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCriteriaSet } from '../src/slices/criteria/index.ts';
import { forecastSet } from '../src/slices/forecast/index.ts';
import { backTest } from '../src/testing/back-test.ts';
import { seededRandom, simulateYear } from '../src/testing/simulated-years.ts';

const YEARS = 200;
const SEED = 7;

/** The back-test that docs/forecast.md publishes, and the time of one forecast. */
export async function benchForecast(): Promise<void> {
  const text = readFileSync(join(import.meta.dirname, '../sample/criteria/department-sample.yaml'), 'utf8');
  const parsed = parseCriteriaSet(text, 'department-sample.yaml');
  if (!parsed.ok) throw new Error('the sample set must be right');
  console.log(`forecast: ${YEARS} simulated years of the sample set, seed ${SEED}`);
  console.log('  elapsed  total error  lean   in range  width  leaf error  leaf in range');
  for (const elapsed of [0.25, 0.5, 0.75, 0.9]) {
    const result = backTest(parsed.value, elapsed, YEARS, SEED);
    const cells = [
      `${Math.round(elapsed * 100)} %`.padStart(9),
      result.totalError.toFixed(2).padStart(12),
      result.totalLean.toFixed(2).padStart(6),
      `${(result.totalCoverage * 100).toFixed(1)} %`.padStart(9),
      result.totalWidth.toFixed(1).padStart(6),
      result.leafError.toFixed(3).padStart(11),
      `${(result.leafCoverage * 100).toFixed(1)} %`.padStart(14),
    ];
    console.log(cells.join(' '));
  }
  const { outlooks } = simulateYear(parsed.value, 0.5, seededRandom(SEED));
  const taken = Array.from({ length: 20 }, () => {
    const start = performance.now();
    forecastSet(parsed.value, outlooks, 0.5);
    return performance.now() - start;
  }).sort((first, second) => first - second);
  console.log(`  one forecast of ${parsed.value.leaves.length} leaves: ${(taken[10] ?? 0).toFixed(1)} ms`);
}
