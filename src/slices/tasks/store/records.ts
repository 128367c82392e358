import { sql } from 'drizzle-orm';
import type { Instant } from '../../../kernel/clock.ts';
import type { AgencyId, TaskId, UnitId } from '../../../kernel/ids.ts';
import type { Db, Transaction } from '../../../server/database.ts';
import type { WrittenBack } from '../../../server/sources.ts';
import { COLUMNS, type Task } from './tasks.ts';

export type RecordKey = { registerKey: string; recordId: string };

export async function insertRecordLink(
  tx: Transaction,
  agencyId: AgencyId,
  link: RecordKey & { taskId: TaskId; at: Instant },
): Promise<void> {
  await tx.execute(sql`
    insert into task_record (agency_id, register_key, record_id, task_id, created_at)
    values (${agencyId}, ${link.registerKey}, ${link.recordId}, ${link.taskId}, ${link.at}::timestamptz) on conflict do nothing`);
}

/** Tasks that carry out a record of a register. */
export async function findTasksOfRecord(db: Db, agencyId: AgencyId, key: RecordKey): Promise<Task[]> {
  const { rows } = await db.execute<Task>(sql`
    select ${COLUMNS} from task t
     where t.agency_id = ${agencyId} and exists (select 1 from task_record r where r.agency_id = t.agency_id
       and r.task_id = t.task_id and r.register_key = ${key.registerKey} and r.record_id = ${key.recordId})
     order by t.next_on nulls last, t.task_id limit 100`);
  return rows;
}

/** Whose a record of a register is that was not taken away. @returns null where there is none */
export async function findRecordUnit(
  db: Db,
  agencyId: AgencyId,
  key: RecordKey,
): Promise<{ unitId: UnitId | null } | null> {
  const { rows } = await db.execute<{ unitId: UnitId | null }>(sql`
    select unit_id as "unitId" from register_record where agency_id = ${agencyId} and register_key = ${key.registerKey}
       and record_id = ${key.recordId} and deleted_at is null`);
  return rows[0] ?? null;
}

/** Holds the ties of a record, so that of two tasks that end at once the second sees the first. @returns what they wrote into it */
export async function lockRecordLinks(
  tx: Transaction,
  agencyId: AgencyId,
  key: RecordKey,
): Promise<WrittenBack | null> {
  const { rows } = await tx.execute<{ written: WrittenBack | null }>(sql`
    select written from task_record
     where agency_id = ${agencyId} and register_key = ${key.registerKey} and record_id = ${key.recordId}
     order by task_id for update`);
  return rows.find(({ written }) => written !== null)?.written ?? null;
}

/** Keeps what the tasks of a record wrote into it, so that it can be taken back. */
export async function saveWritten(
  tx: Transaction,
  agencyId: AgencyId,
  key: RecordKey,
  written: WrittenBack | null,
): Promise<void> {
  await tx.execute(sql`
    update task_record set written = ${written === null ? null : JSON.stringify(written)}::jsonb
     where agency_id = ${agencyId} and register_key = ${key.registerKey} and record_id = ${key.recordId}`);
}
