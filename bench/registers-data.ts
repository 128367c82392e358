// The records of the bench of registers: some thousands through the product, the others copies by SQL.
import { type SQL, sql } from 'drizzle-orm';
import { addDays, civilDate } from '../src/kernel/civil-date.ts';
import type { RecordId } from '../src/kernel/ids.ts';
import type { Context } from '../src/server/context.ts';
import type { Db } from '../src/server/database.ts';
import { sampleAgency, samplePerson, sampleUnits } from '../src/server/sample.ts';
import { seedRecords } from '../src/slices/registers/server.ts';
import { lettersRegister } from '../src/testing/registers.ts';

export const { key } = lettersRegister;
export const FIRST_DAY = civilDate('2024-01-01');
const DAYS = 1009;
/** So many records are derived and written by the product: every unit has one on every day. */
export const SEEDED = 9000;
export const words = [
  'giải phóng mặt bằng',
  'cấp giấy chứng nhận',
  'đo đạc thửa đất',
  'quan trắc nguồn nước',
  'phí thẩm định',
];
export const kinds = ['complaint', 'request', 'other'];
export const unitOf = (at: number): string => sampleUnits[at % sampleUnits.length]?.unitId ?? '';

export function valuesOf(at: number): Record<string, unknown> {
  const received = addDays(FIRST_DAY, at % DAYS);
  return {
    subject: `Đơn thư số ${at} về ${words[at % 5]}`,
    unit: unitOf(at),
    kind: kinds[at % 3],
    received,
    ...(at % 7 === 0 ? {} : { answered: addDays(received, at % 11) }),
    ...(at % 4 === 0 ? { published: `${addDays(received, 14)}T02:00:00Z` } : {}),
    pages: (at % 40) + 1,
    fee: String((at % 900) * 1000),
    done: String(at % 100),
    urgent: at % 5 === 0,
  };
}

export async function seed(context: Context, from: number, to: number): Promise<void> {
  const seeds = Array.from({ length: to - from }, (_, at) => ({
    recordId: context.newId('record') as RecordId,
    step: null,
    values: valuesOf(from + at),
  }));
  await seedRecords(context, samplePerson, new Map([[key, seeds]]));
}

export const place = sql`agency_id = ${sampleAgency} and register_key = ${key}`;

/** Indexes are dropped and made again around the copying: the same indexes, made in a fraction of the time. */
async function withoutIndexes(db: Db, work: () => Promise<void>): Promise<void> {
  const { rows } = await db.execute<{ name: string; definition: string }>(sql`
    select indexname as name, indexdef as definition from pg_indexes
     where schemaname = current_schema() and tablename = 'register_record' and indexname <> 'register_record_pkey'`);
  for (const { name } of rows) await db.execute(sql.raw(`drop index ${name}`));
  await work();
  for (const { definition } of rows) await db.execute(sql.raw(definition));
}

async function copyTable(db: Db, table: string, copies: number, changed: Readonly<Record<string, SQL>>): Promise<void> {
  const { rows } = await db.execute<{ name: string }>(sql`
    select column_name as name from information_schema.columns
     where table_schema = current_schema() and table_name = ${table} order by ordinal_position`);
  const names = sql.raw(rows.map(({ name }) => `"${name}"`).join(', '));
  // A copy stands among other records of its own copy, in the order of entry and by subject: neighbours are not all alike.
  const id = sql`'record_' || lpad(copy::text, 4, '0') || substr(r.record_id, 7)`;
  const from = sql`from ${sql.raw(table)} r, generate_series(${copies * 100 + 1}::int, ${copies * 101}::int) copy`;
  const all = sql.join(
    rows.map(({ name }) => (name === 'record_id' ? id : (changed[name] ?? sql.raw(`r."${name}"`)))),
    sql`, `,
  );
  await db.execute(sql`insert into ${sql.raw(table)} (${names}) select ${all} ${from} where r.${place}`);
}

/**
 * Copies every record: new identifiers, a word of their own in subject, sort key and word index; tallies, newest values,
 * clocks and unique keys as they would be. Copies have no line of history, as imported records have none.
 */
export async function copyAll(db: Db, copies: number): Promise<void> {
  const { rows } = await db.execute<{ scope: string }>(sql`select scope from register where ${place}`);
  const scope = rows[0]?.scope ?? '';
  await withoutIndexes(db, () =>
    copyTable(db, 'register_record', copies, {
      values: sql`jsonb_set(r.values, '{subject}', to_jsonb('Lô ' || copy || ' ' || (r.values ->> 'subject')))`,
      t1: sql`'lo ' || copy || ' ' || r.t1`,
      words: sql`r.words || array_to_tsvector(array[${`${scope}:lo`}::text, ${`${scope}:`}::text || copy])`,
    }),
  );
  await copyTable(db, 'register_latest', copies, {});
  await copyTable(db, 'register_clock', copies, {});
  await copyTable(db, 'register_unique', copies, { key_hash: sql`r.key_hash || '~' || copy` });
  await db.execute(sql`
    update register_tally set numerator = numerator * ${copies + 1}::int, denominator = denominator * ${copies + 1}::int,
           missing = missing * ${copies + 1}::int, records = records * ${copies + 1}::int where ${place}`);
  for (const table of ['record', 'latest', 'clock', 'unique', 'tally'])
    await db.execute(sql.raw(`vacuum analyze register_${table}`));
}
