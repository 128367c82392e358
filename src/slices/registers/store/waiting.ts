import { type SQL, sql } from 'drizzle-orm';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { AgencyId, RecordId, UnitId, UserId } from '../../../kernel/ids.ts';
import type { Db } from '../../../server/database.ts';
import type { Values } from '../rules/values.ts';

/** An open record that is due, by its main deadline (clock null) or by a further one. */
export type WaitingRecord = {
  readonly registerKey: string;
  readonly recordId: RecordId;
  readonly clock: string | null;
  readonly values: Values;
  readonly unitId: UnitId | null;
  readonly holderId: UserId | null;
  readonly dueOn: CivilDate | null;
  readonly originalDueOn: CivilDate | null;
};

const COLUMNS: SQL = sql`r.register_key as "registerKey", r.record_id as "recordId", r.values, r.unit_id as "unitId",
  r.holder_id as "holderId"`;

/** More than anybody reads; the earliest days come first. */
const MOST_WAITING = 20_000;

/** Open records whose day is at the latest `until`. */
export async function findDue(db: Db, agencyId: AgencyId, until: CivilDate): Promise<WaitingRecord[]> {
  const { rows } = await db.execute<WaitingRecord>(sql`
    select ${COLUMNS}, null as clock, r.due_on as "dueOn", r.original_due_on as "originalDueOn"
      from register_record r
     where r.agency_id = ${agencyId} and r.finished_on is null and r.due_on is not null and r.deleted_at is null
       and r.due_on <= ${until}::date
     order by r.due_on, r.register_key, r.record_id limit ${MOST_WAITING}`);
  return rows;
}

/** Records with a further deadline that runs and falls at the latest on `until`. */
export async function findDueClocks(db: Db, agencyId: AgencyId, until: CivilDate): Promise<WaitingRecord[]> {
  const { rows } = await db.execute<WaitingRecord>(sql`
    select ${COLUMNS}, c.clock, c.due_on as "dueOn", null as "originalDueOn"
      from register_clock c
      join register_record r on r.agency_id = c.agency_id and r.register_key = c.register_key and r.record_id = c.record_id
     where c.agency_id = ${agencyId} and c.due_on <= ${until}::date and r.deleted_at is null
     order by c.due_on, c.register_key, c.record_id, c.clock limit ${MOST_WAITING}`);
  return rows;
}

/** Open records of the given registers that have no due day. */
export async function findUndated(
  db: Db,
  agencyId: AgencyId,
  registerKeys: readonly string[],
): Promise<WaitingRecord[]> {
  const { rows } = await db.execute<WaitingRecord>(sql`
    select ${COLUMNS}, null as clock, null as "dueOn", null as "originalDueOn"
      from register_record r
     where r.agency_id = ${agencyId} and r.due_on is null and r.finished_on is null and r.deleted_at is null
       and r.register_key in (select jsonb_array_elements_text(${JSON.stringify(registerKeys)}::jsonb))
     order by r.register_key, r.record_id limit ${MOST_WAITING}`);
  return rows;
}
