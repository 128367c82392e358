import { z } from 'zod';
import type { Context } from '../../../server/context.ts';
import { type App, RefusedRequest, refusalAnswers, requireRight, valueOrRefuse } from '../../../server/http.ts';
import { done, doneBody, unitId } from '../../../server/shapes.ts';
import { changeLoss, dropLoss, recordLosses } from '../actions/losses.ts';
import { assessmentRefusals } from '../actions/refusals.ts';
import { keepYearMap } from '../actions/year-map.ts';
import { findYearMap } from '../store/year-map.ts';
import { decimal, leafCode, linkBody, taskId, year } from './shapes.ts';

const lossId = z.templateLiteral(['loss_', z.string().max(80)]);
const weight = z.string().regex(/^\d{1,9}(\.\d{1,6})?$/);
const lossForm = z.object({
  codes: z.array(leafCode).min(1).max(100),
  amount: decimal,
  cause: z.string().trim().max(3000),
  remedy: z.string().trim().max(3000).nullable(),
  deficitId: z.string().max(80).nullable(),
  units: z.array(z.object({ unitId: unitId.nullable(), name: z.string().trim().min(1).max(300), weight })).max(50),
  taskIds: z.array(taskId).max(50),
});

/** Rows of the first table of a spreadsheet as texts; null where it cannot be read. */
export type ReadSheet = (bytes: Uint8Array, name: string) => Promise<readonly (readonly string[])[] | null>;

/** Largest spreadsheet of points, losses or a ranking, in bytes. */
const SHEET_LIMIT = 5_000_000;

/** Records of lost points, and the map of leaves from year to year. */
export async function lossesRoutes(app: App, context: Context, readSheet: ReadSheet): Promise<void> {
  const { database } = context;
  const tags = ['index'];

  app.post(
    '/api/index/sheet',
    {
      schema: {
        operationId: 'readIndexSheet',
        tags,
        consumes: ['multipart/form-data'],
        response: { 200: z.object({ rows: z.array(z.array(z.string())) }), ...refusalAnswers },
      },
    },
    async (request) => {
      requireRight(request, 'index.change');
      const part = request.isMultipart() ? await request.file({ limits: { fileSize: SHEET_LIMIT } }) : undefined;
      if (!part) throw new RefusedRequest('file-missing', assessmentRefusals['file-missing']);
      const bytes = await part.toBuffer().catch(() => null);
      if (!bytes) throw new RefusedRequest('file-too-large', assessmentRefusals['file-too-large']);
      const rows = await readSheet(bytes, part.filename);
      if (!rows) throw new RefusedRequest('file-unreadable', assessmentRefusals['file-unreadable']);
      return { rows: rows.map((row) => [...row]) };
    },
  );

  app.post(
    '/api/index/losses',
    {
      schema: {
        operationId: 'recordLosses',
        tags,
        body: z.object({
          year,
          origin: z.enum(['typed', 'imported', 'plan', 'result']),
          losses: z.array(lossForm).min(1).max(500),
        }),
        response: { 200: z.object({ lossIds: z.array(z.string()) }), ...refusalAnswers },
      },
    },
    async (request) =>
      valueOrRefuse(
        await recordLosses(context, requireRight(request, 'index.change'), request.body),
        assessmentRefusals,
      ),
  );

  app.put(
    '/api/index/losses/:lossId',
    {
      schema: {
        operationId: 'changeLoss',
        tags,
        params: z.object({ lossId }),
        body: lossForm.extend({ version: z.number().int() }),
        response: { 200: doneBody, ...refusalAnswers },
      },
    },
    async (request) => {
      const form = { ...request.params, ...request.body };
      valueOrRefuse(await changeLoss(context, requireRight(request, 'index.change'), form), assessmentRefusals);
      return done;
    },
  );

  app.delete(
    '/api/index/losses/:lossId',
    {
      schema: {
        operationId: 'dropLoss',
        tags,
        params: z.object({ lossId }),
        response: { 200: doneBody, ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'index.change');
      valueOrRefuse(await dropLoss(context, person, request.params.lossId), assessmentRefusals);
      return done;
    },
  );

  app.get(
    '/api/index/year-map',
    {
      schema: {
        operationId: 'getYearMap',
        tags,
        querystring: z.object({ year }),
        response: {
          200: z.object({
            map: z.object({ links: z.array(linkBody), changedName: z.string(), changedAt: z.string() }).nullable(),
          }),
          ...refusalAnswers,
        },
      },
    },
    async (request) => {
      const { agencyId } = requireRight(request, 'index.read');
      return { map: (await findYearMap(database, agencyId, request.query.year)) as never };
    },
  );

  app.put(
    '/api/index/year-map',
    {
      schema: {
        operationId: 'saveYearMap',
        tags,
        body: z.object({ year, links: z.array(linkBody).max(1000) }),
        response: { 200: doneBody, ...refusalAnswers },
      },
    },
    async (request) => {
      valueOrRefuse(
        await keepYearMap(context, requireRight(request, 'index.change'), request.body),
        assessmentRefusals,
      );
      return done;
    },
  );
}
