import { sql } from 'drizzle-orm';
import type { AgencyId } from '../../../kernel/ids.ts';
import type { Db } from '../../../server/database.ts';

/** The text of the set a year is scored with, and the final points of the year before by leaf. */
export async function findLeafSource(
  db: Db,
  agencyId: AgencyId,
  year: number,
): Promise<{ source: string | null; lastPoints: Map<string, string> }> {
  const { rows: sets } = await db.execute<{ source: string }>(sql`
    select s.source from index_year y join criteria_set s on s.agency_id = y.agency_id and s.set_id = y.set_id
     where y.agency_id = ${agencyId} and y.year = ${year}`);
  const { rows } = await db.execute<{ code: string; points: string }>(sql`
    select leaf_code as code, points::text as points from stage_score
     where agency_id = ${agencyId} and year = ${year - 1} and stage = 'final' order by leaf_code limit 2000`);
  return { source: sets[0]?.source ?? null, lastPoints: new Map(rows.map(({ code, points }) => [code, points])) };
}
