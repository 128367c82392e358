import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AgencyId } from '../../../kernel/ids.ts';
import { foldVietnamese } from '../../../kernel/vietnamese.ts';
import type { Context } from '../../../server/context.ts';
import type { Db } from '../../../server/database.ts';
import { loadWorkingCalendar } from '../../calendar/server.ts';
import { contentPath, findFile } from '../../files/server.ts';
import { findUsers } from '../../identity/server.ts';
import { findAliases, findUnits } from '../../units/server.ts';
import { findImport, findWaitingImports, type StoredImport, saveChecked, saveState } from '../store/imports.ts';
import type { ImportAnswer, ImportTask, Lookups } from './import-messages.ts';
import { ensureRegister, type LoadedRegister, loadRegister } from './load-register.ts';
import { type ImportThread, startImportThread } from './run-worker.ts';
import { takeBack } from './take-back.ts';
import { type Job, writePart } from './write-part.ts';

/**
 * Rows that are written in one transaction, and the milliseconds after it in which others come first. The embedded engine
 * serves one after the other: nobody is to wait long behind an import. A server serves others meanwhile, and larger parts
 * touch each sum less often.
 */
const PACES = { embedded: { rows: 250, rest: 15 }, server: { rows: 2500, rest: 0 } } as const;

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
    writing: {
      layout,
      scope,
      isOwn,
      calendar,
      today: clock.today(),
      afterRow: one.readRows,
      importId: one.importId,
    },
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

async function begin({ context, agencyId, one }: Job, loaded: LoadedRegister): Promise<void> {
  const calendar = await loadWorkingCalendar(context.database, agencyId);
  const change = { at: context.clock.now(), by: one.userId };
  await context.database.transaction((tx) => ensureRegister(tx, agencyId, loaded, { calendar, change }));
}

/** Takes part after part until the sheet is through, somebody cancels, or the server stops. */
async function takeParts(job: Job, thread: ImportThread, isStopped: () => boolean): Promise<void> {
  const { context, agencyId, one } = job;
  const pace = PACES[context.database.engine];
  const checked = await thread.first();
  if (isStopped()) return;
  if (checked.kind !== 'checked') return void (await settle(job, 'failed', 'unreadable'));
  // Before the first part: columns may mean something else than when the sheet was last found faulty.
  if (one.readRows === 0) await context.database.transaction((tx) => saveChecked(tx, agencyId, one.importId, checked));
  if (checked.faultyRows > 0 && !one.skipFaulty) return void (await settle(job, 'faulty'));
  // The thread derives the next part while this one is written; a part that nobody waits for any more may fail unheard.
  const ask = (): Promise<ImportAnswer> => {
    const answer = thread.next(Array.from({ length: pace.rows }, () => context.newId('record')));
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
    if (!(await writePart(job, part))) return;
    if (pace.rest > 0) await sleep(pace.rest);
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
    await takeParts(job, thread, isStopped);
  } finally {
    clearInterval(watch);
    await thread.stop();
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
