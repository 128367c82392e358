import { Readable } from 'node:stream';
import { sql } from 'drizzle-orm';
import type { AgencyId } from '../../kernel/ids.ts';
import { appendAudit, type ChainVerdict, verifyChain } from '../../slices/audit/server.ts';
import { hasContent, saveContent } from '../../slices/files/server.ts';
import type { Context } from '../context.ts';
import type { Transaction } from '../database.ts';
import { applyMigrations, loadMigrations, type Migration, takeMigrationsBack } from '../migrations.ts';
import type { Manifest } from './manifest.ts';
import { partOf } from './manifest.ts';
import { checkArchive, readArchive, textOf } from './read-archive.ts';
import {
  countRows,
  emptyTables,
  findTables,
  insertLines,
  liftForeignKeys,
  setNeutralText,
  type Table,
} from './tables.ts';
import { ArchiveFault, type TarEntry } from './tar.ts';

/** The system holds records that the restore would lose. */
export class NotEmpty extends Error {}

export type Restored = {
  readonly manifest: Manifest;
  readonly rows: number;
  readonly chains: readonly { agencyId: AgencyId; verdict: ChainVerdict }[];
};

/** @throws {ArchiveFault} unless the archive was made by this program or an older one */
function versionOf({ schema }: Manifest, migrations: readonly Migration[]): number {
  const fits = schema.every(({ version, hash }, place) => {
    const own = migrations[place];
    return own?.version === version && own.hash === hash;
  });
  if (!fits) throw new ArchiveFault('the backup was made by another or a newer version of the program');
  return schema.at(-1)?.version ?? 0;
}

/** Records that would be lost may go only when that was said; those of agencies that the archive lacks never. */
async function refuseLoss(tx: Transaction, manifest: Manifest, mayReplace: boolean): Promise<void> {
  const { rows } = await tx.execute<{ agencyId: string }>(sql`select agency_id as "agencyId" from agency limit 1000`);
  if (rows.length > 0 && !mayReplace) throw new NotEmpty('the system holds records already');
  if (manifest.agencyId !== null && rows.some(({ agencyId }) => agencyId !== manifest.agencyId))
    throw new NotEmpty('the system holds records of agencies that this backup does not have');
}

async function putBack(entry: TarEntry, tables: ReadonlyMap<string, Table>, context: Context, tx: Transaction) {
  const part = partOf(entry.name);
  if (part?.kind === 'file') {
    const { dataFolder } = context.config;
    if (await hasContent(dataFolder, part.key)) return;
    await saveContent(dataFolder, Readable.from(entry.content), entry.size);
  } else if (part?.kind === 'table') {
    const table = tables.get(part.key);
    if (!table) throw new ArchiveFault(`there is no table ${part.key}`);
    await insertLines(tx, table, (await textOf(entry)).trimEnd().split('\n'));
  }
}

async function compareWithManifest(tx: Transaction, tables: ReadonlyMap<string, Table>, manifest: Manifest) {
  for (const { name, rows, columns } of manifest.tables) {
    const table = tables.get(name);
    if (!table || columns.join() !== table.columns.map((column) => column.name).join())
      throw new ArchiveFault(`the table ${name} has other columns`);
    if ((await countRows(tx, table)) !== rows) throw new ArchiveFault(`rows of the table ${name} are missing`);
  }
}

async function load(context: Context, tx: Transaction, path: string, manifest: Manifest): Promise<void> {
  await setNeutralText(tx);
  const tables = new Map((await findTables(tx)).map((table) => [table.name, table]));
  const putForeignKeysBack = await liftForeignKeys(tx);
  for await (const entry of readArchive(path)) await putBack(entry, tables, context, tx);
  await compareWithManifest(tx, tables, manifest);
  await putForeignKeysBack();
}

async function tellRestore(context: Context, tx: Transaction, manifest: Manifest): Promise<Restored['chains']> {
  const { rows } = await tx.execute<{ agencyId: AgencyId }>(
    sql`select agency_id as "agencyId" from agency order by agency_id`,
  );
  const chains: Restored['chains'][number][] = [];
  for (const { agencyId } of rows) {
    chains.push({ agencyId, verdict: await verifyChain(tx, agencyId) });
    const after = { backupOf: manifest.createdAt };
    const fact = { action: 'system.restore', subjectKind: 'system', subjectId: 'backup', after };
    await appendAudit(tx, { agencyId, actorId: null, actorName: 'Hệ thống' }, context.clock.now(), [fact]);
  }
  return chains;
}

/**
 * Puts an archive back, of this schema or of an older one, on either engine. Every hash is checked before anything is
 * changed; everything is changed in one transaction, so that a failure or a kill leaves the system as it was.
 *
 * @throws {ArchiveFault} when the archive is damaged or newer than the program
 * @throws {NotEmpty} when records would be lost that nobody said may go
 */
export async function restoreBackup(
  context: Context,
  path: string,
  { mayReplace, migrations = loadMigrations() }: { mayReplace: boolean; migrations?: readonly Migration[] },
): Promise<Restored> {
  const manifest = await checkArchive(path);
  const version = versionOf(manifest, migrations);
  return context.database.transaction(async (tx) => {
    await applyMigrations(tx, migrations);
    await refuseLoss(tx, manifest, mayReplace);
    await emptyTables(tx);
    await takeMigrationsBack(tx, migrations, version);
    await load(context, tx, path, manifest);
    await applyMigrations(tx, migrations);
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    return { manifest, rows, chains: await tellRestore(context, tx, manifest) };
  });
}
