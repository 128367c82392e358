import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import { scoreExchange } from '../../../testing/score-exchange.ts';
import {
  type Place,
  type PlanExchange,
  readPlan,
  readPlanText,
  type SourceDocument,
  toExchangeFormat,
} from '../index.ts';
import { comparableWords } from './word-agreement.ts';

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

const DERIVED = /kind|agency|province|grade|date|place$|number$/;

test.each(ownPlans)('every value of %s stands where its place says, with a confidence between 0 and 1', (name) => {
  const document = readPlanText(readFileSync(join(fixtures, name), 'utf8'));
  for (const { path, field } of fieldsOf({ ...readPlan(document), figures: [] }, '')) {
    expect(field.confidence).toBeGreaterThan(0);
    expect(field.confidence).toBeLessThanOrEqual(1);
    if (typeof field.value !== 'string' || DERIVED.test(path)) continue;
    const [first = ''] = comparableWords(field.value);
    expect(comparableWords(wordsAt(document, field.place)).join(' '), path).toContain(first);
  }
});

type AnyField = { value: unknown; place: Place | null; confidence: number };

function fieldsOf(part: unknown, path: string): { path: string; field: AnyField }[] {
  if (typeof part !== 'object' || part === null) return [];
  if ('confidence' in part && 'value' in part) return [{ path, field: part as AnyField }];
  return Object.entries(part).flatMap(([key, value]) => fieldsOf(value, `${path}.${key}`));
}

/** The words at a place; a footnote's place is its mark, so the note's words are given. */
function wordsAt(document: SourceDocument, place: Place | null): string {
  const block = document.blocks[place?.block ?? -1];
  if (!place || !block) return '';
  const notes = document.footnotes.filter((note) => note.place.block === place.block && note.place.from === place.from);
  const text =
    block.kind === 'paragraph' ? block.text : (block.rows[place.row ?? -1]?.[place.column ?? -1]?.text ?? '');
  return [text.slice(place.from ?? 0, place.to), ...notes.map((note) => note.text)].join(' ');
}
