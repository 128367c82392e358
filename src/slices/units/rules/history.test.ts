import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, civilDate } from '../../../kernel/civil-date.ts';
import type { UnitId } from '../../../kernel/ids.ts';
import {
  headOn,
  predecessorsOf,
  reachOf,
  type Succession,
  successorsOn,
  type UnitHistory,
  unitsOn,
} from './history.ts';
import type { Unit } from './unit.ts';

type Sketch = [unitId: UnitId, validFrom: string, validTo: string | null, parentId?: UnitId];

const unitsFrom = (sketches: readonly Sketch[]): Unit[] =>
  sketches.map(([unitId, validFrom, validTo, parentId], position) => ({
    unitId,
    parentId: parentId ?? null,
    name: unitId,
    shortName: unitId,
    kind: 'division',
    validFrom: civilDate(validFrom),
    validTo: validTo === null ? null : civilDate(validTo),
    position,
    version: 1,
  }));
const became = (pairs: readonly [UnitId, UnitId][]): Succession[] =>
  pairs.map(([predecessorId, successorId]) => ({ predecessorId, successorId }));

/** 2025: a and b merge into c; c is renamed d in 2026; e is split into f and g; h is dissolved; i stands below a. */
const history: UnitHistory = {
  units: unitsFrom([
    ['unit_a', '2020-01-01', '2025-02-28'],
    ['unit_b', '2020-01-01', '2025-02-28'],
    ['unit_c', '2025-03-01', '2025-12-31'],
    ['unit_d', '2026-01-01', null],
    ['unit_e', '2020-01-01', '2025-06-30'],
    ['unit_f', '2025-07-01', null],
    ['unit_g', '2025-07-01', null],
    ['unit_h', '2020-01-01', '2025-06-30'],
    ['unit_i', '2020-01-01', null, 'unit_a'],
    ['unit_j', '2020-01-01', null, 'unit_e'],
    ['unit_k', '2026-01-01', null, 'unit_d'],
  ]),
  successions: became([
    ['unit_a', 'unit_c'],
    ['unit_b', 'unit_c'],
    ['unit_c', 'unit_d'],
    ['unit_e', 'unit_f'],
    ['unit_e', 'unit_g'],
  ]),
};

describe('who stands in the place of a unit', () => {
  test.each([
    { unitId: 'unit_a', day: '2025-02-28', heirs: ['unit_a'], because: 'it still stands on its last day' },
    { unitId: 'unit_a', day: '2025-03-01', heirs: ['unit_c'], because: 'the merged unit took over the day after' },
    { unitId: 'unit_a', day: '2026-01-01', heirs: ['unit_d'], because: 'the merged unit was renamed since' },
    { unitId: 'unit_e', day: '2025-07-01', heirs: ['unit_f', 'unit_g'], because: 'a split has several successors' },
    { unitId: 'unit_h', day: '2025-07-01', heirs: [], because: 'nobody took over' },
    { unitId: 'unit_d', day: '2025-01-01', heirs: [], because: 'it did not stand yet and nobody follows it' },
  ] as const)('$unitId on $day: $heirs, $because', ({ unitId, day, heirs }) => {
    expect(successorsOn(unitId, civilDate(day), history)).toEqual(heirs);
  });

  test('every unit that a unit came from is found through all reorganisations', () => {
    expect(predecessorsOf('unit_d', history)).toEqual(['unit_c', 'unit_a', 'unit_b']);
    expect(predecessorsOf('unit_a', history)).toEqual([]);
  });
});

describe('the tree as it stood', () => {
  const treeOn = (day: string): [string, string | null][] =>
    unitsOn(civilDate(day), history).map(({ unitId, parentId }) => [unitId, parentId]);

  test('before the reorganisations', () => {
    expect(treeOn('2024-06-01')).toEqual([
      ['unit_a', null],
      ['unit_b', null],
      ['unit_e', null],
      ['unit_h', null],
      ['unit_i', 'unit_a'],
      ['unit_j', 'unit_e'],
    ]);
  });

  test('after a merger the unit below stands below the merged one; after a split at the top until it is said', () => {
    expect(treeOn('2025-08-01')).toEqual([
      ['unit_c', null],
      ['unit_f', null],
      ['unit_g', null],
      ['unit_i', 'unit_c'],
      ['unit_j', null],
    ]);
  });
});

describe('what a person of a unit reaches', () => {
  test.each([
    {
      unitId: 'unit_d',
      reached: ['unit_a', 'unit_b', 'unit_c', 'unit_d', 'unit_i', 'unit_k'],
      because: 'the heir of a merger',
    },
    { unitId: 'unit_f', reached: ['unit_e', 'unit_f', 'unit_j'], because: 'one of two heirs' },
    { unitId: 'unit_i', reached: ['unit_i'], because: 'below is not above' },
    {
      unitId: 'unit_a',
      reached: ['unit_a', 'unit_b', 'unit_c', 'unit_d', 'unit_i', 'unit_k'],
      because: 'the only heir follows',
    },
    { unitId: 'unit_e', reached: ['unit_e', 'unit_j'], because: 'between two heirs the administrator decides' },
  ] as const)('$unitId: $because', ({ unitId, reached }) => {
    expect(reachOf(unitId, civilDate('2026-11-20'), history).sort()).toEqual(reached);
  });

  test('ends, whatever the data', () => {
    const ids = ['unit_1', 'unit_2', 'unit_3', 'unit_4'] as const;
    const id = fc.constantFrom(...ids);
    fc.assert(
      fc.property(fc.array(fc.tuple(id, id)), fc.array(fc.option(id)), id, (pairs, parents, start) => {
        const units = unitsFrom(ids.map((one, at) => [one, '2020-01-01', null, parents[at] ?? undefined] as Sketch));
        expect(reachOf(start, civilDate('2026-01-01'), { units, successions: became(pairs) })).toContain(start);
      }),
    );
  });
});

test('a unit has the head of the day', () => {
  const first = {
    unitId: 'unit_d',
    userId: 'user_1',
    validFrom: civilDate('2026-01-01'),
    validTo: civilDate('2026-05-31'),
  } as const;
  const second = { unitId: 'unit_d', userId: 'user_2', validFrom: civilDate('2026-06-01'), validTo: null } as const;
  const on = (day: string) => headOn('unit_d', civilDate(day), [first, second]);
  expect([on('2025-12-31'), on('2026-05-31'), on('2026-06-01')]).toEqual([null, 'user_1', 'user_2']);
  expect(headOn('unit_e', addDays(civilDate('2026-06-01'), 1), [first, second])).toBeNull();
});
