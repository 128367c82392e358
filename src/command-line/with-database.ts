import process from 'node:process';
import { explainFault } from '../server/advice.ts';
import { type Config, readConfig } from '../server/config.ts';
import type { Database } from '../server/database.ts';
import { migrateUp } from '../server/migrations.ts';
import { openDatabase } from '../server/open-database.ts';

/**
 * Opens the database that the environment names, at the newest schema, for one command; a fault is told, not thrown.
 *
 * @returns the exit code of the work, 1 when the database cannot be opened
 */
export async function withDatabase(work: (database: Database, config: Config) => Promise<number>): Promise<number> {
  try {
    const config = readConfig(process.env);
    const database = await openDatabase(config);
    try {
      await migrateUp(database);
      return await work(database, config);
    } finally {
      await database.close();
    }
  } catch (error) {
    process.stderr.write(`${explainFault(error)}\n`);
    return 1;
  }
}
