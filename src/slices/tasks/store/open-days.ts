import { sql } from 'drizzle-orm';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { Instant } from '../../../kernel/clock.ts';
import type { AgencyId, TaskId } from '../../../kernel/ids.ts';
import type { Db, Transaction } from '../../../server/database.ts';
import type { EventDay } from '../rules/event-day.ts';
import type { DueKind, TaskState } from '../rules/task.ts';
import { openStates } from '../rules/task.ts';
import type { TaskDeadline } from '../rules/task-shapes.ts';
import type { Occurrence } from './occurrences.ts';
import type { TaskEvent } from './tasks.ts';

/** An open task with every day that a change of the calendar may move. */
export type OpenDays = {
  taskId: TaskId;
  title: string;
  state: TaskState;
  planYear: number;
  dueKind: DueKind;
  dueOn: CivilDate | null;
  handedInOn: CivilDate | null;
  isExtended: boolean;
  deadlines: TaskDeadline[];
  start: EventDay | null;
  /** Those that nobody has done. */
  occurrences: Pick<Occurrence, 'key' | 'name' | 'dueOn' | 'grantedTo' | 'state' | 'handedInOn'>[];
};

const PAGE = 1000;
const OPEN = sql`t.state in (${sql.join(
  openStates.map((state) => sql`${state}`),
  sql`, `,
)})`;

async function findPage(db: Db, agencyId: AgencyId, after: string, isLocked: boolean): Promise<OpenDays[]> {
  const lock = isLocked ? sql` for update of t` : sql``;
  const { rows } = await db.execute<OpenDays>(sql`
    select t.task_id as "taskId", t.title, t.state, t.plan_year as "planYear", t.due_kind as "dueKind", t.due_on as "dueOn",
           t.handed_in_on as "handedInOn", t.deadlines,
           exists (select 1 from task_extension e where e.agency_id = t.agency_id and e.task_id = t.task_id
             and e.occurrence_key is null and e.state = 'granted') as "isExtended",
           (select jsonb_build_object('happenedOn', s.happened_on, 'minuteOfDay', s.minute_of_day,
               'documentNumber', s.document_number)
              from task_start s where s.agency_id = t.agency_id and s.task_id = t.task_id and s.undone_at is null) as start,
           coalesce((select jsonb_agg(jsonb_build_object('key', o.occurrence_key, 'name', o.name, 'dueOn', o.due_on, 'grantedTo', o.granted_to,
               'state', o.state, 'handedInOn', o.handed_in_on) order by o.due_on, o.occurrence_key)
              from task_occurrence o where o.agency_id = t.agency_id and o.task_id = t.task_id
               and o.state in ('open', 'handed-in', 'sent-back')), '[]'::jsonb) as occurrences
      from task t
     where t.agency_id = ${agencyId} and ${OPEN} and t.due_kind <> 'external' and t.task_id > ${after}
     order by t.task_id limit ${PAGE}${lock}`);
  return rows;
}

/** Every open task with days, page by page so that no list of them all is held. @param isLocked inside a change */
export async function* openDays(db: Db, agencyId: AgencyId, isLocked: boolean): AsyncGenerator<OpenDays[]> {
  for (let after = ''; ; ) {
    const page = await findPage(db, agencyId, after, isLocked);
    if (page.length > 0) yield page;
    if (page.length < PAGE) return;
    after = page.at(-1)?.taskId ?? after;
  }
}

export type DayMove = { readonly taskId: TaskId; readonly to: CivilDate };

/** Moves due days; the day that was set first moves with them, as nobody was given more time. */
export async function moveDueDays(
  tx: Transaction,
  agencyId: AgencyId,
  moves: readonly DayMove[],
  at: Instant,
): Promise<void> {
  if (moves.length === 0) return;
  await tx.execute(sql`
    update task set original_due_on = case when original_due_on = due_on then x."to" else original_due_on end,
           due_on = x."to", next_on = x."to", version = version + 1, changed_at = ${at}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(moves)}::jsonb) as x("taskId" text, "to" date)
     where task.agency_id = ${agencyId} and task.task_id = x."taskId"`);
}

/** Moves occurrences, and what is due next of their tasks with them. */
export async function moveOccurrences(
  tx: Transaction,
  agencyId: AgencyId,
  moves: readonly (DayMove & { readonly key: string })[],
): Promise<void> {
  if (moves.length === 0) return;
  await tx.execute(sql`
    update task_occurrence o set due_on = x."to", original_due_on = null, granted_to = null
      from jsonb_to_recordset(${JSON.stringify(moves)}::jsonb) as x("taskId" text, key text, "to" date)
     where o.agency_id = ${agencyId} and o.task_id = x."taskId" and o.occurrence_key = x.key`);
  const taskIds = [...new Set(moves.map(({ taskId }) => taskId))];
  await tx.execute(sql`
    update task set next_on = coalesce(due_on, (select min(o.due_on) from task_occurrence o
        where o.agency_id = task.agency_id and o.task_id = task.task_id and o.state in ('open', 'sent-back')))
     where agency_id = ${agencyId}
       and task_id in (select jsonb_array_elements_text(${JSON.stringify(taskIds)}::jsonb))`);
}

/** Writes what happened to many tasks at once. */
export async function insertTaskEvents(
  tx: Transaction,
  agencyId: AgencyId,
  events: readonly (TaskEvent & { readonly taskId: TaskId })[],
): Promise<void> {
  if (events.length === 0) return;
  await tx.execute(sql`
    insert into task_event (agency_id, task_id, event_id, at, actor_id, actor_name, kind, note, details)
    select ${agencyId}, x."taskId", x."eventId", x.at, x."actorId", x."actorName", x.kind, x.note, x.details
      from jsonb_to_recordset(${JSON.stringify(events)}::jsonb) as x("taskId" text, "eventId" text, at timestamptz,
        "actorId" text, "actorName" text, kind text, note text, details jsonb)`);
}
