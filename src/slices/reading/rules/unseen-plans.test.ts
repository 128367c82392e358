import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { drawPlan, tabbedText } from '../../../testing/drawn-plan.ts';
import { scoreExchange } from '../../../testing/score-exchange.ts';
import { readPlan, readPlanText, toExchangeFormat } from '../index.ts';

const folder = join(import.meta.dirname, '../fixtures/unseen');
const plans = readdirSync(folder).filter((name) => name.endsWith('.plan'));

/** Their gold was written before the reader saw them; what a rule cannot know stays wrong, hence no perfect score. */
test.each(plans)('%s is read nearly as a colleague reads it', (name) => {
  const text = tabbedText(drawPlan(readFileSync(join(folder, name), 'utf8')));
  const gold = JSON.parse(readFileSync(join(folder, name.replace('.plan', '.gold.json')), 'utf8'));
  const score = scoreExchange(gold, toExchangeFormat(readPlan(readPlanText(text))));
  expect(score.overall, score.misses.join('\n')).toBeGreaterThanOrEqual(0.95);
});
