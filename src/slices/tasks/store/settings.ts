import { sql } from 'drizzle-orm';
import type { Instant } from '../../../kernel/clock.ts';
import type { AgencyId } from '../../../kernel/ids.ts';
import type { Db, Transaction } from '../../../server/database.ts';

export async function findSettings(db: Db, agencyId: AgencyId): Promise<Map<string, unknown>> {
  const { rows } = await db.execute<{ key: string; value: unknown }>(sql`
    select key, value from task_setting where agency_id = ${agencyId} order by key limit 100`);
  return new Map(rows.map(({ key, value }) => [key, value]));
}

export async function saveSetting(
  tx: Transaction,
  agencyId: AgencyId,
  setting: { key: string; value: unknown; at: Instant },
): Promise<void> {
  await tx.execute(sql`
    insert into task_setting (agency_id, key, value, changed_at)
    values (${agencyId}, ${setting.key}, ${JSON.stringify(setting.value)}::jsonb, ${setting.at}::timestamptz)
    on conflict (agency_id, key) do update set value = excluded.value, changed_at = excluded.changed_at`);
}
