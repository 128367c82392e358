import type { CivilDate } from '../../../kernel/civil-date.ts';
import { daysBetween } from '../../../kernel/civil-date.ts';
import type { UnitId } from '../../../kernel/ids.ts';
import type { Context } from '../../../server/context.ts';
import type { Person } from '../../../server/http.ts';
import { reachOf } from '../../identity/index.ts';
import { holderOn, holdersOf } from '../rules/holders.ts';
import { findMeetings } from '../store/meetings.ts';
import { findReturned, findReviewedWork, type ReviewedWork } from '../store/review.ts';
import { historyOf, taskRecords } from './sources.ts';

type Span = { firstDay: CivilDate; lastDay: CivilDate };

/** How a piece of work stands for the meeting. */
const outcomeOf = ({ endOn, dueOn, state }: ReviewedWork, today: CivilDate) => {
  if (endOn === null) return dueOn < today ? ('overdue' as const) : ('open' as const);
  if (endOn > dueOn) return 'late' as const;
  return state === 'handed-in' ? ('handed-in' as const) : ('on-time' as const);
};

/** What the monthly meeting looks at: the work of the span by unit, what was sent back, what was decided. */
export async function loadReview(context: Context, person: Person, span: Span) {
  const { database, clock } = context;
  const { agencyId } = person;
  const today = clock.today();
  const history = await historyOf(database, agencyId);
  const holderOf = (unitId: UnitId | null): UnitId | null =>
    unitId === null ? null : holderOn(holdersOf(unitId, history), today);
  const isSeen = (unitId: UnitId | null): boolean =>
    reachOf(person.role, 'task.read') === 'any' || (unitId !== null && person.unitIds.includes(unitId));
  const work = (await findReviewedWork(database, agencyId, span)).map((one) => ({
    ...one,
    leadId: holderOf(one.leadId),
    outcome: outcomeOf(one, today),
    daysLate: Math.max(0, daysBetween(one.dueOn, one.endOn ?? today)),
    daysLateOriginal: Math.max(0, daysBetween(one.originalDueOn, one.endOn ?? today)),
  }));
  const returned = (await findReturned(database, agencyId, span)).map((one) => ({
    ...one,
    leadId: holderOf(one.leadId),
  }));
  const records = await taskRecords.find(database, agencyId, { ...span, today });
  return {
    today,
    units: records.filter(({ unitId }) => isSeen(unitId)),
    work: work.filter(({ leadId }) => isSeen(leadId)),
    returned: returned.filter(({ leadId }) => isSeen(leadId)),
    meetings: await findMeetings(database, agencyId, { firstDay: span.firstDay, lastDay: today }),
  };
}
