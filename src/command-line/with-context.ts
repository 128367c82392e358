import process from 'node:process';
import { explainFault } from '../server/advice.ts';
import { readConfig } from '../server/config.ts';
import type { Context } from '../server/context.ts';
import { migrateUp } from '../server/migrations.ts';
import { openDatabase } from '../server/open-database.ts';
import { newId, systemClock } from '../server/system.ts';

/**
 * Opens the database that the environment names, at the newest schema, for one command; a fault is told, not thrown.
 *
 * @returns the exit code of the work, 1 when the database cannot be opened
 */
export async function withContext(work: (context: Context) => Promise<number>): Promise<number> {
  try {
    const config = readConfig(process.env);
    const database = await openDatabase(config);
    try {
      await migrateUp(database);
      return await work({ database, config, clock: systemClock, newId });
    } finally {
      await database.close();
    }
  } catch (error) {
    process.stderr.write(`${explainFault(error)}\n`);
    return 1;
  }
}
