import { type SQL, sql } from 'drizzle-orm';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { Instant } from '../../../kernel/clock.ts';
import type { AgencyId, DeficitId, MeetingId, PlanId, TaskId, UserId } from '../../../kernel/ids.ts';
import { foldVietnamese } from '../../../kernel/vietnamese.ts';
import type { Db, Transaction } from '../../../server/database.ts';
import type { NamedUnit } from '../rules/named-unit.ts';
import type { DueKind, TaskOrigin, TaskState } from '../rules/task.ts';
import type { Target, TaskDeadline } from '../rules/task-shapes.ts';

export type TaskRow = {
  taskId: TaskId;
  planId: PlanId | null;
  planYear: number;
  areaOrdinal: number | null;
  position: number;
  ordinal: string | null;
  title: string;
  products: string[];
  targets: Target[];
  deadlineText: string | null;
  deadlines: TaskDeadline[];
  dueOn: CivilDate | null;
  dueKind: DueKind;
  origin: TaskOrigin;
  /** The task of which this is a step. */
  parentId: TaskId | null;
  meetingId: MeetingId | null;
};
export type TaskUnits = { leads: NamedUnit[]; coordinators: NamedUnit[] };
export type Task = TaskRow &
  TaskUnits & {
    state: TaskState;
    doneOn: CivilDate | null;
    handedInOn: CivilDate | null;
    /** The last day as it was set first; an extension never moves it. */
    originalDueOn: CivilDate | null;
    /** The due day, or the earliest occurrence that is open. */
    nextOn: CivilDate | null;
    percent: number;
    version: number;
    people: { userId: UserId; displayName: string }[];
    /** Losses that the task is to win back, with the points where the document states them. */
    deficits: { deficitId: DeficitId; criterion: string; lost: string | null }[];
    /** Codes of the leaves of the year's set that it is to win back. */
    leafCodes: string[];
    /** Records of registers that it carries out. */
    records: { registerKey: string; recordId: string }[];
  };

const unitsAs = (
  role: string,
): SQL => sql`coalesce((select jsonb_agg(jsonb_build_object('name', u.name, 'unitId', u.unit_id)
    order by u.position) from task_unit u
    where u.agency_id = t.agency_id and u.task_id = t.task_id and u.role = ${role}), '[]'::jsonb)`;

export const COLUMNS = sql`t.task_id as "taskId", t.plan_id as "planId", t.plan_year as "planYear", t.area_ordinal as "areaOrdinal",
  t.position, t.ordinal, t.title, t.products, t.targets, t.deadline_text as "deadlineText", t.deadlines, t.due_on as "dueOn",
  t.due_kind as "dueKind", t.origin, t.parent_id as "parentId", t.meeting_id as "meetingId", t.state, t.done_on as "doneOn",
  t.handed_in_on as "handedInOn", t.original_due_on as "originalDueOn", t.next_on as "nextOn", t.percent, t.version,
  ${unitsAs('leads')} as leads, ${unitsAs('coordinators')} as coordinators,
  coalesce((select jsonb_agg(jsonb_build_object('userId', p.user_id, 'displayName', a.display_name) order by p.user_id)
    from task_person p join app_user a on a.agency_id = p.agency_id and a.user_id = p.user_id
    where p.agency_id = t.agency_id and p.task_id = t.task_id), '[]'::jsonb) as people,
  coalesce((select jsonb_agg(jsonb_build_object('deficitId', d.deficit_id, 'criterion', d.criterion,
      'lost', trim_scale(d.max_points - d.score)::text) order by d.position, d.deficit_id)
    from deficit_task l join deficit d on d.agency_id = l.agency_id and d.deficit_id = l.deficit_id
    where l.agency_id = t.agency_id and l.task_id = t.task_id), '[]'::jsonb) as deficits,
  coalesce((select jsonb_agg(f.leaf_code order by f.leaf_code) from leaf_task f
    where f.agency_id = t.agency_id and f.task_id = t.task_id and f.year = t.plan_year), '[]'::jsonb) as "leafCodes",
  coalesce((select jsonb_agg(jsonb_build_object('registerKey', r.register_key, 'recordId', r.record_id)
      order by r.register_key, r.record_id)
    from task_record r where r.agency_id = t.agency_id and r.task_id = t.task_id), '[]'::jsonb) as records`;

export async function insertTask(
  tx: Transaction,
  agencyId: AgencyId,
  task: TaskRow & TaskUnits & { madeKey?: string },
  at: Instant,
): Promise<void> {
  await tx.execute(sql`
    insert into task (agency_id, task_id, plan_id, plan_year, area_ordinal, position, ordinal, title, folded_title, products,
      targets, deadline_text, deadlines, due_on, due_kind, origin, parent_id, meeting_id, made_key, original_due_on, next_on,
      created_at, changed_at)
    values (${agencyId}, ${task.taskId}, ${task.planId}, ${task.planYear}, ${task.areaOrdinal}, ${task.position},
      ${task.ordinal}, ${task.title}, ${foldVietnamese(task.title)}, ${JSON.stringify(task.products)}::jsonb,
      ${JSON.stringify(task.targets)}::jsonb, ${task.deadlineText}, ${JSON.stringify(task.deadlines)}::jsonb,
      ${task.dueOn}::date, ${task.dueKind}, ${task.origin}, ${task.parentId}, ${task.meetingId}, ${task.madeKey ?? null},
      ${task.dueOn}::date, ${task.dueOn}::date, ${at}::timestamptz, ${at}::timestamptz)`);
  await insertUnits(tx, agencyId, task);
}

async function insertUnits(
  tx: Transaction,
  agencyId: AgencyId,
  { taskId, leads, coordinators }: { taskId: TaskId } & TaskUnits,
): Promise<void> {
  const values = Object.entries({ leads, coordinators }).flatMap(([role, named]) =>
    named.map((unit, position) => sql`(${agencyId}, ${taskId}, ${role}, ${position}, ${unit.name}, ${unit.unitId})`),
  );
  if (values.length === 0) return;
  await tx.execute(sql`
    insert into task_unit (agency_id, task_id, role, position, name, unit_id) values ${sql.join(values, sql`, `)}`);
}

const WAS_EXTENDED = sql`exists (select 1 from task_extension e
  where e.agency_id = task.agency_id and e.task_id = task.task_id and e.occurrence_key is null and e.state = 'granted')`;

/**
 * Writes a task's fields and units; its state and history stay. A day that was extended stays extended while the words, or the
 * first day that they set, stay the same.
 *
 * @returns whether the version was still the one seen
 */
export async function updateTask(
  tx: Transaction,
  agencyId: AgencyId,
  task: TaskRow & TaskUnits & { version: number },
  at: Instant,
): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    update task set area_ordinal = ${task.areaOrdinal}, position = ${task.position}, ordinal = ${task.ordinal},
           title = ${task.title}, folded_title = ${foldVietnamese(task.title)}, products = ${JSON.stringify(task.products)}::jsonb,
           targets = ${JSON.stringify(task.targets)}::jsonb, deadline_text = ${task.deadlineText},
           deadlines = ${JSON.stringify(task.deadlines)}::jsonb, due_kind = ${task.dueKind},
           due_on = case when ${WAS_EXTENDED} and (deadlines = ${JSON.stringify(task.deadlines)}::jsonb
             or original_due_on = ${task.dueOn}::date) then due_on else ${task.dueOn}::date end,
           original_due_on = case when ${WAS_EXTENDED} then original_due_on else ${task.dueOn}::date end,
           version = version + 1, changed_at = ${at}::timestamptz
     where agency_id = ${agencyId} and task_id = ${task.taskId} and version = ${task.version} returning task_id`);
  if (rows.length === 0) return false;
  await tx.execute(sql`delete from task_unit where agency_id = ${agencyId} and task_id = ${task.taskId}`);
  await insertUnits(tx, agencyId, task);
  return true;
}

export async function saveState(
  tx: Transaction,
  agencyId: AgencyId,
  task: Pick<Task, 'taskId' | 'state' | 'doneOn' | 'handedInOn' | 'version'>,
  at: Instant,
): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    update task set state = ${task.state}, done_on = ${task.doneOn}::date, handed_in_on = ${task.handedInOn}::date, version = version + 1, changed_at = ${at}::timestamptz
     where agency_id = ${agencyId} and task_id = ${task.taskId} and version = ${task.version} returning task_id`);
  return rows.length === 1;
}

export async function replacePeople(
  tx: Transaction,
  agencyId: AgencyId,
  taskId: TaskId,
  userIds: readonly UserId[],
): Promise<void> {
  await tx.execute(sql`delete from task_person where agency_id = ${agencyId} and task_id = ${taskId}`);
  if (userIds.length === 0) return;
  const values = [...new Set(userIds)].map((userId) => sql`(${agencyId}, ${taskId}, ${userId})`);
  await tx.execute(sql`insert into task_person (agency_id, task_id, user_id) values ${sql.join(values, sql`, `)}`);
}

export async function findTask(db: Db, agencyId: AgencyId, taskId: TaskId): Promise<Task | null> {
  const { rows } = await db.execute<Task>(sql`
    select ${COLUMNS} from task t where t.agency_id = ${agencyId} and t.task_id = ${taskId}`);
  return rows[0] ?? null;
}

export async function lockTask(tx: Transaction, agencyId: AgencyId, taskId: TaskId): Promise<Task | null> {
  await tx.execute(sql`select 1 from task where agency_id = ${agencyId} and task_id = ${taskId} for update`);
  return findTask(tx, agencyId, taskId);
}

/** Every task of a plan, dropped ones too: what a renewed document is compared with. */
export async function findTasksOfPlan(db: Db, agencyId: AgencyId, planId: PlanId): Promise<Task[]> {
  const { rows } = await db.execute<Task>(sql`
    select ${COLUMNS} from task t where t.agency_id = ${agencyId} and t.plan_id = ${planId} order by t.position, t.task_id limit 5000`);
  return rows;
}

export type TaskEvent = {
  eventId: string;
  at: Instant;
  actorId: string | null;
  actorName: string;
  kind: string;
  note: string | null;
  details: Record<string, unknown> | null;
};

export async function insertTaskEvent(
  tx: Transaction,
  agencyId: AgencyId,
  taskId: TaskId,
  event: TaskEvent,
): Promise<void> {
  await tx.execute(sql`
    insert into task_event (agency_id, task_id, event_id, at, actor_id, actor_name, kind, note, details)
    values (${agencyId}, ${taskId}, ${event.eventId}, ${event.at}::timestamptz, ${event.actorId}, ${event.actorName}, ${event.kind},
      ${event.note}, ${event.details === null ? null : JSON.stringify(event.details)}::jsonb)`);
}

export async function findTaskEvents(db: Db, agencyId: AgencyId, taskId: TaskId): Promise<TaskEvent[]> {
  const { rows } = await db.execute<TaskEvent>(sql`
    select event_id as "eventId", at, actor_id as "actorId", actor_name as "actorName", kind, note, details
      from task_event where agency_id = ${agencyId} and task_id = ${taskId} order by event_id desc limit 500`);
  return rows;
}

/** How far the work has come, as its doer says. */
export async function savePercent(tx: Transaction, agencyId: AgencyId, taskId: TaskId, percent: number): Promise<void> {
  await tx.execute(sql`update task set percent = ${percent} where agency_id = ${agencyId} and task_id = ${taskId}`);
}

/** Writes a day that was granted; the day that was set first stays where it is. */
export async function savePromisedDay(
  tx: Transaction,
  agencyId: AgencyId,
  taskId: TaskId,
  promised: { dueOn: CivilDate; at: Instant },
): Promise<void> {
  await tx.execute(sql`
    update task set due_on = ${promised.dueOn}::date, next_on = ${promised.dueOn}::date, version = version + 1,
           changed_at = ${promised.at}::timestamptz
     where agency_id = ${agencyId} and task_id = ${taskId}`);
}

/** Tasks that were made from something, by what: those whose key begins so. */
export async function findTasksMade(db: Db, agencyId: AgencyId, begin: string): Promise<[string, TaskId][]> {
  const { rows } = await db.execute<{ madeKey: string; taskId: TaskId }>(sql`
    select made_key as "madeKey", task_id as "taskId" from task
     where agency_id = ${agencyId} and made_key like ${`${begin.replace(/[\\%_]/g, '\\$&')}%`} order by made_key limit 2000`);
  return rows.map(({ madeKey, taskId }) => [madeKey, taskId]);
}
