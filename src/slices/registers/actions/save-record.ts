import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { RecordId } from '../../../kernel/ids.ts';
import type { Transaction } from '../../../server/database.ts';
import type { WorkingCalendar } from '../../calendar/index.ts';
import type { Register } from '../rules/compile.ts';
import { deriveRecord, openClocks } from '../rules/derive.ts';
import { dayOf } from '../rules/formulas.ts';
import type { NewRecord } from '../rules/record-rows.ts';
import type { Values } from '../rules/values.ts';
import { claimUnique, releaseUnique, saveClocks } from '../store/changes.ts';
import {
  type Author,
  insertRecords,
  type LockedRecord,
  markDeleted,
  type Place,
  updateRecord,
} from '../store/records.ts';
import { applyContributions, saveLatest } from '../store/tallies.ts';
import { uniqueKeys } from './unique-keys.ts';

/** What was decided about a record. */
export type Decided = {
  readonly recordId: RecordId;
  readonly values: Values;
  readonly step: string | null;
  readonly stepOn: CivilDate | null;
  readonly createdOn: CivilDate;
};

/** Another record holds the same values of a rule of uniqueness. */
export type Taken = { readonly fields: readonly string[]; readonly recordId: RecordId };

export function toNewRecord(register: Register, decided: Decided, calendar: WorkingCalendar): NewRecord {
  const { recordId, step, stepOn } = decided;
  const derived = deriveRecord(register, decided, calendar);
  return { recordId, derived, step, stepOn, importId: null, importRow: null };
}

async function saveBeside(tx: Transaction, place: Place, record: NewRecord): Promise<Taken | null> {
  const { declaration } = place.register;
  const { recordId, derived } = record;
  if (declaration.clocks) await saveClocks(tx, place, recordId, openClocks(derived));
  if (!declaration.unique?.length) return null;
  const taken = await claimUnique(tx, place, recordId, uniqueKeys(place.register, derived.facts.values));
  return taken && { fields: declaration.unique[taken.rule] ?? [], recordId: taken.recordId };
}

/** Writes a new record with everything that follows from it. Where it returns a taken key, the transaction must be undone. */
export async function saveNew(tx: Transaction, place: Place, record: NewRecord, author: Author): Promise<Taken | null> {
  await insertRecords(tx, place, [record], author);
  const { contributions } = record.derived;
  await applyContributions(tx, place, [], contributions);
  await saveLatest(tx, place, [{ recordId: record.recordId, removed: [], added: contributions }]);
  return saveBeside(tx, place, record);
}

/** Writes a changed record; the tallies lose what it added before and gain what it adds now. */
export async function saveChanged(
  tx: Transaction,
  place: Place,
  before: LockedRecord,
  record: NewRecord,
  author: Author,
): Promise<Taken | null> {
  await updateRecord(tx, place, record, author);
  const added = record.derived.contributions;
  await applyContributions(tx, place, before.contributions, added);
  await saveLatest(tx, place, [{ recordId: record.recordId, removed: before.contributions, added }]);
  return saveBeside(tx, place, record);
}

/** Takes a record out of everything; its values stay. */
export async function saveDeleted(tx: Transaction, place: Place, before: LockedRecord, author: Author): Promise<void> {
  const { recordId, contributions } = before;
  await markDeleted(tx, place, [recordId], author);
  await applyContributions(tx, place, contributions, []);
  await saveLatest(tx, place, [{ recordId, removed: contributions, added: [] }]);
  if (place.register.declaration.clocks) await saveClocks(tx, place, recordId, []);
  if (place.register.declaration.unique?.length) await releaseUnique(tx, place, [recordId]);
}

/** The office's day of a stored moment. */
export function createdOnOf(createdAt: string): CivilDate {
  const day = dayOf(createdAt);
  if (day === null) throw new RangeError(`not a moment: ${createdAt}`);
  return day;
}
