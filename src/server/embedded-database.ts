import { fsyncSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite, type Transaction as PGliteTransaction } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import type { SQL } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import type { Database, Db, Transaction } from './database.ts';
import { takeFolderLock } from './folder-lock.ts';
import { valueParsers } from './parsers.ts';

const dialect = new PgDialect();

type Emscripten = { NODEFS: { stream_ops: { fsync?: (stream: { nfd?: number | null }) => number } } };

/**
 * PGlite 0.5.16 never syncs: its file system has no fsync and its server starts with -F. This adds both, so that an
 * acknowledged transaction is on the disk (docs/decisions/0003). It uses PGlite's internals: keep the version exact.
 */
class SyncedFolder extends NodeFS {
  syncs = 0;

  override async init(pg: PGlite, options: Parameters<NodeFS['init']>[1]): ReturnType<NodeFS['init']> {
    const ready = await super.init(pg, options);
    const addSync = (module: unknown): void => {
      (module as Emscripten).NODEFS.stream_ops.fsync = (stream) => {
        if (stream.nfd != null) fsyncSync(stream.nfd);
        this.syncs += 1;
        return 0;
      };
    };
    const start = ready.emscriptenOpts as { preRun?: ((module: unknown) => void)[] };
    start.preRun = [...(start.preRun ?? []), addSync];
    return ready;
  }
}

function handleOf(engine: Pick<PGlite, 'query'> | PGliteTransaction): Db {
  return {
    execute: async <Row extends Record<string, unknown>>(statement: SQL) => {
      const { sql, params } = dialect.sqlToQuery(statement);
      const { rows } = await engine.query<Row>(sql, params);
      return { rows };
    },
  };
}

function transactionOf(engine: PGliteTransaction): Transaction {
  const runScript = async (script: string): Promise<void> => {
    await engine.exec(script);
  };
  return { ...handleOf(engine), __kind: 'Transaction', runScript };
}

function databaseOf(engine: PGlite, release: () => void): Database {
  return {
    ...handleOf(engine),
    engine: 'embedded',
    transaction: (work) => engine.transaction((tx) => work(transactionOf(tx))),
    close: () => engine.close().finally(release),
  };
}

/** `dump`: everything in it, to open another one from. */
export type MemoryDatabase = Database & { readonly dump: () => Promise<Blob> };

/** A database in memory, for tests. @param from what another one dumped */
export async function openMemoryDatabase(from?: Blob): Promise<MemoryDatabase> {
  const engine = await PGlite.create({ parsers: { ...valueParsers }, ...(from ? { loadDataDir: from } : {}) });
  return { ...databaseOf(engine, () => undefined), dump: () => engine.dumpDataDir('none') };
}

async function proveSynced(engine: PGlite, folder: SyncedFolder): Promise<void> {
  const before = folder.syncs;
  await engine.exec('create table if not exists sync_proof (at timestamptz); drop table sync_proof;');
  if (folder.syncs === before) throw new Error('the embedded database does not sync its writes to the disk');
}

/**
 * Opens (or makes) the embedded database below a data folder.
 *
 * @throws {FolderInUse} while another process has it open
 */
export async function openEmbeddedDatabase(dataFolder: string): Promise<Database> {
  mkdirSync(dataFolder, { recursive: true });
  const release = takeFolderLock(join(dataFolder, 'database.lock'));
  try {
    const folder = new SyncedFolder(join(dataFolder, 'database'));
    const startParams = [...PGlite.defaultStartParams.filter((word) => word !== '-F'), '-c', 'wal_sync_method=fsync'];
    const engine = await PGlite.create({ fs: folder, startParams, parsers: { ...valueParsers } });
    await proveSynced(engine, folder);
    return databaseOf(engine, release);
  } catch (error) {
    release();
    throw error;
  }
}
