import { addDays, type CivilDate } from '../../../kernel/civil-date.ts';
import type { UnitId, UserId } from '../../../kernel/ids.ts';
import { accept, type Outcome, refuse } from '../../../kernel/outcome.ts';
import type { Context } from '../../../server/context.ts';
import { brokenConstraint, type Transaction } from '../../../server/database.ts';
import type { Person, RefusalTexts } from '../../../server/http.ts';
import { type AuditFact, appendAudit } from '../../audit/server.ts';
import { actorOf } from '../../identity/server.ts';
import { type Unit, type UnitKind, unitsBelow } from '../rules/unit.ts';
import {
  type AliasRow,
  closeUnit,
  deleteAlias,
  findUnit,
  findUnits,
  insertChange,
  insertUnit,
  saveAlias,
  saveHead,
  type UnitChange,
  updateUnit,
} from '../store/units.ts';

export type UnitRefusal =
  | { code: 'unit-not-found' }
  | { code: 'unit-changed' }
  | { code: 'unit-below-itself' }
  | { code: 'unit-span' }
  | { code: 'unit-ended' }
  | { code: 'successors-missing' }
  | { code: 'user-not-found' };

export const unitRefusals: RefusalTexts<UnitRefusal['code']> = {
  'unit-not-found': {
    status: 404,
    vi: 'Không tìm thấy đơn vị này. Hãy chọn lại trong danh sách.',
    en: 'This unit was not found. Choose it from the list.',
  },
  'unit-changed': {
    status: 409,
    vi: 'Người khác vừa sửa đơn vị này. Hãy tải lại rồi sửa tiếp.',
    en: 'Somebody else has just changed this unit. Reload, then change it.',
  },
  'unit-below-itself': {
    status: 422,
    vi: 'Một đơn vị không thể trực thuộc chính nó hoặc đơn vị cấp dưới của nó.',
    en: 'A unit cannot stand below itself or below one of its own.',
  },
  'unit-span': {
    status: 422,
    vi: 'Ngày kết thúc phải sau ngày bắt đầu của đơn vị.',
    en: 'The last day must not be before the first day of the unit.',
  },
  'unit-ended': {
    status: 409,
    vi: 'Đơn vị này đã kết thúc từ trước. Hãy chọn đơn vị đang hoạt động.',
    en: 'This unit has ended already. Choose one that stands.',
  },
  'successors-missing': {
    status: 422,
    vi: 'Hãy nêu đơn vị tiếp nhận: sáp nhập cần một, chia tách cần từ hai đơn vị.',
    en: 'Name the successors: a merger needs one, a split two or more.',
  },
  'user-not-found': { status: 422, vi: 'Không tìm thấy người được chọn.', en: 'The person chosen was not found.' },
};

export type UnitFields = {
  name: string;
  shortName: string;
  kind: UnitKind;
  parentId: UnitId | null;
  validFrom: CivilDate;
  position: number;
};

function refusalOfBreak(error: unknown): Outcome<never, UnitRefusal> {
  const constraint = brokenConstraint(error);
  if (constraint === 'unit_parent' || constraint === 'unit_alias_unit' || constraint === 'unit_head_unit')
    return refuse({ code: 'unit-not-found' });
  if (constraint === 'unit_head_user') return refuse({ code: 'user-not-found' });
  if (constraint === 'unit_span') return refuse({ code: 'unit-span' });
  throw error;
}

/** Runs a change of units with its facts for the audit chain, in one transaction. */
function change<Value>(
  { database, clock }: Context,
  person: Person,
  work: (tx: Transaction) => Promise<Outcome<{ value: Value; facts: readonly AuditFact[] }, UnitRefusal>>,
): Promise<Outcome<Value, UnitRefusal>> {
  return database
    .transaction<Outcome<Value, UnitRefusal>>(async (tx) => {
      const outcome = await work(tx);
      if (!outcome.ok) return outcome;
      await appendAudit(tx, actorOf(person), clock.now(), outcome.value.facts);
      return accept(outcome.value.value);
    })
    .catch(refusalOfBreak);
}

const fact = (action: string, subjectId: string, before: object | null, after: object | null): AuditFact => ({
  action,
  subjectKind: 'unit',
  subjectId,
  before: before && { ...before },
  after: after && { ...after },
});

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

export type Reorganisation = Omit<UnitChange, 'changeId'> & {
  predecessorIds: readonly UnitId[];
  /** Units that exist already, and units that the reorganisation makes. */
  successorIds: readonly UnitId[];
  newUnits: readonly Omit<UnitFields, 'validFrom'>[];
};

function hasEnoughSuccessors({ kind, successorIds, newUnits }: Reorganisation): boolean {
  const count = successorIds.length + newUnits.length;
  if (kind === 'dissolve') return true;
  return kind === 'split' ? count >= 2 : count === 1;
}

/**
 * Merge, split, rename, transfer or dissolve from a day on: predecessors end the day before, successors are named or made.
 * Results stay with the units as they were.
 */
export function reorganise(
  context: Context,
  person: Person,
  plan: Reorganisation,
): Promise<Outcome<{ changeId: string; newUnitIds: UnitId[] }, UnitRefusal>> {
  return change(context, person, async (tx) => {
    if (!hasEnoughSuccessors(plan)) return refuse({ code: 'successors-missing' });
    const lastDay = addDays(plan.effectiveOn, -1);
    for (const unitId of plan.predecessorIds) {
      const unit = await findUnit(tx, person.agencyId, unitId);
      if (!unit) return refuse({ code: 'unit-not-found' });
      if (unit.validTo !== null) return refuse({ code: 'unit-ended' });
      if (!plan.successorIds.includes(unitId)) await closeUnit(tx, person.agencyId, unitId, lastDay);
    }
    const changeId = context.newId('change');
    const newUnitIds: UnitId[] = [];
    for (const fields of plan.newUnits) {
      const unitId = context.newId('unit');
      newUnitIds.push(unitId);
      await insertUnit(tx, person.agencyId, { ...fields, unitId, validFrom: plan.effectiveOn, validTo: null });
    }
    const successorIds = [...plan.successorIds, ...newUnitIds];
    const pairs = plan.predecessorIds.flatMap((predecessorId) =>
      successorIds.map((successorId) => ({ changeId, predecessorId, successorId })),
    );
    const { kind, effectiveOn, decisionNumber } = plan;
    await insertChange(tx, person.agencyId, { changeId, kind, effectiveOn, decisionNumber }, pairs);
    return accept({
      value: { changeId, newUnitIds },
      facts: [fact('unit.reorganise', changeId, null, { ...plan, newUnitIds })],
    });
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
    await saveHead(tx, person.agencyId, { ...head, validTo: null });
    return accept({ value: null, facts: [fact('unit.appoint-head', head.unitId, null, head)] });
  });
}
