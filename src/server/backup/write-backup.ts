import { createHash, type Hash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { sql } from 'drizzle-orm';
import type { AgencyId } from '../../kernel/ids.ts';
import { contentPath } from '../../slices/files/server.ts';
import type { Context } from '../context.ts';
import type { Transaction } from '../database.ts';
import { filePart, MANIFEST_NAME, type Manifest, tablePart } from './manifest.ts';
import { findPage, findTables, setNeutralText, type Table } from './tables.ts';
import { tarEnd, tarHeader, tarPadding } from './tar.ts';

/** Evidence is mostly compressed already: speed counts more than the last percent. */
const GZIP = { level: 1 };
const PAGE_BYTES = 4_000_000;
const FIRST_PAGE = 50;
const LONGEST_PAGE = 2000;

type Snapshot = Omit<Manifest, 'format' | 'createdAt' | 'agencyId' | 'lostFiles'>;

function* entryOf(name: string, content: Buffer): Generator<Buffer> {
  yield tarHeader(name, content.length);
  yield content;
  yield tarPadding(content.length);
}

/** Rows of the next page, so that a page stays near PAGE_BYTES whatever the rows hold. */
function nextLimit(lines: readonly string[], byteCount: number): number {
  const rowBytes = Math.max(1, byteCount / Math.max(1, lines.length));
  return Math.min(LONGEST_PAGE, Math.max(1, Math.floor(PAGE_BYTES / rowBytes)));
}

async function* tableEntries(
  tx: Transaction,
  table: Table,
  agencyId: AgencyId | null,
  told: { rows: number; hash: Hash },
): AsyncGenerator<Buffer> {
  let limit = FIRST_PAGE;
  let after: readonly string[] | null = null;
  for (let part = 1; ; part += 1) {
    const { lines, lastKey } = await findPage(tx, table, { agencyId, after, limit });
    if (lines.length === 0) return;
    const content = Buffer.from(`${lines.join('\n')}\n`);
    told.rows += lines.length;
    told.hash.update(content);
    yield* entryOf(tablePart(table.name, part), content);
    if (lines.length < limit) return;
    after = lastKey;
    limit = nextLimit(lines, content.length);
  }
}

async function findRest(tx: Transaction, agencyId: AgencyId | null): Promise<Omit<Snapshot, 'tables'>> {
  const own = agencyId === null ? sql`true` : sql`agency_id = ${agencyId}`;
  const schema = await tx.execute<Manifest['schema'][number]>(
    sql`select version, hash from schema_migration order by version`,
  );
  const files = await tx.execute<Manifest['files'][number]>(
    sql`select distinct sha256, byte_count as "byteCount" from stored_file where ${own} order by sha256`,
  );
  const chains = await tx.execute<Manifest['chains'][number]>(
    sql`select agency_id as "agencyId", sequence, hash from audit_head where ${own} order by agency_id`,
  );
  return { schema: schema.rows, files: files.rows, chains: chains.rows };
}

/** Writes every table to a file, all as of one moment. */
async function spoolTables(context: Context, agencyId: AgencyId | null, spool: string): Promise<Snapshot> {
  return context.database.transaction(async (tx) => {
    await tx.execute(sql`set transaction isolation level repeatable read, read only`);
    await setNeutralText(tx);
    const rest = await findRest(tx, agencyId);
    const tables: Manifest['tables'] = [];
    const entries = async function* (): AsyncGenerator<Buffer> {
      for (const table of await findTables(tx)) {
        const told = { rows: 0, hash: createHash('sha256') };
        yield* tableEntries(tx, table, agencyId, told);
        const columns = table.columns.map(({ name }) => name);
        tables.push({ name: table.name, columns, rows: told.rows, sha256: told.hash.digest('hex') });
      }
    };
    await pipeline(Readable.from(entries()), createGzip(GZIP), createWriteStream(spool, { mode: 0o600 }));
    return { ...rest, tables };
  });
}

/** Whether the bytes of a file are still what its hash says; read once more, so that damage never enters an archive. */
async function isSound(path: string, file: Manifest['files'][number]): Promise<boolean> {
  const hash = createHash('sha256');
  let byteCount = 0;
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      byteCount += chunk.length;
      hash.update(chunk);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
  return byteCount === file.byteCount && hash.digest('hex') === file.sha256;
}

async function* fileEntries(
  dataFolder: string,
  snapshot: Snapshot,
  about: Pick<Manifest, 'createdAt' | 'agencyId'>,
  onEnd: (manifest: Manifest) => void,
): AsyncGenerator<Buffer> {
  const files: Manifest['files'] = [];
  const lostFiles: string[] = [];
  for (const file of snapshot.files) {
    const path = contentPath(dataFolder, file.sha256);
    if (!(await isSound(path, file))) {
      lostFiles.push(file.sha256);
      continue;
    }
    yield tarHeader(filePart(file.sha256), file.byteCount);
    yield* createReadStream(path) as AsyncIterable<Buffer>;
    yield tarPadding(file.byteCount);
    files.push(file);
  }
  const manifest: Manifest = { format: 'caicach-backup-1', ...about, ...snapshot, files, lostFiles };
  yield* entryOf(MANIFEST_NAME, Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`));
  yield tarEnd;
  onEnd(manifest);
}

/** Bytes of an archive (tar, gzip), and what it holds once the last byte was read. */
export type Backup = { readonly bytes: Readable; readonly manifest: () => Manifest | null };

/**
 * Makes an archive of the whole system or of one agency: the tables as of one moment, then the files, which never change.
 * Nothing of it is ever held whole in memory. Only the tables are read inside a transaction; they wait in a file beside the
 * data so that a slow reader of the archive holds nobody up.
 */
export async function makeBackup(context: Context, agencyId: AgencyId | null): Promise<Backup> {
  const { dataFolder } = context.config;
  await mkdir(dataFolder, { recursive: true });
  const spool = join(dataFolder, `backup-${randomUUID()}.part`);
  const about = { createdAt: context.clock.now(), agencyId };
  let manifest: Manifest | null = null;
  const snapshot = await spoolTables(context, agencyId, spool).catch(async (error: unknown) => {
    await rm(spool, { force: true });
    throw error;
  });
  const bytes = async function* (): AsyncGenerator<Buffer> {
    try {
      yield* createReadStream(spool) as AsyncIterable<Buffer>;
      const gzip = createGzip(GZIP);
      const rest = fileEntries(dataFolder, snapshot, about, (told) => {
        manifest = told;
      });
      // A fault destroys gzip with the same error, which the loop below then throws.
      pipeline(Readable.from(rest), gzip).catch(() => undefined);
      yield* gzip as AsyncIterable<Buffer>;
    } finally {
      await rm(spool, { force: true });
    }
  };
  return { bytes: Readable.from(bytes(), { objectMode: false }), manifest: () => manifest };
}
