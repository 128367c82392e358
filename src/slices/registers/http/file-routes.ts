import type { Readable } from 'node:stream';
import { z } from 'zod';
import type { Context } from '../../../server/context.ts';
import { type App, RefusedRequest, refusalAnswers, requireRight, valueOrRefuse } from '../../../server/http.ts';
import { fileId } from '../../../server/shapes.ts';
import { hasContent, readContent } from '../../files/server.ts';
import { attachFile, findRecordFile } from '../actions/attach-file.ts';
import { exportRecords } from '../actions/export-records.ts';
import { registerRefusals } from '../actions/refusals.ts';
import { findSeen } from '../actions/show-records.ts';
import { listQuery, readFilter } from './list-query.ts';
import { recordId, registerKey } from './shapes.ts';

const tags = ['registers'];
const binary = z.custom<Readable>().meta({ type: 'string', format: 'binary' });
const TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;
/** Milliseconds in which the first bytes must be on their way. */
const EXPORT_TIME = 600_000;

/** Files of records, and lists as sheets. */
export async function fileRoutes(app: App, context: Context): Promise<void> {
  app.post(
    '/api/registers/:registerKey/files',
    {
      schema: {
        operationId: 'uploadRegisterFile',
        tags,
        params: z.object({ registerKey }),
        consumes: ['multipart/form-data'],
        response: {
          200: z.object({ fileId: z.string(), name: z.string(), byteCount: z.number(), mediaType: z.string() }),
          ...refusalAnswers,
        },
      },
    },
    async (request) => {
      const person = requireRight(request, 'register.change');
      const { registerKey: key } = request.params;
      valueOrRefuse(await findSeen(context, person, key), registerRefusals);
      const part = request.isMultipart() ? await request.file() : undefined;
      if (!part) throw new RefusedRequest('file-missing', registerRefusals['file-missing']);
      const upload = { bytes: part.file, name: part.filename, mediaType: part.mimetype };
      const file = valueOrRefuse(await attachFile(context, person, key, upload), registerRefusals);
      return { fileId: file.fileId, name: file.name, byteCount: file.byteCount, mediaType: file.mediaType };
    },
  );

  app.get(
    '/api/registers/:registerKey/records/:recordId/files/:fileId',
    {
      schema: {
        operationId: 'getRecordFile',
        tags,
        params: z.object({ registerKey, recordId, fileId }),
        produces: ['application/octet-stream'],
        response: { 200: binary, ...refusalAnswers },
      },
    },
    async (request, reply) => {
      const person = requireRight(request, 'register.read');
      const { registerKey: key, ...given } = request.params;
      const file = valueOrRefuse(await findRecordFile(context, person, key, given), registerRefusals);
      const { dataFolder } = context.config;
      if (!(await hasContent(dataFolder, file.sha256)))
        throw new RefusedRequest('file-not-found', registerRefusals['file-not-found']);
      return reply
        .type('application/octet-stream')
        .header('content-length', file.byteCount)
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
        .send(readContent(dataFolder, file.sha256));
    },
  );

  app.get(
    '/api/registers/:registerKey/export',
    {
      handlerTimeout: EXPORT_TIME,
      schema: {
        operationId: 'exportRecords',
        tags,
        params: z.object({ registerKey }),
        querystring: listQuery.extend({ format: z.enum(['xlsx', 'csv']).default('xlsx') }),
        produces: ['application/octet-stream'],
        response: { 200: binary, ...refusalAnswers },
      },
    },
    async (request, reply) => {
      const person = requireRight(request, 'register.read');
      const { filter, format, ...query } = request.query;
      const form = { ...query, format, filter: readFilter(filter), after: null, limit: 1, isDeleted: false };
      const { bytes, name } = valueOrRefuse(
        await exportRecords(context, person, request.params.registerKey, form),
        registerRefusals,
      );
      return reply.type(TYPES[format]).header('content-disposition', `attachment; filename="${name}"`).send(bytes);
    },
  );
}
