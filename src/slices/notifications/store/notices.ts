import { type SQL, sql } from 'drizzle-orm';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { Instant } from '../../../kernel/clock.ts';
import type { AgencyId, UnitId, UserId } from '../../../kernel/ids.ts';
import type { Db, Transaction } from '../../../server/database.ts';
import type { WaitingItem, WaitingStep } from '../../deadlines/index.ts';
import type { Reason } from '../rules/stages.ts';

export type NoticeRow = {
  noticeId: string;
  day: CivilDate;
  reason: Reason;
  source: WaitingItem['source'];
  step: WaitingStep;
  title: string;
  address: string;
  unitId: UnitId | null;
  dueOn: CivilDate;
  daysLeft: number | null;
  points: string | null;
  readAt: Instant | null;
};

const COLUMNS = sql`notice_id as "noticeId", day, reason, source, step, title, address, unit_id as "unitId", due_on as "dueOn",
  days_left as "daysLeft", trim_scale(points) as points, read_at as "readAt"`;
const MOST_LINES = 5000;

export type NoticeFilter = { readonly isUnread: boolean; readonly limit: number; readonly offset: number };

/** What a person was told, the newest day first. */
export async function findNotices(
  db: Db,
  agencyId: AgencyId,
  userId: UserId,
  { isUnread, limit, offset }: NoticeFilter,
): Promise<{ notices: NoticeRow[]; total: number }> {
  const mine = sql`agency_id = ${agencyId} and user_id = ${userId}${isUnread ? sql` and read_at is null` : sql``}`;
  const { rows } = await db.execute<NoticeRow>(sql`
    select ${COLUMNS} from notice where ${mine}
     order by day desc, due_on, points desc nulls last, item_key limit ${limit} offset ${offset}`);
  const { rows: counted } = await db.execute<{ total: number }>(
    sql`select count(*) as total from notice where ${mine}`,
  );
  return { notices: rows, total: counted[0]?.total ?? 0 };
}

export async function countUnread(db: Db, agencyId: AgencyId, userId: UserId): Promise<number> {
  const { rows } = await db.execute<{ unread: number }>(sql`
    select count(*) as unread from notice where agency_id = ${agencyId} and user_id = ${userId} and read_at is null`);
  return rows[0]?.unread ?? 0;
}

/** Marks some notices of a person, or all of them, as read or as unread again. @returns how many changed */
export async function markNotices(
  tx: Transaction,
  agencyId: AgencyId,
  userId: UserId,
  mark: { readonly noticeIds: readonly string[] | 'all'; readonly readAt: Instant | null },
): Promise<number> {
  const { noticeIds, readAt } = mark;
  if (noticeIds !== 'all' && noticeIds.length === 0) return 0;
  const chosen: SQL = noticeIds === 'all' ? sql`` : sql` and notice_id in ${noticeIds}`;
  const { rows } = await tx.execute(sql`
    update notice set read_at = ${readAt}::timestamptz
     where agency_id = ${agencyId} and user_id = ${userId} and (read_at is null) = ${readAt !== null}${chosen}
    returning notice_id`);
  return rows.length;
}

/** The lines of one digest, in its order. */
export async function findDigestLines(
  db: Db,
  agencyId: AgencyId,
  userId: UserId,
  day: CivilDate,
): Promise<NoticeRow[]> {
  const { rows } = await db.execute<NoticeRow>(sql`
    select ${COLUMNS} from notice where agency_id = ${agencyId} and user_id = ${userId} and day = ${day}::date
     order by due_on, points desc nulls last, item_key limit ${MOST_LINES}`);
  return rows;
}
