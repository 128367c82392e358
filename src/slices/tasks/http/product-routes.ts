import type { Readable } from 'node:stream';
import { z } from 'zod';
import type { FileId, UnitId } from '../../../kernel/ids.ts';
import type { Context } from '../../../server/context.ts';
import { type App, RefusedRequest, refusalAnswers, requireRight, valueOrRefuse } from '../../../server/http.ts';
import { civilDay, done, doneBody, unitId } from '../../../server/shapes.ts';
import { findFile, readContent } from '../../files/server.ts';
import { dropProduct, nameDocument, PRODUCT_LIMIT, uploadProduct } from '../actions/products.ts';
import { type TaskRefusal, taskRefusals } from '../actions/refusals.ts';
import { mayOnTask } from '../actions/task-rights.ts';
import { findProducts } from '../store/products.ts';
import { findTask } from '../store/tasks.ts';
import { productId, taskId } from '../wire.ts';

const tags = ['tasks'];
const ofTask = z.object({ taskId });
/** What the form around the file adds to it. */
const FORM_BYTES = 100_000;

const refused = (code: TaskRefusal['code']): RefusedRequest => new RefusedRequest(code, taskRefusals[code]);

/** Products of a task: files and numbers of documents. */
export async function productRoutes(app: App, context: Context): Promise<void> {
  app.post(
    '/api/tasks/:taskId/files',
    {
      // Told before the first byte is read: nobody waits for two gigabytes to hear no.
      preParsing: async (request) => {
        if (Number(request.headers['content-length'] ?? 0) > PRODUCT_LIMIT + FORM_BYTES)
          throw refused('product-too-large');
      },
      schema: {
        operationId: 'uploadProduct',
        tags,
        consumes: ['multipart/form-data'],
        params: ofTask,
        querystring: z.object({ unitId: unitId.optional() }),
        response: { 200: z.object({ productId: z.string() }), ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'task.report');
      const part = request.isMultipart() ? await request.file() : undefined;
      if (!part) throw refused('file-missing');
      const owner: { unitId: UnitId | null } = { unitId: request.query.unitId ?? null };
      const upload = { ...owner, bytes: part.file, name: part.filename, mediaType: part.mimetype };
      return valueOrRefuse(await uploadProduct(context, person, { ...request.params, ...upload }), taskRefusals);
    },
  );

  app.post(
    '/api/tasks/:taskId/documents',
    {
      schema: {
        operationId: 'nameDocument',
        tags,
        params: ofTask,
        body: z.object({
          title: z.string().trim().min(1).max(1000),
          documentNumber: z.string().trim().min(1).max(100),
          documentDay: civilDay.nullable(),
          unitId: unitId.nullable().default(null),
        }),
        response: { 200: z.object({ productId: z.string() }), ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'task.report');
      return valueOrRefuse(await nameDocument(context, person, { ...request.params, ...request.body }), taskRefusals);
    },
  );

  app.delete(
    '/api/tasks/:taskId/products/:productId',
    {
      schema: {
        operationId: 'dropProduct',
        tags,
        params: z.object({ taskId, productId }),
        response: { 200: doneBody, ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'task.report');
      valueOrRefuse(await dropProduct(context, person, request.params), taskRefusals);
      return done;
    },
  );

  app.get(
    '/api/tasks/:taskId/products/:productId/file',
    {
      schema: {
        operationId: 'getProductFile',
        tags,
        params: z.object({ taskId, productId }),
        produces: ['application/octet-stream'],
        response: { 200: z.custom<Readable>().meta({ type: 'string', format: 'binary' }), ...refusalAnswers },
      },
    },
    async (request, reply) => {
      const person = requireRight(request, 'task.read');
      const { agencyId } = person;
      const task = await findTask(context.database, agencyId, request.params.taskId);
      if (!task) throw refused('task-not-found');
      if (!mayOnTask(person, 'task.read', task)) throw refused('task-not-yours');
      const products = await findProducts(context.database, agencyId, task.taskId);
      const fileId: FileId | null =
        products.find((product) => product.productId === request.params.productId)?.fileId ?? null;
      const file = fileId === null ? null : await findFile(context.database, agencyId, fileId);
      if (!file) throw refused('product-not-found');
      // Always a download of bytes: what somebody uploaded is never shown as a page of this site.
      reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`);
      reply.header('content-type', 'application/octet-stream');
      reply.header('x-content-type-options', 'nosniff');
      return reply.send(readContent(context.config.dataFolder, file.sha256));
    },
  );
}
