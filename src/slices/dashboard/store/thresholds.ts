import { sql } from 'drizzle-orm';
import type { Instant } from '../../../kernel/clock.ts';
import type { AgencyId } from '../../../kernel/ids.ts';
import type { Db, Transaction } from '../../../server/database.ts';
import { defaultThresholds, type Thresholds } from '../rules/proposals.ts';

/** Version 0 while the office has the defaults. */
export type StoredThresholds = { readonly thresholds: Thresholds; readonly version: number };

export async function findThresholds(db: Db, agencyId: AgencyId): Promise<StoredThresholds> {
  const { rows } = await db.execute<StoredThresholds>(
    sql`select thresholds, version from answer_setting where agency_id = ${agencyId}`,
  );
  return rows[0] ?? { thresholds: defaultThresholds, version: 0 };
}

/** @returns whether the thresholds still had the version that the editor saw */
export async function saveThresholds(
  tx: Transaction,
  agencyId: AgencyId,
  { thresholds, version, at }: StoredThresholds & { readonly at: Instant },
): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    insert into answer_setting (agency_id, thresholds, changed_at)
    values (${agencyId}, ${JSON.stringify(thresholds)}::jsonb, ${at}::timestamptz)
    on conflict (agency_id) do update set thresholds = excluded.thresholds, version = answer_setting.version + 1,
      changed_at = excluded.changed_at where answer_setting.version = ${version}
    returning version`);
  return (rows[0]?.version ?? 0) === version + 1;
}
