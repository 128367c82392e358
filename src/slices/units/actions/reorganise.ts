import { addDays } from '../../../kernel/civil-date.ts';
import type { AgencyId, UnitId } from '../../../kernel/ids.ts';
import { accept, type Outcome, refuse } from '../../../kernel/outcome.ts';
import type { Context } from '../../../server/context.ts';
import type { Transaction } from '../../../server/database.ts';
import type { Person } from '../../../server/http.ts';
import { standsOn } from '../rules/unit.ts';
import { closeUnit, findUnit, insertChange, insertUnit, type UnitChange } from '../store/units.ts';
import { change, fact, type UnitFields } from './change.ts';
import type { UnitRefusal } from './refusals.ts';

export type Reorganisation = Omit<UnitChange, 'changeId'> & {
  predecessorIds: readonly UnitId[];
  /** Units that exist already, and units that the reorganisation makes. A unit that is on both sides goes on. */
  successorIds: readonly UnitId[];
  newUnits: readonly Omit<UnitFields, 'validFrom'>[];
};

function hasEnoughSuccessors({ kind, successorIds, newUnits }: Reorganisation): boolean {
  const count = new Set(successorIds).size + newUnits.length;
  if (kind === 'dissolve') return true;
  return kind === 'split' ? count >= 2 : count === 1;
}

/** Ends the predecessors that do not go on; checks that they and the successors stand when it happens. */
async function endPredecessors(tx: Transaction, agencyId: AgencyId, plan: Reorganisation): Promise<UnitRefusal | null> {
  const lastDay = addDays(plan.effectiveOn, -1);
  for (const unitId of new Set([...plan.predecessorIds, ...plan.successorIds])) {
    const unit = await findUnit(tx, agencyId, unitId);
    if (!unit) return { code: 'unit-not-found' };
    const goesOn = plan.successorIds.includes(unitId);
    if (goesOn && !standsOn(unit, plan.effectiveOn)) return { code: 'successor-not-standing' };
    if (!goesOn && unit.validTo !== null) return { code: 'unit-ended' };
    if (!goesOn) await closeUnit(tx, agencyId, unitId, lastDay);
  }
  return null;
}

async function makeSuccessors(
  tx: Transaction,
  { newId }: Context,
  agencyId: AgencyId,
  plan: Reorganisation,
): Promise<UnitId[]> {
  const unitIds: UnitId[] = [];
  for (const fields of plan.newUnits) {
    const unitId = newId('unit');
    await insertUnit(tx, agencyId, { ...fields, unitId, validFrom: plan.effectiveOn, validTo: null });
    unitIds.push(unitId);
  }
  return unitIds;
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
  const { agencyId } = person;
  return change(context, person, async (tx) => {
    if (!hasEnoughSuccessors(plan)) return refuse({ code: 'successors-missing' });
    const fault = await endPredecessors(tx, agencyId, plan);
    if (fault) return refuse(fault);
    const newUnitIds = await makeSuccessors(tx, context, agencyId, plan);
    const successorIds = [...new Set([...plan.successorIds, ...newUnitIds])];
    const pairs = [...new Set(plan.predecessorIds)].flatMap((predecessorId) =>
      successorIds
        .filter((successorId) => successorId !== predecessorId)
        .map((successorId) => ({ predecessorId, successorId })),
    );
    const changeId = context.newId('change');
    const { kind, effectiveOn, decisionNumber } = plan;
    await insertChange(tx, agencyId, { changeId, kind, effectiveOn, decisionNumber }, pairs);
    const told = fact('unit.reorganise', changeId, null, { ...plan, newUnitIds });
    return accept({ value: { changeId, newUnitIds }, facts: [told] });
  });
}
