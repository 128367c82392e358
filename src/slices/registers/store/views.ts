import { sql } from 'drizzle-orm';
import type { Instant } from '../../../kernel/clock.ts';
import type { AgencyId, UserId, ViewId } from '../../../kernel/ids.ts';
import type { Db, Transaction } from '../../../server/database.ts';

/** A list as somebody keeps it: the words of its address under a name. */
export type SavedView = {
  readonly viewId: ViewId;
  readonly name: string;
  readonly isShared: boolean;
  readonly userId: UserId;
  readonly query: Readonly<Record<string, string>>;
};

/** Views of a register that a person keeps or that colleagues share. */
export async function findViews(db: Db, agencyId: AgencyId, key: string, userId: UserId): Promise<SavedView[]> {
  const { rows } = await db.execute<SavedView>(sql`
    select view_id as "viewId", name, is_shared as "isShared", user_id as "userId", query from register_view
     where agency_id = ${agencyId} and register_key = ${key} and (is_shared or user_id = ${userId})
     order by name, view_id limit 500`);
  return rows;
}

export async function insertView(
  tx: Transaction,
  agencyId: AgencyId,
  key: string,
  { viewId, name, isShared, userId, query }: SavedView,
  at: Instant,
): Promise<void> {
  await tx.execute(sql`
    insert into register_view (agency_id, register_key, view_id, name, user_id, is_shared, query, created_at)
    values (${agencyId}, ${key}, ${viewId}, ${name}, ${userId}, ${isShared}, ${JSON.stringify(query)}::jsonb, ${at}::timestamptz)`);
}

/** @returns whether the view was there and the person's own */
export async function deleteView(
  tx: Transaction,
  agencyId: AgencyId,
  key: string,
  given: { viewId: ViewId; userId: UserId },
): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    delete from register_view where agency_id = ${agencyId} and register_key = ${key} and view_id = ${given.viewId}
       and user_id = ${given.userId} returning view_id`);
  return rows.length > 0;
}
