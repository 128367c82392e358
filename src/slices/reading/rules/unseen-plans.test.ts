import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { drawPlan, pastedText, tabbedText } from '../../../testing/drawn-plan.ts';
import { type ReadingScore, scoreExchange } from '../../../testing/score-exchange.ts';
import { readPlan, readPlanText, type SourceDocument, toExchangeFormat } from '../index.ts';

const folder = join(import.meta.dirname, '../fixtures/unseen');
const plans = readdirSync(folder).filter((name) => name.endsWith('.plan'));

function scoreOf(name: string, form: (document: SourceDocument) => string): ReadingScore {
  const text = form(drawPlan(readFileSync(join(folder, name), 'utf8')));
  const gold = JSON.parse(readFileSync(join(folder, name.replace('.plan', '.gold.json')), 'utf8'));
  return scoreExchange(gold, toExchangeFormat(readPlan(readPlanText(text))));
}

/** Their gold was written before the reader saw them; what a rule cannot know stays wrong, hence no perfect score. */
test.each(plans)('%s is read nearly as a colleague reads it', (name) => {
  const score = scoreOf(name, tabbedText);
  expect(score.overall, score.misses.join('\n')).toBeGreaterThanOrEqual(0.97);
});

test.each(plans)('%s is read well even as pasted from a PDF', (name) => {
  const score = scoreOf(name, pastedText);
  expect(score.overall, score.misses.join('\n')).toBeGreaterThanOrEqual(0.9);
});
