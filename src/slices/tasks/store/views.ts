import { sql } from 'drizzle-orm';
import type { Instant } from '../../../kernel/clock.ts';
import type { AgencyId, UserId, ViewId } from '../../../kernel/ids.ts';
import type { Db, Transaction } from '../../../server/database.ts';

/** Filters of a list under a name. */
export type SavedView = { viewId: ViewId; name: string; words: string; isShared: boolean; isOwn: boolean };

/** The person's own views of a page and those that others share, by name. */
export async function findViews(
  db: Db,
  agencyId: AgencyId,
  { page, userId }: { page: string; userId: UserId },
): Promise<SavedView[]> {
  const { rows } = await db.execute<SavedView>(sql`
    select view_id as "viewId", name, words, is_shared as "isShared", user_id = ${userId} as "isOwn" from saved_view
     where agency_id = ${agencyId} and page = ${page} and (user_id = ${userId} or is_shared) order by name, view_id limit 200`);
  return rows;
}

export async function insertView(
  tx: Transaction,
  agencyId: AgencyId,
  view: Omit<SavedView, 'isOwn'> & { page: string; userId: UserId; at: Instant },
): Promise<void> {
  await tx.execute(sql`
    insert into saved_view (agency_id, view_id, user_id, page, name, words, is_shared, created_at)
    values (${agencyId}, ${view.viewId}, ${view.userId}, ${view.page}, ${view.name}, ${view.words}, ${view.isShared},
      ${view.at}::timestamptz)`);
}

/** @returns whether the view was there and the person's own */
export async function deleteView(
  tx: Transaction,
  agencyId: AgencyId,
  { viewId, userId }: { viewId: ViewId; userId: UserId },
): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    delete from saved_view where agency_id = ${agencyId} and view_id = ${viewId} and user_id = ${userId} returning view_id`);
  return rows.length > 0;
}
