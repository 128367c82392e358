import type { PlanId, ReviewId } from '../../../kernel/ids.ts';
import { accept, type Outcome, refuse } from '../../../kernel/outcome.ts';
import type { Context } from '../../../server/context.ts';
import type { Transaction } from '../../../server/database.ts';
import type { Person } from '../../../server/http.ts';
import { appendAudit } from '../../audit/server.ts';
import { actorOf } from '../../identity/server.ts';
import { officeRulesOf } from '../../tasks/server.ts';
import type { Draft } from '../rules/draft.ts';
import { keptOf } from '../rules/draft-items.ts';
import { type PlanArea, replaceAreas, replaceObligations, savePlan } from '../store/plans.ts';
import { closeReview, lockReview } from '../store/reviews.ts';
import type { PlanRefusal } from './refusals.ts';
import { matchUnitsOf } from './reviews.ts';
import { saveDeficits, saveTasks, type Writing } from './write-plan.ts';

export type Accepted = { planId: PlanId; wasAccepted: boolean };

const text = (value: number | null): string | null => (value === null ? null : String(value));

/** Why a draft cannot become a plan yet, or null. */
export function draftFault(draft: Draft): PlanRefusal | null {
  if (draft.document.planYear === null) return { code: 'plan-without-year' };
  if (draft.tasks.length + draft.deficits.length === 0) return { code: 'plan-empty' };
  const ordinals = draft.areas.map((area) => area.ordinal);
  const twice = ordinals.find((ordinal, at) => ordinals.indexOf(ordinal) !== at);
  return twice === undefined ? null : { code: 'area-twice', ordinal: twice };
}

function areaOf({ ordinal, name, score, max, percent, criteria, subcriteria }: Draft['areas'][number]): PlanArea {
  return { ordinal, name, score: text(score), max: text(max), percent: text(percent), criteria, subcriteria };
}

async function write(tx: Transaction, writing: Writing): Promise<void> {
  const { draft, planId, agencyId, at } = writing;
  const { kind, title, number, date, planYear, assessedYear } = draft.document;
  const head = {
    planId,
    kind,
    title: title ?? '',
    number,
    issuedOn: date,
    planYear: planYear ?? 0,
    assessedYear,
    result: draft.result,
  };
  await savePlan(tx, agencyId, { ...head, document: draft.document }, at);
  await replaceAreas(tx, agencyId, planId, draft.areas.map(areaOf));
  await saveTasks(tx, writing);
  await saveDeficits(tx, writing);
  const obligations = draft.obligations.map((one, position) => ({
    obligationId: writing.newId('obligation'),
    position,
    who: one.who ?? '',
    unitId: one.who === null ? null : writing.unitOf(one.who),
    addressee: one.to,
    what: one.what,
    deadlineText: one.deadlineText,
    deadlines: one.deadlines,
  }));
  await replaceObligations(tx, agencyId, planId, obligations);
}

/**
 * Takes a reviewed document into the plan, all of it or nothing. A second click finds the review accepted and changes
 * nothing.
 *
 * @param renews the plan that the document corrects; null makes a new one
 */
export async function acceptReview(
  context: Context,
  person: Person,
  given: { reviewId: ReviewId; version: number; renews: PlanId | null },
): Promise<Outcome<Accepted, PlanRefusal>> {
  const { database, clock, newId } = context;
  return database.transaction<Outcome<Accepted, PlanRefusal>>(async (tx) => {
    const review = await lockReview(tx, person.agencyId, given.reviewId);
    if (!review) return refuse({ code: 'review-not-found' });
    if (review.state === 'accepted' && review.planId) return accept({ planId: review.planId, wasAccepted: true });
    if (review.state === 'reading') return refuse({ code: 'review-unread' });
    if (review.state !== 'open' || !review.draft) return refuse({ code: 'review-closed' });
    if (review.version !== given.version) return refuse({ code: 'review-changed' });
    const draft = keptOf(review.draft);
    const fault = draftFault(draft);
    if (fault) return refuse(fault);
    const matches = new Map((await matchUnitsOf(context, tx, person, draft)).map(({ name, match }) => [name, match]));
    const unitOf: Writing['unitOf'] = (name) => {
      const match = matches.get(name);
      return match?.kind === 'sure' ? match.unitId : null;
    };
    const planId = given.renews ?? newId('plan');
    const at = clock.now();
    await write(tx, {
      draft,
      planId,
      agencyId: person.agencyId,
      at,
      unitOf,
      newId,
      actor: actorOf(person),
      settling: { rules: await officeRulesOf(tx, person.agencyId), today: clock.today() },
    });
    await closeReview(tx, person.agencyId, given.reviewId, { state: 'accepted', planId, at });
    const after = { planId, tasks: draft.tasks.length, deficits: draft.deficits.length, renews: given.renews };
    await appendAudit(tx, actorOf(person), at, [
      { action: 'review.accept', subjectKind: 'review', subjectId: given.reviewId, after },
    ]);
    return accept({ planId, wasAccepted: false });
  });
}
