import { sql } from 'drizzle-orm';
import type { Instant } from '../../../kernel/clock.ts';
import type { AgencyId, TaskId, UserId } from '../../../kernel/ids.ts';
import type { Db, Transaction } from '../../../server/database.ts';
import type { Mentionable } from '../rules/mentions.ts';

export type Mention = {
  mentionId: string;
  userId: UserId;
  taskId: TaskId;
  title: string;
  byName: string;
  excerpt: string;
  at: Instant;
};

/** Active people whom a task may name: those of its units, and those whose right reaches every unit. */
export async function findMentionable(
  db: Db,
  agencyId: AgencyId,
  given: { unitIds: readonly string[]; roles: readonly string[] },
): Promise<(Mentionable & { userId: UserId })[]> {
  const ofUnits = given.unitIds.length > 0 ? sql`unit_id in ${given.unitIds}` : sql`false`;
  const { rows } = await db.execute<Mentionable & { userId: UserId }>(sql`
    select user_id as "userId", username, display_name as "displayName" from app_user
     where agency_id = ${agencyId} and is_active and (${ofUnits} or role in ${given.roles})
     order by display_name, user_id limit 1000`);
  return rows;
}

export async function insertMentions(
  tx: Transaction,
  agencyId: AgencyId,
  mentions: readonly (Omit<Mention, 'title'> & { eventId: string })[],
): Promise<void> {
  if (mentions.length === 0) return;
  const values = mentions.map(
    (
      one,
    ) => sql`(${agencyId}, ${one.mentionId}, ${one.userId}, ${one.taskId}, ${one.eventId}, ${one.byName}, ${one.excerpt},
      ${one.at}::timestamptz)`,
  );
  await tx.execute(sql`
    insert into mention (agency_id, mention_id, user_id, task_id, event_id, by_name, excerpt, at)
    values ${sql.join(values, sql`, `)}`);
}

/** Mentions that nobody has looked at yet; of one person where one is named. */
export async function findUnseenMentions(db: Db, agencyId: AgencyId, userId: UserId | null): Promise<Mention[]> {
  const ofPerson = userId === null ? sql`` : sql` and m.user_id = ${userId}`;
  const { rows } = await db.execute<Mention>(sql`
    select m.mention_id as "mentionId", m.user_id as "userId", m.task_id as "taskId", t.title, m.by_name as "byName", m.excerpt, m.at
      from mention m join task t on t.agency_id = m.agency_id and t.task_id = m.task_id
     where m.agency_id = ${agencyId}${ofPerson} and m.seen_at is null order by m.at, m.mention_id limit 5000`);
  return rows;
}

/** Whoever opens the task has seen what called him there. @returns how many were new */
export async function seeMentions(
  tx: Transaction,
  agencyId: AgencyId,
  seen: { userId: UserId; taskId: TaskId; at: Instant },
): Promise<number> {
  const { rows } = await tx.execute(sql`
    update mention set seen_at = ${seen.at}::timestamptz
     where agency_id = ${agencyId} and user_id = ${seen.userId} and task_id = ${seen.taskId} and seen_at is null
     returning mention_id`);
  return rows.length;
}
