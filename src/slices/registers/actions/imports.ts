import type { ImportId } from '../../../kernel/ids.ts';
import { accept, type Outcome, refuse } from '../../../kernel/outcome.ts';
import { foldVietnamese } from '../../../kernel/vietnamese.ts';
import type { Context } from '../../../server/context.ts';
import type { Person } from '../../../server/http.ts';
import { reachOf } from '../../identity/index.ts';
import { checkPlan, type SheetPlan } from '../rules/sheet-plan.ts';
import {
  findImport,
  findRemembered,
  insertImport,
  rememberColumns,
  type StoredImport,
  savePlan,
  saveSkip,
  saveState,
} from '../store/imports.ts';
import { attachFile, type Upload } from './attach-file.ts';
import type { Analysis } from './import-messages.ts';
import type { RegisterRefusal } from './refusals.ts';
import { findLookups, readImportFile } from './run-imports.ts';
import { startImportThread } from './run-worker.ts';
import { findSeen, type Seen } from './show-records.ts';

type Answer<Value> = Outcome<Value, RegisterRefusal>;
export type Analysed = { readonly importId: ImportId; readonly analysis: Analysis };

function rightsOf(person: Person, { view }: Seen): StoredImport['rights'] {
  const isOwn = reachOf(person.role, 'register.change') === 'own';
  return { changeable: [...view.changeable], unitIds: isOwn ? person.unitIds : null, ownUnitId: person.unitId };
}

async function analyse(
  context: Context,
  person: Person,
  seen: Seen,
  given: { bytes: Uint8Array; plan: SheetPlan | null },
): Promise<Answer<Analysis>> {
  const { database } = context;
  const { declaration } = seen.register;
  const thread = startImportThread({
    bytes: given.bytes,
    declaration,
    lookups: await findLookups(database, person.agencyId),
    rights: rightsOf(person, seen),
    plan: given.plan,
    remembered: await findRemembered(database, person.agencyId, declaration.key),
    writing: null,
  });
  try {
    const answer = await thread.first();
    return answer.kind === 'analysed'
      ? accept(answer.analysis)
      : refuse({ code: 'import-unreadable', reason: answer.kind });
  } finally {
    await thread.stop();
  }
}

/** Takes a sheet in and says what its columns seem to mean; nothing is entered yet. */
export async function uploadImport(
  context: Context,
  person: Person,
  key: string,
  upload: Upload,
): Promise<Answer<Analysed>> {
  const { database, newId, clock } = context;
  const seen = await findSeen(context, person, key);
  if (!seen.ok) return seen;
  const file = await attachFile(context, person, key, upload);
  if (!file.ok) return file;
  const bytes = await readImportFile(context, person.agencyId, file.value);
  if (!bytes) return refuse({ code: 'file-not-found' });
  const analysis = await analyse(context, person, seen.value, { bytes, plan: null });
  if (!analysis.ok) return analysis;
  const found = analysis.value;
  const importId = newId('import');
  const one: StoredImport = {
    importId,
    registerKey: key,
    fileId: file.value.fileId,
    state: 'ready',
    plan: found.plan,
    rights: rightsOf(person, seen.value),
    skipFaulty: false,
    totalRows: null,
    readRows: 0,
    madeRows: 0,
    faultyRows: 0,
    faults: [],
    failure: null,
    userId: person.userId,
    userName: person.displayName,
    createdAt: clock.now(),
  };
  await database.transaction((tx) => insertImport(tx, person.agencyId, one));
  return accept({ importId, analysis: found });
}

/** Whether a person may read every column that an import fills: rows that were refused are shown with their cells. */
async function readsAll(context: Context, person: Person, { registerKey, plan }: StoredImport): Promise<boolean> {
  const seen = await findSeen(context, person, registerKey);
  if (!seen.ok) return false;
  const { open } = seen.value.view;
  return plan.columns.every(({ target }) => !target || target.field.startsWith('~') || open.has(target.field));
}

/** An import of the person's own; somebody whose right reaches every unit sees those of others that he may read, too. */
export async function findOwnImport(
  context: Context,
  person: Person,
  key: string,
  importId: ImportId,
): Promise<Answer<StoredImport>> {
  const one = await findImport(context.database, person.agencyId, importId);
  if (!one || one.registerKey !== key) return refuse({ code: 'import-not-found' });
  const isAny = reachOf(person.role, 'register.change') === 'any';
  const isTheirs = one.userId === person.userId || (isAny && (await readsAll(context, person, one)));
  return isTheirs ? accept(one) : refuse({ code: 'import-not-found' });
}

/** Another sheet, header or meaning of columns: looked at again before anything is entered. */
export async function planImport(
  context: Context,
  person: Person,
  key: string,
  given: { importId: ImportId; plan: SheetPlan },
): Promise<Answer<Analysed>> {
  const seen = await findSeen(context, person, key);
  if (!seen.ok) return seen;
  const one = await findOwnImport(context, person, key, given.importId);
  if (!one.ok) return one;
  if (one.value.state !== 'ready' && one.value.state !== 'faulty')
    return refuse({ code: 'import-state', state: one.value.state });
  const plan = checkPlan(seen.value.register.declaration, given.plan);
  if (!plan) return refuse({ code: 'import-unreadable', reason: 'columns' });
  const bytes = await readImportFile(context, person.agencyId, one.value);
  if (!bytes) return refuse({ code: 'file-not-found' });
  const analysis = await analyse(context, person, seen.value, { bytes, plan });
  if (!analysis.ok) return analysis;
  const found = analysis.value;
  await context.database.transaction((tx) => savePlan(tx, person.agencyId, given.importId, found.plan));
  return accept({ importId: given.importId, analysis: found });
}

/** Starts an import in the background and remembers what its columns meant. */
export async function runImport(
  context: Context,
  person: Person,
  key: string,
  given: { importId: ImportId; skipFaulty: boolean },
): Promise<Answer<null>> {
  const one = await findOwnImport(context, person, key, given.importId);
  if (!one.ok) return one;
  const { agencyId } = person;
  const meant = one.value.plan.columns.flatMap(({ header, target }) =>
    target && header ? [[foldVietnamese(header), target] as const] : [],
  );
  const isStarted = await context.database.transaction(async (tx) => {
    const change = { from: ['ready', 'faulty', 'failed'] as const, to: 'running' as const, at: context.clock.now() };
    if (!(await saveState(tx, agencyId, given.importId, change))) return false;
    await saveSkip(tx, agencyId, given.importId, given.skipFaulty);
    await rememberColumns(tx, agencyId, key, meant);
    return true;
  });
  return isStarted ? accept(null) : refuse({ code: 'import-state', state: one.value.state });
}

/** Stops an import and takes back what it entered; one that is done can be taken back as well. */
export async function cancelImport(
  context: Context,
  person: Person,
  key: string,
  importId: ImportId,
): Promise<Answer<null>> {
  const one = await findOwnImport(context, person, key, importId);
  if (!one.ok) return one;
  const change = {
    from: ['ready', 'running', 'faulty', 'done', 'failed'] as const,
    to: 'cancelling' as const,
    at: context.clock.now(),
  };
  const isStopped = await context.database.transaction((tx) => saveState(tx, person.agencyId, importId, change));
  return isStopped ? accept(null) : refuse({ code: 'import-state', state: one.value.state });
}
