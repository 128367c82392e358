import { type CivilDate, civilDate, daysInMonth } from '../../../kernel/civil-date.ts';
import type { AgencyId, UnitId } from '../../../kernel/ids.ts';
import type { Db } from '../../../server/database.ts';
import type { MeasureSource } from '../../../server/sources.ts';
import { standsOn } from '../../units/index.ts';
import { findUnits } from '../../units/server.ts';
import type { Register } from '../rules/compile.ts';
import type { RegisterMeasure } from '../rules/declaration.ts';
import type { MeasureCell, MeasureFigures, MeasureScope } from '../rules/measure.ts';
import { addressBehind, definitionsOf, parseMeasureKey } from '../rules/measure-keys.ts';
import { figuresOf } from '../rules/tally.ts';
import { readMoment } from '../store/registers.ts';
import { type Cut, hasRecords, readTally, type TallyRow } from '../store/tallies.ts';
import { loadRegister, loadRegisters } from './load-register.ts';

/** A measure of a register of the agency. */
export type FoundMeasure = { readonly register: Register; readonly name: string; readonly measure: RegisterMeasure };

export async function findMeasure(db: Db, agencyId: AgencyId, key: string): Promise<FoundMeasure | null> {
  const parsed = parseMeasureKey(key);
  const loaded = parsed && (await loadRegister(db, agencyId, parsed.register));
  const measures = loaded?.register.declaration.measures ?? {};
  const measure = parsed && Object.hasOwn(measures, parsed.name) ? measures[parsed.name] : undefined;
  return loaded && parsed && measure ? { register: loaded.register, name: parsed.name, measure } : null;
}

/** Days and units of a reading; null: all units. */
export type ReadScope = Omit<MeasureScope, 'unitId'> & { readonly unitIds: readonly string[] | null };

/** Units that stand on a day, the leadership apart: what a measure that is out of the units is divided by. */
export async function countUnits(
  db: Db,
  agencyId: AgencyId,
  day: CivilDate,
  unitIds: readonly string[] | null,
): Promise<number> {
  const units = await findUnits(db, agencyId);
  const standing = units.filter((unit) => standsOn(unit, day) && unit.kind !== 'leadership');
  return standing.filter(({ unitId }) => unitIds === null || unitIds.includes(unitId)).length;
}

function lastDayOfMonth(month: string): CivilDate {
  const days = daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5, 7)));
  return civilDate(`${month}-${days}`);
}

function tallyScope(agencyId: AgencyId, { register }: FoundMeasure, scope: ReadScope) {
  return { ...scope, agencyId, registerKey: register.declaration.key };
}

/** A measure as one number. @returns null where the register has no record at all: no data, which is not zero */
export async function readFigures(
  db: Db,
  agencyId: AgencyId,
  found: FoundMeasure,
  scope: ReadScope,
): Promise<MeasureFigures | null> {
  const [row] = await readTally(db, tallyScope(agencyId, found, scope), [found.name, found.measure], 'whole');
  if (!row && !(await hasRecords(db, agencyId, found.register.declaration.key))) return null;
  const units = found.measure.outOf === 'units' ? await countUnits(db, agencyId, scope.lastDay, scope.unitIds) : 0;
  return figuresOf(found.measure, row ?? null, units);
}

/** A measure cut by month or unit; a cell without a figure (an average of nothing) is left out. */
export async function readCells(
  db: Db,
  agencyId: AgencyId,
  found: FoundMeasure,
  scope: ReadScope,
  by: Exclude<Cut, 'whole'>,
): Promise<MeasureCell[]> {
  const rows = await readTally(db, tallyScope(agencyId, found, scope), [found.name, found.measure], by);
  const isOfUnits = found.measure.outOf === 'units';
  const unitsOf = async ({ month, unitId }: TallyRow): Promise<number> => {
    if (!isOfUnits) return 0;
    return unitId !== null
      ? 1
      : countUnits(db, agencyId, month === null ? scope.lastDay : lastDayOfMonth(month), scope.unitIds);
  };
  const cells: MeasureCell[] = [];
  for (const row of rows) {
    const figures = figuresOf(found.measure, row, await unitsOf(row));
    if (figures) cells.push({ month: row.month, unitId: (row.unitId || null) as UnitId | null, figures });
  }
  return cells;
}

const scopeOf = ({ unitId, ...days }: MeasureScope): ReadScope => ({
  ...days,
  unitIds: unitId === null ? null : [unitId],
});

/** Measures of every register of the agency, shipped and its own. */
export const registerMeasures: MeasureSource = {
  name: 'registers',
  find: async (db, agencyId) =>
    (await loadRegisters(db, agencyId)).flatMap(({ register }) => definitionsOf(register.declaration)),
  read: async (db, agencyId, key, scope) => {
    const found = await findMeasure(db, agencyId, key);
    if (!found) return null;
    return {
      figures: await readFigures(db, agencyId, found, scopeOf(scope)),
      extractedAt: await readMoment(db),
      address: addressBehind(found.register, found.measure, scope),
    };
  },
  readBy: async (db, agencyId, key, { by, ...scope }) => {
    const found = await findMeasure(db, agencyId, key);
    return found ? readCells(db, agencyId, found, scopeOf(scope), by) : [];
  },
};
