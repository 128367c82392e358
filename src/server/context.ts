import type { Clock } from '../kernel/clock.ts';
import type { NewId } from '../kernel/ids.ts';
import type { Config } from './config.ts';
import type { Database } from './database.ts';

/** What every slice gets from the process; nothing is a global. */
export type Context = {
  readonly database: Database;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly config: Config;
};
