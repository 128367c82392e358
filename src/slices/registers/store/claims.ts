import { sql } from 'drizzle-orm';
import type { Instant } from '../../../kernel/clock.ts';
import type { RecordId } from '../../../kernel/ids.ts';
import type { Transaction } from '../../../server/database.ts';
import type { UniqueRow } from '../rules/side-rows.ts';
import type { Values } from '../rules/values.ts';
import type { Place } from './records.ts';

// What every record of a register would claim under a changed declaration, side by side until the transaction ends.

export async function beginClaims(tx: Transaction): Promise<void> {
  await tx.execute(sql`create temporary table register_claim (rule int, key_hash text, record_id text) on commit drop`);
}

export async function addClaims(tx: Transaction, rows: readonly UniqueRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(sql`
    insert into register_claim (rule, key_hash, record_id)
    select x.rule, x.hash, x."recordId"
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(rule int, hash text, "recordId" text)`);
}

/** A record that claims what another one claims; `claim` is the same for those that stand against each other. */
export type Colliding = {
  readonly rule: number;
  readonly claim: string;
  readonly recordId: RecordId;
  readonly values: Values;
  readonly createdAt: Instant;
};

/** How many records collide by rule, and the first of them, those of one claim together. */
export async function findColliding(
  tx: Transaction,
  { agencyId, register }: Place,
  limit: number,
): Promise<{ readonly counts: ReadonlyMap<number, number>; readonly first: readonly Colliding[] }> {
  const counted = await tx.execute<{ rule: number; count: number }>(sql`
    select c.rule, sum(c.claims)::int as count
      from (select rule, count(*) as claims from register_claim group by rule, key_hash having count(*) > 1) c
     group by c.rule order by c.rule limit 100`);
  const first = await tx.execute<Colliding>(sql`
    with shared as (
      select rule, key_hash, row_number() over (partition by rule order by min(record_id)) as place
        from register_claim group by rule, key_hash having count(*) > 1)
    select c.rule, c.key_hash as claim, r.record_id as "recordId", r.values, r.created_at as "createdAt"
      from shared s join register_claim c on c.rule = s.rule and c.key_hash = s.key_hash
      join register_record r on r.agency_id = ${agencyId} and r.register_key = ${register.declaration.key} and r.record_id = c.record_id
     where s.place <= ${limit}
     order by c.rule, s.place, c.record_id limit ${limit * 20}`);
  return { counts: new Map(counted.rows.map(({ rule, count }) => [rule, count])), first: first.rows };
}

/** Puts the claims in the place of those that stand. */
export async function takeClaims(tx: Transaction, { agencyId, register }: Place): Promise<void> {
  const { key } = register.declaration;
  await tx.execute(sql`delete from register_unique where agency_id = ${agencyId} and register_key = ${key}`);
  await tx.execute(sql`
    insert into register_unique (agency_id, register_key, rule, key_hash, record_id)
    select ${agencyId}, ${key}, rule, key_hash, record_id from register_claim`);
}
