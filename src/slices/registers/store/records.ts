import { type SQL, sql } from 'drizzle-orm';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { Instant } from '../../../kernel/clock.ts';
import type { AgencyId, RecordId, UnitId } from '../../../kernel/ids.ts';
import type { Db, Transaction } from '../../../server/database.ts';
import { type Register, slotNames } from '../rules/compile.ts';
import { unpackContributions } from '../rules/contribution-text.ts';
import { type NewRecord, recordColumns, recordRows } from '../rules/record-rows.ts';
import type { Contribution } from '../rules/tally.ts';
import type { Values } from '../rules/values.ts';
import { linesAs } from './lines.ts';

/** A record as it is stored. */
export type StoredRecord = {
  readonly recordId: RecordId;
  readonly values: Values;
  readonly computed: Readonly<Record<string, string | null>>;
  readonly unitId: UnitId | null;
  readonly step: string | null;
  readonly stepOn: CivilDate | null;
  readonly dueOn: CivilDate | null;
  readonly originalDueOn: CivilDate | null;
  readonly finishedOn: CivilDate | null;
  readonly version: number;
  readonly createdAt: Instant;
  readonly createdName: string;
  readonly changedAt: Instant;
  readonly changedName: string;
  readonly deletedAt: Instant | null;
};

export const RECORD_COLUMNS = sql`r.record_id as "recordId", r.values, r.computed, r.unit_id as "unitId", r.step, r.step_on as "stepOn",
  r.due_on as "dueOn", r.original_due_on as "originalDueOn", r.finished_on as "finishedOn", r.version,
  r.created_at as "createdAt", r.created_name as "createdName", r.changed_at as "changedAt",
  r.changed_name as "changedName", r.deleted_at as "deletedAt"`;

/** Whose record, in which register. */
export type Place = { readonly agencyId: AgencyId; readonly register: Register };

export async function findRecord(
  db: Db,
  { agencyId, register }: Place,
  recordId: RecordId,
): Promise<StoredRecord | null> {
  const { rows } = await db.execute<StoredRecord>(sql`
    select ${RECORD_COLUMNS} from register_record r
     where r.agency_id = ${agencyId} and r.register_key = ${register.declaration.key} and r.record_id = ${recordId}`);
  return rows[0] ?? null;
}

/** A record with what it adds to the tallies, locked until the transaction ends. */
export type LockedRecord = StoredRecord & { readonly contributions: readonly Contribution[] };

/** Locks the records `r` that fit. @param which the condition, with its order and limit where it has any */
export async function lockRecords(tx: Transaction, which: SQL): Promise<LockedRecord[]> {
  const { rows } = await tx.execute<StoredRecord & { contributions: string }>(sql`
    select ${RECORD_COLUMNS}, r.contributions from register_record r where ${which} for update`);
  return rows.map((row) => ({ ...row, contributions: unpackContributions(row.contributions) }));
}

export async function lockRecord(
  tx: Transaction,
  { agencyId, register }: Place,
  recordId: RecordId,
): Promise<LockedRecord | null> {
  const [record] = await lockRecords(
    tx,
    sql`r.agency_id = ${agencyId} and r.register_key = ${register.declaration.key} and r.record_id = ${recordId}`,
  );
  return record ?? null;
}

export type Author = { readonly at: Instant; readonly userId: string | null; readonly name: string };

const SLOT_LIST = sql.raw(slotNames.join(', '));
const SLOT_FROM = sql.raw(slotNames.map((slot) => `x.${slot}`).join(', '));
const SLOT_SET = sql.raw(slotNames.map((slot) => `${slot} = x.${slot}`).join(', '));

/** @param rows records as `recordRows` writes them */
const rowsFrom = (rows: string): SQL => linesAs(rows, recordColumns);

/** Writes new records, many in one statement; the tallies, unique keys and clocks are written apart. */
export async function insertRecords(
  tx: Transaction,
  place: Place,
  records: readonly NewRecord[],
  author: Author,
): Promise<void> {
  await tx.execute(insertion(place, recordRows(records), author));
}

const WRITTEN_COLUMNS = sql`agency_id, register_key, record_id, values, computed, keys, unit_id, holder_id, step, step_on,
  due_on, original_due_on, finished_on, ${SLOT_LIST}, words, contributions, created_at, created_by, created_name,
  changed_at, changed_name, import_id, import_row`;

const insertion = ({ agencyId, register }: Place, rows: string, { at, userId, name }: Author): SQL => sql`
  insert into register_record (${WRITTEN_COLUMNS})
  select ${agencyId}, ${register.declaration.key}, x.record_id, x.vals, x.computed, x.keys, x.unit_id, x.holder_id, x.step,
         x.step_on, x.due_on, x.original_due_on, x.finished_on, ${SLOT_FROM}, x.words, x.contributions,
         ${at}::timestamptz, ${userId}, ${name}, ${at}::timestamptz, ${name}, x.import_id, x.import_row
    from ${rowsFrom(rows)}`;

/** Writes new records out of rows that `recordRows` made, and the first line of the history of each. */
export async function insertImported(tx: Transaction, place: Place, rows: string, author: Author): Promise<void> {
  const { agencyId, register } = place;
  await tx.execute(sql`
    with made as (${insertion(place, rows, author)} returning record_id, values, step)
    insert into register_change (agency_id, register_key, record_id, version, at, actor_id, actor_name, kind, note, before, after)
    select ${agencyId}, ${register.declaration.key}, m.record_id, 1, ${author.at}::timestamptz, ${author.userId},
           ${author.name}, 'created', null, '{}'::jsonb,
           case when m.step is null then m.values else m.values || jsonb_build_object('~step', m.step) end
      from made m`);
}

/** Writes what was decided and what follows; the version grows. */
export async function updateRecord(
  tx: Transaction,
  { agencyId, register }: Place,
  record: NewRecord,
  { at, name }: Author,
): Promise<void> {
  await tx.execute(sql`
    update register_record r
       set values = x.vals, computed = x.computed, keys = x.keys, unit_id = x.unit_id, holder_id = x.holder_id, step = x.step,
           step_on = x.step_on, due_on = x.due_on, original_due_on = x.original_due_on, finished_on = x.finished_on,
           ${SLOT_SET}, words = x.words, contributions = x.contributions, version = r.version + 1,
           changed_at = ${at}::timestamptz, changed_name = ${name}, deleted_at = null
      from ${rowsFrom(recordRows([record]))}
     where r.agency_id = ${agencyId} and r.register_key = ${register.declaration.key} and r.record_id = x.record_id`);
}

/** Writes what follows anew and nothing else: after a change of the declaration or the calendar. */
export async function renewRecords(
  tx: Transaction,
  { agencyId, register }: Place,
  records: readonly NewRecord[],
): Promise<void> {
  if (records.length === 0) return;
  await tx.execute(sql`
    update register_record r
       set values = x.vals, computed = x.computed, keys = x.keys, unit_id = x.unit_id, holder_id = x.holder_id,
           due_on = x.due_on, original_due_on = x.original_due_on, finished_on = x.finished_on, ${SLOT_SET},
           words = x.words, contributions = x.contributions
      from ${rowsFrom(recordRows(records))}
     where r.agency_id = ${agencyId} and r.register_key = ${register.declaration.key} and r.record_id = x.record_id`);
}

/** Takes records out of lists, searches and tallies; they stay where they are and can come back. */
export async function markDeleted(
  tx: Transaction,
  { agencyId, register }: Place,
  recordIds: readonly RecordId[],
  { at, name }: Author,
): Promise<void> {
  await tx.execute(sql`
    update register_record
       set deleted_at = ${at}::timestamptz, words = ''::tsvector, contributions = '', version = version + 1,
           changed_at = ${at}::timestamptz, changed_name = ${name}
     where agency_id = ${agencyId} and register_key = ${register.declaration.key}
       and record_id = any(array(select jsonb_array_elements_text(${JSON.stringify(recordIds)}::jsonb)))`);
}

/** The next records in the order of their identifiers, locked: what a rebuild goes through. */
export async function lockNextRecords(
  tx: Transaction,
  { agencyId, register }: Place,
  after: string,
  limit: number,
): Promise<LockedRecord[]> {
  return lockRecords(
    tx,
    sql`r.agency_id = ${agencyId} and r.register_key = ${register.declaration.key} and r.record_id > ${after}
     order by r.record_id limit ${limit}`,
  );
}

export type NextValues = Pick<StoredRecord, 'recordId' | 'values' | 'step' | 'deletedAt'>;

/** The next values in the order of their identifiers: what a changed declaration is compared with. */
export async function findNextValues(
  db: Db,
  { agencyId, register }: Place,
  after: string,
  limit: number,
): Promise<NextValues[]> {
  const { rows } = await db.execute<NextValues>(sql`
    select r.record_id as "recordId", r.values, r.step, r.deleted_at as "deletedAt" from register_record r
     where r.agency_id = ${agencyId} and r.register_key = ${register.declaration.key} and r.record_id > ${after}
     order by r.record_id limit ${limit}`);
  return rows;
}
