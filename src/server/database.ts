import type { SQL } from 'drizzle-orm';
import type { Outcome } from '../kernel/outcome.ts';

/** What a store may do with the database: run one statement. `SQL` is drizzle's template, values become parameters. */
export type Db = {
  execute: <Row extends Record<string, unknown> = Record<string, unknown>>(statement: SQL) => Promise<{ rows: Row[] }>;
};

/** A handle inside a transaction. A function that must not run outside one asks for this type. */
export type Transaction = Db & {
  readonly __kind: 'Transaction';
  /** Runs several statements without parameters: migrations only. */
  runScript: (script: string) => Promise<void>;
};

/** The open database of the process. */
export type Database = Db & {
  readonly engine: 'embedded' | 'server';
  /** Runs `work` in one transaction; a thrown error rolls everything back. */
  transaction: <Value>(work: (tx: Transaction) => Promise<Value>) => Promise<Value>;
  close: () => Promise<void>;
};

/** Runs an action in one transaction; a refusal takes back what was written before it, as a fault does. */
export function commitOrRefuse<Value, Refused>(
  database: Pick<Database, 'transaction'>,
  work: (tx: Transaction) => Promise<Outcome<Value, Refused>>,
): Promise<Outcome<Value, Refused>> {
  let refused: Outcome<Value, Refused> | null = null;
  const committed = database.transaction<Outcome<Value, Refused>>(async (tx) => {
    const outcome = await work(tx);
    if (outcome.ok) return outcome;
    refused = outcome;
    throw new Error('refused: everything is rolled back');
  });
  return committed.catch((error: unknown) => {
    if (refused !== null) return refused;
    throw error;
  });
}

type DriverError = { code?: unknown; constraint?: unknown };

/** Name of the constraint that a write broke, or null where the error is another one. */
export function brokenConstraint(error: unknown): string | null {
  if (typeof error !== 'object' || error === null) return null;
  const { code, constraint } = error as DriverError;
  return typeof code === 'string' && code.startsWith('23') && typeof constraint === 'string' ? constraint : null;
}
