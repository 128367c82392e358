import { sql } from 'drizzle-orm';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { AgencyId, TaskId, UnitId, UserId } from '../../../kernel/ids.ts';
import type { Db } from '../../../server/database.ts';
import type { DueKind, TaskState } from '../rules/task.ts';
import type { OccurrenceState } from './occurrences.ts';
import type { PartState } from './parts.ts';

/** An open task with whom it waits for. */
export type OpenTask = {
  taskId: TaskId;
  title: string;
  planYear: number;
  state: TaskState;
  dueOn: CivilDate | null;
  originalDueOn: CivilDate | null;
  dueKind: DueKind;
  leadId: UnitId | null;
  /** Active people only: who left does nothing any more. */
  people: { userId: UserId; unitId: UnitId | null }[];
  handedInBy: UserId | null;
  deficits: { lost: string | null }[];
  leafCodes: string[];
};

const MOST = 20_000;

const ACTIVE_PEOPLE = sql`coalesce((select jsonb_agg(jsonb_build_object('userId', p.user_id, 'unitId', a.unit_id) order by p.user_id)
    from task_person p join app_user a on a.agency_id = p.agency_id and a.user_id = p.user_id and a.is_active
    where p.agency_id = t.agency_id and p.task_id = t.task_id), '[]'::jsonb)`;
const LEAD = sql`(select u.unit_id from task_unit u where u.agency_id = t.agency_id and u.task_id = t.task_id
    and u.role = 'leads' order by u.position limit 1)`;
const STAKE = sql`coalesce((select jsonb_agg(jsonb_build_object('lost', trim_scale(d.max_points - d.score)::text))
    from deficit_task l join deficit d on d.agency_id = l.agency_id and d.deficit_id = l.deficit_id
    where l.agency_id = t.agency_id and l.task_id = t.task_id), '[]'::jsonb) as deficits,
  coalesce((select jsonb_agg(f.leaf_code order by f.leaf_code) from leaf_task f
    where f.agency_id = t.agency_id and f.task_id = t.task_id and f.year = t.plan_year), '[]'::jsonb) as "leafCodes"`;

/** Tasks that somebody has to do something about by a day, or at any time where `until` is null; recurring ones apart. */
export async function findOpenTasks(db: Db, agencyId: AgencyId, until: CivilDate | null): Promise<OpenTask[]> {
  const byDay = until === null ? sql`` : sql` and t.due_on <= ${until}::date`;
  const { rows } = await db.execute<OpenTask>(sql`
    select t.task_id as "taskId", t.title, t.plan_year as "planYear", t.state, t.due_on as "dueOn",
           t.original_due_on as "originalDueOn", t.due_kind as "dueKind", ${LEAD} as "leadId", ${ACTIVE_PEOPLE} as people,
           case when t.state = 'handed-in' then (select e.actor_id from task_event e where e.agency_id = t.agency_id
             and e.task_id = t.task_id and e.kind = 'handed-in' order by e.event_id desc limit 1) end as "handedInBy", ${STAKE}
      from task t
     where t.agency_id = ${agencyId} and t.state not in ('done', 'dropped')${byDay}
       and (t.due_kind not in ('recurring', 'continuous') or t.state in ('handed-in', 'returned'))
     order by t.due_on nulls last, t.task_id limit ${MOST}`);
  return rows;
}

export type OpenOccurrence = {
  taskId: TaskId;
  title: string;
  key: string;
  name: string;
  kind: 'period' | 'check';
  state: OccurrenceState;
  dueOn: CivilDate;
  originalDueOn: CivilDate | null;
  leadId: UnitId | null;
  people: { userId: UserId; unitId: UnitId | null }[];
  handedInBy: UserId | null;
};

/** Occurrences that are to be handed in or approved by a day; far ones are left out where no day is given. */
export async function findOpenOccurrences(db: Db, agencyId: AgencyId, until: CivilDate): Promise<OpenOccurrence[]> {
  const { rows } = await db.execute<OpenOccurrence>(sql`
    select t.task_id as "taskId", t.title, o.occurrence_key as key, o.name, o.kind, o.state, o.due_on as "dueOn", o.original_due_on as "originalDueOn",
           ${LEAD} as "leadId", ${ACTIVE_PEOPLE} as people, o.handed_in_by as "handedInBy"
      from task_occurrence o join task t on t.agency_id = o.agency_id and t.task_id = o.task_id
     where o.agency_id = ${agencyId} and o.due_on <= ${until}::date and o.state in ('open', 'sent-back', 'handed-in')
       and t.state not in ('done', 'dropped')
     order by o.due_on, o.task_id, o.occurrence_key limit ${MOST}`);
  return rows;
}

export type OpenPart = {
  taskId: TaskId;
  title: string;
  unitId: UnitId;
  leadId: UnitId | null;
  owes: string;
  state: PartState;
  dueOn: CivilDate | null;
  people: { userId: UserId; unitId: UnitId | null }[];
  handedInBy: UserId | null;
};

/** Parts of coordinators that somebody described: with a day of their own, or the day of the task. */
export async function findOpenParts(db: Db, agencyId: AgencyId, until: CivilDate | null): Promise<OpenPart[]> {
  const byDay = until === null ? sql`` : sql` and coalesce(p.due_on, t.due_on) <= ${until}::date`;
  const { rows } = await db.execute<OpenPart>(sql`
    select t.task_id as "taskId", t.title, p.unit_id as "unitId", ${LEAD} as "leadId", p.owes, p.state,
           coalesce(p.due_on, t.due_on) as "dueOn", ${ACTIVE_PEOPLE} as people, p.handed_in_by as "handedInBy"
      from task_part p join task t on t.agency_id = p.agency_id and t.task_id = p.task_id
     where p.agency_id = ${agencyId} and p.state <> 'done' and t.state not in ('done', 'dropped')${byDay}
     order by coalesce(p.due_on, t.due_on) nulls last, p.task_id, p.unit_id limit ${MOST}`);
  return rows;
}
