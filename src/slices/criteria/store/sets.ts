import { sql } from 'drizzle-orm';
import type { Instant } from '../../../kernel/clock.ts';
import type { AgencyId } from '../../../kernel/ids.ts';
import type { Db, Transaction } from '../../../server/database.ts';

export type SetId = `set_${string}`;
export type SetHead = {
  setId: SetId;
  title: string;
  year: number;
  setVersion: number;
  state: 'draft' | 'published';
  basedOn: SetId | null;
  publishedAt: Instant | null;
  changedAt: Instant;
  version: number;
};
export type StoredSet = SetHead & { source: string };

const HEAD = sql`set_id as "setId", title, year, set_version as "setVersion", state, based_on as "basedOn",
  published_at as "publishedAt", changed_at as "changedAt", version`;
const PAGE_SIZE = 200;

export async function findSets(db: Db, agencyId: AgencyId): Promise<SetHead[]> {
  const { rows } = await db.execute<SetHead>(sql`
    select ${HEAD} from criteria_set where agency_id = ${agencyId} order by year desc, set_version desc limit ${PAGE_SIZE}`);
  return rows;
}

export async function findSet(db: Db, agencyId: AgencyId, setId: SetId): Promise<StoredSet | null> {
  const { rows } = await db.execute<StoredSet>(sql`
    select ${HEAD}, source from criteria_set where agency_id = ${agencyId} and set_id = ${setId}`);
  return rows[0] ?? null;
}

/** As `findSet`, locked until the transaction ends: what is published is what was checked. */
export async function lockSet(tx: Transaction, agencyId: AgencyId, setId: SetId): Promise<StoredSet | null> {
  await tx.execute(sql`select 1 from criteria_set where agency_id = ${agencyId} and set_id = ${setId} for update`);
  return findSet(tx, agencyId, setId);
}

/** Gives the set the next version of its year. */
export async function insertSet(
  tx: Transaction,
  agencyId: AgencyId,
  set: Pick<StoredSet, 'setId' | 'title' | 'year' | 'source' | 'basedOn'>,
  at: Instant,
): Promise<void> {
  await tx.execute(sql`
    insert into criteria_set (agency_id, set_id, title, year, set_version, state, source, based_on, changed_at)
    select ${agencyId}, ${set.setId}, ${set.title}, ${set.year},
           coalesce((select max(set_version) from criteria_set where agency_id = ${agencyId} and year = ${set.year}), 0) + 1,
           'draft', ${set.source}, ${set.basedOn}, ${at}::timestamptz`);
}

/** @returns whether the set was still a draft in the version that the editor saw */
export async function updateSet(
  tx: Transaction,
  agencyId: AgencyId,
  set: Pick<StoredSet, 'setId' | 'title' | 'source' | 'version'>,
  at: Instant,
): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    update criteria_set set title = ${set.title}, source = ${set.source}, version = version + 1, changed_at = ${at}::timestamptz
     where agency_id = ${agencyId} and set_id = ${set.setId} and version = ${set.version} and state = 'draft' returning set_id`);
  return rows.length === 1;
}

export async function publishSet(tx: Transaction, agencyId: AgencyId, setId: SetId, at: Instant): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    update criteria_set set state = 'published', published_at = ${at}::timestamptz, version = version + 1
     where agency_id = ${agencyId} and set_id = ${setId} and state = 'draft' returning set_id`);
  return rows.length === 1;
}
