import { sql } from 'drizzle-orm';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { Instant } from '../../../kernel/clock.ts';
import type { AgencyId, TaskId } from '../../../kernel/ids.ts';
import type { Db, Transaction } from '../../../server/database.ts';
import { openStates } from '../rules/task.ts';
import type { TaskDeadline } from '../rules/task-shapes.ts';

/** An open task with a due day: what a change of the calendar may move. */
export type OpenDay = { taskId: TaskId; title: string; dueOn: CivilDate; deadlines: TaskDeadline[] };

const MOST_OPEN = 5000;

export async function findOpenDays(db: Db, agencyId: AgencyId): Promise<OpenDay[]> {
  const states = sql.join(
    openStates.map((state) => sql`${state}`),
    sql`, `,
  );
  const { rows } = await db.execute<OpenDay>(sql`
    select task_id as "taskId", title, due_on as "dueOn", deadlines from task
     where agency_id = ${agencyId} and due_on is not null and state in (${states})
     order by due_on, task_id limit ${MOST_OPEN}`);
  return rows;
}

export async function moveDueDay(
  tx: Transaction,
  agencyId: AgencyId,
  { taskId, to, at }: { taskId: TaskId; to: CivilDate; at: Instant },
): Promise<void> {
  await tx.execute(sql`
    update task set original_due_on = case when original_due_on = due_on then ${to}::date else original_due_on end,
           due_on = ${to}::date, next_on = ${to}::date, version = version + 1, changed_at = ${at}::timestamptz
     where agency_id = ${agencyId} and task_id = ${taskId}`);
}
