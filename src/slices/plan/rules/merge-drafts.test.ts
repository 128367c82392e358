import { expect, test } from 'vitest';
import { aDraft, aTaskDraft } from '../../../testing/a-draft.ts';
import { addItem, changeItem } from './draft-items.ts';
import { mergeDrafts } from './merge-drafts.ts';

const base = aDraft({ tasks: [aTaskDraft('a'), aTaskDraft('b'), aTaskDraft('c')] });

test('each keeps what he changed; where both changed the same item, mine stays', () => {
  const mine = changeItem(changeItem(base, 'a', { title: 'của tôi' }), 'b', { title: 'của tôi' });
  const theirs = changeItem(changeItem(base, 'b', { title: 'của họ' }), 'c', { title: 'của họ' });
  const merged = mergeDrafts({ base, mine, theirs });
  expect(merged.tasks.map(({ title }) => title)).toEqual(['của tôi', 'của tôi', 'của họ']);
});

test('items that either of us added are kept', () => {
  const mine = addItem(base, 'deficits').draft;
  const theirs = addItem(base, 'obligations').draft;
  const merged = mergeDrafts({ base, mine, theirs });
  expect([merged.deficits.length, merged.obligations.length]).toEqual([1, 1]);
});

test('the head of the document is mine only where I changed it', () => {
  const theirs = changeItem(base, 'document', { planYear: 2027 });
  expect(mergeDrafts({ base, mine: base, theirs }).document.planYear).toBe(2027);
  const mine = changeItem(base, 'document', { planYear: 2028 });
  expect(mergeDrafts({ base, mine, theirs }).document.planYear).toBe(2028);
});
