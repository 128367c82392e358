import type { RecordId } from '../../../kernel/ids.ts';
import { accept, refuse } from '../../../kernel/outcome.ts';
import type { Context } from '../../../server/context.ts';
import type { Transaction } from '../../../server/database.ts';
import type { Person } from '../../../server/http.ts';
import { reachOf } from '../../identity/index.ts';
import type { Register } from '../rules/compile.ts';
import { ensureRegister } from './load-register.ts';
import { valuesAfter } from './read-given.ts';
import { type Decided, saveNew, toNewRecord } from './save-record.ts';
import { tell } from './tell.ts';
import { type Answer, inWork, missingNeeds, refuseNeeds, refuseTaken, type Work } from './work.ts';

export type NewRecordForm = { readonly values: Readonly<Record<string, unknown>>; readonly step: string | null };

function firstStepOf({ declaration }: Register, asked: string | null): Answer<string | null> {
  const step = asked ?? declaration.firstStep ?? null;
  if (step !== null && !Object.hasOwn(declaration.steps ?? {}, step)) return refuse({ code: 'step-unknown' });
  return accept(step);
}

/** Somebody whose right ends at his unit enters for his unit unless he says otherwise. */
function withOwner(
  { register, person, view }: Work,
  given: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const { owner } = register.declaration;
  const isGiven = given[owner] !== undefined && given[owner] !== null;
  const isOwn = reachOf(person.role, 'register.change') === 'own';
  return isGiven || !isOwn || person.unitId === null || !view.changeable.has(owner)
    ? given
    : { ...given, [owner]: person.unitId };
}

async function create(
  tx: Transaction,
  work: Work,
  form: NewRecordForm,
): Promise<Answer<{ recordId: RecordId; version: number }>> {
  const { context, register, place, author, calendar } = work;
  const values = await valuesAfter(tx, work, withOwner(work, form.values), {});
  if (!values.ok) return values;
  const step = firstStepOf(register, form.step);
  if (!step.ok) return step;
  const needs = step.value === null ? [] : missingNeeds(register, step.value, values.value);
  if (needs.length > 0) return refuseNeeds(work, needs);
  await ensureRegister(tx, place.agencyId, work.loaded, { calendar, change: { at: author.at, by: author.userId } });
  const recordId = context.newId('record');
  const today = context.clock.today();
  const decided: Decided = {
    recordId,
    values: values.value,
    step: step.value,
    stepOn: step.value === null ? null : today,
    createdOn: today,
  };
  const taken = await saveNew(tx, place, toNewRecord(register, decided, calendar), author);
  if (taken) return refuseTaken(tx, work, taken);
  const entered = { ...values.value, ...(step.value === null ? {} : { '~step': step.value }) };
  await tell(tx, work, recordId, { kind: 'created', version: 1, note: null, before: {}, after: entered });
  return accept({ recordId, version: 1 });
}

/** Enters a record. */
export function createRecord(
  context: Context,
  person: Person,
  key: string,
  form: NewRecordForm,
): Promise<Answer<{ recordId: RecordId; version: number }>> {
  return inWork(context, person, key, (tx, work) => create(tx, work, form));
}
