import { addDays, type CivilDate, daysBetween } from '../../../kernel/civil-date.ts';
import type { UnitId } from '../../../kernel/ids.ts';
import { endOf, type Timed } from './task.ts';

/** Which unit had the work from a day on; the first holds it from the beginning. */
export type Holder = { readonly unitId: UnitId; readonly fromDay: CivilDate | null };
export type LateShare = { readonly unitId: UnitId; readonly days: number };

/**
 * Whose lateness it was: the days past the due day, each counted for the unit that had the work on it. After a merger the
 * predecessor answers for the days before, the successor for those from its first day on.
 *
 * @param holders in order of days
 */
export function splitLateness(task: Timed, holders: readonly Holder[], today: CivilDate): LateShare[] {
  if (task.day === null || task.state === 'dropped') return [];
  const [firstLate, end] = [addDays(task.day, 1), endOf(task, today)];
  if (firstLate > end) return [];
  return holders.flatMap(({ unitId, fromDay }, place) => {
    const next = holders[place + 1]?.fromDay ?? null;
    const from = fromDay !== null && fromDay > firstLate ? fromDay : firstLate;
    const to = next !== null && next <= end ? addDays(next, -1) : end;
    return from > to ? [] : [{ unitId, days: daysBetween(from, to) + 1 }];
  });
}
