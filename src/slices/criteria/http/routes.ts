import { z } from 'zod';
import type { Context } from '../../../server/context.ts';
import { type App, RefusedRequest, refusalAnswers, requireRight, valueOrRefuse } from '../../../server/http.ts';
import { done, doneBody } from '../../../server/shapes.ts';
import { createSet, publish, readStoredSet, saveSet, setRefusals } from '../actions/sets.ts';
import { findSet, findSets } from '../store/sets.ts';

export const setId = z.templateLiteral(['set_', z.string().max(80)]);
const source = z.string().min(1).max(1_000_000);
const title = z.string().trim().min(3).max(300);

const headBody = z.object({
  setId: z.string(),
  title: z.string(),
  year: z.number(),
  setVersion: z.number(),
  state: z.enum(['draft', 'published']),
  basedOn: z.string().nullable(),
  publishedAt: z.string().nullable(),
  changedAt: z.string(),
  version: z.number(),
});

const faultBody = z.object({
  line: z.number(),
  column: z.number(),
  path: z.string(),
  code: z.string(),
  message: z.object({ vi: z.string(), en: z.string() }),
});

export async function criteriaRoutes(app: App, context: Context): Promise<void> {
  const { database } = context;
  const tags = ['criteria'];

  app.get(
    '/api/criteria-sets',
    {
      schema: {
        operationId: 'findCriteriaSets',
        tags,
        response: { 200: z.object({ sets: z.array(headBody) }), ...refusalAnswers },
      },
    },
    async (request) => ({ sets: await findSets(database, requireRight(request, 'index.read').agencyId) }),
  );

  app.get(
    '/api/criteria-sets/:setId',
    {
      schema: {
        operationId: 'getCriteriaSet',
        tags,
        params: z.object({ setId }),
        response: {
          200: z.object({ set: headBody.extend({ source: z.string() }), faults: z.array(faultBody) }),
          ...refusalAnswers,
        },
      },
    },
    async (request) => {
      const person = requireRight(request, 'index.read');
      const set = await findSet(database, person.agencyId, request.params.setId);
      if (!set) throw new RefusedRequest('set-not-found', setRefusals['set-not-found']);
      const read = readStoredSet(set);
      return { set, faults: read.ok ? [] : [...read.refusal] };
    },
  );

  app.post(
    '/api/criteria-sets',
    {
      schema: {
        operationId: 'createCriteriaSet',
        tags,
        body: z.object({ title, year: z.number().int().min(2000).max(2100), source, basedOn: setId.nullable() }),
        response: { 200: z.object({ setId: z.string() }), ...refusalAnswers },
      },
    },
    async (request) =>
      valueOrRefuse(await createSet(context, requireRight(request, 'index.change'), request.body), setRefusals),
  );

  app.put(
    '/api/criteria-sets/:setId',
    {
      schema: {
        operationId: 'saveCriteriaSet',
        tags,
        params: z.object({ setId }),
        body: z.object({ title, source, version: z.number().int() }),
        response: { 200: z.object({ version: z.number() }), ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'index.change');
      return valueOrRefuse(
        await saveSet(context, person, { ...request.body, setId: request.params.setId }),
        setRefusals,
      );
    },
  );

  app.post(
    '/api/criteria-sets/:setId/publication',
    {
      schema: {
        operationId: 'publishCriteriaSet',
        tags,
        params: z.object({ setId }),
        response: { 200: doneBody, ...refusalAnswers },
      },
    },
    async (request) => {
      valueOrRefuse(await publish(context, requireRight(request, 'index.change'), request.params.setId), setRefusals);
      return done;
    },
  );
}
