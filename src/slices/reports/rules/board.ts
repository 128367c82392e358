import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { UnitId } from '../../../kernel/ids.ts';
import type { OfficeRules } from '../../deadlines/index.ts';
import type { UnitHistory } from '../../units/index.ts';
import type { Duty, DutyId } from './duty.ts';
import { type DutyPeriod, dutyPeriodsOf, type FrozenPeriod, type PeriodKey } from './duty-periods.ts';
import { expectedUnits } from './expected-units.ts';
import { type Mark, type Stood, standingOf } from './standing.ts';

/** What the office did about one period, as far as lists and counts need it. */
export type OfficeMark = {
  readonly dutyId: DutyId;
  readonly key: PeriodKey;
  readonly state: 'open' | 'closed';
  readonly closedOn: CivilDate | null;
  readonly sentOn: CivilDate | null;
  readonly passedOn: CivilDate | null;
  readonly frozen: FrozenPeriod | null;
};

/** A period of a duty with the units that owe it and what was done. */
export type BoardCell = {
  readonly period: DutyPeriod;
  readonly unitIds: readonly UnitId[];
  readonly office: OfficeMark | null;
  readonly isClosed: boolean;
};

export type BoardInput = {
  readonly duties: readonly Duty[];
  readonly office: OfficeRules;
  readonly history: UnitHistory;
  readonly marks: readonly OfficeMark[];
};

export const cellKeyOf = (dutyId: DutyId, key: PeriodKey): string => `${dutyId} ${key}`;

/** Frozen periods of each duty. A reopened one is open again and frozen no more. */
export function frozenByDuty(marks: readonly OfficeMark[]): Map<DutyId, Map<PeriodKey, FrozenPeriod>> {
  const found = new Map<DutyId, Map<PeriodKey, FrozenPeriod>>();
  for (const { dutyId, key, state, frozen } of marks) {
    if (state !== 'closed' || !frozen) continue;
    const own = found.get(dutyId) ?? new Map<PeriodKey, FrozenPeriod>();
    own.set(key, frozen);
    found.set(dutyId, own);
  }
  return found;
}

/** One list for equal ones: whoever counts by lists meets few. */
function shared(lists: Map<string, readonly UnitId[]>, unitIds: readonly UnitId[]): readonly UnitId[] {
  const words = unitIds.join(' ');
  const found = lists.get(words) ?? unitIds;
  lists.set(words, found);
  return found;
}

/**
 * Every period of every duty in a year with the units that owe it: made by rule, nothing of it is stored before somebody
 * does something. Duties in their order, periods by cut-off.
 */
export function boardOf({ duties, office, history, marks }: BoardInput, year: number): BoardCell[] {
  const frozen = frozenByDuty(marks);
  const none = new Map<PeriodKey, FrozenPeriod>();
  const byCell = new Map(marks.map((mark) => [cellKeyOf(mark.dutyId, mark.key), mark]));
  const known = new Map<string, readonly UnitId[]>();
  const rules = new Map<unknown, string>();
  const lists = new Map<string, readonly UnitId[]>();
  return duties.flatMap((duty) =>
    dutyPeriodsOf(duty, year, { office, frozen: frozen.get(duty.dutyId) ?? none }).map((period): BoardCell => {
      const own = byCell.get(cellKeyOf(duty.dutyId, period.key)) ?? null;
      const isClosed = own?.state === 'closed' && own.frozen !== null;
      if (own?.frozen && isClosed) return { period, unitIds: own.frozen.unitIds, office: own, isClosed };
      const { units } = period.definition;
      const words = rules.get(units) ?? JSON.stringify(units);
      rules.set(units, words);
      const rule = `${period.unitDueOn} ${words}`;
      const unitIds = known.get(rule) ?? shared(lists, expectedUnits(units, period.unitDueOn, history));
      known.set(rule, unitIds);
      return { period, unitIds, office: own, isClosed };
    }),
  );
}

export type StoodUnit = Stood & { readonly unitId: UnitId; readonly mark: Mark | undefined };

/** How each expected unit of a cell stands. */
export function standCell(
  { period, unitIds, isClosed }: BoardCell,
  marks: ReadonlyMap<string, Mark> | undefined,
  today: CivilDate,
): StoodUnit[] {
  return unitIds.map((unitId) => {
    const mark = marks?.get(unitId);
    return { unitId, mark, ...standingOf(mark, { dueOn: period.unitDueOn, today, isClosed }) };
  });
}
