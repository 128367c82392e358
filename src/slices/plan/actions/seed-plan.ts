import { Readable } from 'node:stream';
import type { PlanId } from '../../../kernel/ids.ts';
import type { Context } from '../../../server/context.ts';
import type { Person } from '../../../server/http.ts';
import { findTasksOfPlan, tieTask } from '../../tasks/server.ts';
import { findDeficits } from '../store/plans.ts';
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
  await readDocument(context, { agencyId: person.agencyId, reviewId }, (fault) => {
    throw fault;
  });
  const review = await findReview(context.database, person.agencyId, reviewId);
  const accepted = await acceptReview(context, person, { reviewId, version: review?.version ?? 0, renews: null });
  if (!accepted.ok) throw new Error(`the sample plan was refused: ${accepted.refusal.code}`);
  return accepted.value.planId;
}

/** A loss and the task that is to win it back, each by words of its name. */
export type SeedTie = { readonly criterion: string; readonly task: string };

/** Ties losses of a seeded plan to their tasks, as an officer does on the plan page. */
export async function seedTies(
  context: Context,
  person: Person,
  planId: PlanId,
  ties: readonly SeedTie[],
): Promise<void> {
  const deficits = await findDeficits(context.database, person.agencyId, planId);
  const tasks = await findTasksOfPlan(context.database, person.agencyId, planId);
  for (const tie of ties) {
    const deficit = deficits.find(({ criterion }) => criterion.includes(tie.criterion));
    const task = tasks.find(({ title }) => title.includes(tie.task));
    if (!deficit || !task) throw new Error(`the sample has no “${tie.criterion}” or no “${tie.task}”`);
    await tieTask(context, person, { deficitId: deficit.deficitId, taskId: task.taskId, isTied: true });
  }
}
