import { type SQL, sql } from 'drizzle-orm';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { AgencyId, TaskId } from '../../../kernel/ids.ts';
import type { Db, Transaction } from '../../../server/database.ts';
import type { PlannedOccurrence } from '../rules/occurrences.ts';

export const occurrenceStates = ['open', 'handed-in', 'sent-back', 'done', 'waived'] as const;
export type OccurrenceState = (typeof occurrenceStates)[number];

export type Occurrence = {
  key: string;
  name: string;
  dueOn: CivilDate;
  /** The day set first, where a later one was granted. */
  originalDueOn: CivilDate | null;
  /** The day that was granted; a change of the calendar does not take it back. */
  grantedTo: CivilDate | null;
  kind: 'period' | 'check';
  state: OccurrenceState;
  handedInBy: string | null;
  handedInOn: CivilDate | null;
  doneOn: CivilDate | null;
  decidedBy: string | null;
  note: string | null;
  documentNumber: string | null;
};

const COLUMNS = sql`o.occurrence_key as key, o.name, o.due_on as "dueOn",
  o.original_due_on as "originalDueOn", o.granted_to as "grantedTo", o.kind, o.state, o.handed_in_by as "handedInBy",
  o.handed_in_on as "handedInOn", o.done_on as "doneOn", o.decided_by as "decidedBy", o.note,
  o.document_number as "documentNumber"`;

/** A year has 53 weeks at most. */
const MOST_OF_A_TASK = 400;

export async function findOccurrences(db: Db, agencyId: AgencyId, taskId: TaskId): Promise<Occurrence[]> {
  const { rows } = await db.execute<Occurrence>(sql`
    select ${COLUMNS} from task_occurrence o where o.agency_id = ${agencyId} and o.task_id = ${taskId}
     order by o.due_on, o.occurrence_key limit ${MOST_OF_A_TASK}`);
  return rows;
}

export async function insertOccurrences(
  tx: Transaction,
  agencyId: AgencyId,
  taskId: TaskId,
  planned: readonly PlannedOccurrence[],
): Promise<void> {
  if (planned.length === 0) return;
  const values = planned.map(
    ({ key, name, dueOn, kind }) => sql`(${agencyId}, ${taskId}, ${key}, ${name}, ${dueOn}::date, ${kind})`,
  );
  await tx.execute(sql`
    insert into task_occurrence (agency_id, task_id, occurrence_key, name, due_on, kind) values ${sql.join(values, sql`, `)}
    on conflict do nothing`);
}

export async function moveOccurrence(
  tx: Transaction,
  agencyId: AgencyId,
  taskId: TaskId,
  { key, dueOn }: Pick<PlannedOccurrence, 'key' | 'dueOn'>,
): Promise<void> {
  await tx.execute(sql`
    update task_occurrence set due_on = ${dueOn}::date, original_due_on = null, granted_to = null
     where agency_id = ${agencyId} and task_id = ${taskId} and occurrence_key = ${key} and state = 'open'`);
}

export async function deleteOccurrences(
  tx: Transaction,
  agencyId: AgencyId,
  taskId: TaskId,
  keys: readonly string[],
): Promise<void> {
  if (keys.length === 0) return;
  await tx.execute(sql`
    delete from task_occurrence where agency_id = ${agencyId} and task_id = ${taskId} and occurrence_key in ${keys} and state = 'open'`);
}

export async function lockOccurrence(
  tx: Transaction,
  agencyId: AgencyId,
  taskId: TaskId,
  key: string,
): Promise<Occurrence | null> {
  const { rows } = await tx.execute<Occurrence>(sql`
    select ${COLUMNS} from task_occurrence o
     where o.agency_id = ${agencyId} and o.task_id = ${taskId} and o.occurrence_key = ${key} for update`);
  return rows[0] ?? null;
}

export async function saveOccurrence(
  tx: Transaction,
  agencyId: AgencyId,
  taskId: TaskId,
  one: Occurrence,
): Promise<void> {
  await tx.execute(sql`
    update task_occurrence set state = ${one.state}, handed_in_by = ${one.handedInBy}, handed_in_on = ${one.handedInOn}::date,
           done_on = ${one.doneOn}::date, decided_by = ${one.decidedBy}, note = ${one.note}, document_number = ${one.documentNumber}
     where agency_id = ${agencyId} and task_id = ${taskId} and occurrence_key = ${one.key}`);
}

/** Writes a day that was granted to an occurrence; the day that was set first stays where it is. */
export async function grantOccurrence(
  tx: Transaction,
  agencyId: AgencyId,
  taskId: TaskId,
  { key, grantedTo }: { key: string; grantedTo: CivilDate },
): Promise<void> {
  await tx.execute(sql`
    update task_occurrence set original_due_on = coalesce(original_due_on, due_on), due_on = ${grantedTo}::date,
           granted_to = ${grantedTo}::date
     where agency_id = ${agencyId} and task_id = ${taskId} and occurrence_key = ${key}`);
}

/** Writes when something of a task falls due next; to be called after any change of its day or occurrences. */
export async function refreshNextDay(tx: Transaction, agencyId: AgencyId, taskId: TaskId): Promise<void> {
  await tx.execute(sql`
    update task set next_on = coalesce(due_on, (select min(o.due_on) from task_occurrence o
        where o.agency_id = task.agency_id and o.task_id = task.task_id and o.state in ('open', 'sent-back')))
     where agency_id = ${agencyId} and task_id = ${taskId}`);
}

export type OccurrenceFilter = {
  readonly firstDay: CivilDate;
  readonly lastDay: CivilDate;
  /** Of tasks that name one of these units. */
  readonly unitIds?: readonly string[] | undefined;
  readonly leadId?: string | undefined;
  readonly states?: readonly OccurrenceState[] | undefined;
  readonly limit: number;
  readonly offset: number;
};
export type ListedOccurrence = Occurrence & { taskId: TaskId; title: string; leadIds: string[] };

function conditionsOf(agencyId: AgencyId, filter: OccurrenceFilter): SQL {
  const named = (role: SQL, unitIds: readonly string[]): SQL => sql`exists (select 1 from task_unit u
    where u.agency_id = o.agency_id and u.task_id = o.task_id${role} and u.unit_id in ${unitIds})`;
  const wanted = [
    sql`o.agency_id = ${agencyId}`,
    sql`o.due_on between ${filter.firstDay}::date and ${filter.lastDay}::date`,
    ...(filter.unitIds ? [filter.unitIds.length ? named(sql``, filter.unitIds) : sql`false`] : []),
    ...(filter.leadId ? [named(sql` and u.role = 'leads'`, [filter.leadId])] : []),
    ...(filter.states ? [sql`o.state in ${filter.states}`] : []),
  ];
  return sql.join(wanted, sql` and `);
}

/** Occurrences of a span over all tasks, in order of days; what the calendar of a month shows. */
export async function findOccurrencesOfSpan(
  db: Db,
  agencyId: AgencyId,
  filter: OccurrenceFilter,
): Promise<{ occurrences: ListedOccurrence[]; total: number }> {
  const where = conditionsOf(agencyId, filter);
  const { rows } = await db.execute<ListedOccurrence>(sql`
    select ${COLUMNS}, t.task_id as "taskId", t.title,
           coalesce((select jsonb_agg(u.unit_id order by u.position) from task_unit u where u.agency_id = t.agency_id
             and u.task_id = t.task_id and u.role = 'leads' and u.unit_id is not null), '[]'::jsonb) as "leadIds"
      from task_occurrence o join task t on t.agency_id = o.agency_id and t.task_id = o.task_id and t.state <> 'dropped'
     where ${where} order by o.due_on, o.task_id, o.occurrence_key limit ${filter.limit} offset ${filter.offset}`);
  const { rows: counted } = await db.execute<{ total: number }>(sql`
    select count(*) as total from task_occurrence o where ${where}`);
  return { occurrences: rows, total: counted[0]?.total ?? 0 };
}

/** What is still open when the whole task is approved will not be asked for any more. */
export async function waiveOpenOccurrences(tx: Transaction, agencyId: AgencyId, taskId: TaskId): Promise<void> {
  await tx.execute(sql`
    update task_occurrence set state = 'waived'
     where agency_id = ${agencyId} and task_id = ${taskId} and state in ('open', 'sent-back')`);
  await refreshNextDay(tx, agencyId, taskId);
}
