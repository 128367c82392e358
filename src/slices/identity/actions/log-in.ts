import { addMinutes, type Instant } from '../../../kernel/clock.ts';
import { accept, type Outcome, refuse } from '../../../kernel/outcome.ts';
import type { Context } from '../../../server/context.ts';
import type { Transaction } from '../../../server/database.ts';
import { appendAudit } from '../../audit/server.ts';
import { lockMinutes } from '../rules/lock-out.ts';
import { isPasswordRight, spendPasswordTime } from '../store/passwords.ts';
import { deleteExpiredSessions, insertSession, makeToken, type Session } from '../store/sessions.ts';
import { findUser, findUserByName, saveAttempts, type UserWithPassword } from '../store/users.ts';
import type { IdentityRefusal } from './refusals.ts';

/** A session lasts a working day from its log-in on, however much it is used. */
export const SESSION_HOURS = 12;

/** A user whose attempt is counted; `lockedUntil` is the lock that holds should the password turn out wrong. */
type Attempt = { user: UserWithPassword; attempts: number; lockedUntil: Instant | null };

/**
 * Counts the attempt before the password is looked at: a hundred guesses sent at once are no more than a hundred in a
 * row, and the slow check of the password holds no transaction open.
 */
async function countAttempt(
  tx: Transaction,
  { clock }: Context,
  username: string,
): Promise<Outcome<Attempt, IdentityRefusal>> {
  const user = await findUserByName(tx, username);
  if (!user?.isActive) return refuse({ code: 'wrong-password' });
  const now = clock.now();
  if (user.lockedUntil !== null && user.lockedUntil > now) return refuse({ code: 'locked', until: user.lockedUntil });
  const attempts = user.failedAttempts + 1;
  const minutes = lockMinutes(attempts);
  const lockedUntil = minutes > 0 ? addMinutes(now, minutes) : null;
  await saveAttempts(tx, user, attempts, lockedUntil);
  return accept({ user, attempts, lockedUntil });
}

async function tellWrongPassword(context: Context, attempt: Attempt): Promise<Outcome<never, IdentityRefusal>> {
  const { user, attempts, lockedUntil } = attempt;
  if (lockedUntil === null) return refuse({ code: 'wrong-password' });
  const system = { agencyId: user.agencyId, actorId: null, actorName: 'Hệ thống' };
  const after = { attempts, until: lockedUntil };
  const fact = { action: 'user.lock', subjectKind: 'user', subjectId: user.userId, after };
  await context.database.transaction((tx) => appendAudit(tx, system, context.clock.now(), [fact]));
  return refuse({ code: 'locked', until: lockedUntil });
}

/** @returns null when the user was switched off or got another password since the attempt began */
async function openSession(
  tx: Transaction,
  { clock, newId }: Context,
  attempt: Attempt,
  userAgent: string,
): Promise<string | null> {
  const user = await findUser(tx, attempt.user.agencyId, attempt.user.userId);
  if (!user?.isActive || user.passwordHash !== attempt.user.passwordHash) return null;
  const now = clock.now();
  const { token, tokenHash } = makeToken();
  const session: Session = {
    agencyId: user.agencyId,
    sessionId: newId('session'),
    userId: user.userId,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: addMinutes(now, SESSION_HOURS * 60),
    userAgent: userAgent.slice(0, 200),
  };
  await saveAttempts(tx, user, 0, null);
  await deleteExpiredSessions(tx, user.agencyId, now);
  await insertSession(tx, session, tokenHash);
  await appendAudit(tx, { agencyId: user.agencyId, actorId: user.userId, actorName: user.displayName }, now, [
    { action: 'session.open', subjectKind: 'user', subjectId: user.userId },
  ]);
  return token;
}

/**
 * Opens a session for the right name and password. Names are compared without regard to case.
 *
 * @returns the token of the cookie
 */
export async function logIn(
  context: Context,
  given: { username: string; password: string; userAgent: string },
): Promise<Outcome<{ token: string }, IdentityRefusal>> {
  const { database } = context;
  const counted = await database.transaction((tx) => countAttempt(tx, context, given.username.trim().toLowerCase()));
  if (!counted.ok) {
    await spendPasswordTime(given.password);
    return counted;
  }
  const attempt = counted.value;
  if (!(await isPasswordRight(given.password, attempt.user.passwordHash))) return tellWrongPassword(context, attempt);
  const token = await database.transaction((tx) => openSession(tx, context, attempt, given.userAgent));
  return token === null ? refuse({ code: 'wrong-password' }) : accept({ token });
}
