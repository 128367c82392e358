import { expect, test } from 'vitest';
import { civilDate } from '../../../kernel/civil-date.ts';
import type { UnitId } from '../../../kernel/ids.ts';
import type { Unit } from '../../units/index.ts';
import { holderOn, holdersOf } from './holders.ts';

const unit = (unitId: UnitId, validTo: string | null): Unit => ({
  unitId,
  parentId: null,
  name: unitId,
  shortName: unitId,
  kind: 'division',
  validFrom: civilDate('2020-01-01'),
  validTo: validTo === null ? null : civilDate(validTo),
  position: 0,
  version: 1,
});
const history = {
  units: [
    unit('unit_a', '2026-06-30'),
    unit('unit_b', '2026-12-31'),
    unit('unit_c', null),
    unit('unit_d', '2026-06-30'),
    unit('unit_e', null),
  ],
  successions: [
    { predecessorId: 'unit_a', successorId: 'unit_b' },
    { predecessorId: 'unit_b', successorId: 'unit_c' },
    { predecessorId: 'unit_d', successorId: 'unit_c' },
    { predecessorId: 'unit_d', successorId: 'unit_e' },
  ],
} as const;

test.each([
  { unitId: 'unit_a', day: '2026-06-30', holder: 'unit_a', because: 'its last day is its own' },
  { unitId: 'unit_a', day: '2026-07-01', holder: 'unit_b', because: 'the day after is the successor’s' },
  { unitId: 'unit_a', day: '2027-01-01', holder: 'unit_c', because: 'through two mergers' },
  { unitId: 'unit_c', day: '2027-01-01', holder: 'unit_c', because: 'a unit that stands' },
  { unitId: 'unit_d', day: '2026-09-01', holder: 'unit_d', because: 'two took over: nobody is blamed by guess' },
] as const)('$unitId on $day: $holder, $because', ({ unitId, day, holder }) => {
  expect(holderOn(holdersOf(unitId, history), civilDate(day))).toBe(holder);
});

test('a loop in bad data ends', () => {
  const loop = {
    units: [unit('unit_a', '2026-06-30'), unit('unit_b', '2026-06-30')],
    successions: [
      { predecessorId: 'unit_a', successorId: 'unit_b' },
      { predecessorId: 'unit_b', successorId: 'unit_a' },
    ],
  } as const;
  expect(holdersOf('unit_a', loop).map(({ unitId }) => unitId)).toEqual(['unit_a', 'unit_b']);
});
