import { sql } from 'drizzle-orm';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { Instant } from '../../../kernel/clock.ts';
import type { AgencyId, TaskId } from '../../../kernel/ids.ts';
import type { Db, Transaction } from '../../../server/database.ts';

/** The event that a relative deadline waits for, as it was recorded. */
export type Start = {
  startId: string;
  happenedOn: CivilDate;
  /** Minutes after midnight, for deadlines in working hours; null: only the day is known. */
  minuteOfDay: number | null;
  documentNumber: string | null;
  recordedBy: string;
  recordedName: string;
  recordedAt: Instant;
  undoneName: string | null;
  undoneAt: Instant | null;
  undoneReason: string | null;
};

/** Newest first; the one that counts is not undone. */
export async function findStarts(db: Db, agencyId: AgencyId, taskId: TaskId): Promise<Start[]> {
  const { rows } = await db.execute<Start>(sql`
    select start_id as "startId", happened_on as "happenedOn", minute_of_day as "minuteOfDay",
           document_number as "documentNumber", recorded_by as "recordedBy", recorded_name as "recordedName",
           recorded_at as "recordedAt", undone_name as "undoneName", undone_at as "undoneAt", undone_reason as "undoneReason"
      from task_start where agency_id = ${agencyId} and task_id = ${taskId} order by start_id desc limit 100`);
  return rows;
}

export async function insertStart(
  tx: Transaction,
  agencyId: AgencyId,
  taskId: TaskId,
  start: Omit<Start, 'undoneName' | 'undoneAt' | 'undoneReason'>,
): Promise<void> {
  await tx.execute(sql`
    insert into task_start (agency_id, task_id, start_id, happened_on, minute_of_day, document_number, recorded_by, recorded_name,
      recorded_at)
    values (${agencyId}, ${taskId}, ${start.startId}, ${start.happenedOn}::date, ${start.minuteOfDay}, ${start.documentNumber},
      ${start.recordedBy}, ${start.recordedName}, ${start.recordedAt}::timestamptz)`);
}

/** Marks the event that counts as undone; it stays readable. @returns whether there was one */
export async function undoStart(
  tx: Transaction,
  agencyId: AgencyId,
  taskId: TaskId,
  undone: { byName: string; at: Instant; reason: string },
): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    update task_start set undone_name = ${undone.byName}, undone_at = ${undone.at}::timestamptz, undone_reason = ${undone.reason}
     where agency_id = ${agencyId} and task_id = ${taskId} and undone_at is null returning start_id`);
  return rows.length > 0;
}

const WAS_EXTENDED = sql`exists (select 1 from task_extension e
  where e.agency_id = task.agency_id and e.task_id = task.task_id and e.occurrence_key is null and e.state = 'granted')`;

/**
 * Writes the day that the recorded event gives; the first one is kept as the day that was set first. A later day that was
 * granted stays, unless the event gives a still later one or did not happen.
 */
export async function saveEventDay(
  tx: Transaction,
  agencyId: AgencyId,
  taskId: TaskId,
  dueOn: CivilDate | null,
): Promise<void> {
  await tx.execute(sql`
    update task set due_on = case when ${WAS_EXTENDED} and due_on >= ${dueOn}::date then due_on else ${dueOn}::date end,
           original_due_on = case when ${WAS_EXTENDED} then original_due_on else ${dueOn}::date end
     where agency_id = ${agencyId} and task_id = ${taskId}`);
}
