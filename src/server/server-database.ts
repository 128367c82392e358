import type { SQL } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import pg from 'pg';
import type { Database, Db, Transaction } from './database.ts';
import { valueParsers } from './parsers.ts';

const dialect = new PgDialect();
const POOL_SIZE = 10;
/** A request that waits longer for a free connection is a fault, not a hang. */
const CONNECTION_WAIT = 30_000;
const OLDEST_VERSION = 150_000;

function handleOf(client: pg.Pool | pg.PoolClient): Db {
  return {
    execute: async <Row extends Record<string, unknown>>(statement: SQL) => {
      const { sql, params } = dialect.sqlToQuery(statement);
      const { rows } = await client.query<Row>(sql, params);
      return { rows };
    },
  };
}

function transactionOf(client: pg.PoolClient): Transaction {
  const runScript = async (script: string): Promise<void> => {
    await client.query(script);
  };
  return { ...handleOf(client), __kind: 'Transaction', runScript };
}

async function inTransaction<Value>(pool: pg.Pool, work: (tx: Transaction) => Promise<Value>): Promise<Value> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const value = await work(transactionOf(client));
    await client.query('commit');
    client.release();
    return value;
  } catch (error) {
    await client.query('rollback').then(
      () => client.release(),
      () => client.release(true),
    );
    throw error;
  }
}

const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    valueParsers[oid] ?? (format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid)),
};

/** Opens a PostgreSQL ≥ 15 server. @param schema where the names of tables are looked up (tests) */
export async function openServerDatabase(url: string, schema?: string): Promise<Database> {
  const options = schema ? { options: `-c search_path=${schema}` } : {};
  const pool = new pg.Pool({
    connectionString: url,
    max: POOL_SIZE,
    connectionTimeoutMillis: CONNECTION_WAIT,
    types,
    // Compiling a statement takes longer than running it where every statement reads a page: 40 ms before 4 ms of work.
    onConnect: async (client) => {
      await client.query('set jit = off');
    },
    ...options,
  });
  pool.on('error', () => undefined);
  const { rows } = await pool.query<{ version: number }>(
    "select current_setting('server_version_num')::int as version",
  );
  if ((rows[0]?.version ?? 0) < OLDEST_VERSION) {
    await pool.end();
    throw new Error('PostgreSQL 15 or newer is needed');
  }
  return {
    ...handleOf(pool),
    engine: 'server',
    transaction: (work) => inTransaction(pool, work),
    close: () => pool.end(),
  };
}
