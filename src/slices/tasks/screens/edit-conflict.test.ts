import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type FormFields, mergeEdits } from './edit-conflict.ts';

const base: FormFields = { title: 'A', lead: 'unit_1', coordinators: '', products: '', deadline: 'Quý I' };

test('what only the other changed is taken over, what both changed stays as typed', () => {
  const mine = { ...base, title: 'Tên của tôi', products: 'Báo cáo' };
  const theirs = { ...base, title: 'Tên của họ', deadline: 'Quý II' };
  const { merged, changes } = mergeEdits(base, mine, theirs);
  expect(merged).toEqual({ ...base, title: 'Tên của tôi', products: 'Báo cáo', deadline: 'Quý II' });
  expect(changes.map(({ field, isMineToo }) => [field, isMineToo])).toEqual([
    ['title', true],
    ['deadline', false],
  ]);
});

test('nothing that was typed is ever lost, and nothing of theirs is overwritten unseen', () => {
  const word = fc.constantFrom('A', 'B', 'C');
  const fields = fc.record({ title: word, lead: word, coordinators: word, products: word, deadline: word });
  fc.assert(
    fc.property(fields, fields, fields, (before, mine, theirs) => {
      const { merged, changes } = mergeEdits(before, mine, theirs);
      for (const field of Object.keys(before) as (keyof FormFields)[]) {
        if (mine[field] !== before[field]) expect(merged[field]).toBe(mine[field]);
        else expect(merged[field]).toBe(theirs[field]);
        const isOverwritten = theirs[field] !== before[field] && theirs[field] !== merged[field];
        if (isOverwritten) expect(changes.map((change) => change.field)).toContain(field);
      }
    }),
  );
});
