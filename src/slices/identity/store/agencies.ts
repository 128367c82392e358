import { sql } from 'drizzle-orm';
import type { Instant } from '../../../kernel/clock.ts';
import type { AgencyId } from '../../../kernel/ids.ts';
import type { Db, Transaction } from '../../../server/database.ts';

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
