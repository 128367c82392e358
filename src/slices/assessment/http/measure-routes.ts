import { z } from 'zod';
import type { Context } from '../../../server/context.ts';
import { type App, refusalAnswers, requireRight, valueOrRefuse } from '../../../server/http.ts';
import { done, doneBody } from '../../../server/shapes.ts';
import { acceptProposals, tieMeasure } from '../actions/leaf-measures.ts';
import type { Sources } from '../actions/read-measures.ts';
import { assessmentRefusals } from '../actions/refusals.ts';
import { leafFigures, measureProposals } from '../actions/show-measures.ts';
import { cellBody, definitionBody, leafCode, year } from './shapes.ts';

const counts = z.enum(['computed', 'entered']);

/** Measures of other slices that feed leaves: proposals, ties, and the figures of one leaf by month and unit. */
export async function measureRoutes(app: App, context: Context, sources: Sources): Promise<void> {
  const tags = ['index'];

  app.get(
    '/api/index/measure-proposals',
    {
      schema: {
        operationId: 'findMeasureProposals',
        tags,
        querystring: z.object({ year }),
        response: {
          200: z.object({
            proposals: z.array(z.object({ leafCode: z.string(), place: z.number(), definition: definitionBody })),
            definitions: z.array(definitionBody),
          }),
          ...refusalAnswers,
        },
      },
    },
    async (request) => {
      const person = requireRight(request, 'index.read');
      return valueOrRefuse(
        await measureProposals(context, sources, person, request.query.year),
        assessmentRefusals,
      ) as never;
    },
  );

  app.post(
    '/api/index/measure-proposals',
    {
      schema: {
        operationId: 'acceptMeasureProposals',
        tags,
        body: z.object({ year, leafCodes: z.array(leafCode).max(500).nullable(), counts }),
        response: { 200: z.object({ tied: z.number() }), ...refusalAnswers },
      },
    },
    async (request) =>
      valueOrRefuse(
        await acceptProposals(context, sources, requireRight(request, 'index.change'), request.body),
        assessmentRefusals,
      ),
  );

  app.put(
    '/api/index/leaves/:leafCode/measure',
    {
      schema: {
        operationId: 'tieMeasureToLeaf',
        tags,
        params: z.object({ leafCode }),
        body: z.object({
          year,
          /** Event, part or level of the rule, from 0; 0 where the rule has one input. */
          place: z.number().int().min(0).max(100).default(0),
          measureKey: z.string().min(3).max(200).nullable(),
          counts,
        }),
        response: { 200: doneBody, ...refusalAnswers },
      },
    },
    async (request) => {
      const form = { ...request.params, ...request.body };
      valueOrRefuse(
        await tieMeasure(context, sources, requireRight(request, 'index.change'), form),
        assessmentRefusals,
      );
      return done;
    },
  );

  app.get(
    '/api/index/leaves/:leafCode/figures',
    {
      schema: {
        operationId: 'getLeafFigures',
        tags,
        params: z.object({ leafCode }),
        querystring: z.object({ year }),
        response: {
          200: z.object({
            /** Measures that can fill a place of this leaf, those made for it first. */
            offered: z.array(definitionBody.extend({ isMadeForIt: z.boolean() })),
            /** Each tied measure over the year and by unit. */
            places: z.array(
              z.object({
                place: z.number(),
                months: z.array(cellBody),
                lastMonths: z.array(cellBody),
                units: z.array(cellBody),
              }),
            ),
          }),
          ...refusalAnswers,
        },
      },
    },
    async (request) => {
      const person = requireRight(request, 'index.read');
      const asked = { year: request.query.year, leafCode: request.params.leafCode };
      return valueOrRefuse(await leafFigures(context, sources, person, asked), assessmentRefusals) as never;
    },
  );
}
