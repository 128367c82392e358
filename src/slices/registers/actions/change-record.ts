import type { RecordId, UnitId } from '../../../kernel/ids.ts';
import { accept, type Outcome, refuse } from '../../../kernel/outcome.ts';
import type { Context } from '../../../server/context.ts';
import { commitOrRefuse, type Transaction } from '../../../server/database.ts';
import type { Person } from '../../../server/http.ts';
import { appendAudit } from '../../audit/server.ts';
import type { WorkingCalendar } from '../../calendar/index.ts';
import { loadWorkingCalendar } from '../../calendar/server.ts';
import { may, reachOf } from '../../identity/index.ts';
import { actorOf } from '../../identity/server.ts';
import { auditedValues, changedFields, pickFields } from '../rules/audited.ts';
import type { Register } from '../rules/compile.ts';
import { isAbsent, readValues, type ValueFault, type Values } from '../rules/values.ts';
import { type RegisterView, viewOf } from '../rules/view.ts';
import { type ChangeKind, findChanges, insertChange } from '../store/changes.ts';
import { type Author, type LockedRecord, lockRecord, type Place } from '../store/records.ts';
import { touchRegister } from '../store/registers.ts';
import { checkReferences } from './check-references.ts';
import { ensureRegister, holdRegister, type LoadedRegister, loadRegister } from './load-register.ts';
import type { RegisterRefusal } from './refusals.ts';
import {
  createdOnOf,
  type Decided,
  saveChanged,
  saveDeleted,
  saveNew,
  type Taken,
  toNewRecord,
} from './save-record.ts';

type Answer<Value> = Outcome<Value, RegisterRefusal>;

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

const unitOf = (register: Register, values: Values): UnitId | null => {
  const value = values[register.declaration.owner];
  return typeof value === 'string' ? (value as UnitId) : null;
};

/** Fields that the person names and may not change; one that he does not see is unknown. */
function lockedFields({ view }: Work, given: Readonly<Record<string, unknown>>): ValueFault[] {
  return Object.keys(given).flatMap((field): ValueFault[] => {
    if (view.changeable.has(field)) return [];
    const seen = view.declaration.fields[field];
    return [{ field, code: !seen ? 'unknown-field' : seen.kind === 'computed' ? 'computed' : 'not-yours' }];
  });
}

/** The values after a change, or everything that is wrong with them. */
async function valuesAfter(
  tx: Transaction,
  work: Work,
  given: Readonly<Record<string, unknown>>,
  before: Values,
): Promise<Answer<Values>> {
  const locked = lockedFields(work, given);
  if (locked.length > 0) return refuse({ code: 'values-faulty', faults: locked });
  const read = readValues(work.register.declaration, given, before, work.view.changeable);
  if (!read.ok) return refuse({ code: 'values-faulty', faults: read.faults });
  const faults = await checkReferences(tx, work.person, work.register, { before, after: read.values });
  if (faults.length > 0) return refuse({ code: 'values-faulty', faults });
  if (!may(work.person, 'register.change', unitOf(work.register, read.values)))
    return refuse({ code: 'record-not-yours' });
  return accept(read.values);
}

/** Who else holds the values is told only to who may see that record. */
async function refuseTaken(
  tx: Transaction,
  { person, place }: Work,
  { fields, recordId }: Taken,
): Promise<Answer<never>> {
  const holder = await lockRecord(tx, place, recordId);
  const sees = holder !== null && may(person, 'register.read', holder.unitId);
  return refuse({ code: 'stands-already', fields, recordId: sees ? recordId : null });
}

type Told = {
  readonly kind: Exclude<ChangeKind, 'redated'>;
  readonly version: number;
  readonly note: string | null;
  readonly before: Values;
  readonly after: Values;
};

const auditActions = {
  created: 'register.create',
  changed: 'register.change',
  step: 'register.step',
  deleted: 'register.delete',
  restored: 'register.restore',
} as const satisfies Record<Exclude<ChangeKind, 'redated'>, string>;

/** Tells a change in the record's history and in the audit chain, in the transaction of the change. */
export async function tell(
  tx: Transaction,
  work: Pick<Work, 'register' | 'place' | 'author' | 'person'>,
  recordId: RecordId,
  told: Told,
): Promise<void> {
  const { register, place, author, person } = work;
  const names = changedFields(told.before, told.after).filter((name) => name !== '~step');
  const both = [...names, ...('~step' in told.after ? ['~step'] : [])];
  const [before, after] = [pickFields(told.before, both), pickFields(told.after, both)];
  await insertChange(
    tx,
    place,
    { recordId, version: told.version, kind: told.kind, note: told.note, before, after },
    author,
  );
  const { declaration } = register;
  await touchRegister(tx, place.agencyId, declaration.key, author);
  const step = '~step' in told.after ? { step: told.after['~step'] } : {};
  await appendAudit(tx, actorOf(person), author.at, [
    {
      action: auditActions[told.kind],
      subjectKind: 'register-record',
      subjectId: recordId,
      before: told.kind === 'created' ? null : auditedValues(declaration, told.before, names),
      after: {
        register: declaration.key,
        version: told.version,
        ...step,
        ...auditedValues(declaration, told.after, names),
      },
    },
  ]);
}

/** Steps' needs that are not filled. */
function missingNeeds({ declaration }: Register, step: string, values: Values): string[] {
  return (declaration.steps?.[step]?.needs ?? []).filter((name) => isAbsent(values[name]));
}

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
  if (needs.length > 0) return refuse({ code: 'step-needs', fields: needs });
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
  return commitOrRefuse<{ recordId: RecordId; version: number }, RegisterRefusal>(context.database, async (tx) => {
    const work = await beginWork(tx, context, person, key);
    return work.ok ? create(tx, work.value, form) : work;
  });
}

/** A record that the person may change, locked; one that he may not see is not found. */
async function takeRecord(tx: Transaction, { person, place }: Work, recordId: RecordId): Promise<Answer<LockedRecord>> {
  const record = await lockRecord(tx, place, recordId);
  if (!record || !may(person, 'register.read', record.unitId)) return refuse({ code: 'record-not-found' });
  if (!may(person, 'register.change', record.unitId)) return refuse({ code: 'record-not-yours' });
  return accept(record);
}

/**
 * What others changed since the version that the person saw, where he changes the same fields otherwise. Different fields
 * do not stand in each other's way: both changes are kept.
 */
async function findConflict(
  tx: Transaction,
  { place, view }: Work,
  record: LockedRecord,
  given: { readonly version: number; readonly values: Values; readonly names: readonly string[] },
): Promise<Answer<null>> {
  if (given.version === record.version) return accept(null);
  const since = await findChanges(tx, place, record.recordId, given.version);
  const touched = new Set(since.flatMap(({ after }) => Object.keys(after)));
  const clashing = changedFields(pickFields(record.values, given.names), pickFields(given.values, given.names));
  const fields = clashing.filter((name) => touched.has(name) && view.open.has(name));
  const [last] = since;
  if (fields.length === 0 && given.version < record.version) return accept(null);
  return refuse({
    code: 'record-changed',
    version: record.version,
    theirs: pickFields(record.values, fields),
    by: last?.actorName ?? record.changedName,
    at: last?.at ?? record.changedAt,
  });
}

export type ChangeForm = {
  readonly recordId: RecordId;
  readonly version: number;
  readonly values: Readonly<Record<string, unknown>>;
};

function decidedOf(record: LockedRecord, values: Values): Decided {
  const { recordId, step, stepOn, createdAt } = record;
  return { recordId, values, step, stepOn, createdOn: createdOnOf(createdAt) };
}

/** Changes fields of a record within a transaction; the others stay as they are. */
export async function change(tx: Transaction, work: Work, form: ChangeForm): Promise<Answer<{ version: number }>> {
  const { register, place, author, calendar } = work;
  const taken = await takeRecord(tx, work, form.recordId);
  if (!taken.ok) return taken;
  const record = taken.value;
  if (record.deletedAt !== null) return refuse({ code: 'record-deleted' });
  const after = await valuesAfter(tx, work, form.values, record.values);
  if (!after.ok) return after;
  const conflict = await findConflict(tx, work, record, {
    version: form.version,
    values: after.value,
    names: Object.keys(form.values),
  });
  if (!conflict.ok) return conflict;
  if (changedFields(record.values, after.value).length === 0) return accept({ version: record.version });
  const needs = record.step === null ? [] : missingNeeds(register, record.step, after.value);
  if (needs.some((name) => !isAbsent(record.values[name]))) return refuse({ code: 'step-needs', fields: needs });
  const other = await saveChanged(
    tx,
    place,
    record,
    toNewRecord(register, decidedOf(record, after.value), calendar),
    author,
  );
  if (other) return refuseTaken(tx, work, other);
  const version = record.version + 1;
  await tell(tx, work, record.recordId, {
    kind: 'changed',
    version,
    note: null,
    before: record.values,
    after: after.value,
  });
  return accept({ version });
}

/** Changes fields of a record; the others stay as they are. */
export function changeRecord(
  context: Context,
  person: Person,
  key: string,
  form: ChangeForm,
): Promise<Answer<{ version: number }>> {
  return commitOrRefuse<{ version: number }, RegisterRefusal>(context.database, async (tx) => {
    const work = await beginWork(tx, context, person, key);
    return work.ok ? change(tx, work.value, form) : work;
  });
}

export type StepForm = {
  readonly recordId: RecordId;
  readonly version: number;
  readonly to: string;
  readonly note: string | null;
};

async function moveStep(tx: Transaction, work: Work, form: StepForm): Promise<Answer<{ version: number }>> {
  const { register, place, author, calendar, context } = work;
  const taken = await takeRecord(tx, work, form.recordId);
  if (!taken.ok) return taken;
  const record = taken.value;
  const { steps = {} } = register.declaration;
  if (record.deletedAt !== null) return refuse({ code: 'record-deleted' });
  if (!Object.hasOwn(steps, form.to)) return refuse({ code: 'step-unknown' });
  const next = record.step === null ? undefined : steps[record.step]?.next;
  if (record.step === form.to || (next && !next.includes(form.to)))
    return refuse({ code: 'step-not-next', from: record.step, to: form.to });
  const needs = missingNeeds(register, form.to, record.values);
  if (needs.length > 0) return refuse({ code: 'step-needs', fields: needs });
  const decided = { ...decidedOf(record, record.values), step: form.to, stepOn: context.clock.today() };
  await saveChanged(tx, place, record, toNewRecord(register, decided, calendar), author);
  const version = record.version + 1;
  const [before, after] = [{ '~step': record.step }, { '~step': form.to }];
  await tell(tx, work, record.recordId, { kind: 'step', version, note: form.note, before, after });
  return accept({ version });
}

/** Moves a record to another step. The step alone decides: fields that others change meanwhile do not stand in the way. */
export function stepRecord(
  context: Context,
  person: Person,
  key: string,
  form: StepForm,
): Promise<Answer<{ version: number }>> {
  return commitOrRefuse<{ version: number }, RegisterRefusal>(context.database, async (tx) => {
    const work = await beginWork(tx, context, person, key);
    return work.ok ? moveStep(tx, work.value, form) : work;
  });
}

async function drop(tx: Transaction, work: Work, recordId: RecordId): Promise<Answer<{ version: number }>> {
  const taken = await takeRecord(tx, work, recordId);
  if (!taken.ok) return taken;
  if (taken.value.deletedAt !== null) return refuse({ code: 'record-deleted' });
  await saveDeleted(tx, work.place, taken.value, work.author);
  const version = taken.value.version + 1;
  await tell(tx, work, recordId, { kind: 'deleted', version, note: null, before: {}, after: {} });
  return accept({ version });
}

/** Deletes a record so that it can come back. */
export function deleteRecord(
  context: Context,
  person: Person,
  key: string,
  recordId: RecordId,
): Promise<Answer<{ version: number }>> {
  return commitOrRefuse<{ version: number }, RegisterRefusal>(context.database, async (tx) => {
    const work = await beginWork(tx, context, person, key);
    return work.ok ? drop(tx, work.value, recordId) : work;
  });
}

async function bringBack(tx: Transaction, work: Work, recordId: RecordId): Promise<Answer<{ version: number }>> {
  const taken = await takeRecord(tx, work, recordId);
  if (!taken.ok) return taken;
  const record = taken.value;
  if (record.deletedAt === null) return refuse({ code: 'record-not-deleted' });
  const renewed = toNewRecord(work.register, decidedOf(record, record.values), work.calendar);
  const other = await saveChanged(tx, work.place, record, renewed, work.author);
  if (other) return refuseTaken(tx, work, other);
  const version = record.version + 1;
  await tell(tx, work, recordId, { kind: 'restored', version, note: null, before: {}, after: {} });
  return accept({ version });
}

/** Brings a deleted record back, as it was. */
export function restoreRecord(
  context: Context,
  person: Person,
  key: string,
  recordId: RecordId,
): Promise<Answer<{ version: number }>> {
  return commitOrRefuse<{ version: number }, RegisterRefusal>(context.database, async (tx) => {
    const work = await beginWork(tx, context, person, key);
    return work.ok ? bringBack(tx, work.value, recordId) : work;
  });
}

export type BulkForm = {
  readonly recordIds: readonly RecordId[];
  readonly change:
    | { readonly kind: 'values'; readonly values: Readonly<Record<string, unknown>> }
    | { readonly kind: 'step'; readonly to: string; readonly note: string | null }
    | { readonly kind: 'delete' }
    | { readonly kind: 'restore' };
};
export type BulkResult = {
  readonly done: readonly RecordId[];
  readonly refused: readonly { readonly recordId: RecordId; readonly refusal: RegisterRefusal }[];
};

/** The newest version, so that what others changed meanwhile in the same field is written over knowingly. */
async function versionOf(context: Context, person: Person, key: string, recordId: RecordId): Promise<number> {
  const loaded = await loadRegister(context.database, person.agencyId, key);
  if (!loaded) return 0;
  const place = { agencyId: person.agencyId, register: loaded.register };
  const record = await context.database.transaction((tx) => lockRecord(tx, place, recordId));
  return record?.version ?? 0;
}

async function changeOne(
  context: Context,
  person: Person,
  key: string,
  recordId: RecordId,
  { change: asked }: BulkForm,
) {
  if (asked.kind === 'delete') return deleteRecord(context, person, key, recordId);
  if (asked.kind === 'restore') return restoreRecord(context, person, key, recordId);
  const version = await versionOf(context, person, key, recordId);
  if (asked.kind === 'step')
    return stepRecord(context, person, key, { recordId, version, to: asked.to, note: asked.note });
  return changeRecord(context, person, key, { recordId, version, values: asked.values });
}

/** One change for many records: each is a change of its own, and each that is refused says why. */
export async function changeMany(context: Context, person: Person, key: string, form: BulkForm): Promise<BulkResult> {
  const done: RecordId[] = [];
  const refused: { recordId: RecordId; refusal: RegisterRefusal }[] = [];
  for (const recordId of new Set(form.recordIds)) {
    const outcome = await changeOne(context, person, key, recordId, form);
    if (outcome.ok) done.push(recordId);
    else refused.push({ recordId, refusal: outcome.refusal });
  }
  return { done, refused };
}
