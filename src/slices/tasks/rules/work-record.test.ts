import { describe, expect, test } from 'vitest';
import { type CivilDate, civilDate } from '../../../kernel/civil-date.ts';
import type { UnitId } from '../../../kernel/ids.ts';
import type { WorkRecord } from '../../deadlines/index.ts';
import { addWorkItem, sumRecords } from './work-record.ts';

const day = (text: string): CivilDate => civilDate(text);
const holders = [
  { unitId: 'unit_old', fromDay: null },
  { unitId: 'unit_new', fromDay: day('2026-07-01') },
] as const;
const today = day('2026-07-11');

describe('work of a unit that ended on 30 June', () => {
  const recordsAfter = (dueOn: string, endOn: string | null): Map<UnitId, WorkRecord> => {
    const records = new Map<UnitId, WorkRecord>();
    const work = { dueOn: day(dueOn), endOn: endOn === null ? null : day(endOn), wasReturned: false, extensions: 0 };
    addWorkItem(records, work, holders, today);
    return records;
  };

  test('open work is the successor’s, with the lateness before and after told apart', () => {
    const records = recordsAfter('2026-06-20', null);
    expect(records.get('unit_new')).toMatchObject({ due: 1, overdue: 1, daysLate: 11 });
    expect(records.get('unit_old')).toMatchObject({ due: 0, overdue: 0, daysLate: 10 });
  });

  test('what was done before the merger stays with the predecessor', () => {
    const records = recordsAfter('2026-06-20', '2026-06-25');
    expect(records.get('unit_old')).toMatchObject({ due: 1, late: 1, daysLate: 5 });
    expect(records.has('unit_new')).toBe(false);
  });

  test('what is not due yet counts for nobody', () => {
    expect(recordsAfter('2026-08-20', null).size).toBe(0);
  });
});

test('counts add up', () => {
  const records = new Map<UnitId, WorkRecord>();
  sumRecords(records, 'unit_a', { due: 2, onTime: 2 });
  sumRecords(records, 'unit_a', { due: 1, overdue: 1, daysLate: 3 });
  expect(records.get('unit_a')).toMatchObject({ due: 3, onTime: 2, late: 0, overdue: 1, daysLate: 3 });
});
