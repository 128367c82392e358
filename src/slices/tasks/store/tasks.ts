import { type SQL, sql } from 'drizzle-orm';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { Instant } from '../../../kernel/clock.ts';
import type { AgencyId, DeficitId, PlanId, TaskId, UserId } from '../../../kernel/ids.ts';
import { foldVietnamese } from '../../../kernel/vietnamese.ts';
import type { Db, Transaction } from '../../../server/database.ts';
import type { NamedUnit } from '../rules/named-unit.ts';
import type { DueKind, TaskState } from '../rules/task.ts';
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
};
export type TaskUnits = { leads: NamedUnit[]; coordinators: NamedUnit[] };
export type Task = TaskRow &
  TaskUnits & {
    state: TaskState;
    doneOn: CivilDate | null;
    version: number;
    people: { userId: UserId; displayName: string }[];
    /** Losses that the task is to win back, with the points where the document states them. */
    deficits: { deficitId: DeficitId; criterion: string; lost: string | null }[];
  };

const unitsAs = (
  role: string,
): SQL => sql`coalesce((select jsonb_agg(jsonb_build_object('name', u.name, 'unitId', u.unit_id)
    order by u.position) from task_unit u
    where u.agency_id = t.agency_id and u.task_id = t.task_id and u.role = ${role}), '[]'::jsonb)`;

const COLUMNS = sql`t.task_id as "taskId", t.plan_id as "planId", t.plan_year as "planYear", t.area_ordinal as "areaOrdinal",
  t.position, t.ordinal, t.title, t.products, t.targets, t.deadline_text as "deadlineText", t.deadlines, t.due_on as "dueOn",
  t.due_kind as "dueKind", t.state, t.done_on as "doneOn", t.version,
  ${unitsAs('leads')} as leads, ${unitsAs('coordinators')} as coordinators,
  coalesce((select jsonb_agg(jsonb_build_object('userId', p.user_id, 'displayName', a.display_name) order by p.user_id)
    from task_person p join app_user a on a.agency_id = p.agency_id and a.user_id = p.user_id
    where p.agency_id = t.agency_id and p.task_id = t.task_id), '[]'::jsonb) as people,
  coalesce((select jsonb_agg(jsonb_build_object('deficitId', d.deficit_id, 'criterion', d.criterion,
      'lost', trim_scale(d.max_points - d.score)::text) order by d.position, d.deficit_id)
    from deficit_task l join deficit d on d.agency_id = l.agency_id and d.deficit_id = l.deficit_id
    where l.agency_id = t.agency_id and l.task_id = t.task_id), '[]'::jsonb) as deficits`;

export async function insertTask(
  tx: Transaction,
  agencyId: AgencyId,
  task: TaskRow & TaskUnits,
  at: Instant,
): Promise<void> {
  await tx.execute(sql`
    insert into task (agency_id, task_id, plan_id, plan_year, area_ordinal, position, ordinal, title, folded_title, products,
      targets, deadline_text, deadlines, due_on, due_kind, created_at, changed_at)
    values (${agencyId}, ${task.taskId}, ${task.planId}, ${task.planYear}, ${task.areaOrdinal}, ${task.position},
      ${task.ordinal}, ${task.title}, ${foldVietnamese(task.title)}, ${JSON.stringify(task.products)}::jsonb,
      ${JSON.stringify(task.targets)}::jsonb, ${task.deadlineText}, ${JSON.stringify(task.deadlines)}::jsonb,
      ${task.dueOn}::date, ${task.dueKind}, ${at}::timestamptz, ${at}::timestamptz)`);
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

/** Writes a task's fields and units; its state and history stay. @returns whether the version was still the one seen */
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
           deadlines = ${JSON.stringify(task.deadlines)}::jsonb, due_on = ${task.dueOn}::date, due_kind = ${task.dueKind},
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
  task: Pick<Task, 'taskId' | 'state' | 'doneOn' | 'version'>,
  at: Instant,
): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    update task set state = ${task.state}, done_on = ${task.doneOn}::date, version = version + 1, changed_at = ${at}::timestamptz
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

export type TaskFilter = {
  year: number;
  planId?: PlanId | undefined;
  /** Only tasks that name one of these units (lead or coordinator), or this person. */
  unitIds?: readonly string[] | undefined;
  userId?: UserId | undefined;
  leadId?: string | undefined;
  areaOrdinal?: number | undefined;
  states?: readonly TaskState[] | undefined;
  dueKinds?: readonly DueKind[] | undefined;
  dueFrom?: CivilDate | undefined;
  dueTo?: CivilDate | undefined;
  text?: string | undefined;
  limit: number;
  offset: number;
};

function conditionsOf(agencyId: AgencyId, filter: TaskFilter): SQL {
  const wanted: SQL[] = [sql`t.agency_id = ${agencyId}`, sql`t.plan_year = ${filter.year}`];
  const names = (role: SQL, unitIds: readonly string[]): SQL => sql`exists (select 1 from task_unit u
    where u.agency_id = t.agency_id and u.task_id = t.task_id${role} and u.unit_id in ${unitIds})`;
  if (filter.planId) wanted.push(sql`t.plan_id = ${filter.planId}`);
  if (filter.unitIds) wanted.push(filter.unitIds.length ? names(sql``, filter.unitIds) : sql`false`);
  if (filter.leadId) wanted.push(names(sql` and u.role = 'leads'`, [filter.leadId]));
  if (filter.userId) {
    wanted.push(
      sql`exists (select 1 from task_person p where p.agency_id = t.agency_id and p.task_id = t.task_id and p.user_id = ${filter.userId})`,
    );
  }
  if (filter.areaOrdinal !== undefined) wanted.push(sql`t.area_ordinal = ${filter.areaOrdinal}`);
  if (filter.states) wanted.push(sql`t.state in ${filter.states}`);
  if (filter.dueKinds) wanted.push(sql`t.due_kind in ${filter.dueKinds}`);
  if (filter.dueFrom) wanted.push(sql`t.due_on >= ${filter.dueFrom}::date`);
  if (filter.dueTo) wanted.push(sql`t.due_on <= ${filter.dueTo}::date`);
  if (filter.text)
    wanted.push(sql`t.folded_title like ${`%${foldVietnamese(filter.text).replace(/[\\%_]/g, '\\$&')}%`}`);
  return sql.join(wanted, sql` and `);
}

/** Tasks that fit, the earliest day first, tasks without a day last; and how many there are in all. */
export async function findTasks(
  db: Db,
  agencyId: AgencyId,
  filter: TaskFilter,
): Promise<{ tasks: Task[]; total: number }> {
  const where = conditionsOf(agencyId, filter);
  const { rows } = await db.execute<Task>(sql`
    select ${COLUMNS} from task t where ${where}
     order by t.due_on nulls last, t.position, t.task_id limit ${filter.limit} offset ${filter.offset}`);
  const { rows: counted } = await db.execute<{ total: number }>(
    sql`select count(*) as total from task t where ${where}`,
  );
  return { tasks: rows, total: counted[0]?.total ?? 0 };
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

export type TaskCounts = { open: number; late: number; dueSoon: number; done: number };

/** What the overview counts, by unit: tasks that the unit leads. */
export async function countTasks(
  db: Db,
  agencyId: AgencyId,
  year: number,
  today: CivilDate,
  soon: CivilDate,
): Promise<TaskCounts> {
  const { rows } = await db.execute<TaskCounts>(sql`
    select count(*) filter (where state not in ('done', 'dropped')) as open,
           count(*) filter (where state not in ('done', 'dropped') and due_on < ${today}::date) as late,
           count(*) filter (where state not in ('done', 'dropped') and due_on between ${today}::date and ${soon}::date) as "dueSoon",
           count(*) filter (where state = 'done') as done
      from task where agency_id = ${agencyId} and plan_year = ${year}`);
  return rows[0] ?? { open: 0, late: 0, dueSoon: 0, done: 0 };
}

export async function countTasksByUnit(
  db: Db,
  agencyId: AgencyId,
  year: number,
  today: CivilDate,
): Promise<(TaskCounts & { unitId: string; doneLate: number })[]> {
  const { rows } = await db.execute<TaskCounts & { unitId: string; doneLate: number }>(sql`
    select u.unit_id as "unitId",
           count(*) filter (where t.state not in ('done', 'dropped')) as open,
           count(*) filter (where t.state not in ('done', 'dropped') and t.due_on < ${today}::date) as late,
           0 as "dueSoon",
           count(*) filter (where t.state = 'done') as done,
           count(*) filter (where t.state = 'done' and t.done_on > t.due_on) as "doneLate"
      from task t join task_unit u on u.agency_id = t.agency_id and u.task_id = t.task_id and u.role = 'leads'
     where t.agency_id = ${agencyId} and t.plan_year = ${year} and u.unit_id is not null
     group by u.unit_id order by u.unit_id limit 500`);
  return rows;
}
