import { sql } from 'drizzle-orm';
import type { Transaction } from '../../../server/database.ts';
import { clockColumns, uniqueColumns } from '../rules/side-rows.ts';
import type { NewChange } from './changes.ts';
import { linesAs } from './lines.ts';
import type { Author, Place } from './records.ts';

// Many rows in one statement. Those that take a text take lines that somebody else has written, a thread for instance.

/** Writes the history of many records in one statement. */
export async function insertChanges(
  tx: Transaction,
  { agencyId, register }: Place,
  changes: readonly NewChange[],
  { at, userId, name }: Author,
): Promise<void> {
  if (changes.length === 0) return;
  await tx.execute(sql`
    insert into register_change (agency_id, register_key, record_id, version, at, actor_id, actor_name, kind, note, before, after)
    select ${agencyId}, ${register.declaration.key}, x."recordId", x.version, ${at}::timestamptz, ${userId}, ${name}, x.kind,
           x.note, x.before, x.after
      from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb)
        as x("recordId" text, version int, kind text, note text, before jsonb, after jsonb)`);
}

/** Claims the values of many new records that may stand only once; a value that is held already is a fault of the caller. */
export async function insertUniqueKeys(tx: Transaction, { agencyId, register }: Place, rows: string): Promise<void> {
  if (rows === NO_ROWS) return;
  await tx.execute(sql`
    insert into register_unique (agency_id, register_key, rule, key_hash, record_id)
    select ${agencyId}, ${register.declaration.key}, x.rule, x.hash, x."recordId"
      from ${linesAs(rows, uniqueColumns)}`);
}

/** Opens the clocks of many new records. */
export async function insertClocks(tx: Transaction, { agencyId, register }: Place, rows: string): Promise<void> {
  if (rows === NO_ROWS) return;
  await tx.execute(sql`
    insert into register_clock (agency_id, register_key, record_id, clock, due_on)
    select ${agencyId}, ${register.declaration.key}, x."recordId", x.clock, x."dueOn"
      from ${linesAs(rows, clockColumns)}`);
}

const NO_ROWS = '';
