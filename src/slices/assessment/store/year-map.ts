import { sql } from 'drizzle-orm';
import type { Instant } from '../../../kernel/clock.ts';
import type { AgencyId } from '../../../kernel/ids.ts';
import type { Db, Transaction } from '../../../server/database.ts';
import type { YearLink } from '../../criteria/index.ts';

export type StoredYearMap = { links: YearLink[]; changedName: string; changedAt: Instant };

export async function findYearMap(db: Db, agencyId: AgencyId, year: number): Promise<StoredYearMap | null> {
  const { rows } = await db.execute<StoredYearMap>(sql`
    select links, changed_name as "changedName", changed_at as "changedAt" from year_map
     where agency_id = ${agencyId} and year = ${year}`);
  return rows[0] ?? null;
}

export async function saveYearMap(
  tx: Transaction,
  agencyId: AgencyId,
  map: { year: number; links: readonly YearLink[]; by: string; name: string; at: Instant },
): Promise<void> {
  await tx.execute(sql`
    insert into year_map (agency_id, year, links, changed_by, changed_name, changed_at)
    values (${agencyId}, ${map.year}, ${JSON.stringify(map.links)}::jsonb, ${map.by}, ${map.name}, ${map.at}::timestamptz)
    on conflict (agency_id, year) do update set links = excluded.links, changed_by = excluded.changed_by,
      changed_name = excluded.changed_name, changed_at = excluded.changed_at`);
}
