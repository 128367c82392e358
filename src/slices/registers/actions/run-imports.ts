import { readFile } from 'node:fs/promises';
import type { AgencyId } from '../../../kernel/ids.ts';
import { foldVietnamese } from '../../../kernel/vietnamese.ts';
import type { Context } from '../../../server/context.ts';
import { brokenConstraint, type Db, type Transaction } from '../../../server/database.ts';
import { appendAudit } from '../../audit/server.ts';
import { loadWorkingCalendar } from '../../calendar/server.ts';
import { contentPath, findFile } from '../../files/server.ts';
import { findUsers } from '../../identity/server.ts';
import { findAliases, findUnits } from '../../units/server.ts';
import { sumDeltas } from '../rules/deltas.ts';
import { insertClocks, insertUniqueKeys } from '../store/bulk.ts';
import {
  type FaultyRow,
  findImport,
  findImported,
  findTaken,
  findWaitingImports,
  lockRunning,
  type StoredImport,
  saveChecked,
  saveProgress,
  saveState,
} from '../store/imports.ts';
import { insertRecords, lockRecord, type NewRecord, type Place } from '../store/records.ts';
import { touchRegister } from '../store/registers.ts';
import { applyDeltas, saveLatest } from '../store/tallies.ts';
import type { ImportAnswer, ImportedRow, ImportTask, Lookups } from './import-messages.ts';
import { ensureRegister, holdRegister, type LoadedRegister, loadRegister } from './load-register.ts';
import { startImportThread } from './run-worker.ts';
import { openClocks, saveDeleted } from './save-record.ts';

type Job = { readonly context: Context; readonly agencyId: AgencyId; readonly one: StoredImport };
type Part = Extract<ImportAnswer, { kind: 'part' }>;

/** Names of units (by every name that they have) and people, folded. */
export async function findLookups(db: Db, agencyId: AgencyId): Promise<Lookups> {
  const units = await findUnits(db, agencyId);
  const aliases = await findAliases(db, agencyId);
  const people = await findUsers(db, agencyId);
  return {
    units: [
      ...aliases.map(({ alias, unitId }) => [foldVietnamese(alias), unitId] as const),
      ...units.flatMap(({ unitId, name, shortName }) => [
        [foldVietnamese(shortName), unitId] as const,
        [foldVietnamese(name), unitId] as const,
        [foldVietnamese(unitId), unitId] as const,
      ]),
    ],
    people: people.flatMap(({ userId, displayName, username }) => [
      [foldVietnamese(username), userId] as const,
      [foldVietnamese(displayName), userId] as const,
    ]),
  };
}

/** The bytes of an import's file; null where they are gone. */
export async function readImportFile(
  { database, config }: Context,
  agencyId: AgencyId,
  one: Pick<StoredImport, 'fileId'>,
): Promise<Uint8Array | null> {
  const file = await findFile(database, agencyId, one.fileId);
  return file && readFile(contentPath(config.dataFolder, file.sha256)).catch(() => null);
}

async function taskOf({ context, agencyId, one }: Job, loaded: LoadedRegister, bytes: Uint8Array): Promise<ImportTask> {
  const { database, clock } = context;
  const { declaration, layout, scope, isOwn } = loaded.whole;
  const { plan: calendar } = await loadWorkingCalendar(database, agencyId);
  return {
    bytes,
    declaration,
    lookups: await findLookups(database, agencyId),
    rights: one.rights,
    plan: one.plan,
    remembered: [],
    writing: { layout, scope, isOwn, calendar, today: clock.today(), afterRow: one.readRows },
  };
}

const settle = (
  { context, agencyId, one }: Job,
  to: 'done' | 'faulty' | 'failed',
  failure?: string,
): Promise<boolean> =>
  context.database.transaction((tx) =>
    saveState(tx, agencyId, one.importId, {
      from: ['running'],
      to,
      at: context.clock.now(),
      ...(failure ? { failure } : {}),
    }),
  );

/** Rows whose values another record holds by now are refused; the others are written. */
async function splitTaken(tx: Transaction, { agencyId, one }: Job, place: Place, rows: readonly ImportedRow[]) {
  const taken = await findTaken(
    tx,
    agencyId,
    one.registerKey,
    rows.flatMap(({ unique }) => unique),
  );
  const isTaken = ({ unique }: ImportedRow): boolean => unique.some(({ rule, hash }) => taken.has(`${rule} ${hash}`));
  const [field = ''] = place.register.declaration.unique?.[0] ?? [];
  const faults = rows.filter(isTaken).map(
    ({ row, cells }): FaultyRow => ({
      row,
      ok: false,
      cells,
      faults: [{ column: null, field, code: 'stands-already' }],
    }),
  );
  return { rows: rows.filter((row) => !isTaken(row)), faults };
}

function toRecords({ context, one }: Job, rows: readonly ImportedRow[], today: NewRecord['stepOn']): NewRecord[] {
  return rows.map(({ row, step, derived }) => ({
    recordId: context.newId('record'),
    derived,
    step,
    stepOn: step === null ? null : today,
    importId: one.importId,
    importRow: row,
  }));
}

/** Writes one part of the sheet with everything that follows, and how far the import is: both or neither. */
async function writePart(tx: Transaction, job: Job, part: Part): Promise<boolean> {
  const { context, agencyId, one } = job;
  if (!(await lockRunning(tx, agencyId, one.importId))) return false;
  const loaded = await holdRegister(tx, agencyId, one.registerKey);
  if (!loaded) return false;
  const place = { agencyId, register: loaded.whole };
  const author = { at: context.clock.now(), userId: one.userId, name: one.userName };
  const { rows, faults } = loaded.whole.declaration.unique?.length
    ? await splitTaken(tx, job, place, part.rows)
    : { rows: part.rows, faults: [] };
  const records = toRecords(job, rows, context.clock.today());
  await insertRecords(tx, place, records, author);
  const added = records.flatMap(({ derived }) => derived.contributions);
  await applyDeltas(tx, place, faults.length === 0 ? part.deltas : sumDeltas([], added));
  await saveLatest(
    tx,
    place,
    records.map(({ recordId, derived }) => ({ recordId, removed: [], added: derived.contributions })),
  );
  await insertClocks(
    tx,
    place,
    records.flatMap(({ recordId, derived }) => openClocks(derived).map((clock) => ({ ...clock, recordId }))),
  );
  await insertUniqueKeys(
    tx,
    place,
    records.flatMap(({ recordId }, at) => (rows[at]?.unique ?? []).map((key) => ({ ...key, recordId }))),
  );
  await touchRegister(tx, agencyId, one.registerKey, author);
  await saveProgress(tx, agencyId, one.importId, { lastRow: part.lastRow, made: records.length, faults });
  const actor = { agencyId, actorId: one.userId, actorName: one.userName };
  const after = {
    importId: one.importId,
    records: records.length,
    firstRow: part.rows[0]?.row ?? null,
    lastRow: part.lastRow,
  };
  await appendAudit(tx, actor, author.at, [
    { action: 'register.import', subjectKind: 'register', subjectId: one.registerKey, after },
  ]);
  return true;
}

/** A value that somebody entered in the same moment is found by its constraint: the part is tried once more. */
async function writeOrRetry(job: Job, part: Part): Promise<boolean> {
  const { database } = job.context;
  try {
    return await database.transaction((tx) => writePart(tx, job, part));
  } catch (error) {
    if (brokenConstraint(error) !== 'register_unique_pkey') throw error;
    return database.transaction((tx) => writePart(tx, job, part));
  }
}

async function begin({ context, agencyId, one }: Job, loaded: LoadedRegister): Promise<void> {
  const calendar = await loadWorkingCalendar(context.database, agencyId);
  const change = { at: context.clock.now(), by: one.userId };
  await context.database.transaction((tx) => ensureRegister(tx, agencyId, loaded, { calendar, change }));
}

type Next = (isFirst: boolean) => Promise<ImportAnswer>;

/** Takes part after part until the sheet is through, somebody cancels, or the server stops. */
async function takeParts(job: Job, next: Next, isStopped: () => boolean): Promise<void> {
  const { context, agencyId, one } = job;
  const checked = await next(true);
  if (isStopped()) return;
  if (checked.kind !== 'checked') return void (await settle(job, 'failed', 'unreadable'));
  // Before the first part: columns may mean something else than when the sheet was last found faulty.
  if (one.readRows === 0) await context.database.transaction((tx) => saveChecked(tx, agencyId, one.importId, checked));
  if (checked.faultyRows > 0 && !one.skipFaulty) return void (await settle(job, 'faulty'));
  // The thread derives the next part while this one is written; a part that nobody waits for any more may fail unheard.
  const ask = (): Promise<ImportAnswer> => {
    const answer = next(false);
    answer.catch(() => undefined);
    return answer;
  };
  let coming = ask();
  while (!isStopped()) {
    const part = await coming;
    if (isStopped()) return;
    if (part.kind === 'end') return void (await settle(job, 'done'));
    if (part.kind !== 'part') return void (await settle(job, 'failed', 'unreadable'));
    coming = ask();
    if (!(await writeOrRetry(job, part))) return;
  }
}

/** Milliseconds between two looks whether the server stops while the thread reads. */
const STOP_LOOK = 200;

async function run(job: Job, isStopped: () => boolean): Promise<void> {
  const { context, agencyId, one } = job;
  const bytes = await readImportFile(context, agencyId, one);
  const loaded = await loadRegister(context.database, agencyId, one.registerKey);
  if (!bytes || !loaded) return void (await settle(job, 'failed', 'file-not-found'));
  await begin(job, loaded);
  const thread = startImportThread(await taskOf(job, loaded, bytes));
  const watch = setInterval(() => {
    if (isStopped()) void thread.stop();
  }, STOP_LOOK);
  try {
    await takeParts(job, thread.next, isStopped);
  } finally {
    clearInterval(watch);
    await thread.stop();
  }
}

const TAKEN_BACK = 200;

/** Takes the records of a cancelled import out again; those that somebody changed meanwhile stay. */
async function takeBack({ context, agencyId, one }: Job, isStopped: () => boolean): Promise<void> {
  const { database, clock } = context;
  while (!isStopped()) {
    const isDone = await database.transaction(async (tx) => {
      const loaded = await holdRegister(tx, agencyId, one.registerKey);
      const ids = loaded ? await findImported(tx, agencyId, one.importId, TAKEN_BACK) : [];
      const author = { at: clock.now(), userId: one.userId, name: one.userName };
      for (const recordId of ids) {
        const place = loaded && { agencyId, register: loaded.whole };
        const record = place && (await lockRecord(tx, place, recordId));
        if (place && record) await saveDeleted(tx, place, record, author);
      }
      const actor = { agencyId, actorId: one.userId, actorName: one.userName };
      const after = { importId: one.importId, records: ids.length };
      if (ids.length)
        await appendAudit(tx, actor, author.at, [
          { action: 'register.take-back', subjectKind: 'register', subjectId: one.registerKey, after },
        ]);
      else await saveState(tx, agencyId, one.importId, { from: ['cancelling'], to: 'cancelled', at: author.at });
      return ids.length === 0;
    });
    if (isDone) return;
  }
}

/** An import that cannot be written is failed, so that it does not stand before the others for ever. */
async function runOrFail(job: Job, isStopped: () => boolean): Promise<void> {
  try {
    await run(job, isStopped);
  } catch (fault) {
    await settle(job, 'failed', 'fault');
    throw fault;
  }
}

/** Goes on with every import that runs or is being taken back, one after the other. */
export async function runWaitingImports(context: Context, isStopped: () => boolean): Promise<void> {
  for (const { agencyId, importId } of await findWaitingImports(context.database)) {
    const one = await findImport(context.database, agencyId, importId);
    if (!one || isStopped()) continue;
    const job = { context, agencyId, one };
    if (one.state === 'cancelling') await takeBack(job, isStopped);
    else await runOrFail(job, isStopped);
    const after = await findImport(context.database, agencyId, importId);
    if (after?.state === 'cancelling') await takeBack(job, isStopped);
  }
}
