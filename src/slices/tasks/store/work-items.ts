import { type SQL, sql } from 'drizzle-orm';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { AgencyId, UnitId } from '../../../kernel/ids.ts';
import type { Db } from '../../../server/database.ts';
import type { TaskOrigin } from '../rules/task.ts';

/** Which work of a span is looked at. */
export type WorkScope = {
  readonly firstDay: CivilDate;
  readonly lastDay: CivilDate;
  readonly today: CivilDate;
  readonly unitIds?: readonly UnitId[] | undefined;
  readonly exceptUnitIds?: readonly UnitId[] | undefined;
  readonly origins?: readonly TaskOrigin[] | undefined;
  /** Steps of other tasks count for the unit that does them, not for the department. */
  readonly withSteps: boolean;
  /** Each lead of a task for itself; else a task counts once, for its first lead. */
  readonly eachLead: boolean;
};

/**
 * Everything that fell due in the span, one row for each task with a day and for each period of a recurring one. Its day is the
 * one promised last; `first_day` the one set first. `end_on` is when the doer was through: done, or handed in and waiting.
 */
function items(agencyId: AgencyId, scope: WorkScope): SQL {
  const days = sql`between ${scope.firstDay}::date and ${scope.lastDay}::date`;
  const only = [
    scope.eachLead ? sql`` : sql` and u.position = 0`,
    scope.unitIds ? (scope.unitIds.length > 0 ? sql` and u.unit_id in ${scope.unitIds}` : sql` and false`) : sql``,
    scope.exceptUnitIds?.length ? sql` and (u.unit_id is null or u.unit_id not in ${scope.exceptUnitIds})` : sql``,
    scope.origins ? sql` and t.origin in ${scope.origins}` : sql``,
    scope.withSteps ? sql`` : sql` and t.parent_id is null`,
  ];
  const lead = sql`join task_unit u on u.agency_id = t.agency_id and u.task_id = t.task_id and u.role = 'leads'`;
  return sql`
    select u.unit_id as lead_id, t.due_on, coalesce(t.original_due_on, t.due_on) as first_day, t.state = 'done' as is_done,
           coalesce(t.done_on, case when t.state = 'handed-in' then t.handed_in_on end) as end_on,
           exists (select 1 from task_event e where e.agency_id = t.agency_id and e.task_id = t.task_id and e.kind = 'sent-back') as was_returned,
           (select count(*) from task_extension x where x.agency_id = t.agency_id and x.task_id = t.task_id and x.occurrence_key is null
             and x.state = 'granted') as extensions
      from task t ${lead}
     where t.agency_id = ${agencyId} and t.due_on ${days} and t.state <> 'dropped'${sql.join(only, sql``)}
    union all
    select u.unit_id, o.due_on, coalesce(o.original_due_on, o.due_on), o.state = 'done', coalesce(o.done_on, o.handed_in_on),
           o.state = 'sent-back',
           case when o.granted_to is null then 0 else (select count(*) from task_extension x where x.agency_id = o.agency_id
             and x.task_id = o.task_id and x.occurrence_key = o.occurrence_key and x.state = 'granted') end
      from task_occurrence o join task t on t.agency_id = o.agency_id and t.task_id = o.task_id ${lead}
     where o.agency_id = ${agencyId} and o.due_on ${days} and o.kind = 'period' and o.state <> 'waived'
       and t.state <> 'dropped'${sql.join(only, sql``)}`;
}

export type WorkCounts = {
  due: number;
  onTime: number;
  late: number;
  overdue: number;
  done: number;
  doneOnTime: number;
  doneOnFirstDay: number;
  returned: number;
  extensions: number;
  daysLate: number;
};

const counts = (today: CivilDate): SQL => sql`
  count(*) filter (where end_on is not null or due_on < ${today}::date) as due,
  count(*) filter (where end_on <= due_on) as "onTime",
  count(*) filter (where end_on > due_on) as late,
  count(*) filter (where end_on is null and due_on < ${today}::date) as overdue,
  count(*) filter (where is_done) as done,
  count(*) filter (where is_done and end_on <= due_on) as "doneOnTime",
  count(*) filter (where is_done and end_on <= first_day) as "doneOnFirstDay",
  count(*) filter (where was_returned) as returned,
  coalesce(sum(extensions), 0)::int as extensions,
  coalesce(sum(greatest(0, coalesce(end_on, ${today}::date) - due_on)), 0)::int as "daysLate"`;

/** Counts by the unit that leads. */
export async function countWorkByLead(
  db: Db,
  agencyId: AgencyId,
  scope: WorkScope,
): Promise<(WorkCounts & { leadId: UnitId | null })[]> {
  const { rows } = await db.execute<WorkCounts & { leadId: UnitId | null }>(sql`
    select lead_id as "leadId", ${counts(scope.today)} from (${items(agencyId, scope)}) item
     group by lead_id order by lead_id nulls last limit 2000`);
  return rows;
}

/** Counts by the month in which it fell due ("2026-03"), or of the whole span. */
export async function countWorkByMonth(
  db: Db,
  agencyId: AgencyId,
  scope: WorkScope,
): Promise<(WorkCounts & { month: string })[]> {
  const { rows } = await db.execute<WorkCounts & { month: string }>(sql`
    select to_char(due_on, 'YYYY-MM') as month, ${counts(scope.today)} from (${items(agencyId, scope)}) item
     group by 1 order by 1 limit 2000`);
  return rows;
}

export type WorkItem = {
  leadId: UnitId;
  dueOn: CivilDate;
  endOn: CivilDate | null;
  wasReturned: boolean;
  extensions: number;
};

/** Each piece of work by itself: for units that ended, whose lateness is told apart by day. */
export async function findWorkItems(db: Db, agencyId: AgencyId, scope: WorkScope): Promise<WorkItem[]> {
  const { rows } = await db.execute<WorkItem>(sql`
    select lead_id as "leadId", due_on as "dueOn", end_on as "endOn", was_returned as "wasReturned",
           extensions::int as extensions
      from (${items(agencyId, scope)}) item where lead_id is not null order by due_on, lead_id limit 20000`);
  return rows;
}
