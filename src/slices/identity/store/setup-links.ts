import { sql } from 'drizzle-orm';
import type { Instant } from '../../../kernel/clock.ts';
import type { AgencyId } from '../../../kernel/ids.ts';
import type { Db, Transaction } from '../../../server/database.ts';

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

export type Agency = { agencyId: AgencyId; name: string; shortName: string; province: string };

export async function insertAgency(tx: Transaction, agency: Agency, createdAt: Instant): Promise<void> {
  await tx.execute(sql`
    insert into agency (agency_id, name, short_name, province, created_at)
    values (${agency.agencyId}, ${agency.name}, ${agency.shortName}, ${agency.province}, ${createdAt}::timestamptz)`);
}

export async function findAgency(db: Db, agencyId: AgencyId): Promise<Agency | null> {
  const { rows } = await db.execute<Agency>(sql`
    select agency_id as "agencyId", name, short_name as "shortName", province from agency where agency_id = ${agencyId}`);
  return rows[0] ?? null;
}
