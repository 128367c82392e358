import { writeXlsx } from 'hucre';
import { z } from 'zod';
import type { Context } from '../../../server/context.ts';
import { type App, RefusedRequest, refusalAnswers, requireRight, valueOrRefuse } from '../../../server/http.ts';
import { done, doneBody } from '../../../server/shapes.ts';
import type { RegisterBackground } from '../actions/background.ts';
import { cancelImport, findOwnImport, planImport, runImport, uploadImport } from '../actions/imports.ts';
import { registerRefusals } from '../actions/refusals.ts';
import { faultSheet } from '../rules/fault-sheet.ts';
import { describeRowFault } from '../rules/row-fault-texts.ts';
import type { FaultyRow } from '../store/imports.ts';
import { importStates } from '../store/imports.ts';
import { registerKey } from './shapes.ts';

const tags = ['registers'];
const importId = z.templateLiteral(['import_', z.string().max(80)]);
const ofImport = z.object({ registerKey, importId });
const part = z.enum(['number', 'date', 'issuer', 'subject']).nullable();
const plan = z.object({
  sheet: z.number().int().min(0).max(500),
  headerRow: z.number().int().min(0).max(1000),
  headerRows: z.number().int().min(1).max(4),
  columns: z
    .array(
      z.object({
        column: z.number().int().min(0).max(300),
        header: z.string().max(500),
        target: z.object({ field: z.string().max(60), part }).nullable(),
      }),
    )
    .max(301)
    .readonly(),
});
const faultBody = z.object({
  row: z.number(),
  faults: z.array(
    z.object({ column: z.number().nullable(), field: z.string(), code: z.string(), message: z.string() }),
  ),
});
const analysed = z.object({
  importId: z.string(),
  sheets: z.array(z.string()).readonly(),
  plan,
  rowCount: z.number(),
  sample: z.array(z.array(z.string()).readonly()).readonly(),
  faultyRows: z.number(),
  faults: z.array(faultBody),
});

const told = (rows: readonly FaultyRow[], language: 'vi' | 'en') =>
  rows.map(({ row, faults }) => ({
    row,
    faults: faults.map((one) => ({ ...one, message: describeRowFault(one.code)[language] })),
  }));

/** Most faults that an answer carries; the sheet of errors has more. */
const TOLD = 200;

/** Spreadsheets into a register: looked at, corrected, run in the background, cancelled. */
export async function importRoutes(app: App, context: Context, background: RegisterBackground): Promise<void> {
  app.post(
    '/api/registers/:registerKey/imports',
    {
      schema: {
        operationId: 'uploadImport',
        tags,
        params: z.object({ registerKey }),
        consumes: ['multipart/form-data'],
        response: { 200: analysed, ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'register.change');
      const file = request.isMultipart() ? await request.file() : undefined;
      if (!file) throw new RefusedRequest('file-missing', registerRefusals['file-missing']);
      const upload = { bytes: file.file, name: file.filename, mediaType: file.mimetype };
      const found = valueOrRefuse(
        await uploadImport(context, person, request.params.registerKey, upload),
        registerRefusals,
      );
      return { ...found.analysis, importId: found.importId, faults: told(found.analysis.faults, request.language) };
    },
  );

  app.put(
    '/api/registers/:registerKey/imports/:importId',
    {
      schema: {
        operationId: 'planImport',
        tags,
        params: ofImport,
        body: z.object({ plan }),
        response: { 200: analysed, ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'register.change');
      const { registerKey: key, importId: id } = request.params;
      const given = { importId: id, plan: request.body.plan };
      const found = valueOrRefuse(await planImport(context, person, key, given), registerRefusals);
      return { ...found.analysis, importId: found.importId, faults: told(found.analysis.faults, request.language) };
    },
  );

  app.post(
    '/api/registers/:registerKey/imports/:importId/run',
    {
      schema: {
        operationId: 'runImport',
        tags,
        params: ofImport,
        body: z.object({ skipFaulty: z.boolean() }),
        response: { 200: doneBody, ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'register.change');
      const { registerKey: key, importId: id } = request.params;
      valueOrRefuse(await runImport(context, person, key, { ...request.body, importId: id }), registerRefusals);
      void background.work();
      return done;
    },
  );

  app.post(
    '/api/registers/:registerKey/imports/:importId/cancellation',
    { schema: { operationId: 'cancelImport', tags, params: ofImport, response: { 200: doneBody, ...refusalAnswers } } },
    async (request) => {
      const person = requireRight(request, 'register.change');
      const { registerKey: key, importId: id } = request.params;
      valueOrRefuse(await cancelImport(context, person, key, id), registerRefusals);
      void background.work();
      return done;
    },
  );

  app.get(
    '/api/registers/:registerKey/imports/:importId',
    {
      schema: {
        operationId: 'getImport',
        tags,
        params: ofImport,
        response: {
          200: z.object({
            importId: z.string(),
            state: z.enum(importStates),
            totalRows: z.number().nullable(),
            /** Row of the sheet up to which it is settled. */
            readRows: z.number(),
            madeRows: z.number(),
            faultyRows: z.number(),
            faults: z.array(faultBody),
            failure: z.string().nullable(),
            plan,
            createdAt: z.string(),
          }),
          ...refusalAnswers,
        },
      },
    },
    async (request) => {
      const person = requireRight(request, 'register.change');
      const { registerKey: key, importId: id } = request.params;
      const { faults, ...one } = valueOrRefuse(await findOwnImport(context, person, key, id), registerRefusals);
      const { state, totalRows, readRows, madeRows, faultyRows, failure, createdAt, plan: read } = one;
      const seen = { importId: id, state, totalRows, readRows, madeRows, faultyRows, failure, createdAt, plan: read };
      return { ...seen, faults: told(faults.slice(0, TOLD), request.language) };
    },
  );

  app.get(
    '/api/registers/:registerKey/imports/:importId/errors',
    {
      schema: {
        operationId: 'getImportErrors',
        tags,
        params: ofImport,
        produces: ['application/octet-stream'],
        response: { 200: z.custom<Buffer>().meta({ type: 'string', format: 'binary' }), ...refusalAnswers },
      },
    },
    async (request, reply) => {
      const person = requireRight(request, 'register.change');
      const { registerKey: key, importId: id } = request.params;
      const one = valueOrRefuse(await findOwnImport(context, person, key, id), registerRefusals);
      const rows = faultSheet(one.plan, one.faults, request.language);
      const bytes = Buffer.from(await writeXlsx({ sheets: [{ name: 'Lỗi', rows }] }));
      return reply
        .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
        .header('content-disposition', `attachment; filename="loi-${key}.xlsx"`)
        .send(bytes);
    },
  );
}
