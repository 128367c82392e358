import { z } from 'zod';
import type { Context } from '../../../server/context.ts';
import { type App, refusalAnswers, requireRight, valueOrRefuse } from '../../../server/http.ts';
import { civilDay, unitId } from '../../../server/shapes.ts';
import type { MeasureSource } from '../../../server/sources.ts';
import { findEvidence } from '../actions/find-evidence.ts';
import { registerRefusals } from '../actions/refusals.ts';
import { findMeasures, getMeasure } from '../actions/show-measures.ts';
import { labelsBody, recordBody, texts } from './shapes.ts';

const tags = ['measures'];
const figures = z.object({
  numerator: z.string().optional(),
  denominator: z.string().optional(),
  count: z.string().optional(),
  value: z.string().optional(),
  expected: z.string().optional(),
  late: z.string().optional(),
  missing: z.string().optional(),
});
const cells = z.array(z.object({ month: z.string().nullable(), unitId: z.string().nullable(), figures })).readonly();

const measureBody = z.object({
  key: z.string(),
  label: texts,
  kind: z.enum(['count', 'share', 'sum', 'average', 'latest', 'lateness']),
  unit: z.string().nullable(),
  target: z.object({ op: z.enum(['>=', '>', '=', '<', '<=']), value: z.string() }).nullable(),
  leaves: z.array(z.string()).readonly(),
  place: z.number().optional(),
  source: z.string(),
  register: z.object({ key: z.string(), name: texts }).nullable(),
  now: figures.nullable(),
  lastYear: figures.nullable(),
  months: cells,
  lastMonths: cells,
  lastChange: z.object({ at: z.string(), by: z.string() }).nullable(),
  gap: z.enum(['no-data', 'nothing-this-year']).nullable(),
  owedBy: z.array(z.string()).readonly(),
  owedOn: z.string(),
  address: z.string().nullable(),
});

const query = z.object({ year: z.coerce.number().int().min(2001).max(2100), unitId: unitId.optional() });
const measureKey = z.string().regex(/^[\w:-]{1,120}\.[\w.:-]{1,120}$/);

const documentBody = z.object({
  number: z.string(),
  date: z.string().nullable(),
  issuer: z.string().nullable(),
  subject: z.string().nullable(),
});

/** Numbers of every source, and the records behind those of registers. */
export async function measureRoutes(app: App, context: Context, sources: readonly MeasureSource[]): Promise<void> {
  app.get(
    '/api/measures',
    {
      schema: {
        operationId: 'findMeasures',
        tags,
        querystring: query,
        response: { 200: z.object({ measures: z.array(measureBody), today: z.string() }), ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'register.read');
      const { year, unitId: unit = null } = request.query;
      return {
        measures: await findMeasures(context, person, sources, { year, unitId: unit }),
        today: context.clock.today(),
      };
    },
  );

  app.get(
    '/api/measures/:measureKey',
    {
      schema: {
        operationId: 'getMeasure',
        tags,
        params: z.object({ measureKey }),
        querystring: query,
        response: { 200: z.object({ measure: measureBody, units: cells, lastUnits: cells }), ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'register.read');
      const { year, unitId: unit = null } = request.query;
      const asked = { year, unitId: unit, key: request.params.measureKey };
      return valueOrRefuse(await getMeasure(context, person, sources, asked), registerRefusals);
    },
  );

  app.get(
    '/api/measures/:measureKey/evidence',
    {
      schema: {
        operationId: 'findMeasureEvidence',
        tags,
        params: z.object({ measureKey }),
        querystring: z.object({ firstDay: civilDay, lastDay: civilDay, unitId: unitId.optional() }),
        response: {
          200: z.object({
            evidence: z.array(
              z.object({
                record: recordBody,
                documents: z.array(documentBody).readonly(),
                fileIds: z.array(z.string()).readonly(),
              }),
            ),
            labels: labelsBody,
            isCut: z.boolean(),
          }),
          ...refusalAnswers,
        },
      },
    },
    async (request) => {
      const person = requireRight(request, 'register.read');
      const { unitId: unit = null, ...days } = request.query;
      const asked = { ...days, unitId: unit, key: request.params.measureKey };
      const { evidence, ...rest } = valueOrRefuse(await findEvidence(context, person, asked), registerRefusals);
      return { ...rest, evidence: [...evidence] };
    },
  );
}
