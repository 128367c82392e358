import { addDays } from '../../../kernel/civil-date.ts';
import type { AgencyId, UnitId } from '../../../kernel/ids.ts';
import { accept, type Outcome, refuse } from '../../../kernel/outcome.ts';
import type { Context } from '../../../server/context.ts';
import type { Db } from '../../../server/database.ts';
import type { Person } from '../../../server/http.ts';
import type { WorkRecordSource } from '../../../server/sources.ts';
import { appendAudit } from '../../audit/server.ts';
import type { WorkRecord } from '../../deadlines/index.ts';
import { may } from '../../identity/index.ts';
import { actorOf } from '../../identity/server.ts';
import { findHeads, findSuccessions, findUnits } from '../../units/server.ts';
import { answersOf, type CostlyUnit, costlyUnits, type Span, type UnitAnswer } from '../rules/answers.ts';
import { areThresholds, type Proposal, proposalsOf } from '../rules/proposals.ts';
import { findThresholds, type StoredThresholds, saveThresholds } from '../store/thresholds.ts';
import type { AnswerRefusal } from './refusals.ts';

/** Points that each unit answers for, of the assessed years that a span touches. */
export type PointsLostByUnit = (db: Db, agencyId: AgencyId, span: Span) => Promise<ReadonlyMap<UnitId, string>>;

/** What other slices know of units: composed by the server. */
export type AnswerSources = {
  readonly records: readonly WorkRecordSource[];
  readonly pointsLostByUnit: PointsLostByUnit;
};

const LONGEST_DAYS = 3 * 366;

export type Answers = StoredThresholds & {
  readonly answers: readonly UnitAnswer[];
  readonly proposals: readonly Proposal[];
  readonly costly: readonly CostlyUnit[];
  readonly headNames: ReadonlyMap<string, string>;
};

/**
 * Who answers for what in a span. Places are counted over the whole agency; who may see only his own unit gets its lines alone.
 */
export async function showAnswers(
  { database, clock }: Context,
  { records: sources, pointsLostByUnit }: AnswerSources,
  person: Person,
  span: Span,
): Promise<Outcome<Answers, AnswerRefusal>> {
  if (span.lastDay < span.firstDay || addDays(span.firstDay, LONGEST_DAYS) < span.lastDay)
    return refuse({ code: 'span-wrong' });
  const { agencyId } = person;
  const records: WorkRecord[] = [];
  for (const source of sources)
    records.push(...(await source.find(database, agencyId, { ...span, today: clock.today() })));
  const history = {
    units: await findUnits(database, agencyId),
    successions: await findSuccessions(database, agencyId),
  };
  const heads = await findHeads(database, agencyId);
  const pointsLost = await pointsLostByUnit(database, agencyId, span);
  const all = answersOf({ span, history, headships: heads, records, pointsLost });
  const stored = await findThresholds(database, agencyId);
  const isSeen = ({ unitId }: { readonly unitId: UnitId }): boolean => may(person, 'answers.read', unitId);
  return accept({
    ...stored,
    answers: all.filter(isSeen),
    proposals: proposalsOf(all, stored.thresholds).filter(isSeen),
    costly: costlyUnits(all).filter(isSeen),
    headNames: new Map(heads.map(({ userId, displayName }) => [userId, displayName])),
  });
}

/** Changes from which figures on the office proposes. */
export async function changeThresholds(
  { database, clock }: Context,
  person: Person,
  changed: StoredThresholds,
): Promise<Outcome<null, AnswerRefusal>> {
  if (!areThresholds(changed.thresholds)) return refuse({ code: 'thresholds-wrong' });
  const at = clock.now();
  return database.transaction<Outcome<null, AnswerRefusal>>(async (tx) => {
    const { thresholds: before } = await findThresholds(tx, person.agencyId);
    if (!(await saveThresholds(tx, person.agencyId, { ...changed, at }))) return refuse({ code: 'thresholds-changed' });
    const fact = { subjectKind: 'answers', subjectId: person.agencyId, before, after: changed.thresholds };
    await appendAudit(tx, actorOf(person), at, [{ action: 'answers.change', ...fact }]);
    return accept(null);
  });
}
