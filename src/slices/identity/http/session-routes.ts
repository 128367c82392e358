import '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Context } from '../../../server/context.ts';
import { type App, refusalAnswers, requireSession, valueOrRefuse } from '../../../server/http.ts';
import { done, doneBody } from '../../../server/shapes.ts';
import { createFirstAdministrator } from '../actions/first-administrator.ts';
import { logIn, SESSION_HOURS } from '../actions/log-in.ts';
import { identityRefusals } from '../actions/refusals.ts';
import { changePassword, closeSession } from '../actions/users.ts';
import { actionsOf, roles } from '../rules/rights.ts';
import { findAgency } from '../store/agencies.ts';

export const SESSION_COOKIE = 'caicach';

const sessionBody = z.object({
  user: z.object({
    userId: z.string(),
    username: z.string(),
    displayName: z.string(),
    role: z.enum(roles),
    unitId: z.string().nullable(),
    unitIds: z.array(z.string()),
    mustChangePassword: z.boolean(),
  }),
  agency: z.object({ agencyId: z.string(), name: z.string(), shortName: z.string(), province: z.string() }),
  rights: z.array(z.string()),
  today: z.string(),
  year: z.number(),
  years: z.array(z.number()),
});

function setCookie(reply: FastifyReply, request: FastifyRequest, token: string): void {
  reply.setCookie(SESSION_COOKIE, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: request.protocol === 'https',
    maxAge: SESSION_HOURS * 3600,
  });
}

/** The years that a person may look at: from the first plan's year on; five back where there is none yet. */
function yearsUntil(year: number): number[] {
  return Array.from({ length: 6 }, (_, back) => year + 1 - back);
}

export async function sessionRoutes(app: App, context: Context): Promise<void> {
  const { database, clock } = context;

  app.get(
    '/api/session',
    { schema: { operationId: 'getSession', tags: ['session'], response: { 200: sessionBody, ...refusalAnswers } } },
    async (request) => {
      const person = requireSession(request);
      const agency = await findAgency(database, person.agencyId);
      if (!agency) throw new Error('a session without an agency');
      const today = clock.today();
      const year = Number(today.slice(0, 4));
      return {
        user: { ...person, unitIds: [...person.unitIds] },
        agency,
        rights: actionsOf(person.role),
        today,
        year,
        years: yearsUntil(year),
      };
    },
  );

  app.post(
    '/api/session',
    {
      config: { isPublic: true, rateLimit: { max: 30, timeWindow: '1 minute' } },
      schema: {
        operationId: 'logIn',
        tags: ['session'],
        body: z.object({ username: z.string().min(1).max(100), password: z.string().min(1).max(200) }),
        response: { 200: doneBody, ...refusalAnswers },
      },
    },
    async (request, reply) => {
      const given = { ...request.body, userAgent: request.headers['user-agent'] ?? '' };
      const { token } = valueOrRefuse(await logIn(context, given), identityRefusals);
      setCookie(reply, request, token);
      return done;
    },
  );

  app.delete(
    '/api/session',
    { schema: { operationId: 'logOut', tags: ['session'], response: { 200: doneBody, ...refusalAnswers } } },
    async (request, reply) => {
      const person = requireSession(request);
      await closeSession(context, person, person.sessionId);
      reply.clearCookie(SESSION_COOKIE, { path: '/' });
      return done;
    },
  );

  app.put(
    '/api/session/password',
    {
      config: { rateLimit: { max: 10, timeWindow: '1 minute' } },
      schema: {
        operationId: 'changePassword',
        tags: ['session'],
        body: z.object({ currentPassword: z.string().min(1).max(200), newPassword: z.string().min(1).max(400) }),
        response: { 200: doneBody, ...refusalAnswers },
      },
    },
    async (request) => {
      valueOrRefuse(await changePassword(context, requireSession(request), request.body), identityRefusals);
      return done;
    },
  );

  app.post(
    '/api/first-administrator',
    {
      config: { isPublic: true, rateLimit: { max: 10, timeWindow: '1 minute' } },
      schema: {
        operationId: 'createFirstAdministrator',
        tags: ['session'],
        body: z.object({
          token: z.string().min(20).max(100),
          agencyName: z.string().trim().min(2).max(200),
          agencyShortName: z.string().trim().min(1).max(40),
          province: z.string().trim().min(2).max(100),
          username: z
            .string()
            .trim()
            .min(3)
            .max(60)
            .regex(/^[a-zA-Z0-9._-]+$/),
          displayName: z.string().trim().min(1).max(120),
          password: z.string().min(1).max(400),
        }),
        response: { 200: doneBody, ...refusalAnswers },
      },
    },
    async (request) => {
      valueOrRefuse(await createFirstAdministrator(context, request.body), identityRefusals);
      return done;
    },
  );
}
