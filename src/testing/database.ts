import { randomBytes } from 'node:crypto';
import process from 'node:process';
import { sql } from 'drizzle-orm';
import type { Database } from '../server/database.ts';
import { migrateUp } from '../server/migrations.ts';
import { openServerDatabase } from '../server/server-database.ts';
import { openFromSnapshot } from './snapshots.ts';

/** An engine that store tests run on; `open` gives a fresh, migrated database. */
export type TestEngine = { readonly name: string; readonly open: () => Promise<Database> };

async function openFreshSchema(url: string): Promise<Database> {
  const schema = `test_${process.pid}_${randomBytes(4).toString('hex')}`;
  const admin = await openServerDatabase(url);
  await admin.execute(sql.raw(`create schema ${schema}`));
  const database = await openServerDatabase(url, schema);
  await migrateUp(database);
  return {
    ...database,
    close: async () => {
      await database.close();
      await admin.execute(sql.raw(`drop schema ${schema} cascade`));
      await admin.close();
    },
  };
}

async function migrated(database: Database): Promise<void> {
  await migrateUp(database);
}

const embedded: TestEngine = {
  name: 'embedded',
  open: () => openFromSnapshot('migrated', migrated),
};

const serverUrl = process.env.TEST_DATABASE_URL;

/** The embedded engine always, PostgreSQL where TEST_DATABASE_URL names one (`npm test` looks for it). */
export const testEngines: readonly TestEngine[] = serverUrl
  ? [embedded, { name: 'PostgreSQL', open: () => openFreshSchema(serverUrl) }]
  : [embedded];
