import type { AgencyId } from '../../../kernel/ids.ts';
import type { Context } from '../../../server/context.ts';
import { brokenConstraint, type Transaction } from '../../../server/database.ts';
import { appendAudit } from '../../audit/server.ts';
import { insertClocks, insertUniqueKeys } from '../store/bulk.ts';
import { findTaken, lockRunning, type StoredImport, saveProgress } from '../store/imports.ts';
import { insertImported, type Place } from '../store/records.ts';
import { touchRegister } from '../store/registers.ts';
import { addDeltas, insertLatest } from '../store/tallies.ts';
import type { FaultyRow, ImportPart } from './import-messages.ts';
import { withoutTaken } from './import-part.ts';
import { holdRegister } from './load-register.ts';

/** An import that is being worked on. */
export type Job = { readonly context: Context; readonly agencyId: AgencyId; readonly one: StoredImport };

type Split = { readonly part: ImportPart; readonly faults: readonly FaultyRow[] };

/** Rows whose values another record holds by now are refused; the others are written. */
async function splitTaken(tx: Transaction, { agencyId, register }: Place, part: ImportPart): Promise<Split> {
  const { key, unique = [] } = register.declaration;
  const [field = ''] = unique[0] ?? [];
  const taken = unique.length > 0 ? await findTaken(tx, agencyId, key, part.unique) : new Set<string>();
  return taken.size > 0 ? withoutTaken(part, taken, field) : { part, faults: [] };
}

/** Writes one part of the sheet with everything that follows, and how far the import is: both or neither. */
async function write(tx: Transaction, { context, agencyId, one }: Job, given: ImportPart): Promise<boolean> {
  if (!(await lockRunning(tx, agencyId, one.importId))) return false;
  const loaded = await holdRegister(tx, agencyId, one.registerKey);
  if (!loaded) return false;
  const place = { agencyId, register: loaded.whole };
  const author = { at: context.clock.now(), userId: one.userId, name: one.userName };
  const { part, faults } = await splitTaken(tx, place, given);
  await insertImported(tx, place, part.records, author);
  await addDeltas(tx, place, part.deltas);
  await insertLatest(tx, place, part.latest);
  await insertClocks(tx, place, part.clocks);
  await insertUniqueKeys(tx, place, part.unique);
  await touchRegister(tx, agencyId, one.registerKey, author);
  await saveProgress(tx, agencyId, one.importId, { lastRow: part.lastRow, made: part.made, faults });
  const actor = { agencyId, actorId: one.userId, actorName: one.userName };
  const after = { importId: one.importId, records: part.made, firstRow: part.firstRow, lastRow: part.lastRow };
  await appendAudit(tx, actor, author.at, [
    { action: 'register.import', subjectKind: 'register', subjectId: one.registerKey, after },
  ]);
  return true;
}

/**
 * Writes a part of the sheet. A value that somebody entered in the same moment is found by its constraint: the part is
 * tried once more.
 *
 * @returns false where the import does not run any more
 */
export async function writePart(job: Job, part: ImportPart): Promise<boolean> {
  const { database } = job.context;
  try {
    return await database.transaction((tx) => write(tx, job, part));
  } catch (error) {
    if (brokenConstraint(error) !== 'register_unique_pkey') throw error;
    return database.transaction((tx) => write(tx, job, part));
  }
}
