import { sql } from 'drizzle-orm';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { Instant } from '../../../kernel/clock.ts';
import type { AgencyId, NewId, UserId } from '../../../kernel/ids.ts';
import type { Db, Transaction } from '../../../server/database.ts';
import { type Digest, type Notice, type Told, toldKey } from '../rules/day-notices.ts';

type ToldRow = { userId: UserId; itemKey: string; occurrence: string; fireOn: CivilDate };

/** What everybody was told last of some items. */
export async function findTold(db: Db, agencyId: AgencyId, itemKeys: readonly string[]): Promise<Told> {
  const { rows } = await db.execute<ToldRow>(sql`
    select user_id as "userId", item_key as "itemKey", occurrence, max(fire_on) as "fireOn"
      from notice
     where agency_id = ${agencyId} and item_key in (select jsonb_array_elements_text(${JSON.stringify(itemKeys)}::jsonb))
     group by 1, 2, 3`);
  return new Map(rows.map(({ userId, itemKey, occurrence, fireOn }) => [toldKey(userId, itemKey, occurrence), fireOn]));
}

export type DayRun = { readonly day: CivilDate; readonly at: Instant };

/** Whether the day's digests are all made. */
export async function isDayFinished(db: Db, agencyId: AgencyId, day: CivilDate): Promise<boolean> {
  const { rows } = await db.execute(
    sql`select 1 from reminder_day where agency_id = ${agencyId} and day = ${day}::date`,
  );
  return rows.length > 0;
}

/** The last working day whose digests are all made. */
export async function findLastDay(db: Db, agencyId: AgencyId): Promise<CivilDate | null> {
  const { rows } = await db.execute<{ day: CivilDate | null }>(
    sql`select max(day) as day from reminder_day where agency_id = ${agencyId}`,
  );
  return rows[0]?.day ?? null;
}

/** @returns whether this run finished the day; another server may have been first */
export async function finishDay(tx: Transaction, agencyId: AgencyId, { day, at }: DayRun): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    insert into reminder_day (agency_id, day, finished_at, digests, notices)
    select ${agencyId}, ${day}::date, ${at}::timestamptz, count(*), coalesce(sum(line_count), 0)
      from digest where agency_id = ${agencyId} and day = ${day}::date
    on conflict do nothing returning day`);
  return rows.length > 0;
}

/**
 * Takes the day for some people: whoever has a digest of the day already, made by an earlier run or by another server at this
 * moment, is left out. Locks nobody for longer than the transaction.
 */
export async function takeDigests(
  tx: Transaction,
  agencyId: AgencyId,
  { day, at }: DayRun,
  digests: readonly Digest[],
): Promise<ReadonlySet<UserId>> {
  const rows = digests.map(({ userId, lines }) => ({ user_id: userId, line_count: lines.length }));
  const { rows: taken } = await tx.execute<{ userId: UserId }>(sql`
    insert into digest (agency_id, user_id, day, line_count, made_at)
    select ${agencyId}, user_id, ${day}::date, line_count, ${at}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (user_id text, line_count int)
     order by user_id
    on conflict do nothing returning user_id as "userId"`);
  return new Set(taken.map(({ userId }) => userId));
}

function noticeRow(newId: NewId, { userId, item, occurrence, reason, fireOn, covers, daysLeft }: Notice): object {
  return {
    notice_id: newId('notice'),
    user_id: userId,
    item_key: item.key,
    reason,
    occurrence,
    fire_on: fireOn,
    covers,
    source: item.source,
    step: item.step,
    title: item.title,
    address: item.address,
    unit_id: item.unitId,
    due_on: item.dueOn,
    days_left: daysLeft,
    points: item.points,
  };
}

/** Writes the lines of digests that were taken. @returns how many there were; a line told before by another way is not written */
export async function insertNotices(
  tx: Transaction,
  agencyId: AgencyId,
  { day, newId, notices }: { day: CivilDate; newId: NewId; notices: readonly Notice[] },
): Promise<number> {
  const rows = notices.map((notice) => noticeRow(newId, notice));
  const { rows: written } = await tx.execute(sql`
    insert into notice (agency_id, notice_id, user_id, item_key, reason, occurrence, fire_on, covers, day, source, step, title,
      address, unit_id, due_on, days_left, points)
    select ${agencyId}, notice_id, user_id, item_key, reason, occurrence, fire_on, covers, ${day}::date, source, step, title,
           address, unit_id, due_on, days_left, points
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (notice_id text, user_id text, item_key text,
        reason text, occurrence text, fire_on date, covers jsonb, source text, step text, title text, address text,
        unit_id text, due_on date, days_left int, points numeric)
    on conflict on constraint notice_once do nothing returning notice_id`);
  return written.length;
}

/** Sets the counts of digests right where a line had been told before, and takes back those without any. @returns the others */
export async function settleDigests(
  tx: Transaction,
  agencyId: AgencyId,
  day: CivilDate,
  userIds: readonly UserId[],
): Promise<UserId[]> {
  const { rows } = await tx.execute<{ userId: UserId; lineCount: number }>(sql`
    update digest d set line_count = (select count(*) from notice n
             where n.agency_id = d.agency_id and n.user_id = d.user_id and n.day = d.day)
     where d.agency_id = ${agencyId} and d.day = ${day}::date and d.user_id in ${userIds}
    returning d.user_id as "userId", d.line_count as "lineCount"`);
  await tx.execute(sql`
    delete from digest
     where agency_id = ${agencyId} and day = ${day}::date and user_id in ${userIds} and line_count = 0`);
  return rows.filter(({ lineCount }) => lineCount > 0).map(({ userId }) => userId);
}
