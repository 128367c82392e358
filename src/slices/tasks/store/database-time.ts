import { sql } from 'drizzle-orm';
import type { Instant } from '../../../kernel/clock.ts';
import type { Db } from '../../../server/database.ts';

/** The moment at which a number was taken. */
export async function findTime(db: Db): Promise<Instant> {
  const { rows } = await db.execute<{ at: Instant }>(sql`select now()::timestamptz as at`);
  const at = rows[0]?.at;
  if (at === undefined) throw new Error('the database does not tell the time');
  return at;
}
