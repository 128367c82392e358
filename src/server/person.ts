import type { FastifyRequest } from 'fastify';
import { addMinutes } from '../kernel/clock.ts';
import type { UnitId } from '../kernel/ids.ts';
import {
  findSessionPerson,
  hashToken,
  SESSION_COOKIE,
  type SessionPerson,
  touchSession,
} from '../slices/identity/server.ts';
import { reachOf } from '../slices/units/index.ts';
import { findSuccessions, findUnits } from '../slices/units/server.ts';
import type { Context } from './context.ts';
import type { Person } from './http.ts';

const TOUCH_MINUTES = 5;

/** Tells when a session was last used without writing at every request. */
async function touch({ database, clock }: Context, session: SessionPerson): Promise<void> {
  const now = clock.now();
  if (addMinutes(session.lastSeenAt, TOUCH_MINUTES) <= now) await touchSession(database, session, now);
}

async function findReach({ database, clock }: Context, { agencyId, unitId }: SessionPerson): Promise<UnitId[]> {
  if (unitId === null) return [];
  const units = await findUnits(database, agencyId);
  return reachOf(unitId, clock.today(), { units, successions: await findSuccessions(database, agencyId) });
}

/** The person of the request's cookie, or null. */
export async function findPerson(context: Context, request: FastifyRequest): Promise<Person | null> {
  const token = request.cookies[SESSION_COOKIE];
  if (!token) return null;
  const session = await findSessionPerson(context.database, hashToken(token), context.clock.now());
  if (!session) return null;
  await touch(context, session);
  const { agencyId, userId, sessionId, username, displayName, role, unitId, mustChangePassword } = session;
  return {
    agencyId,
    userId,
    sessionId,
    username,
    displayName,
    role,
    unitId,
    mustChangePassword,
    unitIds: await findReach(context, session),
  };
}
