import type { ReviewId, UnitId } from '../../../kernel/ids.ts';
import { accept, type Outcome, refuse } from '../../../kernel/outcome.ts';
import type { Context } from '../../../server/context.ts';
import { brokenConstraint, type Db } from '../../../server/database.ts';
import type { Person } from '../../../server/http.ts';
import { appendAudit } from '../../audit/server.ts';
import { actorOf } from '../../identity/server.ts';
import { matchUnit, standsOn, type UnitMatch } from '../../units/index.ts';
import { findAliases, findUnits, saveAlias } from '../../units/server.ts';
import type { Draft } from '../rules/draft.ts';
import { unitNamesOf } from '../rules/draft-items.ts';
import { closeReview, lockReview, type Review, saveDraft } from '../store/reviews.ts';
import type { PlanRefusal } from './refusals.ts';

/** What each unit name of a draft means. */
export async function matchUnitsOf(
  { clock }: Context,
  db: Db,
  person: Person,
  draft: Draft,
): Promise<{ name: string; match: UnitMatch }[]> {
  const units = (await findUnits(db, person.agencyId)).filter((unit) => standsOn(unit, clock.today()));
  const aliases = await findAliases(db, person.agencyId);
  return unitNamesOf(draft).map((name) => ({ name, match: matchUnit(name, units, aliases) }));
}

function openReview(review: Review | null): Outcome<Review, PlanRefusal> {
  if (!review) return refuse({ code: 'review-not-found' });
  return review.state === 'open' ? accept(review) : refuse({ code: 'review-closed' });
}

/** Saves a half-done review. */
export async function saveReview(
  context: Context,
  person: Person,
  given: { reviewId: ReviewId; version: number; draft: Draft },
): Promise<Outcome<{ version: number }, PlanRefusal>> {
  return context.database.transaction<Outcome<{ version: number }, PlanRefusal>>(async (tx) => {
    const open = openReview(await lockReview(tx, person.agencyId, given.reviewId));
    if (!open.ok) return open;
    const now = context.clock.now();
    if (!(await saveDraft(tx, person.agencyId, given, now))) return refuse({ code: 'review-changed' });
    await appendAudit(tx, actorOf(person), now, [
      { action: 'review.save', subjectKind: 'review', subjectId: given.reviewId },
    ]);
    return accept({ version: given.version + 1 });
  });
}

/** Puts a review away; the document stays in the store, nothing enters a plan. */
export async function dropReview(
  context: Context,
  person: Person,
  reviewId: ReviewId,
): Promise<Outcome<null, PlanRefusal>> {
  return context.database.transaction<Outcome<null, PlanRefusal>>(async (tx) => {
    const review = await lockReview(tx, person.agencyId, reviewId);
    if (!review) return refuse({ code: 'review-not-found' });
    if (review.state === 'accepted') return refuse({ code: 'review-closed' });
    const at = context.clock.now();
    await closeReview(tx, person.agencyId, reviewId, { state: 'dropped', planId: null, at });
    await appendAudit(tx, actorOf(person), at, [{ action: 'review.drop', subjectKind: 'review', subjectId: reviewId }]);
    return accept(null);
  });
}

/** Remembers which unit a name in a document means: an alias that every later document profits from. */
export async function answerUnit(
  context: Context,
  person: Person,
  answer: { name: string; unitId: UnitId },
): Promise<Outcome<null, PlanRefusal>> {
  const { name: alias, unitId } = answer;
  return context.database
    .transaction<Outcome<null, PlanRefusal>>(async (tx) => {
      await saveAlias(tx, person.agencyId, { alias, unitId, origin: 'learned' });
      await appendAudit(tx, actorOf(person), context.clock.now(), [
        { action: 'unit.learn-alias', subjectKind: 'unit', subjectId: unitId, after: { alias } },
      ]);
      return accept(null);
    })
    .catch((error: unknown) => {
      if (brokenConstraint(error) === 'unit_alias_unit') return refuse<PlanRefusal>({ code: 'unit-not-found' });
      throw error;
    });
}
