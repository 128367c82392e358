import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CivilDate, civilDate } from '../../../kernel/civil-date.ts';
import type { UnitId } from '../../../kernel/ids.ts';
import type { WorkRecord } from '../../deadlines/index.ts';
import { answersOf, costlyUnits } from './answers.ts';
import { areThresholds, defaultThresholds, proposalsOf, type Thresholds } from './proposals.ts';

const span = { firstDay: civilDate('2026-01-01'), lastDay: civilDate('2026-12-31') };

function aUnit(unitId: UnitId, given: { validFrom?: CivilDate; validTo?: CivilDate } = {}) {
  const name = { name: unitId, shortName: unitId, kind: 'division', parentId: null, position: 0, version: 1 } as const;
  return { unitId, validFrom: civilDate('2020-01-01'), validTo: null, ...name, ...given };
}

function aRecord(unitId: UnitId, given: Partial<WorkRecord>): WorkRecord {
  const nothing = { due: 0, onTime: 0, late: 0, overdue: 0, returned: 0, extensions: 0, daysLate: 0 };
  return { source: 'task', unitId, ...nothing, ...given };
}

function answers(
  records: readonly WorkRecord[],
  lost: Readonly<Record<string, string>> = {},
  units = [aUnit('unit_a'), aUnit('unit_b'), aUnit('unit_c'), aUnit('unit_d')],
  successions: { predecessorId: UnitId; successorId: UnitId }[] = [],
) {
  const pointsLost = new Map(Object.entries(lost).map(([unitId, points]) => [unitId as UnitId, points]));
  return answersOf({ span, history: { units, successions }, headships: [], records, pointsLost });
}

describe('the ranking of units', () => {
  test('share in time first, then points lost, then days late; equal figures share a place', () => {
    const ranked = answers(
      [
        aRecord('unit_a', { onTime: 1, late: 1, daysLate: 4 }),
        aRecord('unit_b', { onTime: 5, late: 5, daysLate: 4 }),
        aRecord('unit_c', { onTime: 2, overdue: 2, daysLate: 2 }),
        aRecord('unit_d', { source: 'report', onTime: 1, late: 1, daysLate: 9 }),
      ],
      { unit_d: '0.25' },
    );
    expect(ranked.map(({ unitId, rank, onTimePercent }) => [unitId, rank, onTimePercent])).toEqual([
      ['unit_c', 1, '50'],
      ['unit_a', 2, '50'],
      ['unit_b', 2, '50'],
      ['unit_d', 4, '50'],
    ]);
  });

  test('shares are compared exactly, not as they are shown', () => {
    const ranked = answers([
      aRecord('unit_a', { onTime: 99_998, late: 2 }),
      aRecord('unit_b', { onTime: 99_999, late: 1 }),
    ]);
    expect(ranked.slice(0, 2).map(({ unitId, onTimePercent }) => [unitId, onTimePercent])).toEqual([
      ['unit_b', '100'],
      ['unit_a', '100'],
    ]);
    expect(proposalsOf(ranked, defaultThresholds)).toEqual([]);
  });

  test('a unit without work due is not ranked; one that is open and not yet due neither', () => {
    const [first] = answers([aRecord('unit_a', { due: 3 })]);
    expect(first).toMatchObject({ rank: null, onTimePercent: null });
  });

  test('a unit that ended and its successor stand apart, and only who stands is ranked', () => {
    const units = [
      aUnit('unit_old', { validTo: civilDate('2026-06-30') }),
      aUnit('unit_new', { validFrom: civilDate('2026-07-01') }),
    ];
    const found = answers(
      [aRecord('unit_old', { onTime: 4, late: 2 }), aRecord('unit_new', { onTime: 3, overdue: 1 })],
      {},
      units,
      [{ predecessorId: 'unit_old', successorId: 'unit_new' }],
    );
    expect(found).toMatchObject([
      { unitId: 'unit_new', rank: 1, endedOn: null, all: { onTime: 3, overdue: 1 } },
      { unitId: 'unit_old', rank: null, endedOn: '2026-06-30', successorIds: ['unit_new'], all: { late: 2 } },
    ]);
  });

  test('places are those of a slow count: one more than the units that are better', () => {
    const sums = fc.record({
      onTime: fc.integer({ min: 0, max: 4 }),
      late: fc.integer({ min: 0, max: 3 }),
      overdue: fc.integer({ min: 0, max: 2 }),
      daysLate: fc.integer({ min: 0, max: 3 }),
    });
    const lost = fc.constantFrom('0', '0.5', '1');
    fc.assert(
      fc.property(fc.array(fc.tuple(sums, lost), { minLength: 1, maxLength: 8 }), (drawn) => {
        const ids = drawn.map((_, index): UnitId => `unit_${index}`);
        const records = drawn.map(([one], index) => aRecord(ids[index] ?? 'unit_', one));
        const points = Object.fromEntries(drawn.map(([, one], index) => [ids[index], one]));
        const found = answers(
          records,
          points,
          ids.map((unitId) => aUnit(unitId)),
        );
        const scores = drawn.map(([{ onTime, late, overdue, daysLate }, one]) =>
          onTime + late + overdue === 0 ? null : [-onTime / (onTime + late + overdue), Number(one), daysLate],
        );
        const isBetter = (a: number[], b: number[]): boolean => {
          const place = a.findIndex((value, index) => Math.abs(value - (b[index] ?? 0)) > 1e-9);
          return place >= 0 && (a[place] ?? 0) < (b[place] ?? 0);
        };
        for (const { unitId, rank } of found) {
          const own = scores[ids.indexOf(unitId)] ?? null;
          const better = own === null ? null : scores.filter((one) => one !== null && isBetter(one, own)).length + 1;
          expect(rank).toBe(better);
        }
      }),
    );
  });
});

test('units that cost points: the most first, with their share', () => {
  const found = costlyUnits(answers([], { unit_a: '0.5', unit_b: '1.5', unit_c: '0' }));
  expect(found).toEqual([
    { unitId: 'unit_b', pointsLost: '1.5', sharePercent: '75' },
    { unitId: 'unit_a', pointsLost: '0.5', sharePercent: '25' },
  ]);
});

describe('proposals', () => {
  const all = (given: Partial<WorkRecord>, lost: string) =>
    proposalsOf(answers([aRecord('unit_a', given)], { unit_a: lost }), defaultThresholds)[0];

  test.each([
    { given: { onTime: 5 }, lost: '0', kind: 'praise', because: 'everything in time' },
    { given: { onTime: 4 }, lost: '0', kind: undefined, because: 'too little to say anything' },
    { given: { onTime: 5, returned: 2 }, lost: '0', kind: undefined, because: 'too much was sent back' },
    { given: { onTime: 5 }, lost: '0.1', kind: undefined, because: 'it lost points, though few' },
    { given: { onTime: 9, late: 1 }, lost: '0', kind: undefined, because: 'nine of ten is neither' },
    { given: { onTime: 89, late: 11 }, lost: '0', kind: 'reprimand', because: 'less than nine of ten' },
    { given: { onTime: 97, overdue: 3 }, lost: '0', kind: 'reprimand', because: 'three are past their day' },
    { given: { onTime: 50 }, lost: '0.5', kind: 'reprimand', because: 'half a point is lost' },
  ])('$given, $lost points lost: $kind ($because)', ({ given, lost, kind }) => {
    expect(all(given, lost)?.kind).toBe(kind);
  });

  test('each says the figures that it rests on, and only those', () => {
    expect(all({ onTime: 5, overdue: 5 }, '0.75')?.facts).toEqual([
      { name: 'on-time', value: '50', threshold: '90' },
      { name: 'overdue', value: '5', threshold: '3' },
      { name: 'points-lost', value: '0.75', threshold: '0.5' },
    ]);
  });

  test.each<{ change: (one: Thresholds) => Thresholds; good: boolean }>([
    { change: (one) => one, good: true },
    { change: (one) => ({ ...one, leastDecided: 0 }), good: false },
    { change: (one) => ({ ...one, praise: { ...one.praise, onTimePercent: '101' } }), good: false },
    { change: (one) => ({ ...one, praise: { ...one.praise, onTimePercent: '80' } }), good: false },
    { change: (one) => ({ ...one, reprimand: { ...one.reprimand, pointsLost: '0' } }), good: false },
    { change: (one) => ({ ...one, reprimand: { ...one.reprimand, pointsLost: 'một' } }), good: false },
  ])('thresholds are checked ($good)', ({ change, good }) => {
    expect(areThresholds(change(defaultThresholds))).toBe(good);
  });
});
