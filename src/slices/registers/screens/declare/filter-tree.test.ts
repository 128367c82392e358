import { describe, expect, test } from 'vitest';
import { civilDate } from '../../../../kernel/civil-date.ts';
import { lettersRegister } from '../../../../testing/letters-register.ts';
import type { Filter } from '../../index.ts';
import { matchesFilter, settleFilter } from '../../rules/filters.ts';
import { shippedRegisters } from '../../shipped/index.ts';
import { filterOfTree, howsOf, isFlat, isGroup, newCondition, rootOf, treeOf, withDays } from './filter-tree.ts';

const days = { 'due-day': { vi: 'Hạn', en: 'Due' }, 'finished-day': { vi: 'Xong', en: 'Done' } };
const letters = withDays(lettersRegister, days);
const again = (filter: Filter): Filter | null => filterOfTree(treeOf(filter, letters));

describe('a filter as a tree', () => {
  const shipped = shippedRegisters.flatMap((register) => [
    ...Object.entries(register.measures ?? {}).flatMap(([name, { where, among }]) =>
      [where, among].flatMap((filter) => (filter ? [[`${register.key}.${name}`, register, filter] as const] : [])),
    ),
    ...Object.entries(register.clocks ?? {}).flatMap(([name, { where }]) =>
      where ? [[`${register.key}.${name}`, register, where] as const] : [],
    ),
  ]);

  test.each(shipped)('%s is written back as it stood', (_, register, filter) => {
    // A group of one is written without its group.
    const plain = 'all' in filter && filter.all.length === 1 ? filter.all[0] : filter;
    expect(filterOfTree(treeOf(filter, withDays(register, days)))).toEqual(plain);
  });

  test.each<[string, Filter]>([
    [
      'one of two groups',
      { any: [{ all: [{ field: 'kind', is: ['other'] }, { step: ['new'] }] }, { timing: ['late'] }] },
    ],
    ['not one of them', { not: { any: [{ step: ['new'] }, { field: 'fee', from: '5' }] } }],
    ['not all of them', { not: { all: [{ step: ['new'] }, { field: 'fee', from: '5' }] } }],
    ['a denied condition', { not: { field: 'note', isEmpty: true } }],
    ['two fields compared', { field: 'answered', op: '<=', than: 'due-day' }],
    ['ticks together', { field: 'parts', hasAll: ['form', 'map'] }],
    ['a clock', { timing: ['early', 'on-time'], clock: 'publish' }],
    [
      'a text of its own',
      {
        all: [
          { field: 'subject', is: ['a', 'b'] },
          { field: 'pages', is: ['3'] },
        ],
      },
    ],
  ])('%s', (_, filter) => {
    expect(again(filter)).toEqual(filter);
  });

  test('what is denied twice means the same', () => {
    const filter: Filter = { not: { not: { field: 'urgent', is: true } } };
    const written = again(filter);
    const facts = {
      values: { urgent: true },
      computed: {},
      step: null,
      dueOn: null,
      firstDueOn: null,
      finishedOn: null,
    };
    const whole = { ...facts, createdOn: civilDate('2026-11-20'), clocks: {} };
    const settled = written && settleFilter(lettersRegister, written);
    if (!settled?.ok) throw new Error('not a filter');
    expect(matchesFilter(lettersRegister, settled.filter, whole, whole.createdOn)).toBe(true);
    expect(
      matchesFilter(lettersRegister, settled.filter, { ...whole, values: { urgent: false } }, whole.createdOn),
    ).toBe(false);
  });

  test('a condition that is not whole asks nothing, and its group neither', () => {
    const root = rootOf(undefined, letters);
    expect(filterOfTree(root)).toBeNull();
    expect(filterOfTree({ ...root, parts: [...root.parts, ...rootOf({ step: ['new'] }, letters).parts] })).toEqual({
      step: ['new'],
    });
    expect(isGroup(newCondition())).toBe(false);
  });

  test('what stands side by side is plain; what is denied, compared or twice of one field is not', () => {
    expect(isFlat(undefined, lettersRegister)).toBe(true);
    expect(isFlat({ all: [{ step: ['new'] }, { field: 'fee', from: '1' }] }, lettersRegister)).toBe(true);
    expect(isFlat({ any: [{ step: ['new'] }] }, lettersRegister)).toBe(false);
    expect(isFlat({ not: { step: ['new'] } }, lettersRegister)).toBe(false);
    expect(isFlat({ field: 'answered', op: '<', than: 'received' }, lettersRegister)).toBe(false);
    expect(
      isFlat(
        {
          all: [
            { field: 'fee', from: '1' },
            { field: 'fee', to: '2' },
          ],
        },
        lettersRegister,
      ),
    ).toBe(false);
  });

  test('a field is asked in the ways of its kind', () => {
    const { subject, received, parts, kind } = lettersRegister.fields;
    expect(howsOf(subject)).toEqual(['equals', 'filled', 'empty']);
    expect(howsOf(received)).toEqual(['value', 'equals', 'filled', 'empty', 'compare']);
    expect(howsOf(parts)).toEqual(['value', 'filled', 'empty', 'has-all']);
    expect(howsOf(kind)).toEqual(['value', 'filled', 'empty']);
  });
});
