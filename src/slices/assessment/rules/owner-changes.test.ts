import { expect, test } from 'vitest';
import { draftOf, type OwnedLeaf, ownerChanges, readEffort } from './owner-changes.ts';

const leaf = (leafCode: string, more: Partial<OwnedLeaf> = {}): OwnedLeaf => ({
  leafCode,
  effort: null,
  certainty: null,
  ownerUnitId: null,
  ...more,
});

test.each([
  ['1,5', '1.5'],
  ['1.5', '1.5'],
  [' 2 ', '2'],
  ['', null],
  ['0', '0'],
] as const)('an effort of "%s" is %s', (text, effort) => {
  expect(readEffort(text)).toEqual({ effort });
});

test.each(['-1', 'nhiều', '1,2345', '12345', '1e3'])('"%s" is no effort', (text) => {
  expect(readEffort(text)).toBeNull();
});

test('only leaves that say something else are changed, with what was seen before; certainty stays', () => {
  const stored = [leaf('1.1', { ownerUnitId: 'unit_a', effort: '2', certainty: '0.5' }), leaf('1.2')];
  const drafts = new Map([
    ['1.1', { owner: 'unit_b', effort: '2,0' }],
    ['1.2', { owner: '', effort: '' }],
    ['1.3', { owner: 'unit_a', effort: '' }],
  ]);
  expect(ownerChanges(stored, drafts)).toEqual({
    reaches: [
      leaf('1.1', { ownerUnitId: 'unit_b', effort: '2.0', certainty: '0.5' }),
      leaf('1.3', { ownerUnitId: 'unit_a' }),
    ],
    seen: [stored[0], leaf('1.3')],
    wrong: [],
  });
});

test('an owner may be taken away, and an effort; a wrong effort is named', () => {
  const stored = [leaf('1.1', { ownerUnitId: 'unit_a', effort: '2' })];
  const none = ownerChanges(stored, new Map([['1.1', { owner: '', effort: '' }]]));
  expect(none.reaches).toEqual([leaf('1.1')]);
  expect(ownerChanges(stored, new Map([['1.1', { owner: '', effort: 'x' }]])).wrong).toEqual(['1.1']);
});

test('a draft that nobody touched changes nothing', () => {
  const stored = [leaf('1.1', { ownerUnitId: 'unit_a', effort: '1.25' })];
  expect(ownerChanges(stored, new Map([['1.1', draftOf(stored[0])]])).reaches).toEqual([]);
});
