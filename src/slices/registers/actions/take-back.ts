import type { Transaction } from '../../../server/database.ts';
import { appendAudit } from '../../audit/server.ts';
import { insertChanges } from '../store/bulk.ts';
import { dropClocks, releaseUnique } from '../store/changes.ts';
import { lockImported, saveState } from '../store/imports.ts';
import { type Author, type LockedRecord, markDeleted, type Place } from '../store/records.ts';
import { touchRegister } from '../store/registers.ts';
import { applyContributions, saveLatest } from '../store/tallies.ts';
import { holdRegister } from './load-register.ts';
import type { Job } from './write-part.ts';

const PART_SIZE = 500;

/** Deletes many records as each would be deleted by hand, in a few statements. */
async function deleteAll(
  tx: Transaction,
  place: Place,
  records: readonly LockedRecord[],
  author: Author,
): Promise<void> {
  const ids = records.map(({ recordId }) => recordId);
  await markDeleted(tx, place, ids, author);
  const removed = records.flatMap(({ contributions }) => contributions);
  await applyContributions(tx, place, removed, []);
  await saveLatest(
    tx,
    place,
    records.map(({ recordId, contributions }) => ({ recordId, removed: contributions, added: [] })),
  );
  await dropClocks(tx, place, ids);
  await releaseUnique(tx, place, ids);
  const changes = records.map(({ recordId, version }) => ({
    recordId,
    version: version + 1,
    kind: 'deleted' as const,
    note: null,
    before: {},
    after: {},
  }));
  await insertChanges(tx, place, changes, author);
  await touchRegister(tx, place.agencyId, place.register.declaration.key, author);
}

/** Takes the next records of a cancelled import out again. @returns whether none was left */
async function takeBackPart(tx: Transaction, { context, agencyId, one }: Job): Promise<boolean> {
  const author = { at: context.clock.now(), userId: one.userId, name: one.userName };
  const loaded = await holdRegister(tx, agencyId, one.registerKey);
  const place = loaded && { agencyId, register: loaded.whole };
  const records = place ? await lockImported(tx, place, one.importId, PART_SIZE) : [];
  if (!place || records.length === 0) {
    await saveState(tx, agencyId, one.importId, { from: ['cancelling'], to: 'cancelled', at: author.at });
    return true;
  }
  await deleteAll(tx, place, records, author);
  const actor = { agencyId, actorId: one.userId, actorName: one.userName };
  const after = { importId: one.importId, records: records.length };
  await appendAudit(tx, actor, author.at, [
    { action: 'register.take-back', subjectKind: 'register', subjectId: one.registerKey, after },
  ]);
  return false;
}

/** Takes the records of a cancelled import out again; those that somebody changed meanwhile stay. */
export async function takeBack(job: Job, isStopped: () => boolean): Promise<void> {
  while (!isStopped()) if (await job.context.database.transaction((tx) => takeBackPart(tx, job))) return;
}
