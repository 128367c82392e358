import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { scoreExchange } from '../../../testing/score-exchange.ts';
import { readPlan, readPlanText, toExchangeFormat } from '../index.ts';

const folder = join(import.meta.dirname, '../fixtures/by-another');
const plans = readdirSync(folder).filter((name) => name.endsWith('.txt'));
/** Cells one under the other with several on one line: read only in part so far. */
const HARD: Readonly<Record<string, number>> = { 'science-pasted.txt': 0.78 };

/** Seventeen plans and their gold by two people who had not seen the reader; names of people and provinces were replaced. */
test.each(plans)('%s is read nearly as another person reads it', (name) => {
  const gold = JSON.parse(readFileSync(join(folder, name.replace('.txt', '.gold.json')), 'utf8'));
  const read = toExchangeFormat(readPlan(readPlanText(readFileSync(join(folder, name), 'utf8'))));
  const score = scoreExchange(gold, read);
  expect(score.overall, score.misses.join('\n')).toBeGreaterThanOrEqual(HARD[name] ?? 0.97);
});
