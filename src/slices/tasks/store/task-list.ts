import { type SQL, sql } from 'drizzle-orm';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { AgencyId, MeetingId, PlanId, TaskId, UserId } from '../../../kernel/ids.ts';
import { foldVietnamese } from '../../../kernel/vietnamese.ts';
import type { Db } from '../../../server/database.ts';
import { type DueKind, openStates, type TaskOrigin, type TaskState, taskStates } from '../rules/task.ts';
import type { TaskOrder } from '../rules/task-order.ts';
import { COLUMNS, type Task } from './tasks.ts';

/** Open and past its day; what waits for approval is late only if it was handed in late. */
export const lateOn = (today: CivilDate): SQL => sql`(t.state not in ('done', 'dropped')
  and t.next_on < case when t.state = 'handed-in' then coalesce(t.handed_in_on, ${today}::date) else ${today}::date end)`;

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
  origins?: readonly TaskOrigin[] | undefined;
  parentId?: TaskId | undefined;
  meetingId?: MeetingId | undefined;
  leafCode?: string | undefined;
  /** Past its day, as of this one; what waits for approval is judged by the day it was handed in. */
  lateOn?: CivilDate | undefined;
  doneFrom?: CivilDate | undefined;
  doneTo?: CivilDate | undefined;
  /** By day where nothing is said. */
  order?: { readonly by: TaskOrder; readonly today: CivilDate } | undefined;
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
  if (filter.dueFrom) wanted.push(sql`t.next_on >= ${filter.dueFrom}::date`);
  if (filter.dueTo) wanted.push(sql`t.next_on <= ${filter.dueTo}::date`);
  if (filter.origins) wanted.push(sql`t.origin in ${filter.origins}`);
  if (filter.parentId) wanted.push(sql`t.parent_id = ${filter.parentId}`);
  if (filter.meetingId) wanted.push(sql`t.meeting_id = ${filter.meetingId}`);
  if (filter.lateOn) wanted.push(lateOn(filter.lateOn));
  if (filter.doneFrom) wanted.push(sql`t.done_on >= ${filter.doneFrom}::date`);
  if (filter.doneTo) wanted.push(sql`t.done_on <= ${filter.doneTo}::date`);
  if (filter.leafCode) {
    wanted.push(sql`exists (select 1 from leaf_task f where f.agency_id = t.agency_id and f.task_id = t.task_id
      and f.year = t.plan_year and f.leaf_code = ${filter.leafCode})`);
  }
  if (filter.text)
    wanted.push(sql`t.folded_title like ${`%${foldVietnamese(filter.text).replace(/[\\%_]/g, '\\$&')}%`}`);
  return sql.join(wanted, sql` and `);
}

const LEAD_NAME = sql`(select u.name from task_unit u where u.agency_id = t.agency_id and u.task_id = t.task_id
  and u.role = 'leads' order by u.position limit 1)`;
const POINTS = sql`(select sum(d.max_points - d.score) from deficit_task l join deficit d on d.agency_id = l.agency_id
  and d.deficit_id = l.deficit_id where l.agency_id = t.agency_id and l.task_id = t.task_id)`;
const PLACE_OF_STATE = sql`array_position(array[${sql.join(
  taskStates.map((state) => sql`${state}::text`),
  sql`, `,
)}], t.state)`;

type SortColumn = Exclude<TaskOrder, 'work' | `-${string}`>;
const sortColumns = {
  due: sql`t.next_on`,
  original: sql`t.original_due_on`,
  title: sql`t.folded_title`,
  lead: LEAD_NAME,
  state: PLACE_OF_STATE,
  percent: sql`case when t.state = 'done' then 100 else t.percent end`,
  points: POINTS,
  origin: sql`t.origin`,
} as const satisfies Record<SortColumn, SQL>;

const isClosed = sql`t.state in ('done', 'dropped')`;

/** What a list is put in order by, up to the place that makes the order total; without a value last, whichever way. */
function orderOf(order: TaskFilter['order']): SQL {
  const last = sql`t.position, t.task_id`;
  if (!order) return sql`t.next_on nulls last, ${last}`;
  const { by, today } = order;
  if (by === 'work')
    return sql`case when ${isClosed} then 2 when ${lateOn(today)} then 0 else 1 end,
      case when ${isClosed} then null else t.next_on end nulls last, t.done_on desc nulls last, ${last}`;
  const column = sortColumns[(by.startsWith('-') ? by.slice(1) : by) as SortColumn];
  return by.startsWith('-') ? sql`${column} desc nulls last, ${last}` : sql`${column} nulls last, ${last}`;
}

/**
 * Tasks that fit, in the order asked for, by day where none is; and how many there are in all. The page is found first, so
 * that units, people and points are looked up for its rows only, not for those that are passed over.
 */
export async function findTasks(
  db: Db,
  agencyId: AgencyId,
  filter: TaskFilter,
): Promise<{ tasks: Task[]; total: number }> {
  const where = conditionsOf(agencyId, filter);
  const order = orderOf(filter.order);
  const { rows } = await db.execute<Task>(sql`
    select ${COLUMNS} from task t
      join (select t.task_id from task t where ${where}
             order by ${order} limit ${filter.limit} offset ${filter.offset}) page
        on page.task_id = t.task_id
     where t.agency_id = ${agencyId} order by ${order}`);
  const { rows: counted } = await db.execute<{ total: number }>(
    sql`select count(*) as total from task t where ${where}`,
  );
  return { tasks: rows, total: counted[0]?.total ?? 0 };
}

export type ListCounts = { open: number; late: number; done: number };

/** How many tasks that fit are open, late, done: what the list tells beside its filter by state. */
export async function countList(db: Db, agencyId: AgencyId, filter: TaskFilter, today: CivilDate): Promise<ListCounts> {
  const { rows } = await db.execute<ListCounts>(sql`
    select count(*) filter (where t.state in ${openStates}) as open, count(*) filter (where ${lateOn(today)}) as late,
           count(*) filter (where t.state = 'done') as done
      from task t where ${conditionsOf(agencyId, filter)}`);
  return rows[0] ?? { open: 0, late: 0, done: 0 };
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
           count(*) filter (where ${lateOn(today)}) as late,
           count(*) filter (where state not in ('done', 'dropped') and due_kind <> 'continuous'
             and next_on between ${today}::date and ${soon}::date) as "dueSoon",
           count(*) filter (where state = 'done') as done
      from task t where agency_id = ${agencyId} and plan_year = ${year}`);
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
           count(*) filter (where ${lateOn(today)}) as late,
           0 as "dueSoon",
           count(*) filter (where t.state = 'done') as done,
           count(*) filter (where t.state = 'done' and t.done_on > t.due_on) as "doneLate"
      from task t join task_unit u on u.agency_id = t.agency_id and u.task_id = t.task_id and u.role = 'leads'
     where t.agency_id = ${agencyId} and t.plan_year = ${year} and u.unit_id is not null
     group by u.unit_id order by u.unit_id limit 500`);
  return rows;
}

/** A task with every step below it and every task above it, at any depth: what progress adds up from. */
export async function findFamily(db: Db, agencyId: AgencyId, taskId: TaskId): Promise<FamilyMember[]> {
  const { rows } = await db.execute<FamilyMember>(sql`
    with recursive below as (
      select task_id, 0 as depth from task where agency_id = ${agencyId} and task_id = ${taskId}
      union all
      select t.task_id, b.depth + 1 from task t join below b on t.parent_id = b.task_id
       where t.agency_id = ${agencyId} and b.depth < 10)
    select t.task_id as "taskId", t.parent_id as "parentId", t.title, t.state, t.percent, t.due_on as "dueOn",
           (select u.unit_id from task_unit u where u.agency_id = t.agency_id and u.task_id = t.task_id and u.role = 'leads'
             order by u.position limit 1) as "leadId"
      from task t where t.agency_id = ${agencyId} and t.task_id in (select task_id from below) order by t.position, t.task_id limit 500`);
  return rows;
}
export type FamilyMember = {
  taskId: TaskId;
  parentId: TaskId | null;
  title: string;
  state: TaskState;
  percent: number;
  dueOn: CivilDate | null;
  leadId: string | null;
};

/** How many tasks the department's own plan of a year has. */
export async function countDepartmentTasks(db: Db, agencyId: AgencyId, year: number): Promise<number> {
  const { rows } = await db.execute<{ total: number }>(sql`
    select count(*) as total from task
     where agency_id = ${agencyId} and plan_year = ${year} and plan_id is not null and state <> 'dropped'`);
  return rows[0]?.total ?? 0;
}

/** Ids of the tasks of a year: which rows of a spreadsheet change a task. */
export async function findTaskIds(db: Db, agencyId: AgencyId, year: number): Promise<TaskId[]> {
  const { rows } = await db.execute<{ taskId: TaskId }>(sql`
    select task_id as "taskId" from task where agency_id = ${agencyId} and plan_year = ${year} and state <> 'dropped'
     order by task_id limit 20000`);
  return rows.map(({ taskId }) => taskId);
}

/** What the board, the calendar and the timeline draw of each task: little, so that thousands come at once. */
export type TaskMark = {
  taskId: TaskId;
  title: string;
  state: TaskState;
  areaOrdinal: number | null;
  leadId: string | null;
  dueKind: DueKind;
  originalDueOn: CivilDate | null;
  nextOn: CivilDate | null;
  doneOn: CivilDate | null;
  handedInOn: CivilDate | null;
  createdOn: CivilDate;
  percent: number;
  version: number;
};

/** Every task that fits, as marks: the year at a glance. One text for all: a row each costs the embedded engine four times as much. */
export async function findTaskMarks(db: Db, agencyId: AgencyId, filter: TaskFilter): Promise<TaskMark[]> {
  const { rows } = await db.execute<{ marks: TaskMark[] | null }>(sql`
    select json_agg(row_to_json(m)) as marks from (
      select t.task_id as "taskId", t.title, t.state, t.area_ordinal as "areaOrdinal", u.unit_id as "leadId",
             t.due_kind as "dueKind", t.original_due_on as "originalDueOn", t.next_on as "nextOn", t.done_on as "doneOn",
             t.handed_in_on as "handedInOn", (t.created_at at time zone 'Asia/Ho_Chi_Minh')::date as "createdOn", t.percent,
             t.version
        from task t left join task_unit u
          on u.agency_id = t.agency_id and u.task_id = t.task_id and u.role = 'leads' and u.position = 0
       where ${conditionsOf(agencyId, filter)}
       order by t.next_on nulls last, t.position, t.task_id limit ${filter.limit} offset ${filter.offset}) m`);
  return rows[0]?.marks ?? [];
}
