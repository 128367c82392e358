import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import { scoreExchange } from '../../../testing/score-exchange.ts';
import { type PlanExchange, readPlan, readPlanText, toExchangeFormat } from '../index.ts';

const root = join(import.meta.dirname, '../../../..');
const fixtures = join(import.meta.dirname, '../fixtures');
const plansFolder = [process.env.CAICACH_PLANS, join(root, '../shared/plans'), join(root, '../../shared/plans')].find(
  (folder) => folder !== undefined && existsSync(folder),
);

function read(file: string): PlanExchange {
  return toExchangeFormat(readPlan(readPlanText(readFileSync(file, 'utf8'))));
}

function gold(file: string): PlanExchange {
  return JSON.parse(readFileSync(file, 'utf8'));
}

const ownPlans = readdirSync(fixtures).filter((name) => name.endsWith('.txt'));

test.each(ownPlans)('%s is read as a colleague reads it', (name) => {
  const score = scoreExchange(gold(join(fixtures, name.replace('.txt', '.gold.json'))), read(join(fixtures, name)));
  expect(score.misses).toEqual([]);
});

test
  .skipIf(plansFolder === undefined)
  .each([{ name: 'khanh-hoa-2024' }, { name: 'dak-nong-2023' }, { name: 'ha-tinh-2023' }])(
  'the plan $name (../shared/plans) agrees with its gold to 0.97 or better',
  ({ name }) => {
    const score = scoreExchange(
      gold(join(plansFolder ?? '', `${name}.gold.json`)),
      read(join(plansFolder ?? '', `${name}.txt`)),
    );
    expect(score.overall).toBeGreaterThanOrEqual(0.97);
  },
);

test('every value that was read stands where its place says, with a confidence between 0 and 1', () => {
  for (const name of ownPlans) {
    const document = readPlanText(readFileSync(join(fixtures, name), 'utf8'));
    for (const field of fieldsOf(readPlan(document))) {
      expect(field.confidence).toBeGreaterThan(0);
      expect(field.confidence).toBeLessThanOrEqual(1);
      if (field.value !== null) expect(document.blocks[field.place?.block ?? -1]).toBeDefined();
    }
  }
});

type AnyField = { value: unknown; place: { block: number } | null; confidence: number };

function fieldsOf(part: unknown): AnyField[] {
  if (typeof part !== 'object' || part === null) return [];
  if ('confidence' in part && 'value' in part) return [part as AnyField];
  return Object.values(part).flatMap(fieldsOf);
}
