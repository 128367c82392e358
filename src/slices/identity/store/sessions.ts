import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Instant } from '../../../kernel/clock.ts';
import type { AgencyId, SessionId, UnitId, UserId } from '../../../kernel/ids.ts';
import type { Db, Transaction } from '../../../server/database.ts';
import type { Role } from '../rules/rights.ts';

export type Session = {
  agencyId: AgencyId;
  sessionId: SessionId;
  userId: UserId;
  createdAt: Instant;
  lastSeenAt: Instant;
  expiresAt: Instant;
  userAgent: string;
};

export type SessionPerson = Session & {
  username: string;
  displayName: string;
  role: Role;
  unitId: UnitId | null;
  mustChangePassword: boolean;
  agencyName: string;
  agencyShortName: string;
};

/** A secret that nobody can guess, and the hash of it that the database keeps. */
export function makeToken(): { token: string; tokenHash: string } {
  const token = randomBytes(32).toString('base64url');
  return { token, tokenHash: hashToken(token) };
}

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

export async function insertSession(tx: Transaction, session: Session, tokenHash: string): Promise<void> {
  await tx.execute(sql`
    insert into session (agency_id, session_id, token_hash, user_id, created_at, last_seen_at, expires_at, user_agent)
    values (${session.agencyId}, ${session.sessionId}, ${tokenHash}, ${session.userId}, ${session.createdAt}::timestamptz,
      ${session.lastSeenAt}::timestamptz, ${session.expiresAt}::timestamptz, ${session.userAgent})`);
}

/** The person of a living session. The token is unique over all agencies: sessions are small reference data. */
export async function findSessionPerson(db: Db, tokenHash: string, now: Instant): Promise<SessionPerson | null> {
  const { rows } = await db.execute<SessionPerson>(sql`
    select s.agency_id as "agencyId", s.session_id as "sessionId", s.user_id as "userId", s.created_at as "createdAt",
           s.last_seen_at as "lastSeenAt", s.expires_at as "expiresAt", s.user_agent as "userAgent",
           u.username, u.display_name as "displayName", u.role, u.unit_id as "unitId",
           u.must_change_password as "mustChangePassword", a.name as "agencyName", a.short_name as "agencyShortName"
      from session s
      join app_user u on u.agency_id = s.agency_id and u.user_id = s.user_id
      join agency a on a.agency_id = s.agency_id
     where s.token_hash = ${tokenHash} and s.expires_at > ${now}::timestamptz and u.is_active`);
  return rows[0] ?? null;
}

/** Keeps when a session was last used, for the list of one's sessions. */
export async function touchSession(db: Db, session: Session, now: Instant): Promise<void> {
  await db.execute(sql`
    update session set last_seen_at = ${now}::timestamptz
     where agency_id = ${session.agencyId} and session_id = ${session.sessionId}`);
}

const PAGE_SIZE = 200;

export async function findSessionsOf(db: Db, agencyId: AgencyId, userId: UserId, now: Instant): Promise<Session[]> {
  const { rows } = await db.execute<Session>(sql`
    select agency_id as "agencyId", session_id as "sessionId", user_id as "userId", created_at as "createdAt",
           last_seen_at as "lastSeenAt", expires_at as "expiresAt", user_agent as "userAgent"
      from session where agency_id = ${agencyId} and user_id = ${userId} and expires_at > ${now}::timestamptz
     order by last_seen_at desc, session_id limit ${PAGE_SIZE}`);
  return rows;
}

export async function deleteSession(tx: Transaction, agencyId: AgencyId, sessionId: SessionId): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    delete from session where agency_id = ${agencyId} and session_id = ${sessionId} returning session_id`);
  return rows.length > 0;
}

/** Ends every session of a user but one (null: all). @returns how many ended */
export async function deleteSessionsOf(
  tx: Transaction,
  agencyId: AgencyId,
  userId: UserId,
  except: SessionId | null,
): Promise<number> {
  const { rows } = await tx.execute(sql`
    delete from session where agency_id = ${agencyId} and user_id = ${userId}
       and session_id is distinct from ${except} returning session_id`);
  return rows.length;
}

export async function deleteExpiredSessions(tx: Transaction, agencyId: AgencyId, now: Instant): Promise<void> {
  await tx.execute(sql`delete from session where agency_id = ${agencyId} and expires_at <= ${now}::timestamptz`);
}
