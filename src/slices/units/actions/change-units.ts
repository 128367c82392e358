import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { UnitId, UserId } from '../../../kernel/ids.ts';
import { accept, type Outcome, refuse } from '../../../kernel/outcome.ts';
import type { Context } from '../../../server/context.ts';
import type { Person } from '../../../server/http.ts';
import { type Unit, unitsBelow } from '../rules/unit.ts';
import {
  type AliasRow,
  deleteAlias,
  findUnit,
  findUnits,
  insertUnit,
  saveAlias,
  saveHead,
  updateUnit,
} from '../store/units.ts';
import { change, fact, type UnitFields } from './change.ts';
import type { UnitRefusal } from './refusals.ts';

export function createUnit(
  context: Context,
  person: Person,
  fields: UnitFields,
): Promise<Outcome<{ unitId: UnitId }, UnitRefusal>> {
  return change(context, person, async (tx) => {
    const unitId = context.newId('unit');
    await insertUnit(tx, person.agencyId, { ...fields, unitId, validTo: null });
    return accept({ value: { unitId }, facts: [fact('unit.create', unitId, null, fields)] });
  });
}

/** Corrects a unit's fields. A new name from a day on is a reorganisation ("rename"), not a correction. */
export function correctUnit(
  context: Context,
  person: Person,
  unit: UnitFields & Pick<Unit, 'unitId' | 'version'>,
): Promise<Outcome<null, UnitRefusal>> {
  return change(context, person, async (tx) => {
    const before = await findUnit(tx, person.agencyId, unit.unitId);
    if (!before) return refuse({ code: 'unit-not-found' });
    const below = unitsBelow(await findUnits(tx, person.agencyId), unit.unitId);
    if (unit.parentId !== null && below.includes(unit.parentId)) return refuse({ code: 'unit-below-itself' });
    const after = { ...unit, validTo: before.validTo };
    if (!(await updateUnit(tx, person.agencyId, after))) return refuse({ code: 'unit-changed' });
    return accept({ value: null, facts: [fact('unit.correct', unit.unitId, before, after)] });
  });
}

export function addAlias(context: Context, person: Person, alias: AliasRow): Promise<Outcome<null, UnitRefusal>> {
  return change(context, person, async (tx) => {
    await saveAlias(tx, person.agencyId, alias);
    return accept({ value: null, facts: [fact('unit.add-alias', alias.unitId, null, alias)] });
  });
}

export function removeAlias(context: Context, person: Person, alias: string): Promise<Outcome<null, UnitRefusal>> {
  return change(context, person, async (tx) => {
    if (!(await deleteAlias(tx, person.agencyId, alias))) return refuse({ code: 'unit-not-found' });
    return accept({ value: null, facts: [fact('unit.remove-alias', alias, { alias }, null)] });
  });
}

export function appointHead(
  context: Context,
  person: Person,
  head: { unitId: UnitId; userId: UserId; validFrom: CivilDate },
): Promise<Outcome<null, UnitRefusal>> {
  return change(context, person, async (tx) => {
    await saveHead(tx, person.agencyId, head);
    return accept({ value: null, facts: [fact('unit.appoint-head', head.unitId, null, head)] });
  });
}
