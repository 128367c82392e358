import type { Instant } from '../../../kernel/clock.ts';
import { accept, type Outcome, refuse } from '../../../kernel/outcome.ts';
import type { Context } from '../../../server/context.ts';
import type { Transaction } from '../../../server/database.ts';
import { appendAudit } from '../../audit/server.ts';
import { lockMinutes } from '../rules/lock-out.ts';
import { isPasswordRight, spendPasswordTime } from '../store/passwords.ts';
import { insertSession, makeToken, type Session } from '../store/sessions.ts';
import { findUserByName, saveFailedAttempt, type User } from '../store/users.ts';
import type { IdentityRefusal } from './refusals.ts';

export const SESSION_HOURS = 12;

export function laterBy(at: Instant, minutes: number): Instant {
  return Temporal.Instant.from(at).add({ minutes }).toString({ smallestUnit: 'millisecond' }) as Instant;
}

async function openSession(tx: Transaction, { clock, newId }: Context, user: User, userAgent: string): Promise<string> {
  const now = clock.now();
  const { token, tokenHash } = makeToken();
  const session: Session = {
    agencyId: user.agencyId,
    sessionId: newId('session'),
    userId: user.userId,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: laterBy(now, SESSION_HOURS * 60),
    userAgent: userAgent.slice(0, 200),
  };
  await saveFailedAttempt(tx, user, 0, null);
  await insertSession(tx, session, tokenHash);
  await appendAudit(tx, { agencyId: user.agencyId, actorId: user.userId, actorName: user.displayName }, now, [
    { action: 'session.open', subjectKind: 'user', subjectId: user.userId },
  ]);
  return token;
}

async function countFailure(tx: Transaction, { clock }: Context, user: User): Promise<Outcome<never, IdentityRefusal>> {
  const now = clock.now();
  const attempts = user.failedAttempts + 1;
  const minutes = lockMinutes(attempts);
  const until = minutes > 0 ? laterBy(now, minutes) : null;
  await saveFailedAttempt(tx, user, attempts, until);
  if (until === null) return refuse({ code: 'wrong-password' });
  await appendAudit(tx, { agencyId: user.agencyId, actorId: null, actorName: 'Hệ thống' }, now, [
    { action: 'user.lock', subjectKind: 'user', subjectId: user.userId, after: { attempts, until } },
  ]);
  return refuse({ code: 'locked', until });
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
  return context.database.transaction(async (tx) => {
    const user = await findUserByName(tx, given.username.trim().toLowerCase());
    if (!user?.isActive) {
      await spendPasswordTime(given.password);
      return refuse({ code: 'wrong-password' });
    }
    if (user.lockedUntil !== null && user.lockedUntil > context.clock.now()) {
      await spendPasswordTime(given.password);
      return refuse({ code: 'locked', until: user.lockedUntil });
    }
    if (!(await isPasswordRight(given.password, user.passwordHash))) return countFailure(tx, context, user);
    return accept({ token: await openSession(tx, context, user, given.userAgent) });
  });
}
