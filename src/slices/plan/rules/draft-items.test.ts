import { describe, expect, test } from 'vitest';
import { aDeficitDraft, aDraft, aTaskDraft } from '../../../testing/a-draft.ts';
import {
  addItem,
  addResult,
  changeItem,
  checkItems,
  draftLists,
  isUnsure,
  itemsOf,
  progressOf,
  unsureFirst,
} from './draft-items.ts';

describe('which items a person should look at twice', () => {
  test.each([
    { because: 'the reader inferred the lead', confidence: 0.9, doubts: ['lead-inferred'], unsure: true },
    { because: 'the reading is little sure', confidence: 0.6, doubts: [], unsure: true },
    { because: 'nothing is doubtful', confidence: 0.75, doubts: [], unsure: false },
  ])('$unsure: $because', ({ confidence, doubts, unsure }) => {
    expect(isUnsure(aTaskDraft('task-0', { confidence, doubts }))).toBe(unsure);
  });

  test('what was looked at is sure, whatever the reader thought', () => {
    expect(isUnsure(aTaskDraft('task-0', { confidence: 0.1, state: 'checked' }))).toBe(false);
  });

  test('unsure items come first, the least sure before the others, the rest as in the document', () => {
    const items = [
      aTaskDraft('a'),
      aTaskDraft('b', { confidence: 0.6 }),
      aTaskDraft('c', { confidence: 0.3 }),
      aTaskDraft('d', { confidence: 0.99 }),
    ];
    expect(unsureFirst(items).map(({ key }) => key)).toEqual(['c', 'b', 'a', 'd']);
  });
});

test('progress counts what was agreed and what was dropped', () => {
  const tasks = [
    aTaskDraft('a', { state: 'checked' }),
    aTaskDraft('b', { state: 'dropped' }),
    aTaskDraft('c', { doubts: ['year-assumed'] }),
  ];
  expect(progressOf(tasks)).toEqual({ looked: 2, total: 3, unsure: 1 });
});

test('changing an item leaves every other item the very same', () => {
  const draft = aDraft({ tasks: [aTaskDraft('a'), aTaskDraft('b')], deficits: [aDeficitDraft('c')] });
  const changed = changeItem(draft, 'b', { title: 'Việc mới' });
  expect(changed.tasks.map(({ title }) => title)).toEqual(['Gửi báo cáo đúng hạn', 'Việc mới']);
  expect(changed.tasks[0]).toBe(draft.tasks[0]);
  expect(changed.deficits[0]).toBe(draft.deficits[0]);
});

test('agreeing to a whole part does not bring back what was dropped', () => {
  const draft = aDraft({ tasks: [aTaskDraft('a'), aTaskDraft('b', { state: 'dropped' })] });
  const checked = checkItems(draft, new Set(['a', 'b']));
  expect(checked.tasks.map(({ state }) => state)).toEqual(['checked', 'dropped']);
});

test.each(draftLists)('an item added to %s has a key of its own and is one more to look at', (list) => {
  const once = addItem(aDraft(), list);
  const twice = addItem(once.draft, list);
  expect(twice.key).not.toBe(once.key);
  expect(itemsOf(twice.draft)).toHaveLength(3);
});

describe('a result that the reader missed', () => {
  test('is added empty, of the year that was assessed', () => {
    expect(addResult(aDraft()).result).toMatchObject({ year: 2025, total: null, state: 'unchecked' });
  });

  test('leaves one that was read as it is', () => {
    const once = changeItem(addResult(aDraft()), 'result', { total: 82.417 });
    expect(addResult(once).result?.total).toBe(82.417);
  });
});
