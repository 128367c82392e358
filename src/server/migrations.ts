import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import type { Database, Transaction } from './database.ts';

export type Migration = { version: number; name: string; up: string; down: string; hash: string };

/** Folder of the migrations of this repository. */
export const migrationsFolder = join(import.meta.dirname, '..', '..', 'db', 'migrations');

/**
 * Every migration in order: NNNN_name.up.sql and its NNNN_name.down.sql.
 *
 * @throws {SchemaFault} when two have one number
 */
export function loadMigrations(folder = migrationsFolder): Migration[] {
  const migrations = readdirSync(folder)
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
  const twice = migrations.find(({ version }, place) => migrations[place - 1]?.version === version);
  if (twice) throw new SchemaFault(`two migrations have the number ${twice.version}; give ${twice.name} the next one`);
  return migrations;
}

const LOCK_NUMBER = 20_261_120;

/** The database cannot be brought to this program's schema; the message says why. */
export class SchemaFault extends Error {}

/** One program at a time migrates; the others wait here and then find the work done. */
async function findApplied(tx: Transaction): Promise<Map<number, string>> {
  await tx.execute(sql`select pg_advisory_xact_lock(${LOCK_NUMBER})`);
  await tx.runScript(`create table if not exists schema_migration (
    version int primary key, name text not null, hash text not null, applied_at timestamptz not null default now())`);
  const { rows } = await tx.execute<{ version: number; hash: string }>(
    sql`select version, hash from schema_migration order by version`,
  );
  return new Map(rows.map((row) => [row.version, row.hash]));
}

function refuseStrangers(applied: ReadonlyMap<number, string>, migrations: readonly Migration[]): void {
  const newest = migrations.at(-1)?.version ?? 0;
  const unknown = [...applied.keys()].find((version) => version > newest);
  if (unknown !== undefined)
    throw new SchemaFault(`the database is newer (schema ${unknown}) than this program (schema ${newest})`);
  const changed = migrations.find(({ version, hash }) => (applied.get(version) ?? hash) !== hash);
  if (changed)
    throw new SchemaFault(`migration ${changed.version} (${changed.name}) was changed after it had run; add a new one`);
}

/**
 * Brings the database to the newest schema, whole or not at all.
 *
 * @returns the versions that ran now
 * @throws {SchemaFault} when the database is newer than the program, or a migration was changed after it had run
 */
export async function applyMigrations(tx: Transaction, migrations: readonly Migration[]): Promise<number[]> {
  const applied = await findApplied(tx);
  refuseStrangers(applied, migrations);
  const missing = migrations.filter(({ version }) => !applied.has(version));
  for (const { version, name, hash, up } of missing) {
    await tx.runScript(up);
    await tx.execute(sql`insert into schema_migration (version, name, hash) values (${version}, ${name}, ${hash})`);
  }
  return missing.map(({ version }) => version);
}

/** `applyMigrations` in a transaction of its own. */
export function migrateUp(database: Database, migrations = loadMigrations()): Promise<number[]> {
  return database.transaction((tx) => applyMigrations(tx, migrations));
}

/** Takes the newest migrations back, one after the other, until `version` is the newest that is left. */
export async function takeMigrationsBack(
  tx: Transaction,
  migrations: readonly Migration[],
  version: number,
): Promise<void> {
  const applied = await findApplied(tx);
  const going = migrations.filter((one) => one.version > version && applied.has(one.version)).reverse();
  for (const one of going) {
    await tx.runScript(one.down);
    await tx.execute(sql`delete from schema_migration where version = ${one.version}`);
  }
}
