import { Readable } from 'node:stream';
import type { PlanId } from '../../../kernel/ids.ts';
import type { Context } from '../../../server/context.ts';
import type { Person } from '../../../server/http.ts';
import { findReview } from '../store/reviews.ts';
import { acceptReview } from './accept-review.ts';
import { readDocument } from './read-document.ts';
import { uploadDocument } from './upload.ts';

/** Takes a document into the plan in one go, through the same actions as a person: the sample is made so. */
export async function seedPlan(
  context: Context,
  person: Person,
  document: { name: string; bytes: Uint8Array },
): Promise<PlanId> {
  const upload = { bytes: Readable.from([document.bytes]), name: document.name, mediaType: 'text/plain' };
  const uploaded = await uploadDocument(context, person, upload);
  if (!uploaded.ok) throw new Error(`the sample plan was refused: ${uploaded.refusal.code}`);
  const { reviewId } = uploaded.value;
  await readDocument(context, { agencyId: person.agencyId, reviewId });
  const review = await findReview(context.database, person.agencyId, reviewId);
  const accepted = await acceptReview(context, person, { reviewId, version: review?.version ?? 0, renews: null });
  if (!accepted.ok) throw new Error(`the sample plan was refused: ${accepted.refusal.code}`);
  return accepted.value.planId;
}
