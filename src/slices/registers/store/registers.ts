import { sql } from 'drizzle-orm';
import type { Instant } from '../../../kernel/clock.ts';
import type { AgencyId } from '../../../kernel/ids.ts';
import type { Db, Transaction } from '../../../server/database.ts';
import type { Layout } from '../rules/compile.ts';
import type { RegisterDeclaration } from '../rules/declaration.ts';

/** A register that is in use: kept by an office of its own (declaration), or shipped (null). */
export type RegisterRow = {
  readonly registerKey: string;
  readonly version: number;
  readonly declaration: RegisterDeclaration | null;
  readonly layout: Layout;
  readonly scope: string;
  readonly builtWith: string;
  /** Records derived anew so far; null while nothing is being rebuilt. */
  readonly rebuilt: number | null;
};

const COLUMNS = sql`register_key as "registerKey", version, declaration, layout, scope, built_with as "builtWith", rebuilt`;

export async function findRegisterRows(db: Db, agencyId: AgencyId): Promise<RegisterRow[]> {
  const { rows } = await db.execute<RegisterRow>(sql`
    select ${COLUMNS} from register where agency_id = ${agencyId} order by register_key limit 2000`);
  return rows;
}

export async function findRegisterRow(db: Db, agencyId: AgencyId, key: string): Promise<RegisterRow | null> {
  const { rows } = await db.execute<RegisterRow>(sql`
    select ${COLUMNS} from register where agency_id = ${agencyId} and register_key = ${key}`);
  return rows[0] ?? null;
}

/** A register as it stands, kept from being declared anew until the transaction ends; others may write records. */
export async function holdRegisterRow(tx: Transaction, agencyId: AgencyId, key: string): Promise<RegisterRow | null> {
  const { rows } = await tx.execute<RegisterRow>(sql`
    select ${COLUMNS} from register where agency_id = ${agencyId} and register_key = ${key} for key share`);
  return rows[0] ?? null;
}

/** Tells when and by whom a record of the register was last written. */
export async function touchRegister(
  tx: Transaction,
  agencyId: AgencyId,
  key: string,
  { at, name }: { readonly at: Instant; readonly name: string },
): Promise<void> {
  await tx.execute(sql`
    update register set touched_at = ${at}::timestamptz, touched_by = ${name}
     where agency_id = ${agencyId} and register_key = ${key}`);
}

export type Touch = { readonly registerKey: string; readonly at: Instant; readonly by: string };

/** When and by whom a record of each register was last written. */
export async function findTouches(db: Db, agencyId: AgencyId): Promise<Touch[]> {
  const { rows } = await db.execute<Touch>(sql`
    select register_key as "registerKey", touched_at as at, touched_by as by from register
     where agency_id = ${agencyId} and touched_at is not null order by register_key limit 2000`);
  return rows;
}

/** The database's moment: when a number was taken. */
export async function readMoment(db: Db): Promise<Instant> {
  const { rows } = await db.execute<{ now: Instant }>(sql`select clock_timestamp() as now`);
  const [row] = rows;
  if (!row) throw new Error('the database tells no time');
  return row.now;
}

/** Locks a register for a change of its declaration: no record is being written when this returns, and none until the end. */
export async function lockRegisterRow(tx: Transaction, agencyId: AgencyId, key: string): Promise<RegisterRow | null> {
  const { rows } = await tx.execute<RegisterRow>(sql`
    select ${COLUMNS} from register where agency_id = ${agencyId} and register_key = ${key} for update`);
  return rows[0] ?? null;
}

export type Change = { readonly at: Instant; readonly by: string | null };

/** Takes a register into use. @returns whether it was not yet */
export async function insertRegister(
  tx: Transaction,
  agencyId: AgencyId,
  { registerKey, version, declaration, layout, scope, builtWith }: Omit<RegisterRow, 'rebuilt'>,
  { at, by }: Change,
): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    insert into register (agency_id, register_key, version, declaration, layout, scope, built_with, created_at, changed_at, changed_by)
    values (${agencyId}, ${registerKey}, ${version}, ${declaration && JSON.stringify(declaration)}::json,
      ${JSON.stringify(layout)}::jsonb, ${scope}, ${builtWith}, ${at}::timestamptz, ${at}::timestamptz, ${by})
    on conflict do nothing returning register_key`);
  return rows.length === 1;
}

export async function updateRegister(
  tx: Transaction,
  agencyId: AgencyId,
  { registerKey, version, declaration, layout, builtWith, rebuilt }: Omit<RegisterRow, 'scope'>,
  { at, by }: Change,
): Promise<void> {
  await tx.execute(sql`
    update register set version = ${version}, declaration = ${declaration && JSON.stringify(declaration)}::json,
           layout = ${JSON.stringify(layout)}::jsonb, built_with = ${builtWith}, rebuilt = ${rebuilt},
           changed_at = ${at}::timestamptz, changed_by = ${by}
     where agency_id = ${agencyId} and register_key = ${registerKey}`);
}

export async function saveRebuilt(
  tx: Transaction,
  agencyId: AgencyId,
  key: string,
  rebuilt: number | null,
): Promise<void> {
  await tx.execute(sql`
    update register set rebuilt = ${rebuilt} where agency_id = ${agencyId} and register_key = ${key}`);
}

export type DeclarationVersion = {
  readonly version: number;
  readonly declaration: RegisterDeclaration;
  readonly changedAt: Instant;
  readonly changedBy: string | null;
};

export async function insertVersion(
  tx: Transaction,
  agencyId: AgencyId,
  declaration: RegisterDeclaration,
  { at, by }: Change,
): Promise<void> {
  await tx.execute(sql`
    insert into register_version (agency_id, register_key, version, declaration, changed_at, changed_by)
    values (${agencyId}, ${declaration.key}, ${declaration.version}, ${JSON.stringify(declaration)}::json, ${at}::timestamptz, ${by})`);
}

export async function findVersions(db: Db, agencyId: AgencyId, key: string): Promise<DeclarationVersion[]> {
  const { rows } = await db.execute<DeclarationVersion>(sql`
    select version, declaration, changed_at as "changedAt", changed_by as "changedBy"
      from register_version where agency_id = ${agencyId} and register_key = ${key} order by version desc limit 500`);
  return rows;
}

/** Registers of every agency that are still being rebuilt: what a restarted server takes up again. */
export async function findRebuilding(db: Db): Promise<{ agencyId: AgencyId; registerKey: string }[]> {
  const { rows } = await db.execute<{ agencyId: AgencyId; registerKey: string }>(sql`
    select agency_id as "agencyId", register_key as "registerKey" from register
     where rebuilt is not null order by agency_id, register_key limit 10000`);
  return rows;
}
