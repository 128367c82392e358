import { sql } from 'drizzle-orm';
import type { Instant } from '../../../kernel/clock.ts';
import type { AgencyId, FileId, ImportId, RecordId, UserId } from '../../../kernel/ids.ts';
import type { Db, Transaction } from '../../../server/database.ts';
import type { ImportRights, SheetRow } from '../rules/read-sheet-rows.ts';
import { type ColumnTarget, isDocumentPart, type SheetPlan } from '../rules/sheet-plan.ts';
import { uniqueColumns } from '../rules/side-rows.ts';
import { linesAs } from './lines.ts';
import { type LockedRecord, lockRecords, type Place } from './records.ts';

export const importStates = ['ready', 'running', 'done', 'faulty', 'failed', 'cancelling', 'cancelled'] as const;
export type ImportState = (typeof importStates)[number];

export type FaultyRow = Extract<SheetRow, { ok: false }>;
export type StoredImport = {
  readonly importId: ImportId;
  readonly registerKey: string;
  readonly fileId: FileId;
  readonly state: ImportState;
  readonly plan: SheetPlan;
  readonly rights: ImportRights;
  readonly skipFaulty: boolean;
  readonly totalRows: number | null;
  readonly readRows: number;
  readonly madeRows: number;
  readonly faultyRows: number;
  readonly faults: readonly FaultyRow[];
  readonly failure: string | null;
  readonly userId: UserId;
  readonly userName: string;
  readonly createdAt: Instant;
};

const COLUMNS = sql`import_id as "importId", register_key as "registerKey", file_id as "fileId", state, plan, rights,
  skip_faulty as "skipFaulty", total_rows as "totalRows", read_rows as "readRows", made_rows as "madeRows",
  faulty_rows as "faultyRows", faults, failure, user_id as "userId", user_name as "userName", created_at as "createdAt"`;

export async function insertImport(tx: Transaction, agencyId: AgencyId, one: StoredImport): Promise<void> {
  await tx.execute(sql`
    insert into register_import (agency_id, import_id, register_key, file_id, state, plan, rights, total_rows, user_id, user_name,
      created_at, changed_at)
    values (${agencyId}, ${one.importId}, ${one.registerKey}, ${one.fileId}, ${one.state}, ${JSON.stringify(one.plan)}::jsonb,
      ${JSON.stringify(one.rights)}::jsonb, ${one.totalRows}, ${one.userId}, ${one.userName}, ${one.createdAt}::timestamptz,
      ${one.createdAt}::timestamptz)`);
}

export async function findImport(db: Db, agencyId: AgencyId, importId: ImportId): Promise<StoredImport | null> {
  const { rows } = await db.execute<StoredImport>(sql`
    select ${COLUMNS} from register_import where agency_id = ${agencyId} and import_id = ${importId}`);
  return rows[0] ?? null;
}

export async function findImports(db: Db, agencyId: AgencyId, key: string): Promise<Omit<StoredImport, 'faults'>[]> {
  const { rows } = await db.execute<StoredImport>(sql`
    select ${COLUMNS} from register_import where agency_id = ${agencyId} and register_key = ${key}
     order by import_id desc limit 50`);
  return rows;
}

/** @returns whether the import was in one of the states that may change */
export async function saveState(
  tx: Transaction,
  agencyId: AgencyId,
  importId: ImportId,
  given: {
    readonly from: readonly ImportState[];
    readonly to: ImportState;
    readonly at: Instant;
    readonly failure?: string;
  },
): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    update register_import set state = ${given.to}, failure = ${given.failure ?? null}, changed_at = ${given.at}::timestamptz
     where agency_id = ${agencyId} and import_id = ${importId}
       and state in (select jsonb_array_elements_text(${JSON.stringify(given.from)}::jsonb)) returning import_id`);
  return rows.length === 1;
}

export async function savePlan(
  tx: Transaction,
  agencyId: AgencyId,
  importId: ImportId,
  plan: SheetPlan,
): Promise<void> {
  await tx.execute(sql`
    update register_import set plan = ${JSON.stringify(plan)}::jsonb where agency_id = ${agencyId} and import_id = ${importId}`);
}

export async function saveSkip(
  tx: Transaction,
  agencyId: AgencyId,
  importId: ImportId,
  skipFaulty: boolean,
): Promise<void> {
  await tx.execute(sql`
    update register_import set skip_faulty = ${skipFaulty} where agency_id = ${agencyId} and import_id = ${importId}`);
}

export async function saveChecked(
  tx: Transaction,
  agencyId: AgencyId,
  importId: ImportId,
  found: { readonly rows: number; readonly faultyRows: number; readonly faults: readonly FaultyRow[] },
): Promise<void> {
  await tx.execute(sql`
    update register_import set total_rows = ${found.rows}, faulty_rows = ${found.faultyRows},
           faults = ${JSON.stringify(found.faults)}::jsonb
     where agency_id = ${agencyId} and import_id = ${importId}`);
}

/** Locks an import and says whether it still runs: no part is written after it was cancelled. */
export async function lockRunning(tx: Transaction, agencyId: AgencyId, importId: ImportId): Promise<boolean> {
  const { rows } = await tx.execute<{ state: string }>(sql`
    select state from register_import where agency_id = ${agencyId} and import_id = ${importId} for update`);
  return rows[0]?.state === 'running';
}

export async function saveProgress(
  tx: Transaction,
  agencyId: AgencyId,
  importId: ImportId,
  step: { readonly lastRow: number; readonly made: number; readonly faults: readonly FaultyRow[] },
): Promise<void> {
  await tx.execute(sql`
    update register_import set read_rows = ${step.lastRow}, made_rows = made_rows + ${step.made},
           faulty_rows = faulty_rows + ${step.faults.length}, faults = faults || ${JSON.stringify(step.faults)}::jsonb
     where agency_id = ${agencyId} and import_id = ${importId}`);
}

/** Imports of every agency that run or are being taken back: what a restarted server goes on with. */
export async function findWaitingImports(db: Db): Promise<{ agencyId: AgencyId; importId: ImportId }[]> {
  const { rows } = await db.execute<{ agencyId: AgencyId; importId: ImportId }>(sql`
    select agency_id as "agencyId", import_id as "importId" from register_import
     where state in ('running', 'cancelling') order by agency_id, import_id limit 1000`);
  return rows;
}

/** The next records of an import that nobody has touched since, locked. */
export async function lockImported(
  tx: Transaction,
  { agencyId, register }: Place,
  importId: ImportId,
  limit: number,
): Promise<LockedRecord[]> {
  return lockRecords(
    tx,
    sql`r.agency_id = ${agencyId} and r.register_key = ${register.declaration.key} and r.import_id = ${importId}
       and r.version = 1 and r.deleted_at is null
     order by r.import_row limit ${limit}`,
  );
}

/** Records that are to be written and whose values stand already. @param rows as `uniqueLines` writes them */
export async function findTaken(db: Db, agencyId: AgencyId, key: string, rows: string): Promise<Set<string>> {
  const found = await db.execute<{ recordId: RecordId }>(sql`
    select distinct x."recordId" from ${linesAs(rows, uniqueColumns)}
      join register_unique u on u.agency_id = ${agencyId} and u.register_key = ${key} and u.rule = x.rule and u.key_hash = x.hash
     order by 1 limit 20000`);
  return new Set(found.rows.map(({ recordId }) => recordId));
}

export async function findRemembered(db: Db, agencyId: AgencyId, key: string): Promise<[string, ColumnTarget][]> {
  const { rows } = await db.execute<{ header: string; field: string; part: string }>(sql`
    select header, field, part from register_column where agency_id = ${agencyId} and register_key = ${key} order by header limit 2000`);
  return rows.map(({ header, field, part }) => [header, { field, part: isDocumentPart(part) ? part : null }]);
}

export async function rememberColumns(
  tx: Transaction,
  agencyId: AgencyId,
  key: string,
  columns: readonly (readonly [header: string, target: ColumnTarget])[],
): Promise<void> {
  for (const [header, { field, part }] of columns) {
    await tx.execute(sql`
      insert into register_column (agency_id, register_key, header, field, part)
      values (${agencyId}, ${key}, ${header}, ${field}, ${part ?? ''})
      on conflict (agency_id, register_key, header) do update set field = excluded.field, part = excluded.part`);
  }
}
