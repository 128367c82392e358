import type { RecordId } from '../../../kernel/ids.ts';
import { accept, type Outcome, refuse } from '../../../kernel/outcome.ts';
import type { Context } from '../../../server/context.ts';
import { commitOrRefuse, type Transaction } from '../../../server/database.ts';
import type { Person } from '../../../server/http.ts';
import type { WorkingCalendar } from '../../calendar/index.ts';
import { loadWorkingCalendar } from '../../calendar/server.ts';
import { may } from '../../identity/index.ts';
import type { Register } from '../rules/compile.ts';
import { isAbsent, type Values } from '../rules/values.ts';
import { type RegisterView, viewOf } from '../rules/view.ts';
import { type Author, type LockedRecord, lockRecord, type Place } from '../store/records.ts';
import { holdRegister, type LoadedRegister } from './load-register.ts';
import type { RegisterRefusal } from './refusals.ts';
import { createdOnOf, type Decided, type Taken } from './save-record.ts';

export type Answer<Value> = Outcome<Value, RegisterRefusal>;

/** Everything that a change of a record works with. */
export type Work = {
  readonly context: Context;
  readonly person: Person;
  readonly loaded: LoadedRegister;
  readonly register: Register;
  readonly view: RegisterView;
  readonly place: Place;
  readonly calendar: WorkingCalendar;
  readonly author: Author;
};

/** The register as a person may work in it; refused as if it did not exist where he does not see it. */
export async function beginWork(tx: Transaction, context: Context, person: Person, key: string): Promise<Answer<Work>> {
  const loaded = await holdRegister(tx, person.agencyId, key);
  const view = loaded && viewOf(loaded.register, person.role);
  if (!loaded || !view) return refuse({ code: 'register-not-found' });
  // While slots are not whole yet, what is written fills them all the same.
  const register = loaded.whole;
  const author = { at: context.clock.now(), userId: person.userId, name: person.displayName };
  const calendar = await loadWorkingCalendar(tx, person.agencyId);
  return accept({
    context,
    person,
    loaded,
    register,
    view,
    place: { agencyId: person.agencyId, register },
    calendar,
    author,
  });
}

/** One change of a register in one transaction; where it is refused, nothing of it stays. */
export function inWork<Value>(
  context: Context,
  person: Person,
  key: string,
  act: (tx: Transaction, work: Work) => Promise<Answer<Value>>,
): Promise<Answer<Value>> {
  return commitOrRefuse<Value, RegisterRefusal>(context.database, async (tx) => {
    const work = await beginWork(tx, context, person, key);
    return work.ok ? act(tx, work.value) : work;
  });
}

/** Who else holds the values is told only to who may see that record. */
export async function refuseTaken(
  tx: Transaction,
  { person, place, view }: Work,
  { fields, recordId }: Taken,
): Promise<Answer<never>> {
  const holder = await lockRecord(tx, place, recordId);
  const sees = holder !== null && may(person, 'register.read', holder.unitId);
  return refuse({
    code: 'stands-already',
    fields: fields.filter((name) => view.open.has(name)),
    recordId: sees ? recordId : null,
  });
}

/** Steps' needs that are not filled. */
export function missingNeeds({ declaration }: Register, step: string, values: Values): string[] {
  return (declaration.steps?.[step]?.needs ?? []).filter((name) => isAbsent(values[name]));
}

/** Refuses a step whose needs are not filled; needs that the person does not see are not named. */
export const refuseNeeds = ({ view }: Work, needs: readonly string[]): Answer<never> =>
  refuse({ code: 'step-needs', fields: needs.filter((name) => view.open.has(name)) });

/** A record that the person may change, locked; one that he may not see is not found. */
export async function takeRecord(
  tx: Transaction,
  { person, place }: Work,
  recordId: RecordId,
): Promise<Answer<LockedRecord>> {
  const record = await lockRecord(tx, place, recordId);
  if (!record || !may(person, 'register.read', record.unitId)) return refuse({ code: 'record-not-found' });
  if (!may(person, 'register.change', record.unitId)) return refuse({ code: 'record-not-yours' });
  return accept(record);
}

export function decidedOf(record: LockedRecord, values: Values): Decided {
  const { recordId, step, stepOn, createdAt } = record;
  return { recordId, values, step, stepOn, createdOn: createdOnOf(createdAt) };
}
