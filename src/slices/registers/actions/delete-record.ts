import type { RecordId } from '../../../kernel/ids.ts';
import { accept, refuse } from '../../../kernel/outcome.ts';
import type { Context } from '../../../server/context.ts';
import type { Transaction } from '../../../server/database.ts';
import type { Person } from '../../../server/http.ts';
import { saveChanged, saveDeleted, toNewRecord } from './save-record.ts';
import { tell } from './tell.ts';
import { type Answer, decidedOf, inWork, refuseTaken, takeRecord, type Work } from './work.ts';

type Changed = { version: number };

async function drop(tx: Transaction, work: Work, recordId: RecordId): Promise<Answer<Changed>> {
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
): Promise<Answer<Changed>> {
  return inWork(context, person, key, (tx, work) => drop(tx, work, recordId));
}

async function bringBack(tx: Transaction, work: Work, recordId: RecordId): Promise<Answer<Changed>> {
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
): Promise<Answer<Changed>> {
  return inWork(context, person, key, (tx, work) => bringBack(tx, work, recordId));
}
