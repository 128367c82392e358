import type { FastifyRequest } from 'fastify';
import type { Instant } from '../kernel/clock.ts';
import {
  findSessionPerson,
  hashToken,
  laterBy,
  SESSION_COOKIE,
  SESSION_HOURS,
  type SessionPerson,
  touchSession,
} from '../slices/identity/server.ts';
import { unitsBelow } from '../slices/units/index.ts';
import { findUnits } from '../slices/units/server.ts';
import type { Context } from './context.ts';
import type { Person } from './http.ts';

const TOUCH_MINUTES = 5;

/** Keeps a used session alive without writing at every request. */
async function keepAlive({ database, clock }: Context, session: SessionPerson): Promise<void> {
  const now = clock.now();
  if (laterBy(session.lastSeenAt, TOUCH_MINUTES) > now) return;
  await touchSession(database, session, now, laterBy(now, SESSION_HOURS * 60) as Instant);
}

/** The person of the request's cookie, or null. */
export async function findPerson(context: Context, request: FastifyRequest): Promise<Person | null> {
  const token = request.cookies[SESSION_COOKIE];
  if (!token) return null;
  const session = await findSessionPerson(context.database, hashToken(token), context.clock.now());
  if (!session) return null;
  await keepAlive(context, session);
  const { agencyId, userId, sessionId, username, displayName, role, unitId, mustChangePassword } = session;
  const unitIds = unitId === null ? [] : unitsBelow(await findUnits(context.database, agencyId), unitId);
  return { agencyId, userId, sessionId, username, displayName, role, unitId, mustChangePassword, unitIds };
}
