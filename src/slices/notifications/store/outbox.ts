import { type SQL, sql } from 'drizzle-orm';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { addMinutes, type Instant } from '../../../kernel/clock.ts';
import type { AgencyId, NewId, UserId } from '../../../kernel/ids.ts';
import type { Db, Transaction } from '../../../server/database.ts';
import { CLAIM_MINUTES, type Failure, type FailureKind, type NextStep } from '../rules/delivery.ts';
import type { NoticeLanguage } from '../rules/notice-words.ts';

export const channels = ['email', 'webhook'] as const;
export type Channel = (typeof channels)[number];
export const deliveryStates = ['waiting', 'sent', 'failed'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** Puts the digests of some people in the outbox: by e-mail to whoever wants it, to the office's webhook where there is one. */
export async function fillOutbox(
  tx: Transaction,
  agencyId: AgencyId,
  given: { userIds: readonly UserId[]; day: CivilDate; at: Instant; newId: NewId; hasWebhook: boolean },
): Promise<void> {
  const { userIds, day, at, newId, hasWebhook } = given;
  const rows = userIds.map((userId) => ({ user_id: userId, email_id: newId('delivery'), hook_id: newId('delivery') }));
  const people = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g (user_id text, email_id text, hook_id text)`;
  await tx.execute(sql`
    insert into outbox (agency_id, delivery_id, channel, user_id, day, next_at, made_at)
    select ${agencyId}, g.email_id, 'email', g.user_id, ${day}::date, ${at}::timestamptz, ${at}::timestamptz
      from ${people} join notice_preference p on p.agency_id = ${agencyId} and p.user_id = g.user_id and p.wants_email
    on conflict do nothing`);
  if (!hasWebhook) return;
  await tx.execute(sql`
    insert into outbox (agency_id, delivery_id, channel, user_id, day, next_at, made_at)
    select ${agencyId}, g.hook_id, 'webhook', g.user_id, ${day}::date, ${at}::timestamptz, ${at}::timestamptz from ${people}
    on conflict do nothing`);
}

/** A delivery that this server is to try now, with whom it is for. */
export type Claimed = {
  deliveryId: string;
  channel: Channel;
  userId: UserId;
  day: CivilDate;
  attempts: number;
  madeAt: Instant;
  username: string;
  displayName: string;
  isActive: boolean;
  email: string | null;
  wantsEmail: boolean;
  language: NoticeLanguage;
};

/**
 * Claims deliveries that are due. No two servers claim the same one while its claim lasts; a claim of a server that died ends
 * by itself.
 */
export async function claimDeliveries(db: Db, agencyId: AgencyId, now: Instant, limit: number): Promise<Claimed[]> {
  const until = addMinutes(now, CLAIM_MINUTES);
  const { rows } = await db.execute<Claimed>(sql`
    with chosen as (
      select agency_id, delivery_id from outbox
       where agency_id = ${agencyId} and state = 'waiting' and next_at <= ${now}::timestamptz
         and (claimed_until is null or claimed_until <= ${now}::timestamptz)
       order by next_at, delivery_id limit ${limit} for update skip locked),
    claimed as (
      update outbox o set claimed_until = ${until}::timestamptz, attempts = o.attempts + 1
        from chosen c where o.agency_id = c.agency_id and o.delivery_id = c.delivery_id
      returning o.agency_id, o.delivery_id, o.channel, o.user_id, o.day, o.attempts, o.made_at)
    select c.delivery_id as "deliveryId", c.channel, c.user_id as "userId", c.day, c.attempts, c.made_at as "madeAt",
           u.username, u.display_name as "displayName", u.is_active as "isActive", p.email,
           coalesce(p.wants_email, false) as "wantsEmail", coalesce(p.language, 'vi') as language
      from claimed c join app_user u on u.agency_id = c.agency_id and u.user_id = c.user_id
      left join notice_preference p on p.agency_id = c.agency_id and p.user_id = c.user_id
     order by c.delivery_id`);
  return rows;
}

type Attempt = Pick<Claimed, 'deliveryId' | 'attempts'>;

/** Only the server that made the attempt may settle it: after its claim ended, somebody else's attempt counts. */
const mine = (agencyId: AgencyId, { deliveryId, attempts }: Attempt): SQL =>
  sql`agency_id = ${agencyId} and delivery_id = ${deliveryId} and attempts = ${attempts} and state = 'waiting'`;

export async function settleSent(db: Db, agencyId: AgencyId, attempt: Attempt, now: Instant): Promise<void> {
  await db.execute(sql`
    update outbox set state = 'sent', settled_at = ${now}::timestamptz, claimed_until = null, failure_kind = null, failure_text = null
     where ${mine(agencyId, attempt)}`);
}

export async function settleFailed(
  db: Db,
  agencyId: AgencyId,
  attempt: Attempt,
  { failure, next, now }: { failure: Failure; next: NextStep; now: Instant },
): Promise<void> {
  const nextAt = next.state === 'waiting' ? next.nextAt : now;
  await db.execute(sql`
    update outbox set state = ${next.state}, next_at = ${nextAt}::timestamptz, claimed_until = null,
           settled_at = case when ${next.state} = 'failed' then ${now}::timestamptz end,
           failure_kind = ${failure.kind}, failure_text = ${failure.detail}
     where ${mine(agencyId, attempt)}`);
}

export type Delivery = {
  deliveryId: string;
  channel: Channel;
  userId: UserId;
  displayName: string;
  day: CivilDate;
  state: DeliveryState;
  attempts: number;
  nextAt: Instant;
  failureKind: FailureKind | null;
  failureText: string | null;
  madeAt: Instant;
  settledAt: Instant | null;
};

/** What left the house or did not, newest first. */
export async function findDeliveries(
  db: Db,
  agencyId: AgencyId,
  filter: { readonly state: DeliveryState | 'troubled' | null; readonly limit: number },
): Promise<Delivery[]> {
  const state =
    filter.state === null
      ? sql``
      : filter.state === 'troubled'
        ? sql` and (o.state = 'failed' or (o.state = 'waiting' and o.failure_kind is not null))`
        : sql` and o.state = ${filter.state}`;
  const { rows } = await db.execute<Delivery>(sql`
    select o.delivery_id as "deliveryId", o.channel, o.user_id as "userId", u.display_name as "displayName", o.day, o.state,
           o.attempts, o.next_at as "nextAt", o.failure_kind as "failureKind", o.failure_text as "failureText",
           o.made_at as "madeAt", o.settled_at as "settledAt"
      from outbox o join app_user u on u.agency_id = o.agency_id and u.user_id = o.user_id
     where o.agency_id = ${agencyId}${state} order by o.made_at desc, o.delivery_id limit ${filter.limit}`);
  return rows;
}

export type DeliveryCounts = { waiting: number; sent: number; failed: number };

export async function countDeliveries(db: Db, agencyId: AgencyId): Promise<DeliveryCounts> {
  const { rows } = await db.execute<DeliveryCounts>(sql`
    select count(*) filter (where state = 'waiting') as waiting, count(*) filter (where state = 'sent') as sent,
           count(*) filter (where state = 'failed') as failed from outbox where agency_id = ${agencyId}`);
  return rows[0] ?? { waiting: 0, sent: 0, failed: 0 };
}

/** Puts given-up deliveries back, with all their attempts before them. @returns those that were given up */
export async function resendDeliveries(
  tx: Transaction,
  agencyId: AgencyId,
  deliveryIds: readonly string[],
  now: Instant,
): Promise<string[]> {
  const { rows } = await tx.execute<{ deliveryId: string }>(sql`
    update outbox set state = 'waiting', attempts = 0, next_at = ${now}::timestamptz, made_at = ${now}::timestamptz,
           claimed_until = null, settled_at = null
     where agency_id = ${agencyId} and state = 'failed' and delivery_id in ${deliveryIds}
    returning delivery_id as "deliveryId"`);
  return rows.map(({ deliveryId }) => deliveryId);
}
