import { addDays, type CivilDate } from '../../../kernel/civil-date.ts';
import type { UnitId } from '../../../kernel/ids.ts';
import type { UnitHistory } from '../../units/index.ts';
import type { Holder } from './lateness.ts';

/**
 * Who has had the work of a unit: itself, then from the day after its last the unit that alone took over from it, and so on.
 * Where several took over (a split), the work stays where it was until the office hands it on: nobody is blamed by guess.
 */
export function holdersOf(unitId: UnitId, { units, successions }: UnitHistory): Holder[] {
  const holders: Holder[] = [{ unitId, fromDay: null }];
  const seen = new Set<UnitId>([unitId]);
  for (let current = unitId; ; ) {
    const end = units.find((unit) => unit.unitId === current)?.validTo ?? null;
    const heirs = [
      ...new Set(successions.filter((one) => one.predecessorId === current).map((one) => one.successorId)),
    ];
    const [heir] = heirs;
    if (end === null || heir === undefined || heirs.length > 1 || seen.has(heir)) return holders;
    holders.push({ unitId: heir, fromDay: addDays(end, 1) });
    seen.add(heir);
    current = heir;
  }
}

/** Who has the work on a day. */
export function holderOn(holders: readonly Holder[], day: CivilDate): UnitId | null {
  return holders.findLast(({ fromDay }) => fromDay === null || fromDay <= day)?.unitId ?? null;
}
