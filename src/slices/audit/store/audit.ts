import { createHash } from 'node:crypto';
import { type SQL, sql } from 'drizzle-orm';
import type { Instant } from '../../../kernel/clock.ts';
import type { AgencyId } from '../../../kernel/ids.ts';
import type { Db, Transaction } from '../../../server/database.ts';
import { type AuditContent, type AuditFact, CHAIN_START, contentToHash } from '../rules/chain.ts';

export type AuditEntry = Required<AuditContent> & { readonly hash: string };

/** Who acts: a person, or the system itself (`actorId` null). */
export type Actor = { readonly agencyId: AgencyId; readonly actorId: string | null; readonly actorName: string };

const COLUMNS = sql`agency_id as "agencyId", sequence, at, actor_id as "actorId", actor_name as "actorName", action,
  subject_kind as "subjectKind", subject_id as "subjectId", before, after, previous_hash as "previousHash", hash`;

export function hashOf(content: AuditContent): string {
  return createHash('sha256').update(contentToHash(content)).digest('hex');
}

export type ChainHead = { sequence: number; hash: string };
const NO_ENTRY: ChainHead = { sequence: 0, hash: CHAIN_START };

/** Locks the chain of the agency until the transaction ends, so that two writers cannot make two successors. */
async function lockHead(tx: Transaction, agencyId: AgencyId): Promise<ChainHead> {
  await tx.execute(sql`
    insert into audit_head (agency_id, sequence, hash) values (${agencyId}, 0, ${CHAIN_START}) on conflict do nothing`);
  const { rows } = await tx.execute<ChainHead>(
    sql`select sequence, hash from audit_head where agency_id = ${agencyId} for update`,
  );
  return rows[0] ?? NO_ENTRY;
}

const json = (value: unknown): SQL => sql`${value == null ? null : JSON.stringify(value)}::jsonb`;

/** Appends facts to the agency's chain, in the transaction of the change that they tell. */
export async function appendAudit(
  tx: Transaction,
  actor: Actor,
  at: Instant,
  facts: readonly AuditFact[],
): Promise<void> {
  if (facts.length === 0) return;
  let head = await lockHead(tx, actor.agencyId);
  const values: SQL[] = [];
  for (const fact of facts) {
    const content = { ...fact, ...actor, sequence: head.sequence + 1, at, previousHash: head.hash };
    const hash = hashOf(content);
    values.push(sql`(${actor.agencyId}, ${content.sequence}, ${at}::timestamptz, ${actor.actorId}, ${actor.actorName}, ${fact.action},
      ${fact.subjectKind}, ${fact.subjectId}, ${json(fact.before)}, ${json(fact.after)}, ${head.hash}, ${hash})`);
    head = { sequence: content.sequence, hash };
  }
  await tx.execute(sql`
    insert into audit_entry (agency_id, sequence, at, actor_id, actor_name, action, subject_kind, subject_id, before,
      after, previous_hash, hash) values ${sql.join(values, sql`, `)}`);
  await tx.execute(sql`
    update audit_head set sequence = ${head.sequence}, hash = ${head.hash} where agency_id = ${actor.agencyId}`);
}

export type AuditFilter = {
  readonly actorId?: string | undefined;
  readonly subjectKind?: string | undefined;
  readonly subjectId?: string | undefined;
  readonly action?: string | undefined;
  readonly fromAt?: string | undefined;
  readonly toAt?: string | undefined;
  readonly beforeSequence?: number | undefined;
  readonly limit: number;
};

/** Entries that fit the filter, newest first. */
export async function findAuditEntries(db: Db, agencyId: AgencyId, filter: AuditFilter): Promise<AuditEntry[]> {
  const wanted: SQL[] = [sql`agency_id = ${agencyId}`];
  if (filter.actorId) wanted.push(sql`actor_id = ${filter.actorId}`);
  if (filter.subjectKind) wanted.push(sql`subject_kind = ${filter.subjectKind}`);
  if (filter.subjectId) wanted.push(sql`subject_id = ${filter.subjectId}`);
  if (filter.action) wanted.push(sql`action = ${filter.action}`);
  if (filter.fromAt) wanted.push(sql`at >= ${filter.fromAt}::timestamptz`);
  if (filter.toAt) wanted.push(sql`at < ${filter.toAt}::timestamptz`);
  if (filter.beforeSequence !== undefined) wanted.push(sql`sequence < ${filter.beforeSequence}`);
  const { rows } = await db.execute<AuditEntry>(sql`
    select ${COLUMNS} from audit_entry where ${sql.join(wanted, sql` and `)}
     order by sequence desc limit ${filter.limit}`);
  return rows;
}

/** A stretch of the chain in order, for the verification. */
export async function findChainPart(db: Db, agencyId: AgencyId, after: number, limit: number): Promise<AuditEntry[]> {
  const { rows } = await db.execute<AuditEntry>(sql`
    select ${COLUMNS} from audit_entry where agency_id = ${agencyId} and sequence > ${after} order by sequence limit ${limit}`);
  return rows;
}

/** The newest link, as the chain itself keeps it beside the entries. */
export async function getChainHead(db: Db, agencyId: AgencyId): Promise<ChainHead> {
  const { rows } = await db.execute<ChainHead>(
    sql`select sequence, hash from audit_head where agency_id = ${agencyId}`,
  );
  return rows[0] ?? NO_ENTRY;
}

/** The agencies whose chains are verified on the command line. */
export async function findAuditedAgencies(db: Db): Promise<{ agencyId: AgencyId; name: string }[]> {
  const { rows } = await db.execute<{ agencyId: AgencyId; name: string }>(
    sql`select agency_id as "agencyId", name from agency order by agency_id limit 10000`,
  );
  return rows;
}
