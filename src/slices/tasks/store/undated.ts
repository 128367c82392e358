import { sql } from 'drizzle-orm';
import type { AgencyId, TaskId } from '../../../kernel/ids.ts';
import type { Db, Transaction } from '../../../server/database.ts';
import { openStates } from '../rules/task.ts';
import type { TaskRow } from './tasks.ts';

export type UndatedTask = Pick<TaskRow, 'taskId' | 'planYear' | 'deadlines' | 'dueKind'>;

const OPEN = sql`t.state in (${sql.join(
  openStates.map((state) => sql`${state}`),
  sql`, `,
)})`;
const WITHOUT_OCCURRENCES = sql`t.due_kind in ('recurring', 'continuous') and t.next_on is null and ${OPEN}
  and not exists (select 1 from task_occurrence o where o.agency_id = t.agency_id and o.task_id = t.task_id)`;

/** Agencies with open recurring tasks that no occurrence stands for. */
export async function findAgenciesWithUndated(db: Db): Promise<AgencyId[]> {
  const { rows } = await db.execute<{ agencyId: AgencyId }>(sql`
    select a.agency_id as "agencyId" from agency a
     where exists (select 1 from task t where t.agency_id = a.agency_id and ${WITHOUT_OCCURRENCES}) order by a.agency_id`);
  return rows.map(({ agencyId }) => agencyId);
}

/** The next of them, locked so that nobody settles them at the same time. */
export async function lockNextUndated(
  tx: Transaction,
  agencyId: AgencyId,
  after: TaskId | '',
  limit: number,
): Promise<UndatedTask[]> {
  const { rows } = await tx.execute<UndatedTask>(sql`
    select t.task_id as "taskId", t.plan_year as "planYear", t.deadlines, t.due_kind as "dueKind" from task t
     where t.agency_id = ${agencyId} and t.task_id > ${after} and ${WITHOUT_OCCURRENCES}
     order by t.task_id limit ${limit} for update of t`);
  return rows;
}
