import { z } from 'zod';
import type { Context } from '../../../server/context.ts';
import { type App, refusalAnswers, requireRight } from '../../../server/http.ts';
import { verifyChain } from '../actions/verify-chain.ts';
import { findAuditEntries } from '../store/audit.ts';

const entry = z.object({
  sequence: z.number(),
  at: z.string(),
  actorId: z.string().nullable(),
  actorName: z.string(),
  action: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
  hash: z.string(),
});

const filter = z.object({
  actorId: z.string().max(80).optional(),
  subjectKind: z.string().max(40).optional(),
  subjectId: z.string().max(200).optional(),
  action: z.string().max(60).optional(),
  fromAt: z.iso.datetime().optional(),
  toAt: z.iso.datetime().optional(),
  beforeSequence: z.coerce.number().int().positive().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

const verdict = z.union([
  z.object({ isWhole: z.literal(true), entries: z.number(), hash: z.string() }),
  z.object({ isWhole: z.literal(false), sequence: z.number(), reason: z.enum(['missing', 'changed', 'head-differs']) }),
]);

export async function auditRoutes(app: App, { database }: Context): Promise<void> {
  app.get(
    '/api/audit',
    {
      schema: {
        operationId: 'findAuditEntries',
        tags: ['audit'],
        querystring: filter,
        response: { 200: z.object({ entries: z.array(entry) }), ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'audit.read');
      return { entries: await findAuditEntries(database, person.agencyId, request.query) };
    },
  );

  app.get(
    '/api/audit/verdict',
    { schema: { operationId: 'verifyAuditChain', tags: ['audit'], response: { 200: verdict, ...refusalAnswers } } },
    async (request) => {
      const person = requireRight(request, 'audit.read');
      return verifyChain(database, person.agencyId);
    },
  );
}
