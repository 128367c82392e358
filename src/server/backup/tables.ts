import { type SQL, sql } from 'drizzle-orm';
import type { Db, Transaction } from '../database.ts';

/** A table as the catalogue of the database tells it. */
export type Table = {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly key: readonly { readonly name: string; readonly type: string }[];
};

/** Open log-ins and set-up links are ways in, not records; the schema's own list is part of the manifest. */
const LEFT_OUT = ['schema_migration', 'session', 'setup_link'];

/** Every table whose rows a backup keeps. Columns that the database computes by itself are left out. */
export async function findTables(db: Db): Promise<Table[]> {
  const { rows } = await db.execute<Table>(sql`
    select c.relname as name,
           (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum)
              from pg_attribute a
             where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
           (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by k.place)
              from pg_constraint p
              cross join lateral unnest(p.conkey) with ordinality as k (number, place)
              join pg_attribute a on a.attrelid = c.oid and a.attnum = k.number
             where p.conrelid = c.oid and p.contype = 'p') as key
      from pg_class c
     where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
     order by c.relname`);
  return rows.filter(({ name }) => !LEFT_OUT.includes(name));
}

const named = (name: string): SQL => sql`${sql.identifier(name)}`;
const listed = (parts: readonly SQL[]): SQL => sql.join([...parts], sql`, `);

/** The key with the table's name: a column may be called as a name of the query is ("key"). */
const keyOf = (table: Table): SQL[] => table.key.map(({ name }) => sql`${named(table.name)}.${named(name)}`);

/** Dates and moments as ISO text in UTC, whatever the server is set to. */
export async function setNeutralText(tx: Transaction): Promise<void> {
  await tx.execute(sql`set local datestyle to 'ISO'`);
  await tx.execute(sql`set local timezone to 'UTC'`);
}

export type Page = { readonly lines: readonly string[]; readonly lastKey: readonly string[] };

/**
 * The next rows of a table in the order of its key, each as a JSON list of the columns' texts: what PostgreSQL prints for a
 * value it reads back exactly, on either engine.
 *
 * @param after the key of the last row of the page before
 */
export async function findPage(
  tx: Transaction,
  table: Table,
  range: { agencyId: string | null; after: readonly string[] | null; limit: number },
): Promise<Page> {
  const asText = ({ name }: { name: string }): SQL => sql`${named(name)}::text`;
  const wanted: SQL[] = [sql`true`];
  if (range.agencyId !== null && table.columns.some(({ name }) => name === 'agency_id'))
    wanted.push(sql`agency_id = ${range.agencyId}`);
  if (range.after !== null) {
    const last = table.key.map(({ type }, place) => sql`${range.after?.[place]}::${sql.raw(type)}`);
    wanted.push(sql`(${listed(keyOf(table))}) > (${listed(last)})`);
  }
  const { rows } = await tx.execute<{ line: string; key: string[] }>(sql`
    select json_build_array(variadic array[${listed(table.columns.map(asText))}]::text[])::text as line,
           json_build_array(variadic array[${listed(table.key.map(asText))}]::text[]) as key
      from ${named(table.name)} where ${sql.join(wanted, sql` and `)}
     order by ${listed(keyOf(table))} limit ${range.limit}`);
  return { lines: rows.map(({ line }) => line), lastKey: rows.at(-1)?.key ?? [] };
}

/** Puts rows back that `findPage` gave as lines. */
export async function insertLines(tx: Transaction, table: Table, lines: readonly string[]): Promise<void> {
  const names = listed(table.columns.map(({ name }) => named(name)));
  const values = table.columns.map(({ type }, place) => sql`(line ->> ${sql.raw(String(place))})::${sql.raw(type)}`);
  await tx.execute(sql`
    insert into ${named(table.name)} (${names})
    select ${listed(values)} from json_array_elements(${`[${lines.join(',')}]`}::json) as line`);
}

export async function countRows(tx: Transaction, table: Table): Promise<number> {
  const { rows } = await tx.execute<{ count: number }>(sql`select count(*) as count from ${named(table.name)}`);
  return rows[0]?.count ?? 0;
}

/** Empties every table, the audit chain too: only a restore may, in the transaction that fills them again. */
export async function emptyTables(tx: Transaction): Promise<void> {
  const { rows } = await tx.execute<{ name: string }>(sql`
    select relname as name from pg_class
     where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p') and relname <> 'schema_migration'`);
  const tables = rows.map(({ name }) => named(name));
  for (const table of tables) await tx.execute(sql`alter table ${table} disable trigger user`);
  await tx.execute(sql`truncate ${listed(tables)}`);
  for (const table of tables) await tx.execute(sql`alter table ${table} enable trigger user`);
}

type ForeignKey = { table: string; name: string; definition: string };

/** Takes the foreign keys away for a load in any order. @returns how to put them back, which checks every row */
export async function liftForeignKeys(tx: Transaction): Promise<() => Promise<void>> {
  const { rows } = await tx.execute<ForeignKey>(sql`
    select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
      from pg_constraint where connamespace = current_schema()::regnamespace and contype = 'f' and conparentid = 0
     order by 1, 2`);
  for (const { table, name } of rows)
    await tx.execute(sql`alter table ${sql.raw(table)} drop constraint ${named(name)}`);
  return async () => {
    for (const { table, name, definition } of rows)
      await tx.execute(sql`alter table ${sql.raw(table)} add constraint ${named(name)} ${sql.raw(definition)}`);
  };
}
