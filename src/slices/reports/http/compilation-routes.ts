import { z } from 'zod';
import type { Context } from '../../../server/context.ts';
import { type App, type Person, refusalAnswers, requireRight, valueOrRefuse } from '../../../server/http.ts';
import { civilDay } from '../../../server/shapes.ts';
import { findUnits } from '../../units/server.ts';
import {
  closePeriod,
  compileReports,
  editCompilation,
  recordPassing,
  recordSending,
  reopenPeriod,
} from '../actions/compilations.ts';
import { reportRefusals } from '../actions/refusals.ts';
import { showPeriod } from '../actions/show-period.ts';
import { changesShape, conflictBody, periodBody, periodPlace } from './shapes.ts';
import { figuresSheet } from './sheets.ts';

const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const answer = { 200: z.object({ version: z.number() }), ...refusalAnswers };

export async function compilationRoutes(app: App, context: Context): Promise<void> {
  const { database } = context;
  const tags = ['reports'];

  async function unitNames({ agencyId }: Person): Promise<Map<string, string>> {
    return new Map((await findUnits(database, agencyId)).map(({ unitId, name }) => [unitId, name]));
  }

  app.get(
    '/api/reports/:dutyId/:key',
    {
      schema: {
        operationId: 'getReportPeriod',
        tags,
        params: periodPlace,
        response: { 200: periodBody, ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'report.read');
      return valueOrRefuse(await showPeriod(context, person, request.params), reportRefusals) as never;
    },
  );

  app.get(
    '/api/reports/:dutyId/:key/figures.xlsx',
    { schema: { operationId: 'exportReportFigures', tags, params: periodPlace } },
    async (request, reply) => {
      const person = requireRight(request, 'report.read');
      const period = valueOrRefuse(await showPeriod(context, person, request.params), reportRefusals);
      const bytes = await figuresSheet(period, await unitNames(person));
      return reply
        .type(SPREADSHEET)
        .header('content-disposition', `attachment; filename="so-lieu-${encodeURIComponent(period.key)}.xlsx"`)
        .send(bytes);
    },
  );

  app.post(
    '/api/reports/:dutyId/:key/texts',
    {
      schema: {
        operationId: 'editCompilation',
        tags,
        params: periodPlace,
        body: z.object({ changes: changesShape }),
        response: {
          200: z.object({
            version: z.number(),
            texts: z.record(z.string(), z.string()),
            conflicts: z.array(conflictBody),
          }),
          ...refusalAnswers,
        },
      },
    },
    async (request) => {
      const person = requireRight(request, 'report.compile');
      const edited = await editCompilation(context, person, request.params, request.body.changes);
      return valueOrRefuse(edited, reportRefusals) as never;
    },
  );

  app.post(
    '/api/reports/:dutyId/:key/compilation',
    {
      schema: {
        operationId: 'compileReports',
        tags,
        params: periodPlace,
        body: z.object({ replace: z.array(z.string().max(40)).max(40) }),
        response: answer,
      },
    },
    async (request) => {
      const person = requireRight(request, 'report.compile');
      const given = { ...request.body, unitNames: await unitNames(person) };
      return valueOrRefuse(await compileReports(context, person, request.params, given), reportRefusals);
    },
  );

  app.post(
    '/api/reports/:dutyId/:key/closing',
    {
      schema: {
        operationId: 'closeReportPeriod',
        tags,
        params: periodPlace,
        body: z.object({ acceptMissing: z.boolean() }),
        response: answer,
      },
    },
    async (request) => {
      const person = requireRight(request, 'report.compile');
      return valueOrRefuse(await closePeriod(context, person, request.params, request.body), reportRefusals);
    },
  );

  app.post(
    '/api/reports/:dutyId/:key/reopening',
    {
      schema: {
        operationId: 'reopenReportPeriod',
        tags,
        params: periodPlace,
        body: z.object({ reason: z.string().trim().min(1).max(4000) }),
        response: answer,
      },
    },
    async (request) => {
      const person = requireRight(request, 'report.compile');
      return valueOrRefuse(await reopenPeriod(context, person, request.params, request.body), reportRefusals);
    },
  );

  app.post(
    '/api/reports/:dutyId/:key/sending',
    {
      schema: {
        operationId: 'recordReportSending',
        tags,
        params: periodPlace,
        body: z.object({ number: z.string().trim().min(1).max(80), documentOn: civilDay, sentOn: civilDay }),
        response: answer,
      },
    },
    async (request) => {
      const person = requireRight(request, 'report.compile');
      return valueOrRefuse(await recordSending(context, person, request.params, request.body), reportRefusals);
    },
  );

  app.post(
    '/api/reports/:dutyId/:key/passing',
    {
      schema: {
        operationId: 'recordReportPassing',
        tags,
        params: periodPlace,
        body: z.object({ passedOn: civilDay }),
        response: answer,
      },
    },
    async (request) => {
      const person = requireRight(request, 'report.compile');
      return valueOrRefuse(await recordPassing(context, person, request.params, request.body), reportRefusals);
    },
  );
}
