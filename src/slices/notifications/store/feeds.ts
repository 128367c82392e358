import { timingSafeEqual } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Instant } from '../../../kernel/clock.ts';
import type { AgencyId, UnitId, UserId } from '../../../kernel/ids.ts';
import type { Db, Transaction } from '../../../server/database.ts';
import type { Role } from '../../identity/index.ts';

export async function findFeed(db: Db, agencyId: AgencyId, userId: UserId): Promise<{ madeAt: Instant } | null> {
  const { rows } = await db.execute<{ madeAt: Instant }>(sql`
    select made_at as "madeAt" from calendar_feed where agency_id = ${agencyId} and user_id = ${userId}`);
  return rows[0] ?? null;
}

export async function saveFeed(
  tx: Transaction,
  agencyId: AgencyId,
  userId: UserId,
  feed: { tokenHash: string; at: Instant },
): Promise<void> {
  await tx.execute(sql`
    insert into calendar_feed (agency_id, user_id, token_hash, made_at)
    values (${agencyId}, ${userId}, ${feed.tokenHash}, ${feed.at}::timestamptz)
    on conflict (agency_id, user_id) do update set token_hash = excluded.token_hash, made_at = excluded.made_at`);
}

export async function deleteFeed(tx: Transaction, agencyId: AgencyId, userId: UserId): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    delete from calendar_feed where agency_id = ${agencyId} and user_id = ${userId} returning user_id`);
  return rows.length > 0;
}

export type FeedPerson = {
  agencyId: AgencyId;
  agencyName: string;
  userId: UserId;
  displayName: string;
  role: Role;
  unitId: UnitId | null;
  language: 'vi' | 'en';
};

/**
 * Whose calendar a secret opens, while the person may log in. Secrets are unique over all agencies, like sessions. They are
 * looked up by their hash, so that the time of the look-up tells nothing of a secret; the hashes are compared in constant time.
 */
export async function findFeedPerson(db: Db, tokenHash: string): Promise<FeedPerson | null> {
  const { rows } = await db.execute<FeedPerson & { tokenHash: string }>(sql`
    select f.agency_id as "agencyId", a.name as "agencyName", f.user_id as "userId", u.display_name as "displayName", u.role,
           u.unit_id as "unitId", coalesce(p.language, 'vi') as language, f.token_hash as "tokenHash"
      from calendar_feed f
      join app_user u on u.agency_id = f.agency_id and u.user_id = f.user_id
      join agency a on a.agency_id = f.agency_id
      left join notice_preference p on p.agency_id = f.agency_id and p.user_id = f.user_id
     where f.token_hash = ${tokenHash} and u.is_active`);
  const [found] = rows;
  if (!found || !timingSafeEqual(Buffer.from(found.tokenHash), Buffer.from(tokenHash))) return null;
  const { tokenHash: _hash, ...person } = found;
  return person;
}
