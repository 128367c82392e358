import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readPlan, readPlanText } from '../../reading/index.ts';
import { itemsOf } from './draft-items.ts';
import { makeDraft } from './make-draft.ts';

const folder = join(import.meta.dirname, '..', '..', '..', '..', 'sample', 'plans');
const text = readFileSync(join(folder, 'ke-hoach-cai-thien-2026.txt'), 'utf8');
const source = readPlanText(text);
const draft = makeDraft(readPlan(source));

test('nothing of a fresh draft was looked at, and every item has a key of its own', () => {
  const items = itemsOf(draft);
  expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
  expect(items.every(({ state }) => state === 'unchecked')).toBe(true);
});

test('each of several units stands at its own place in the cell', () => {
  const task = draft.tasks.find(({ coordinators }) => coordinators.length === 2);
  const places = [task?.places.coordinators, task?.places['coordinators.1']];
  const wordsAt = places.map((place) => {
    const block = source.blocks[place?.block ?? -1];
    const cells = block?.kind === 'table' ? block.rows.flat() : [];
    const cell = cells.find((one) => one?.place.row === place?.row && one?.place.column === place?.column);
    return cell?.text.slice(place?.from, place?.to);
  });
  expect(wordsAt).toEqual(task?.coordinators);
});
