import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import type { Database } from './database.ts';

export type Migration = { version: number; name: string; up: string; down: string; hash: string };

/** Folder of the migrations of this repository. */
export const migrationsFolder = join(import.meta.dirname, '..', '..', 'db', 'migrations');

/** Every migration in order: NNNN_name.up.sql and its NNNN_name.down.sql. */
export function loadMigrations(folder = migrationsFolder): Migration[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.up.sql'))
    .sort()
    .map((file) => {
      const up = readFileSync(join(folder, file), 'utf8');
      return {
        version: Number(file.slice(0, 4)),
        name: file.slice(5, -'.up.sql'.length),
        up,
        down: readFileSync(join(folder, file.replace('.up.', '.down.')), 'utf8'),
        hash: createHash('sha256').update(up).digest('hex'),
      };
    });
}

const LOCK_NUMBER = 20_261_120;

async function appliedVersions(database: Database): Promise<Map<number, string>> {
  await database.runScript(`create table if not exists schema_migration (
    version int primary key, name text not null, hash text not null, applied_at timestamptz not null default now())`);
  const { rows } = await database.execute<{ version: number; hash: string }>(
    sql`select version, hash from schema_migration order by version`,
  );
  return new Map(rows.map((row) => [row.version, row.hash]));
}

async function runWhole(database: Database, script: string): Promise<void> {
  await database.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${LOCK_NUMBER})`);
    for (const statement of script.split(/;\s*$/m).map((part) => part.trim())) {
      if (statement) await tx.execute(sql.raw(statement));
    }
  });
}

/**
 * Brings the database to the newest schema; each migration runs whole or not at all.
 *
 * @returns the versions that ran now
 */
export async function migrateUp(database: Database, migrations = loadMigrations()): Promise<number[]> {
  const applied = await appliedVersions(database);
  const newest = migrations.at(-1)?.version ?? 0;
  const unknown = [...applied.keys()].find((version) => version > newest);
  if (unknown !== undefined) {
    throw new Error(`the database is newer (schema ${unknown}) than this program (schema ${newest})`);
  }
  const ran: number[] = [];
  for (const { version, name, hash, up } of migrations) {
    const known = applied.get(version);
    if (known !== undefined && known !== hash) {
      throw new Error(`migration ${version} (${name}) was changed after it had run; add a new one instead`);
    }
    if (known !== undefined) continue;
    await runWhole(
      database,
      `${up}\n;\ninsert into schema_migration (version, name, hash) values (${version}, '${name}', '${hash}');`,
    );
    ran.push(version);
  }
  return ran;
}

/** Takes the newest migration back: for tests of the way down. */
export async function migrateDown(database: Database, { version, down }: Migration): Promise<void> {
  await runWhole(database, `${down}\n;\ndelete from schema_migration where version = ${version};`);
}
