import { expect, test } from 'vitest';
import { undoOf } from './bulk.ts';

const records = [
  { recordId: 'record_1', values: { unit: 'unit_1', note: null }, step: 'open' },
  { recordId: 'record_2', values: { unit: 'unit_2', note: 'x' }, step: 'sent' },
  { recordId: 'record_3', values: { unit: 'unit_1', note: 'y' }, step: 'open' },
];

test('taking back a change of values gives each record what it held, equal ones together', () => {
  expect(undoOf({ kind: 'values', values: { unit: 'unit_9' } }, records)).toEqual([
    { recordIds: ['record_1', 'record_3'], change: { kind: 'values', values: { unit: 'unit_1' } } },
    { recordIds: ['record_2'], change: { kind: 'values', values: { unit: 'unit_2' } } },
  ]);
});

test('a field that was empty becomes empty again', () => {
  expect(undoOf({ kind: 'values', values: { note: 'z' } }, records.slice(0, 1))[0]?.change).toEqual({
    kind: 'values',
    values: { note: null },
  });
});

test('a step goes back to where each record stood; deleting and restoring undo each other', () => {
  expect(undoOf({ kind: 'step', to: 'done', note: null }, records).map(({ recordIds }) => recordIds)).toEqual([
    ['record_1', 'record_3'],
    ['record_2'],
  ]);
  expect(undoOf({ kind: 'delete' }, records)[0]?.change).toEqual({ kind: 'restore' });
  expect(undoOf({ kind: 'restore' }, [])).toEqual([]);
});
