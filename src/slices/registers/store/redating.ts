import { sql } from 'drizzle-orm';
import type { Instant } from '../../../kernel/clock.ts';
import type { AgencyId, UnitId, UserId } from '../../../kernel/ids.ts';
import type { Db, Transaction } from '../../../server/database.ts';
import { type Place, RECORD_COLUMNS, type StoredRecord } from './records.ts';

/** A register whose records are being dated anew: how far, and by whose change. */
export type Redating = {
  readonly registerKey: string;
  readonly afterId: string;
  readonly isWhole: boolean;
  readonly begunBy: string | null;
  readonly begunName: string;
};

export type Beginning = { readonly at: Instant; readonly by: string | null; readonly name: string };

/** Has the records of registers dated anew from the first one on; one that is under way begins again. */
export async function beginRedating(
  tx: Transaction,
  agencyId: AgencyId,
  registers: readonly { readonly registerKey: string; readonly isWhole: boolean }[],
  { at, by, name }: Beginning,
): Promise<void> {
  if (registers.length === 0) return;
  await tx.execute(sql`
    insert into register_redating (agency_id, register_key, is_whole, begun_at, begun_by, begun_name)
    select ${agencyId}, x."registerKey", x."isWhole", ${at}::timestamptz, ${by}, ${name}
      from jsonb_to_recordset(${JSON.stringify(registers)}::jsonb) as x("registerKey" text, "isWhole" boolean)
    on conflict (agency_id, register_key) do update
       set after_id = '', done = 0, is_whole = register_redating.is_whole or excluded.is_whole, begun_at = excluded.begun_at,
           begun_by = excluded.begun_by, begun_name = excluded.begun_name`);
}

/** Registers of every agency that are being dated anew: what a restarted server takes up again. */
export async function findRedating(db: Db): Promise<{ agencyId: AgencyId; registerKey: string }[]> {
  const { rows } = await db.execute<{ agencyId: AgencyId; registerKey: string }>(sql`
    select agency_id as "agencyId", register_key as "registerKey" from register_redating
     order by begun_at, agency_id, register_key limit 10000`);
  return rows;
}

/** How far it is, locked: a further change of the calendar waits until this part is written, then begins again. */
export async function lockRedating(tx: Transaction, agencyId: AgencyId, key: string): Promise<Redating | null> {
  const { rows } = await tx.execute<Redating>(sql`
    select register_key as "registerKey", after_id as "afterId", is_whole as "isWhole", begun_by as "begunBy",
           begun_name as "begunName"
      from register_redating where agency_id = ${agencyId} and register_key = ${key} for update`);
  return rows[0] ?? null;
}

/** @param part the last record of the part that was gone through, and how many it was */
export async function saveRedating(
  tx: Transaction,
  agencyId: AgencyId,
  key: string,
  part: { readonly last: string; readonly count: number },
): Promise<void> {
  await tx.execute(sql`
    update register_redating set after_id = ${part.last}, done = done + ${part.count}
     where agency_id = ${agencyId} and register_key = ${key}`);
}

/** How far a register is that is being dated anew, and by whose change. */
export type RedatingProgress = {
  readonly registerKey: string;
  readonly done: number;
  readonly begunAt: Instant;
  readonly begunName: string;
};

/** The registers of an agency that are being dated anew. */
export async function findProgress(db: Db, agencyId: AgencyId): Promise<RedatingProgress[]> {
  const { rows } = await db.execute<RedatingProgress>(sql`
    select register_key as "registerKey", done, begun_at as "begunAt", begun_name as "begunName"
      from register_redating where agency_id = ${agencyId} order by register_key limit 2000`);
  return rows;
}

/** Tells that every record of the register was derived with this. */
export async function endRedating(tx: Transaction, agencyId: AgencyId, key: string, built: string): Promise<void> {
  await tx.execute(sql`delete from register_redating where agency_id = ${agencyId} and register_key = ${key}`);
  await tx.execute(sql`
    update register set built_with = ${built} where agency_id = ${agencyId} and register_key = ${key}`);
}

/** Every agency that keeps a register. */
export async function findKeepers(db: Db): Promise<AgencyId[]> {
  const { rows } = await db.execute<{ agencyId: AgencyId }>(sql`
    select agency_id as "agencyId" from agency a
     where exists (select 1 from register r where r.agency_id = a.agency_id) order by agency_id`);
  return rows.map(({ agencyId }) => agencyId);
}

/** A record on which work is still to be done, with its further clocks that run. */
export type OpenRecord = StoredRecord & {
  readonly holderId: UserId | null;
  readonly unitId: UnitId | null;
  readonly clocks: Readonly<Record<string, string>>;
};

/** The next open records of a register, by identifier: unfinished, or with a further clock that runs. */
export async function findNextOpen(
  db: Db,
  { agencyId, register }: Place,
  after: string,
  limit: number,
): Promise<OpenRecord[]> {
  const { rows } = await db.execute<OpenRecord>(sql`
    select ${RECORD_COLUMNS}, r.holder_id as "holderId", coalesce(c.clocks, '{}'::jsonb) as clocks
      from register_record r
      left join lateral (select jsonb_object_agg(k.clock, k.due_on) as clocks from register_clock k
        where k.agency_id = r.agency_id and k.register_key = r.register_key and k.record_id = r.record_id) c on true
     where r.agency_id = ${agencyId} and r.register_key = ${register.declaration.key} and r.record_id > ${after}
       and r.deleted_at is null and (r.finished_on is null or c.clocks is not null)
     order by r.record_id limit ${limit}`);
  return rows;
}

/** Raises the version of records whose days moved: who has one open is told that it changed. */
export async function raiseVersions(
  tx: Transaction,
  { agencyId, register }: Place,
  recordIds: readonly string[],
): Promise<void> {
  await tx.execute(sql`
    update register_record set version = version + 1
     where agency_id = ${agencyId} and register_key = ${register.declaration.key}
       and record_id in (select jsonb_array_elements_text(${JSON.stringify(recordIds)}::jsonb))`);
}
