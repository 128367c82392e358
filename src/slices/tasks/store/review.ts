import { sql } from 'drizzle-orm';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { AgencyId, TaskId, UnitId } from '../../../kernel/ids.ts';
import type { Db } from '../../../server/database.ts';
import type { TaskState } from '../rules/task.ts';
import type { OccurrenceState } from './occurrences.ts';

/** A piece of work that the meeting looks at: a task, or one occurrence of a recurring one. */
export type ReviewedWork = {
  taskId: TaskId;
  title: string;
  /** Name of the occurrence; null for a task with a day. */
  period: string | null;
  leadId: UnitId | null;
  state: TaskState | OccurrenceState;
  dueOn: CivilDate;
  originalDueOn: CivilDate;
  endOn: CivilDate | null;
  percent: number;
  wasReturned: boolean;
  /** What was last said of it. */
  lastNote: string | null;
};

const LEAD = sql`(select u.unit_id from task_unit u where u.agency_id = t.agency_id and u.task_id = t.task_id
  and u.role = 'leads' order by u.position limit 1)`;
const LAST_NOTE = sql`(select e.note from task_event e where e.agency_id = t.agency_id and e.task_id = t.task_id
  and e.note is not null order by e.event_id desc limit 1)`;

/** Everything that was due in a span, and what was due before and is still open. */
export async function findReviewedWork(
  db: Db,
  agencyId: AgencyId,
  { firstDay, lastDay }: { firstDay: CivilDate; lastDay: CivilDate },
): Promise<ReviewedWork[]> {
  const { rows } = await db.execute<ReviewedWork>(sql`
    select t.task_id as "taskId", t.title, null as period, ${LEAD} as "leadId", t.state, t.due_on as "dueOn",
           coalesce(t.original_due_on, t.due_on) as "originalDueOn",
           coalesce(t.done_on, case when t.state = 'handed-in' then t.handed_in_on end) as "endOn", t.percent,
           exists (select 1 from task_event e where e.agency_id = t.agency_id and e.task_id = t.task_id and e.kind = 'sent-back') as "wasReturned",
           ${LAST_NOTE} as "lastNote"
      from task t
     where t.agency_id = ${agencyId} and t.state <> 'dropped' and t.parent_id is null
       and (t.due_on between ${firstDay}::date and ${lastDay}::date or (t.due_on < ${firstDay}::date and t.state <> 'done'))
    union all
    select t.task_id, t.title, o.name, ${LEAD}, o.state, o.due_on, coalesce(o.original_due_on, o.due_on), coalesce(o.done_on, o.handed_in_on), 0,
           o.state = 'sent-back', o.note
      from task_occurrence o join task t on t.agency_id = o.agency_id and t.task_id = o.task_id
     where o.agency_id = ${agencyId} and t.state <> 'dropped' and o.kind = 'period' and o.state <> 'waived'
       and (o.due_on between ${firstDay}::date and ${lastDay}::date
         or (o.due_on < ${firstDay}::date and o.state in ('open', 'sent-back') and t.state <> 'done'))
     order by 6, 1, 3 limit 2000`);
  return rows;
}

export type Returned = { taskId: TaskId; title: string; leadId: UnitId | null; on: CivilDate; reason: string | null };

/** What was sent back in a span, with the reason. */
export async function findReturned(
  db: Db,
  agencyId: AgencyId,
  { firstDay, lastDay }: { firstDay: CivilDate; lastDay: CivilDate },
): Promise<Returned[]> {
  const { rows } = await db.execute<Returned>(sql`
    select t.task_id as "taskId", t.title, ${LEAD} as "leadId", (e.at at time zone 'Asia/Ho_Chi_Minh')::date as on,
           e.note as reason
      from task_event e join task t on t.agency_id = e.agency_id and t.task_id = e.task_id
     where e.agency_id = ${agencyId} and e.kind in ('sent-back', 'occurrence-sent-back')
       and (e.at at time zone 'Asia/Ho_Chi_Minh')::date between ${firstDay}::date and ${lastDay}::date
     order by e.at, e.event_id limit 500`);
  return rows;
}
