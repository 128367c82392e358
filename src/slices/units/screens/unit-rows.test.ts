import { describe, expect, test } from 'vitest';
import { inTreeOrder, type UnitData, type UnitItem, unitRows } from './unit-rows.ts';

const unit = (unitId: string, fields: Partial<UnitItem> = {}): UnitItem => ({
  unitId,
  parentId: null,
  name: unitId,
  shortName: unitId,
  kind: 'division',
  validFrom: '2020-01-01',
  validTo: null,
  position: 0,
  version: 1,
  ...fields,
});

const data: UnitData = {
  units: [
    unit('Phòng B', { position: 2 }),
    unit('Phòng A', { position: 1 }),
    unit('Tổ 1', { parentId: 'Phòng B' }),
    unit('Phòng cũ', { validTo: '2024-12-31', position: 3 }),
  ],
  aliases: [{ alias: 'VPĐK', unitId: 'Phòng A', origin: 'typed' }],
  heads: [
    { unitId: 'Phòng A', userId: 'user_1', displayName: 'Trưởng cũ', validFrom: '2020-01-01', validTo: '2022-01-01' },
    { unitId: 'Phòng A', userId: 'user_2', displayName: 'Trưởng nay', validFrom: '2022-01-02', validTo: null },
  ],
  changes: [],
};
const namesOf = (query: string, day = '2026-01-01', kind = '') =>
  unitRows(data, { query, kind, day }).map(({ name, depth }) => `${depth} ${name}`);

describe('the list of units', () => {
  test('puts parents before children, in the order of the office', () => {
    expect(namesOf('')).toEqual(['0 Phòng A', '0 Phòng B', '1 Tổ 1']);
  });

  test('shows the units as they stood on a day', () => {
    expect(namesOf('', '2024-12-31')).toContain('0 Phòng cũ');
    expect(namesOf('', '2025-01-01')).not.toContain('0 Phòng cũ');
    expect(namesOf('', '2019-12-31')).toEqual([]);
  });

  test('finds a unit by its other names, without diacritics', () => {
    expect(namesOf('vpdk')).toEqual(['0 Phòng A']);
  });

  test('keeps a child whose parent does not match', () => {
    expect(namesOf('to 1')).toEqual(['0 Tổ 1']);
  });

  test('names the head of today', () => {
    expect(unitRows(data, { query: 'vpdk', kind: '', day: '2026-01-01' })[0]?.headName).toBe('Trưởng nay');
  });

  test('ends when bad data makes units each other’s parents', () => {
    expect(inTreeOrder([unit('a', { parentId: 'b' }), unit('b', { parentId: 'a' })])).toEqual([]);
  });
});
