import { accept, type Outcome, refuse } from '../../../kernel/outcome.ts';
import type { Context } from '../../../server/context.ts';
import { brokenConstraint, type Transaction } from '../../../server/database.ts';
import type { Person } from '../../../server/http.ts';
import { type AuditFact, appendAudit } from '../../audit/server.ts';
import { actorOf } from '../../identity/server.ts';
import type { AssessmentRefusal } from './refusals.ts';

type Refused = Outcome<never, AssessmentRefusal>;

/** Runs a change and tells it to the audit chain, in one transaction. */
export function change<Value>(
  { database, clock }: Context,
  person: Person,
  work: (tx: Transaction) => Promise<Outcome<{ value: Value; facts: readonly AuditFact[] }, AssessmentRefusal>>,
): Promise<Outcome<Value, AssessmentRefusal>> {
  return database
    .transaction<Outcome<Value, AssessmentRefusal>>(async (tx) => {
      const outcome = await work(tx);
      if (!outcome.ok) return outcome;
      await appendAudit(tx, actorOf(person), clock.now(), outcome.value.facts);
      return accept(outcome.value.value);
    })
    .catch((error: unknown): Refused => {
      const constraint = brokenConstraint(error);
      if (constraint === 'leaf_task_task' || constraint === 'lost_point_task_task')
        return refuse({ code: 'task-not-found' });
      if (constraint === 'evidence_file') return refuse({ code: 'file-not-found' });
      if (constraint === 'lost_point_deficit') return refuse({ code: 'loss-taken-over' });
      throw error;
    });
}

export const fact = (action: string, year: number, after: Record<string, unknown>): AuditFact => ({
  action,
  subjectKind: 'index',
  subjectId: String(year),
  after,
});
