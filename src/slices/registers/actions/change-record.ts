import type { RecordId } from '../../../kernel/ids.ts';
import { accept, refuse } from '../../../kernel/outcome.ts';
import type { Context } from '../../../server/context.ts';
import type { Transaction } from '../../../server/database.ts';
import type { Person } from '../../../server/http.ts';
import { changedFields, pickFields } from '../rules/audited.ts';
import { isAbsent, type Values } from '../rules/values.ts';
import { findChanges } from '../store/changes.ts';
import type { LockedRecord } from '../store/records.ts';
import { valuesAfter } from './read-given.ts';
import { saveChanged, toNewRecord } from './save-record.ts';
import { tell } from './tell.ts';
import {
  type Answer,
  decidedOf,
  inWork,
  missingNeeds,
  refuseNeeds,
  refuseTaken,
  takeRecord,
  type Work,
} from './work.ts';

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
  if (needs.some((name) => !isAbsent(record.values[name]))) return refuseNeeds(work, needs);
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
  return inWork(context, person, key, (tx, work) => change(tx, work, form));
}
