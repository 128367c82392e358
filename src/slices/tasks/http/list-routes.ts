import { writeXlsx } from 'hucre';
import { z } from 'zod';
import type { UnitId } from '../../../kernel/ids.ts';
import type { Context } from '../../../server/context.ts';
import {
  type App,
  type Person,
  RefusedRequest,
  refusalAnswers,
  requireRight,
  valueOrRefuse,
} from '../../../server/http.ts';
import { civilDay, done, doneBody, recordVersion, unitId, userId } from '../../../server/shapes.ts';
import type { RecordFinisher } from '../../../server/sources.ts';
import { reachOf } from '../../identity/index.ts';
import { findUnits } from '../../units/server.ts';
import { changeMany } from '../actions/bulk.ts';
import { taskRefusals } from '../actions/refusals.ts';
import { importSheet, sheetRowsOf } from '../actions/sheet.ts';
import { taskStates } from '../rules/task.ts';
import { deadlineShape } from '../rules/task-shapes.ts';
import { findOccurrencesOfSpan, occurrenceStates } from '../store/occurrences.ts';
import { findTaskMarks, findTasks } from '../store/task-list.ts';
import { deleteView, findViews, insertView } from '../store/views.ts';
import { taskId } from '../wire.ts';
import { occurrenceBody } from './task-page-shape.ts';
import { filterOf, taskQuery } from './task-query.ts';

const tags = ['tasks'];
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const MOST_EXPORTED = 5000;
const MOST_SHEET_BYTES = 5_000_000;

const markBody = z.object({
  taskId: z.string(),
  title: z.string(),
  state: z.enum(taskStates),
  areaOrdinal: z.number().nullable(),
  leadId: z.string().nullable(),
  dueKind: z.string(),
  originalDueOn: z.string().nullable(),
  nextOn: z.string().nullable(),
  doneOn: z.string().nullable(),
  handedInOn: z.string().nullable(),
  createdOn: z.string(),
  percent: z.number(),
  version: z.number(),
});

const bulkChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('move'), to: z.enum(taskStates), note: z.string().trim().min(1).max(4000).nullable() }),
  z.object({ kind: z.literal('lead'), leadId: unitId }),
  z.object({
    kind: z.literal('deadline'),
    deadlineText: z.string().trim().max(1000).nullable(),
    deadlines: z.array(deadlineShape).max(40),
  }),
  z.object({ kind: z.literal('people'), userIds: z.array(userId).max(60) }),
]);

export async function unitNamesOf(context: Context, person: Person): Promise<Map<UnitId, string>> {
  return new Map((await findUnits(context.database, person.agencyId)).map((unit) => [unit.unitId, unit.name]));
}

/** Many tasks at once: marks for the board, calendar and timeline; occurrences; spreadsheets; bulk change; saved views. */
export function listRoutes(finisher: RecordFinisher): (app: App, context: Context) => Promise<void> {
  return (app, context) => listRoutesWith(app, context, finisher);
}

async function listRoutesWith(app: App, context: Context, finisher: RecordFinisher): Promise<void> {
  const { database, clock } = context;

  app.get(
    '/api/task-marks',
    {
      schema: {
        operationId: 'findTaskMarks',
        tags,
        querystring: taskQuery.extend({ limit: z.coerce.number().int().min(1).max(10_000).default(10_000) }),
        response: { 200: z.object({ marks: z.array(markBody), today: z.string() }), ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'task.read');
      const filter = filterOf(person, request.query, clock.today());
      return { marks: await findTaskMarks(database, person.agencyId, filter), today: clock.today() };
    },
  );

  app.get(
    '/api/task-occurrences',
    {
      schema: {
        operationId: 'findOccurrences',
        tags,
        querystring: z.object({
          firstDay: civilDay,
          lastDay: civilDay,
          leadId: unitId.optional(),
          state: z.enum(occurrenceStates).optional(),
          limit: z.coerce.number().int().min(1).max(2000).default(200),
          offset: z.coerce.number().int().min(0).max(100_000).default(0),
        }),
        response: {
          200: z.object({
            occurrences: z.array(
              occurrenceBody.extend({ taskId: z.string(), title: z.string(), leadIds: z.array(z.string()) }),
            ),
            total: z.number(),
          }),
          ...refusalAnswers,
        },
      },
    },
    async (request) => {
      const person = requireRight(request, 'task.read');
      const { state, ...query } = request.query;
      const isOwn = reachOf(person.role, 'task.read') === 'own';
      return findOccurrencesOfSpan(database, person.agencyId, {
        ...query,
        states: state ? [state] : undefined,
        unitIds: isOwn ? person.unitIds : undefined,
      });
    },
  );

  app.post(
    '/api/tasks/bulk',
    {
      schema: {
        operationId: 'changeManyTasks',
        tags,
        body: z.object({
          tasks: z.array(z.object({ taskId, version: recordVersion })).max(500),
          change: bulkChange,
        }),
        response: {
          200: z.object({
            answers: z.array(
              z.object({ taskId: z.string(), code: z.string().nullable(), message: z.string().nullable() }),
            ),
          }),
          ...refusalAnswers,
        },
      },
    },
    async (request) => {
      const person = requireRight(request, 'task.read');
      const names = await unitNamesOf(context, person);
      const answers = await changeMany(context, person, { ...request.body, names, finisher });
      return {
        answers: answers.map(({ taskId: id, refusal }) => ({
          taskId: id,
          code: refusal?.code ?? null,
          message: refusal ? taskRefusals[refusal.code][request.language] : null,
        })),
      };
    },
  );

  app.get(
    '/api/tasks/sheet.xlsx',
    { schema: { operationId: 'exportTasks', tags, querystring: taskQuery } },
    async (request, reply) => {
      const person = requireRight(request, 'task.read');
      const filter = { ...filterOf(person, request.query, clock.today()), limit: MOST_EXPORTED, offset: 0 };
      const { tasks } = await findTasks(database, person.agencyId, filter);
      const bytes = await writeXlsx({ sheets: [{ name: 'Công việc', rows: sheetRowsOf(tasks) }] });
      return reply
        .type(SPREADSHEET)
        .header('content-disposition', `attachment; filename="cong-viec-${request.query.year}.xlsx"`)
        .send(Buffer.from(bytes));
    },
  );

  app.post(
    '/api/tasks/sheet',
    {
      schema: {
        operationId: 'importTasks',
        tags,
        consumes: ['multipart/form-data'],
        querystring: z.object({
          year: z.coerce.number().int().min(2000).max(2100),
          isTrial: z.enum(['yes', 'no']).default('no'),
        }),
        response: {
          200: z.object({
            made: z.number(),
            changed: z.number(),
            errors: z.array(
              z.object({
                row: z.number(),
                column: z.number(),
                cell: z.string(),
                code: z.string(),
                text: z.string(),
              }),
            ),
          }),
          ...refusalAnswers,
        },
      },
    },
    async (request) => {
      const person = requireRight(request, 'task.change');
      const part = request.isMultipart() ? await request.file() : undefined;
      if (!part) throw new RefusedRequest('file-missing', taskRefusals['file-missing']);
      const bytes = await part.toBuffer();
      if (part.file.truncated || bytes.length > MOST_SHEET_BYTES)
        throw new RefusedRequest('product-too-large', taskRefusals['product-too-large']);
      const { year, isTrial } = request.query;
      const sheet = { bytes, name: part.filename, year, isTrial: isTrial === 'yes' };
      return valueOrRefuse(await importSheet(context, person, sheet), taskRefusals);
    },
  );

  app.get(
    '/api/views',
    {
      schema: {
        operationId: 'findViews',
        tags,
        querystring: z.object({ page: z.string().max(60) }),
        response: {
          200: z.object({
            views: z.array(
              z.object({
                viewId: z.string(),
                name: z.string(),
                words: z.string(),
                isShared: z.boolean(),
                isOwn: z.boolean(),
              }),
            ),
          }),
          ...refusalAnswers,
        },
      },
    },
    async (request) => {
      const { agencyId, userId: ownId } = requireRight(request, 'task.read');
      return { views: await findViews(database, agencyId, { page: request.query.page, userId: ownId }) };
    },
  );

  app.post(
    '/api/views',
    {
      schema: {
        operationId: 'saveView',
        tags,
        body: z.object({
          page: z.string().min(1).max(60),
          name: z.string().trim().min(1).max(100),
          words: z.string().max(2000),
          isShared: z.boolean(),
        }),
        response: { 200: z.object({ viewId: z.string() }), ...refusalAnswers },
      },
    },
    async (request) => {
      const { agencyId, userId: ownId } = requireRight(request, 'task.read');
      const viewId = context.newId('view');
      const at = clock.now();
      await database.transaction((tx) => insertView(tx, agencyId, { ...request.body, viewId, userId: ownId, at }));
      return { viewId };
    },
  );

  app.delete(
    '/api/views/:viewId',
    {
      schema: {
        operationId: 'dropView',
        tags,
        params: z.object({ viewId: z.templateLiteral(['view_', z.string().max(80)]) }),
        response: { 200: doneBody, ...refusalAnswers },
      },
    },
    async (request) => {
      const { agencyId, userId: ownId } = requireRight(request, 'task.read');
      const view = { viewId: request.params.viewId, userId: ownId };
      const isGone = await database.transaction((tx) => deleteView(tx, agencyId, view));
      if (!isGone) throw new RefusedRequest('view-not-found', taskRefusals['view-not-found']);
      return done;
    },
  );
}
