import { sql } from 'drizzle-orm';
import type { Instant } from '../../../kernel/clock.ts';
import type { Transaction } from '../../../server/database.ts';

/** Replaces every earlier link: only the newest one printed works. */
export async function saveSetupLink(tx: Transaction, tokenHash: string, expiresAt: Instant): Promise<void> {
  await tx.execute(sql`delete from setup_link`);
  await tx.execute(
    sql`insert into setup_link (token_hash, expires_at) values (${tokenHash}, ${expiresAt}::timestamptz)`,
  );
}

/** Uses the link up. @returns whether it was there and still good */
export async function takeSetupLink(tx: Transaction, tokenHash: string, now: Instant): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    delete from setup_link where token_hash = ${tokenHash} and expires_at > ${now}::timestamptz returning token_hash`);
  return rows.length === 1;
}
