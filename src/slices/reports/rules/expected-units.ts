import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { UnitId } from '../../../kernel/ids.ts';
import { standsOn, successorsOn, type UnitHistory } from '../../units/index.ts';
import type { UnitsRule } from './duty.ts';

/**
 * The units that owe a report, as they stand on a day, in the order of the department. "All" is every unit but the
 * leadership. A listed unit that ended is replaced by those that took over; an exception names units one by one.
 */
export function expectedUnits(rule: UnitsRule, on: CivilDate, history: UnitHistory): UnitId[] {
  const except = new Set<string>(rule.except);
  const listed = new Set(rule.who === 'listed' ? rule.unitIds.flatMap((one) => successorsOn(one, on, history)) : []);
  return history.units
    .filter((unit) => {
      if (!standsOn(unit, on) || except.has(unit.unitId)) return false;
      if (rule.who === 'listed') return listed.has(unit.unitId);
      return rule.who === 'kinds' ? rule.kinds.includes(unit.kind) : unit.kind !== 'leadership';
    })
    .map(({ unitId }) => unitId);
}
