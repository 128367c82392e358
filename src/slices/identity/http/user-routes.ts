import { z } from 'zod';
import type { Context } from '../../../server/context.ts';
import {
  type App,
  refusalAnswers,
  refuseRequest,
  requirePerson,
  requireRight,
  valueOrRefuse,
} from '../../../server/http.ts';
import { done, doneBody, sessionId, unitId, userId } from '../../../server/shapes.ts';
import { identityRefusals } from '../actions/refusals.ts';
import { changeUser, closeSession, createUser, resetPassword } from '../actions/users.ts';
import { reachOf, roles } from '../rules/rights.ts';
import { findSessionsOf } from '../store/sessions.ts';
import { findUsers } from '../store/users.ts';

const user = z.object({
  userId: z.string(),
  username: z.string(),
  displayName: z.string(),
  role: z.enum(roles),
  unitId: z.string().nullable(),
  isActive: z.boolean(),
  lockedUntil: z.string().nullable(),
  version: z.number(),
});
const fields = {
  displayName: z.string().trim().min(1).max(120),
  role: z.enum(roles),
  unitId: unitId.nullable(),
};
const session = z.object({
  sessionId: z.string(),
  createdAt: z.string(),
  lastSeenAt: z.string(),
  userAgent: z.string(),
  isThis: z.boolean(),
});

export async function userRoutes(app: App, context: Context): Promise<void> {
  const { database, clock } = context;

  app.get(
    '/api/users',
    {
      schema: {
        operationId: 'findUsers',
        tags: ['users'],
        response: { 200: z.object({ users: z.array(user) }), ...refusalAnswers },
      },
    },
    async (request) => ({ users: await findUsers(database, requireRight(request, 'users.read').agencyId) }),
  );

  app.post(
    '/api/users',
    {
      schema: {
        operationId: 'createUser',
        tags: ['users'],
        body: z.object({
          ...fields,
          username: z
            .string()
            .trim()
            .min(3)
            .max(60)
            .regex(/^[a-zA-Z0-9._-]+$/),
          password: z.string().min(1).max(400),
        }),
        response: { 200: z.object({ userId: z.string() }), ...refusalAnswers },
      },
    },
    async (request) =>
      valueOrRefuse(await createUser(context, requireRight(request, 'users.change'), request.body), identityRefusals),
  );

  app.put(
    '/api/users/:userId',
    {
      schema: {
        operationId: 'changeUser',
        tags: ['users'],
        params: z.object({ userId }),
        body: z.object({ ...fields, isActive: z.boolean(), version: z.number().int() }),
        response: { 200: doneBody, ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'users.change');
      valueOrRefuse(
        await changeUser(context, person, { ...request.body, userId: request.params.userId }),
        identityRefusals,
      );
      return done;
    },
  );

  app.put(
    '/api/users/:userId/password',
    {
      schema: {
        operationId: 'resetPassword',
        tags: ['users'],
        params: z.object({ userId }),
        body: z.object({ password: z.string().min(1).max(400) }),
        response: { 200: doneBody, ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'users.change');
      valueOrRefuse(
        await resetPassword(context, person, request.params.userId, request.body.password),
        identityRefusals,
      );
      return done;
    },
  );

  app.get(
    '/api/users/:userId/sessions',
    {
      schema: {
        operationId: 'findSessions',
        tags: ['users'],
        params: z.object({ userId }),
        response: { 200: z.object({ sessions: z.array(session) }), ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requirePerson(request);
      if (request.params.userId !== person.userId) requireRight(request, 'users.change');
      const sessions = await findSessionsOf(database, person.agencyId, request.params.userId, clock.now());
      return { sessions: sessions.map((one) => ({ ...one, isThis: one.sessionId === person.sessionId })) };
    },
  );

  app.delete(
    '/api/users/:userId/sessions/:sessionId',
    {
      schema: {
        operationId: 'closeSession',
        tags: ['users'],
        params: z.object({ userId, sessionId }),
        response: { 200: doneBody, ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requirePerson(request);
      const theirs = await findSessionsOf(database, person.agencyId, request.params.userId, clock.now());
      const isOwn = request.params.userId === person.userId;
      if (!isOwn && reachOf(person.role, 'users.change') === null) throw refuseRequest('not-allowed');
      if (!theirs.some((one) => one.sessionId === request.params.sessionId)) throw refuseRequest('not-found');
      await closeSession(context, person, request.params.sessionId);
      return done;
    },
  );
}
