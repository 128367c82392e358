import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testEngines } from '../testing/database.ts';
import { describeSchema, schemaSnapshotFile } from '../testing/schema-text.ts';
import type { Database } from './database.ts';
import { loadMigrations, migrateUp, takeMigrationsBack } from './migrations.ts';

/** Small reference data that belongs to no agency, or that is looked up before the agency is known. */
const WITHOUT_AGENCY = ['setup_link', 'schema_migration'];

describe.each(testEngines)('the schema on $name', (engine) => {
  let database: Database;
  beforeAll(async () => {
    database = await engine.open();
  });
  afterAll(() => database.close());

  test('is what db/schema.snapshot.sql says (npm run schema renews it)', async () => {
    expect(await describeSchema(database)).toBe(readFileSync(schemaSnapshotFile, 'utf8'));
  });

  test('has the agency first in the key of every table', async () => {
    const { rows } = await database.execute<{ table: string; first: string | null }>(sql`
      select c.relname as table, a.attname as first
        from pg_class c
        left join pg_constraint k on k.conrelid = c.oid and k.contype = 'p'
        left join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
       where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')`);
    const others = rows.filter(({ first }) => first !== 'agency_id').map(({ table }) => table);
    expect(others.sort()).toEqual([...WITHOUT_AGENCY].sort());
  });

  test('has the agency first in every foreign key', async () => {
    const { rows } = await database.execute<{ name: string }>(sql`
      select k.conname as name
        from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
       where k.connamespace = current_schema()::regnamespace and k.contype = 'f' and a.attname <> 'agency_id'`);
    expect(rows).toEqual([]);
  });

  test('says in words what each table is for', async () => {
    const { rows } = await database.execute<{ table: string }>(sql`
      select relname as table from pg_class
       where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p')
         and obj_description(oid, 'pg_class') is null and relname <> 'schema_migration'`);
    expect(rows).toEqual([]);
  });

  test('takes no number from a sequence, so that a backup needs none', async () => {
    const { rows } = await database.execute(
      sql`select relname from pg_class where relnamespace = current_schema()::regnamespace and relkind = 'S'`,
    );
    expect(rows).toEqual([]);
  });

  test('goes down step by step to nothing and up again to the same', async () => {
    const migrations = loadMigrations();
    const before = await describeSchema(database);
    for (const { version } of [...migrations].reverse()) {
      await database.transaction((tx) => takeMigrationsBack(tx, migrations, version - 1));
    }
    expect(await describeSchema(database)).toMatch(/^create table schema_migration \([^;]*\);\n$/);
    expect(await migrateUp(database, migrations)).toEqual(migrations.map(({ version }) => version));
    expect(await describeSchema(database)).toBe(before);
  });

  test('is left alone by a second run', async () => {
    expect(await migrateUp(database)).toEqual([]);
  });

  test('is migrated once when several programs start together', async () => {
    const migrations = loadMigrations();
    await database.transaction((tx) => takeMigrationsBack(tx, migrations, 0));
    const ran = await Promise.all([1, 2, 3].map(() => migrateUp(database, migrations)));
    expect(ran.flat()).toEqual(migrations.map(({ version }) => version));
  });

  test('is refused when it is newer than the program', async () => {
    await expect(migrateUp(database, loadMigrations().slice(0, 0))).rejects.toThrow('newer');
  });

  test('is refused when a migration that ran was changed afterwards', async () => {
    const changed = loadMigrations().map((one) => ({ ...one, hash: 'another' }));
    await expect(migrateUp(database, changed)).rejects.toThrow('was changed after it had run');
  });

  test('stays as it was when one of several migrations fails', async () => {
    const next = { version: 9001, name: 'good', up: 'create table good (agency_id text)', down: '', hash: 'g' };
    const broken = { version: 9002, name: 'broken', up: 'create table wrong (', down: '', hash: 'b' };
    const before = await describeSchema(database);
    await expect(migrateUp(database, [...loadMigrations(), next, broken])).rejects.toThrow('syntax error');
    expect(await describeSchema(database)).toBe(before);
  });
});

test('two migrations of one number are refused', () => {
  const folder = mkdtempSync(join(tmpdir(), 'caicach-migrations-'));
  for (const name of ['0001_a', '0001_b'])
    for (const way of ['up', 'down']) writeFileSync(join(folder, `${name}.${way}.sql`), 'select 1');
  expect(() => loadMigrations(folder)).toThrow('two migrations have the number 1');
  rmSync(folder, { recursive: true });
});
