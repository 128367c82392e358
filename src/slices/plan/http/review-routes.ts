import { z } from 'zod';
import type { Context } from '../../../server/context.ts';
import { type App, RefusedRequest, refusalAnswers, requireRight, valueOrRefuse } from '../../../server/http.ts';
import { done, doneBody, unitId } from '../../../server/shapes.ts';
import { planId } from '../../tasks/wire.ts';
import { acceptReview } from '../actions/accept-review.ts';
import { PagePictures } from '../actions/page-picture.ts';
import { findPlanChanges } from '../actions/plan-changes.ts';
import { ReadingQueue } from '../actions/read-document.ts';
import { planRefusals } from '../actions/refusals.ts';
import { answerUnit, dropReview, matchUnitsOf, saveReview } from '../actions/reviews.ts';
import { uploadDocument } from '../actions/upload.ts';
import { draftShape, place } from '../rules/draft.ts';
import { findReview, findReviews } from '../store/reviews.ts';
import { reviewId } from './shapes.ts';

const head = {
  reviewId: z.string(),
  state: z.enum(['reading', 'failed', 'open', 'accepted', 'dropped']),
  progress: z.number(),
  failure: z.object({ code: z.string(), message: z.object({ vi: z.string(), en: z.string() }) }).nullable(),
  fileId: z.string(),
  fileName: z.string(),
  title: z.string().nullable(),
  planId: z.string().nullable(),
  version: z.number(),
  createdAt: z.string(),
  changedAt: z.string(),
};

const match = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sure'), unitId: z.string() }),
  z.object({ kind: z.literal('unsure'), candidates: z.array(z.string()) }),
  z.object({ kind: z.literal('group') }),
  z.object({ kind: z.literal('unknown') }),
]);

/** The document as blocks: its exact shape is `SourceDocument` of the reading slice. */
const source = z.object({
  format: z.string(),
  pageCount: z.number().nullable(),
  blocks: z.array(z.record(z.string(), z.unknown())),
  footnotes: z.array(z.record(z.string(), z.unknown())),
});

const figure = z.object({
  relation: z.string(),
  text: z.string(),
  stated: z.number().nullable(),
  computed: z.number(),
  holds: z.boolean(),
  note: z.string(),
  noteEnglish: z.string(),
  place,
  proposal: z
    .object({ text: z.string(), stated: z.number(), proposed: z.number(), confirmedBy: z.array(z.string()) })
    .nullable(),
});

const reviewBody = z.object({
  ...head,
  source: source.nullable(),
  draft: draftShape.nullable(),
  figures: z.array(figure),
  units: z.array(z.object({ name: z.string(), match })),
});

const change = z.object({
  kind: z.enum(['added', 'gone', 'changed']),
  what: z.enum(['task', 'deficit']),
  title: z.string(),
  fields: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
});

export async function reviewRoutes(app: App, context: Context): Promise<void> {
  const { database } = context;
  const queue = new ReadingQueue(context, (fault) => app.log.error({ err: fault }, 'a document could not be read'));
  const pictures = new PagePictures(context);
  const tags = ['reviews'];
  app.addHook('onListen', () => queue.resume());
  app.addHook('onClose', () => queue.idle());

  app.get(
    '/api/reviews',
    {
      schema: {
        operationId: 'findReviews',
        tags,
        response: { 200: z.object({ reviews: z.array(z.object(head)) }), ...refusalAnswers },
      },
    },
    async (request) => ({ reviews: await findReviews(database, requireRight(request, 'plan.review').agencyId) }),
  );

  app.post(
    '/api/reviews',
    {
      schema: {
        operationId: 'uploadDocument',
        tags,
        consumes: ['multipart/form-data'],
        response: { 200: z.object({ reviewId: z.string(), fileId: z.string() }), ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'plan.review');
      const part = request.isMultipart() ? await request.file() : undefined;
      if (!part) throw new RefusedRequest('file-missing', planRefusals['file-missing']);
      const upload = { bytes: part.file, name: part.filename, mediaType: part.mimetype };
      const saved = valueOrRefuse(await uploadDocument(context, person, upload), planRefusals);
      queue.add({ agencyId: person.agencyId, reviewId: saved.reviewId });
      return saved;
    },
  );

  app.get(
    '/api/reviews/:reviewId',
    {
      schema: {
        operationId: 'getReview',
        tags,
        params: z.object({ reviewId }),
        response: { 200: reviewBody, ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'plan.review');
      const review = await findReview(database, person.agencyId, request.params.reviewId);
      if (!review) throw new RefusedRequest('review-not-found', planRefusals['review-not-found']);
      const units = review.draft ? await matchUnitsOf(context, database, person, review.draft) : [];
      return { ...review, units } as unknown as z.input<typeof reviewBody>;
    },
  );

  app.get(
    '/api/reviews/:reviewId/pages/:page',
    {
      schema: {
        operationId: 'getReviewPage',
        tags,
        params: z.object({ reviewId, page: z.coerce.number().int().min(1).max(5000) }),
        produces: ['image/webp'],
        response: { 200: z.custom<Buffer>().meta({ type: 'string', format: 'binary' }), ...refusalAnswers },
      },
    },
    async (request, reply) => {
      const { agencyId } = requireRight(request, 'plan.review');
      const picture = valueOrRefuse(await pictures.find({ agencyId, ...request.params }), planRefusals);
      return reply.type('image/webp').send(Buffer.from(picture));
    },
  );

  app.put(
    '/api/reviews/:reviewId',
    {
      schema: {
        operationId: 'saveReview',
        tags,
        params: z.object({ reviewId }),
        body: z.object({ version: z.number().int(), draft: draftShape }),
        response: { 200: z.object({ version: z.number() }), ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'plan.review');
      return valueOrRefuse(
        await saveReview(context, person, { ...request.body, reviewId: request.params.reviewId }),
        planRefusals,
      );
    },
  );

  app.get(
    '/api/reviews/:reviewId/changes/:planId',
    {
      schema: {
        operationId: 'findPlanChanges',
        tags,
        params: z.object({ reviewId, planId }),
        response: { 200: z.object({ changes: z.array(change) }), ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'plan.review');
      return { changes: valueOrRefuse(await findPlanChanges(context, person, request.params), planRefusals) };
    },
  );

  app.post(
    '/api/reviews/:reviewId/acceptance',
    {
      schema: {
        operationId: 'acceptReview',
        tags,
        params: z.object({ reviewId }),
        body: z.object({ version: z.number().int(), renews: planId.nullable() }),
        response: { 200: z.object({ planId: z.string(), wasAccepted: z.boolean() }), ...refusalAnswers },
      },
    },
    async (request) => {
      const person = requireRight(request, 'plan.accept');
      return valueOrRefuse(
        await acceptReview(context, person, { ...request.body, reviewId: request.params.reviewId }),
        planRefusals,
      );
    },
  );

  app.delete(
    '/api/reviews/:reviewId',
    {
      schema: {
        operationId: 'dropReview',
        tags,
        params: z.object({ reviewId }),
        response: { 200: doneBody, ...refusalAnswers },
      },
    },
    async (request) => {
      valueOrRefuse(
        await dropReview(context, requireRight(request, 'plan.review'), request.params.reviewId),
        planRefusals,
      );
      return done;
    },
  );

  app.post(
    '/api/reviews/unit-answers',
    {
      schema: {
        operationId: 'answerUnit',
        tags,
        body: z.object({ name: z.string().trim().min(1).max(400), unitId }),
        response: { 200: doneBody, ...refusalAnswers },
      },
    },
    async (request) => {
      valueOrRefuse(await answerUnit(context, requireRight(request, 'plan.review'), request.body), planRefusals);
      return done;
    },
  );
}
