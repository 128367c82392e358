import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { UnitId } from '../../../kernel/ids.ts';
import type { WorkRecord } from '../../deadlines/index.ts';
import { holderOn } from './holders.ts';
import { type Holder, splitLateness } from './lateness.ts';

type Counts = Pick<WorkRecord, 'due' | 'onTime' | 'late' | 'overdue' | 'returned' | 'extensions' | 'daysLate'>;
const nothing: Counts = { due: 0, onTime: 0, late: 0, overdue: 0, returned: 0, extensions: 0, daysLate: 0 };

/** Adds counts to the record of a unit. */
export function sumRecords(records: Map<UnitId, WorkRecord>, unitId: UnitId, counts: Partial<Counts>): void {
  const before = records.get(unitId) ?? { source: 'task', unitId, ...nothing };
  const summed = Object.fromEntries(
    Object.keys(nothing).map((name) => [name, before[name as keyof Counts] + (counts[name as keyof Counts] ?? 0)]),
  ) as Counts;
  records.set(unitId, { source: 'task', unitId, ...summed });
}

export type PastWork = {
  readonly dueOn: CivilDate;
  readonly endOn: CivilDate | null;
  readonly wasReturned: boolean;
  readonly extensions: number;
};

/**
 * Adds one piece of work of a unit that ended: it counts for whoever had it in the end, and each day of its lateness for
 * whoever had it on that day.
 */
export function addWorkItem(
  records: Map<UnitId, WorkRecord>,
  work: PastWork,
  holders: readonly Holder[],
  today: CivilDate,
): void {
  const { dueOn, endOn } = work;
  if (endOn === null && dueOn >= today) return;
  const unitId = holderOn(holders, endOn ?? today);
  if (unitId !== null) {
    sumRecords(records, unitId, {
      due: 1,
      onTime: endOn !== null && endOn <= dueOn ? 1 : 0,
      late: endOn !== null && endOn > dueOn ? 1 : 0,
      overdue: endOn === null ? 1 : 0,
      returned: work.wasReturned ? 1 : 0,
      extensions: work.extensions,
    });
  }
  const task = { state: 'in-progress', day: dueOn, doneOn: endOn, handedInOn: null } as const;
  for (const share of splitLateness(task, holders, today)) sumRecords(records, share.unitId, { daysLate: share.days });
}
