import { sql } from 'drizzle-orm';
import type { Instant } from '../../../kernel/clock.ts';
import type { AgencyId, RecordId } from '../../../kernel/ids.ts';
import type { Db, Transaction } from '../../../server/database.ts';
import type { Values } from '../rules/values.ts';
import type { Author, Place } from './records.ts';

export const changeKinds = ['created', 'changed', 'step', 'deleted', 'restored', 'redated'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** One line of a record's history: the fields that changed, before and after, as far as the reader may see them. */
export type RecordChange = {
  readonly version: number;
  readonly at: Instant;
  readonly actorId: string | null;
  readonly actorName: string;
  readonly kind: ChangeKind;
  readonly note: string | null;
  readonly before: Values;
  readonly after: Values;
};

export type NewChange = Pick<RecordChange, 'version' | 'kind' | 'note' | 'before' | 'after'> & {
  readonly recordId: RecordId;
};

export async function insertChange(
  tx: Transaction,
  { agencyId, register }: Place,
  change: NewChange,
  author: Author,
): Promise<void> {
  await tx.execute(sql`
    insert into register_change (agency_id, register_key, record_id, version, at, actor_id, actor_name, kind, note, before, after)
    values (${agencyId}, ${register.declaration.key}, ${change.recordId}, ${change.version}, ${author.at}::timestamptz,
      ${author.userId}, ${author.name}, ${change.kind}, ${change.note}, ${JSON.stringify(change.before)}::jsonb,
      ${JSON.stringify(change.after)}::jsonb)`);
}

/** History of a record, newest first. @param since only versions after this one */
export async function findChanges(
  db: Db,
  { agencyId, register }: Place,
  recordId: RecordId,
  since = 0,
): Promise<RecordChange[]> {
  const { rows } = await db.execute<RecordChange>(sql`
    select version, at, actor_id as "actorId", actor_name as "actorName", kind, note, before, after
      from register_change
     where agency_id = ${agencyId} and register_key = ${register.declaration.key} and record_id = ${recordId} and version > ${since}
     order by version desc limit 1000`);
  return rows;
}

/** Claims the values of a record that may stand only once. @returns the first rule that another record holds, or null */
export async function claimUnique(
  tx: Transaction,
  { agencyId, register }: Place,
  recordId: RecordId,
  keys: readonly { readonly rule: number; readonly hash: string }[],
): Promise<{ rule: number; recordId: RecordId } | null> {
  const { key } = register.declaration;
  await tx.execute(sql`
    delete from register_unique where agency_id = ${agencyId} and register_key = ${key} and record_id = ${recordId}`);
  for (const { rule, hash } of keys) {
    const { rows } = await tx.execute(sql`
      insert into register_unique (agency_id, register_key, rule, key_hash, record_id)
      values (${agencyId}, ${key}, ${rule}, ${hash}, ${recordId}) on conflict do nothing returning rule`);
    if (rows.length === 0) return { rule, recordId: await holderOf(tx, { agencyId, key, rule, hash }) };
  }
  return null;
}

async function holderOf(
  tx: Transaction,
  { agencyId, key, rule, hash }: { agencyId: AgencyId; key: string; rule: number; hash: string },
): Promise<RecordId> {
  const { rows } = await tx.execute<{ recordId: RecordId }>(sql`
    select record_id as "recordId" from register_unique
     where agency_id = ${agencyId} and register_key = ${key} and rule = ${rule} and key_hash = ${hash}`);
  const [holder] = rows;
  if (!holder) throw new Error('a unique key was refused and nobody holds it');
  return holder.recordId;
}

export async function releaseUnique(
  tx: Transaction,
  { agencyId, register }: Place,
  recordIds: readonly RecordId[],
): Promise<void> {
  await tx.execute(sql`
    delete from register_unique
     where agency_id = ${agencyId} and register_key = ${register.declaration.key}
       and record_id = any(array(select jsonb_array_elements_text(${JSON.stringify(recordIds)}::jsonb)))`);
}

/** Replaces the open clocks of a record. */
export async function saveClocks(
  tx: Transaction,
  { agencyId, register }: Place,
  recordId: RecordId,
  clocks: readonly { readonly clock: string; readonly dueOn: string }[],
): Promise<void> {
  const { key } = register.declaration;
  await tx.execute(sql`
    delete from register_clock where agency_id = ${agencyId} and register_key = ${key} and record_id = ${recordId}`);
  if (clocks.length === 0) return;
  const rows = clocks.map(({ clock, dueOn }) => sql`(${agencyId}, ${key}, ${recordId}, ${clock}, ${dueOn}::date)`);
  await tx.execute(sql`
    insert into register_clock (agency_id, register_key, record_id, clock, due_on) values ${sql.join(rows, sql`, `)}`);
}

export async function dropClocks(
  tx: Transaction,
  { agencyId, register }: Place,
  recordIds: readonly string[],
): Promise<void> {
  await tx.execute(sql`
    delete from register_clock where agency_id = ${agencyId} and register_key = ${register.declaration.key}
       and record_id = any(array(select jsonb_array_elements_text(${JSON.stringify(recordIds)}::jsonb)))`);
}

export type LinkedName = {
  readonly registerKey: string;
  readonly recordId: RecordId;
  readonly values: Values;
  readonly unitId: string | null;
  readonly isDeleted: boolean;
};

/** Records that links point to, whatever register they are in. */
export async function findLinked(db: Db, agencyId: AgencyId, recordIds: readonly string[]): Promise<LinkedName[]> {
  if (recordIds.length === 0) return [];
  const { rows } = await db.execute<LinkedName>(sql`
    select r.register_key as "registerKey", r.record_id as "recordId", r.values, r.unit_id as "unitId",
           r.deleted_at is not null as "isDeleted"
      from register_record r
     where r.agency_id = ${agencyId} and (r.register_key, r.record_id) in (
       select g.register_key, l.id from register g
        cross join jsonb_array_elements_text(${JSON.stringify(recordIds)}::jsonb) as l(id) where g.agency_id = ${agencyId})
     order by r.record_id limit 5000`);
  return rows;
}
