import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { scoreExchange } from '../../../testing/score-exchange.ts';
import { readPlan, readPlanText, toExchangeFormat } from '../index.ts';

const fixtures = join(import.meta.dirname, '../fixtures');
const plans = readdirSync(join(fixtures, 'layout'));

/** What `pdftotext -layout` made of the plans of `fixtures/unseen`, printed by a word processor. */
test.each(plans)(
  '%s is read nearly as well as its Word file where a program set it in columns of characters',
  (name) => {
    const text = readFileSync(join(fixtures, 'layout', name), 'utf8');
    const gold = JSON.parse(readFileSync(join(fixtures, 'unseen', name.replace('.txt', '.gold.json')), 'utf8'));
    const score = scoreExchange(gold, toExchangeFormat(readPlan(readPlanText(text))));
    expect(score.overall, score.misses.join('\n')).toBeGreaterThanOrEqual(0.97);
  },
);
