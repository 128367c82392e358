import type { SQL } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import pg from 'pg';
import type { Database, Db, Transaction } from './database.ts';
import { valueParsers } from './parsers.ts';

const dialect = new PgDialect();
const POOL_SIZE = 10;
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

async function inTransaction<Value>(pool: pg.Pool, work: (tx: Transaction) => Promise<Value>): Promise<Value> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const value = await work(handleOf(client) as Transaction);
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
  const pool = new pg.Pool({ connectionString: url, max: POOL_SIZE, types, ...options });
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
    runScript: async (script) => {
      await pool.query(script);
    },
    close: () => pool.end(),
  };
}
