import { z } from 'zod';
import type { Context } from '../../../server/context.ts';
import { type App, RefusedRequest, refusalAnswers, requireRight, valueOrRefuse } from '../../../server/http.ts';
import { civilDay, done, doneBody, fileId, unitId } from '../../../server/shapes.ts';
import { findFile, readContent } from '../../files/server.ts';
import { addEvidence, dropEvidence, keepFile, placeEvidence, setReaches } from '../actions/evidence.ts';
import { assessmentRefusals } from '../actions/refusals.ts';
import { findPiece } from '../store/evidence.ts';
import { leafCode, year } from './shapes.ts';

const evidenceId = z.templateLiteral(['evidence_', z.string().max(80)]);
const places = z
  .array(z.object({ leafCode, wanted: z.number().int().min(0).max(50).nullable() }))
  .min(1)
  .max(200);
const words = (length: number) => z.string().trim().max(length).nullable();
/** An address inside the product: never one that leads elsewhere. */
const address = z
  .string()
  .max(500)
  .regex(/^\/(?!\/)[^\s\\]*$/);
const share = z.string().regex(/^(0(\.\d{1,4})?|1(\.0{1,4})?)$/);
const reachFields = {
  effort: z
    .string()
    .regex(/^\d{1,4}(\.\d{1,3})?$/)
    .nullable(),
  certainty: share.nullable(),
  ownerUnitId: unitId.nullable(),
};
const reachList = z
  .array(z.object({ leafCode, ...reachFields }))
  .min(1)
  .max(500);

/** Evidence of leaves, its files, and what the office says of winning points back. */
export async function evidenceRoutes(app: App, context: Context): Promise<void> {
  const { database, config } = context;
  const tags = ['index'];

  app.post(
    '/api/index/files',
    {
      schema: {
        operationId: 'uploadEvidenceFile',
        tags,
        consumes: ['multipart/form-data'],
        response: { 200: z.object({ fileId: z.string() }), ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'index.change');
      const part = request.isMultipart() ? await request.file() : undefined;
      if (!part) throw new RefusedRequest('file-missing', assessmentRefusals['file-missing']);
      const upload = { bytes: part.file, name: part.filename, mediaType: part.mimetype };
      return valueOrRefuse(await keepFile(context, person, upload), assessmentRefusals);
    },
  );

  app.post(
    '/api/index/evidence',
    {
      schema: {
        operationId: 'addEvidence',
        tags,
        body: z.object({
          year,
          title: z.string().trim().min(2).max(500),
          fileId: fileId.nullable(),
          documentNumber: words(100),
          documentDate: civilDay.nullable(),
          issuer: words(300),
          address: address.nullable(),
          leaves: places,
        }),
        response: { 200: z.object({ evidenceId: z.string() }), ...refusalAnswers },
      },
    },
    async (request) =>
      valueOrRefuse(
        await addEvidence(context, requireRight(request, 'index.change'), request.body),
        assessmentRefusals,
      ),
  );

  app.put(
    '/api/index/evidence/:evidenceId/leaves',
    {
      schema: {
        operationId: 'placeEvidence',
        tags,
        params: z.object({ evidenceId }),
        body: z.object({ leaves: places }),
        response: { 200: doneBody, ...refusalAnswers },
      },
    },
    async (request) => {
      const form = { ...request.params, ...request.body };
      valueOrRefuse(await placeEvidence(context, requireRight(request, 'index.change'), form), assessmentRefusals);
      return done;
    },
  );

  app.delete(
    '/api/index/evidence/:evidenceId',
    {
      schema: {
        operationId: 'dropEvidence',
        tags,
        params: z.object({ evidenceId }),
        response: { 200: doneBody, ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'index.change');
      valueOrRefuse(await dropEvidence(context, person, request.params.evidenceId), assessmentRefusals);
      return done;
    },
  );

  app.get(
    '/api/index/evidence/:evidenceId/file',
    { schema: { operationId: 'getEvidenceFile', tags, params: z.object({ evidenceId }) } },
    async (request, reply) => {
      const { agencyId } = requireRight(request, 'index.read');
      const piece = await findPiece(database, agencyId, request.params.evidenceId);
      const file = piece?.fileId ? await findFile(database, agencyId, piece.fileId) : null;
      if (!file) throw new RefusedRequest('file-not-found', assessmentRefusals['file-not-found']);
      reply
        .header('content-type', 'application/octet-stream')
        .header('content-length', file.byteCount)
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`);
      return reply.send(readContent(config.dataFolder, file.sha256));
    },
  );

  app.put(
    '/api/index/leaves/:leafCode/reach',
    {
      schema: {
        operationId: 'setLeafReach',
        tags,
        params: z.object({ leafCode }),
        body: z.object({ year, ...reachFields }),
        response: { 200: doneBody, ...refusalAnswers },
      },
    },
    async (request) => {
      const { year: of, ...reach } = request.body;
      const form = { year: of, reaches: [{ ...request.params, ...reach }] };
      valueOrRefuse(await setReaches(context, requireRight(request, 'index.change'), form), assessmentRefusals);
      return done;
    },
  );

  app.put(
    '/api/index/reaches',
    {
      schema: {
        operationId: 'setLeafReaches',
        tags,
        /** `seen`: what the person saw at these leaves; refused where it is not so any more. */
        body: z.object({ year, reaches: reachList, seen: reachList }),
        response: { 200: doneBody, ...refusalAnswers },
      },
    },
    async (request) => {
      valueOrRefuse(await setReaches(context, requireRight(request, 'index.change'), request.body), assessmentRefusals);
      return done;
    },
  );
}
