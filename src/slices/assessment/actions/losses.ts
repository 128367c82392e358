import { Decimal } from '../../../kernel/decimal.ts';
import type { TaskId } from '../../../kernel/ids.ts';
import { accept, type Outcome, refuse } from '../../../kernel/outcome.ts';
import type { Context } from '../../../server/context.ts';
import type { Person } from '../../../server/http.ts';
import type { CriteriaSet } from '../../criteria/index.ts';
import { refuseLostPoint } from '../../scoring/index.ts';
import { sharesAddedUp } from '../rules/loss-shares.ts';
import {
  deleteLoss,
  findLossHead,
  insertLosses,
  type LossId,
  type LossOrigin,
  type LossUnit,
  type NewLoss,
  updateLoss,
} from '../store/lost-points.ts';
import { change, fact } from './change-index.ts';
import { setOfYear } from './index-year.ts';
import type { AssessmentRefusal } from './refusals.ts';

export type LossForm = {
  codes: readonly string[];
  amount: string;
  cause: string;
  remedy: string | null;
  deficitId: string | null;
  units: readonly Omit<LossUnit, 'share'>[];
  taskIds: readonly TaskId[];
};

const unitKey = ({ unitId, name }: Omit<LossUnit, 'share'>): string => unitId ?? name;

/** Why a form cannot be kept, or null. @param line counted from 1, as the person sees it */
function refuseForm(set: CriteriaSet, form: LossForm, line: number): AssessmentRefusal | null {
  const units = form.units.map((unit) => ({ unit: unitKey(unit), weight: Number(unit.weight) }));
  const { codes, cause, remedy, taskIds } = form;
  const refusal = refuseLostPoint(set, {
    codes,
    amount: new Decimal(form.amount),
    cause,
    units,
    remedy,
    tasks: taskIds,
  });
  return refusal ? { code: 'loss-refused', line, reason: refusal.code } : null;
}

function lossOf(form: LossForm, lossId: LossId, origin: LossOrigin, digits: number): NewLoss {
  const { codes, amount, cause, remedy, deficitId, units, taskIds } = form;
  return {
    ...{ lossId, origin, amount, cause, remedy, deficitId },
    codes: [...new Set(codes)],
    units: sharesAddedUp(amount, units, digits),
    taskIds: [...new Set(taskIds)],
  };
}

/** Records losses of an appraised result: all lines or none. */
export function recordLosses(
  context: Context,
  person: Person,
  form: { year: number; origin: LossOrigin; losses: readonly LossForm[] },
): Promise<Outcome<{ lossIds: LossId[] }, AssessmentRefusal>> {
  const { year, origin, losses } = form;
  return change(context, person, async (tx) => {
    const set = await setOfYear(tx, person, year);
    if (!set.ok) return set;
    const refusal = losses.map((loss, at) => refuseForm(set.value, loss, at + 1)).find((one) => one !== null);
    if (refusal) return refuse(refusal);
    const digits = set.value.scoring.rounding.leaf_decimals;
    const kept = losses.map((loss) => lossOf(loss, context.newId('loss'), origin, digits));
    const by = { by: person.userId, name: person.displayName, at: context.clock.now() };
    await insertLosses(tx, person.agencyId, year, kept, by);
    const facts = kept.map(({ lossId, codes, amount, cause, units }) =>
      fact('index.record-loss', year, { lossId, codes, amount, cause, units }),
    );
    return accept({ value: { lossIds: kept.map(({ lossId }) => lossId) }, facts });
  });
}

export function changeLoss(
  context: Context,
  person: Person,
  form: LossForm & { lossId: LossId; version: number },
): Promise<Outcome<null, AssessmentRefusal>> {
  return change(context, person, async (tx) => {
    const head = await findLossHead(tx, person.agencyId, form.lossId);
    if (!head) return refuse({ code: 'loss-not-found' });
    const set = await setOfYear(tx, person, head.year);
    if (!set.ok) return set;
    const refusal = refuseForm(set.value, form, 1);
    if (refusal) return refuse(refusal);
    const loss = lossOf(form, form.lossId, head.origin, set.value.scoring.rounding.leaf_decimals);
    if (!(await updateLoss(tx, person.agencyId, { ...loss, version: form.version })))
      return refuse({ code: 'loss-changed' });
    const { lossId, codes, amount, cause, remedy, units, taskIds } = loss;
    return accept({
      value: null,
      facts: [fact('index.change-loss', head.year, { lossId, codes, amount, cause, remedy, units, taskIds })],
    });
  });
}

export function dropLoss(context: Context, person: Person, lossId: LossId): Promise<Outcome<null, AssessmentRefusal>> {
  return change(context, person, async (tx) => {
    const head = await findLossHead(tx, person.agencyId, lossId);
    if (!head || !(await deleteLoss(tx, person.agencyId, lossId))) return refuse({ code: 'loss-not-found' });
    return accept({ value: null, facts: [fact('index.drop-loss', head.year, { lossId })] });
  });
}
