import { type Config, readConfig } from '../server/config.ts';
import type { Context } from '../server/context.ts';
import type { Database } from '../server/database.ts';
import { newId, systemClock } from '../server/system.ts';

const refuse = async (): Promise<never> => {
  throw new Error('this test has no database');
};

/** A database that fails at every call: for what must be decided before it is asked. */
export const noDatabase: Database = { engine: 'embedded', execute: refuse, transaction: refuse, close: async () => {} };

/** A context without a database and with a quiet log. */
export function makeContext(given: { config?: Partial<Config>; database?: Database } = {}): Context {
  const config = { ...readConfig({ CAICACH_LOG: 'silent' }), ...given.config };
  return { database: given.database ?? noDatabase, clock: systemClock, newId, config };
}
