// Finds the PostgreSQL server that store tests also run on. Plain JavaScript that Node 20 understands.
import { userInfo } from 'node:os';
import process from 'node:process';

const OLDEST_POSTGRESQL = 150_000;

async function isUsable(url) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1500 });
  try {
    await client.connect();
    const { rows } = await client.query("select current_setting('server_version_num')::int as version");
    return rows[0].version >= OLDEST_POSTGRESQL;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** @returns {Promise<string | null>} TEST_DATABASE_URL, else a database `test` on this machine that asks no password */
export async function findTestDatabase() {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return given;
  for (const user of new Set([userInfo().username, 'postgres'])) {
    const url = `postgres://${encodeURIComponent(user)}@127.0.0.1:5432/test`;
    if (await isUsable(url)) return url;
  }
  return null;
}
