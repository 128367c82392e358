import { z } from 'zod';
import type { Context } from '../../../server/context.ts';
import { type App, RefusedRequest, refusalAnswers, requireRight, valueOrRefuse } from '../../../server/http.ts';
import { civilDay, done, doneBody, fileId, unitId } from '../../../server/shapes.ts';
import { readContent } from '../../files/server.ts';
import { reachOf } from '../../identity/index.ts';
import { attachFile, detachFile } from '../actions/attachments.ts';
import { findPeriod, mayReadReport } from '../actions/find-period.ts';
import { reportRefusals } from '../actions/refusals.ts';
import { showSubmission } from '../actions/show-period.ts';
import { countLate, showGrid, showUnitReports } from '../actions/show-reports.ts';
import { handInReport, returnReport, saveReport } from '../actions/submissions.ts';
import { confirmationShape, contentShape } from '../rules/content.ts';
import { findFilePlace, findFilesOf } from '../store/submissions.ts';
import {
  changesShape,
  conflictBody,
  dutyId,
  gridCellBody,
  periodKey,
  submissionBody,
  unitRowBody,
  year,
} from './shapes.ts';
import { gridSheet } from './sheets.ts';

const place = z.object({ dutyId, key: periodKey, unitId });
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export async function reportRoutes(app: App, context: Context): Promise<void> {
  const { database, clock, config } = context;
  const tags = ['reports'];

  app.get(
    '/api/reports',
    {
      schema: {
        operationId: 'getReportGrid',
        tags,
        querystring: z.object({ year }),
        response: { 200: z.object({ cells: z.array(gridCellBody), today: z.string() }), ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'report.read');
      return { cells: await showGrid(context, person, request.query.year), today: clock.today() } as never;
    },
  );

  app.get(
    '/api/reports/grid.xlsx',
    { schema: { operationId: 'exportReportGrid', tags, querystring: z.object({ year }) } },
    async (request, reply) => {
      const person = requireRight(request, 'report.read');
      const bytes = await gridSheet(await showGrid(context, person, request.query.year));
      return reply
        .type(SPREADSHEET)
        .header('content-disposition', `attachment; filename="bao-cao-${request.query.year}.xlsx"`)
        .send(bytes);
    },
  );

  app.get(
    '/api/reports/late',
    {
      schema: {
        operationId: 'countLateReports',
        tags,
        querystring: z.object({ year }),
        response: { 200: z.object({ late: z.number() }), ...refusalAnswers },
      },
    },
    async (request) => countLate(context, requireRight(request, 'report.read'), request.query.year),
  );

  app.get(
    '/api/reports/units',
    {
      schema: {
        operationId: 'findUnitReports',
        tags,
        querystring: z.object({ year, unitId: unitId.optional() }),
        response: { 200: z.object({ reports: z.array(unitRowBody), today: z.string() }), ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'report.read');
      const asked = request.query.unitId;
      const seesAll = reachOf(person.role, 'report.read') === 'any';
      if (asked && !seesAll && !person.unitIds.includes(asked))
        throw new RefusedRequest('report-not-yours', reportRefusals['report-not-yours']);
      const unitIds = asked ? [asked] : person.unitIds;
      const reports = await showUnitReports(context, person, { year: request.query.year, unitIds });
      return { reports, today: clock.today() };
    },
  );

  app.get(
    '/api/reports/:dutyId/:key/units/:unitId',
    {
      schema: { operationId: 'getReport', tags, params: place, response: { 200: submissionBody, ...refusalAnswers } },
    },
    async (request) => {
      const person = requireRight(request, 'report.read');
      return valueOrRefuse(await showSubmission(context, person, request.params), reportRefusals) as never;
    },
  );

  app.post(
    '/api/reports/:dutyId/:key/units/:unitId/changes',
    {
      schema: {
        operationId: 'saveReport',
        tags,
        params: place,
        body: z.object({ changes: changesShape, confirmations: z.array(confirmationShape).max(200) }),
        response: {
          200: z.object({ version: z.number(), content: contentShape, conflicts: z.array(conflictBody) }),
          ...refusalAnswers,
        },
      },
    },
    async (request) => {
      const person = requireRight(request, 'report.submit');
      return valueOrRefuse(await saveReport(context, person, request.params, request.body), reportRefusals) as never;
    },
  );

  app.post(
    '/api/reports/:dutyId/:key/units/:unitId/hand-ins',
    {
      schema: {
        operationId: 'handInReport',
        tags,
        params: place,
        response: { 200: z.object({ number: z.number(), handedInOn: z.string() }), ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'report.submit');
      return valueOrRefuse(await handInReport(context, person, request.params), reportRefusals);
    },
  );

  app.post(
    '/api/reports/:dutyId/:key/units/:unitId/returns',
    {
      schema: {
        operationId: 'returnReport',
        tags,
        params: place,
        body: z.object({ reason: z.string().trim().min(1).max(4000), againBy: civilDay }),
        response: { 200: doneBody, ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'report.compile');
      valueOrRefuse(await returnReport(context, person, request.params, request.body), reportRefusals);
      return done;
    },
  );

  app.post(
    '/api/reports/:dutyId/:key/units/:unitId/files',
    {
      schema: {
        operationId: 'attachReportFile',
        tags,
        params: place,
        consumes: ['multipart/form-data'],
        response: { 200: z.object({ fileId: z.string() }), ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'report.submit');
      const part = request.isMultipart() ? await request.file() : undefined;
      if (!part) throw new RefusedRequest('file-missing', reportRefusals['file-missing']);
      const upload = { name: part.filename, bytes: part.file };
      return valueOrRefuse(await attachFile(context, person, request.params, upload), reportRefusals);
    },
  );

  app.delete(
    '/api/reports/:dutyId/:key/units/:unitId/files/:fileId',
    {
      schema: {
        operationId: 'detachReportFile',
        tags,
        params: place.extend({ fileId }),
        response: { 200: doneBody, ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'report.submit');
      valueOrRefuse(await detachFile(context, person, request.params), reportRefusals);
      return done;
    },
  );

  app.get(
    '/api/report-files/:fileId',
    { schema: { operationId: 'getReportFile', tags, params: z.object({ fileId }) } },
    async (request, reply) => {
      const person = requireRight(request, 'report.read');
      const found = await findFilePlace(database, person.agencyId, request.params.fileId);
      if (!found) throw new RefusedRequest('file-not-found', reportRefusals['file-not-found']);
      const { cell } = valueOrRefuse(await findPeriod(database, person.agencyId, found), reportRefusals);
      if (!mayReadReport(person, cell.period.definition, found.unitId))
        throw new RefusedRequest('report-not-yours', reportRefusals['report-not-yours']);
      const files = await findFilesOf(database, person.agencyId, found);
      const file = files.find((one) => one.fileId === request.params.fileId);
      if (!file) throw new RefusedRequest('file-not-found', reportRefusals['file-not-found']);
      reply
        .header('content-type', 'application/octet-stream')
        .header('content-length', file.byteCount)
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`);
      return reply.send(readContent(config.dataFolder, file.sha256));
    },
  );
}
