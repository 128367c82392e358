import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { UnitId } from '../../../kernel/ids.ts';
import { accept, type Outcome, refuse } from '../../../kernel/outcome.ts';
import type { Context } from '../../../server/context.ts';
import { brokenConstraint, commitOrRefuse, type Transaction } from '../../../server/database.ts';
import type { Person } from '../../../server/http.ts';
import { type AuditFact, appendAudit } from '../../audit/server.ts';
import { actorOf } from '../../identity/server.ts';
import type { UnitKind } from '../rules/unit.ts';
import type { UnitRefusal } from './refusals.ts';

export type UnitFields = {
  name: string;
  shortName: string;
  kind: UnitKind;
  parentId: UnitId | null;
  validFrom: CivilDate;
  position: number;
};

function refusalOfBreak(error: unknown): Outcome<never, UnitRefusal> {
  const constraint = brokenConstraint(error);
  if (constraint === 'unit_parent' || constraint === 'unit_alias_unit' || constraint === 'unit_head_unit')
    return refuse({ code: 'unit-not-found' });
  if (constraint === 'unit_head_user') return refuse({ code: 'user-not-found' });
  if (constraint === 'unit_span') return refuse({ code: 'unit-span' });
  throw error;
}

/** Runs a change of units with its facts for the audit chain, in one transaction. */
export function change<Value>(
  { database, clock }: Context,
  person: Person,
  work: (tx: Transaction) => Promise<Outcome<{ value: Value; facts: readonly AuditFact[] }, UnitRefusal>>,
): Promise<Outcome<Value, UnitRefusal>> {
  return commitOrRefuse<Value, UnitRefusal>(database, async (tx) => {
    const outcome = await work(tx);
    if (!outcome.ok) return outcome;
    await appendAudit(tx, actorOf(person), clock.now(), outcome.value.facts);
    return accept(outcome.value.value);
  }).catch(refusalOfBreak);
}

export const fact = (action: string, subjectId: string, before: object | null, after: object | null): AuditFact => ({
  action,
  subjectKind: 'unit',
  subjectId,
  before: before && { ...before },
  after: after && { ...after },
});
