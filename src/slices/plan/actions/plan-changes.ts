import type { PlanId, ReviewId } from '../../../kernel/ids.ts';
import { accept, type Outcome, refuse } from '../../../kernel/outcome.ts';
import type { Context } from '../../../server/context.ts';
import type { Person } from '../../../server/http.ts';
import { findTasksOfPlan } from '../../tasks/server.ts';
import { keptOf } from '../rules/draft-items.ts';
import { pairItems } from '../rules/renewal.ts';
import { findDeficits, findPlan } from '../store/plans.ts';
import { findReview } from '../store/reviews.ts';
import type { PlanRefusal } from './refusals.ts';
import { taskSourcesOf } from './write-plan.ts';

export type PlanChange = {
  kind: 'added' | 'gone' | 'changed';
  what: 'task' | 'deficit';
  title: string;
  fields: { field: string; before: string; after: string }[];
};

type Shown = Record<string, string>;
type Item = { title: string; area: number | null; shown: Shown };

function differences(before: Shown, after: Shown): PlanChange['fields'] {
  return Object.keys(after)
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, before: before[field] ?? '', after: after[field] ?? '' }));
}

function compare(what: PlanChange['what'], before: readonly Item[], after: readonly Item[]): PlanChange[] {
  const key = ({ title, area }: Item) => ({ text: title, area });
  const { same, added, gone } = pairItems(before, after, { old: key, fresh: key });
  const changed = same.map(({ old, fresh }) => ({ title: fresh.title, fields: differences(old.shown, fresh.shown) }));
  return [
    ...added.map(({ title }): PlanChange => ({ kind: 'added', what, title, fields: [] })),
    ...gone.map(({ title }): PlanChange => ({ kind: 'gone', what, title, fields: [] })),
    ...changed.filter(({ fields }) => fields.length > 0).map((one): PlanChange => ({ kind: 'changed', what, ...one })),
  ];
}

const joined = (names: readonly string[]): string => names.join('; ');
const words = (value: string | number | null): string => (value === null ? '' : String(value));

/** What accepting the review as a renewal of the plan would add, drop and change. */
export async function findPlanChanges(
  { database }: Context,
  person: Person,
  { reviewId, planId }: { reviewId: ReviewId; planId: PlanId },
): Promise<Outcome<PlanChange[], PlanRefusal>> {
  const review = await findReview(database, person.agencyId, reviewId);
  if (!review?.draft) return refuse({ code: 'review-not-found' });
  if (!(await findPlan(database, person.agencyId, planId))) return refuse({ code: 'plan-not-found' });
  const draft = keptOf(review.draft);
  const standing = (await findTasksOfPlan(database, person.agencyId, planId)).filter(
    (task) => task.state !== 'dropped' && task.position < 10_000,
  );
  const tasksBefore = standing.map(
    (task): Item => ({
      title: task.title,
      area: task.areaOrdinal,
      shown: {
        title: task.title,
        products: joined(task.products),
        leads: joined(task.leads.map(({ name }) => name)),
        coordinators: joined(task.coordinators.map(({ name }) => name)),
        deadline: words(task.deadlineText),
      },
    }),
  );
  const tasksAfter = taskSourcesOf(draft).map(
    (task): Item => ({
      title: task.title,
      area: task.area,
      shown: {
        title: task.title,
        products: joined(task.products),
        leads: joined(task.leads),
        coordinators: joined(task.coordinators),
        deadline: words(task.deadlineText),
      },
    }),
  );
  const deficitsBefore = (await findDeficits(database, person.agencyId, planId)).map(
    (deficit): Item => ({
      title: deficit.criterion,
      area: deficit.areaOrdinal,
      shown: {
        criterion: deficit.criterion,
        score: words(deficit.score),
        max: words(deficit.max),
        reason: words(deficit.reason),
      },
    }),
  );
  const deficitsAfter = draft.deficits.map(
    (deficit): Item => ({
      title: deficit.criterion,
      area: deficit.area,
      shown: {
        criterion: deficit.criterion,
        score: words(deficit.score),
        max: words(deficit.max),
        reason: words(deficit.reason),
      },
    }),
  );
  return accept([...compare('task', tasksBefore, tasksAfter), ...compare('deficit', deficitsBefore, deficitsAfter)]);
}
