// npm run bench registers [rows [imported rows [engine]]]: one register of many records, on every engine that is there.
import process from 'node:process';
import { Readable } from 'node:stream';
import { type SQL, sql } from 'drizzle-orm';
import { addDays, type CivilDate, civilDate } from '../src/kernel/civil-date.ts';
import type { RecordId } from '../src/kernel/ids.ts';
import type { Context } from '../src/server/context.ts';
import type { Db } from '../src/server/database.ts';
import { sampleAgency, samplePerson, sampleUnits } from '../src/server/sample.ts';
import { changeRecord } from '../src/slices/registers/actions/change-record.ts';
import { findOwnImport, runImport, uploadImport } from '../src/slices/registers/actions/imports.ts';
import { findMeasure, readCells } from '../src/slices/registers/actions/measure-source.ts';
import { runWaitingImports } from '../src/slices/registers/actions/run-imports.ts';
import { searchEverywhere } from '../src/slices/registers/actions/search-records.ts';
import { encodeCursor, type ListForm, listRecords } from '../src/slices/registers/actions/show-records.ts';
import { openTestApp } from '../src/testing/app.ts';
import { type TestEngine, testEngines } from '../src/testing/database.ts';
import { declareForTest } from '../src/testing/registers.ts';
import { copyAll, FIRST_DAY, key, kinds, place, SEEDED, seed, unitOf, valuesOf, words } from './registers-data.ts';

const TODAY = '2026-11-20T01:00:00Z';
const [RUNS, PLAIN_RUNS, MOST_MILLISECONDS] = [40, 2, 20_000];

type Times = { readonly median: number; readonly p95: number; readonly runs: number };

async function timesOf(work: (run: number) => Promise<unknown>, most: number, warm = 3): Promise<Times> {
  for (let run = 0; run < warm; run += 1) await work(run);
  const taken: number[] = [];
  const end = performance.now() + MOST_MILLISECONDS;
  for (let run = 0; run < most && (run === 0 || performance.now() < end); run += 1) {
    const start = performance.now();
    await work(run + warm);
    taken.push(performance.now() - start);
  }
  taken.sort((a, b) => a - b);
  const at = (share: number): number => taken[Math.floor(taken.length * share)] ?? Number.NaN;
  return { median: at(0.5), p95: at(0.95), runs: taken.length };
}

async function tell(
  what: string,
  ours: (run: number) => Promise<unknown>,
  plain?: [string, () => Promise<unknown>],
): Promise<void> {
  const { median, p95, runs } = await timesOf(ours, RUNS);
  const beside = plain && (await timesOf(plain[1], PLAIN_RUNS, 0));
  const ratio = beside ? `; ${plain[0]} ${beside.median.toFixed(0)} ms (${(beside.median / median).toFixed(1)} ×)` : '';
  console.log(
    `  ${what.padEnd(54)} median ${median.toFixed(1).padStart(7)} ms  p95 ${p95.toFixed(1).padStart(7)} ms of ${runs}${ratio}`,
  );
}

/** Sees the records of one unit only. */
const unitHead = {
  ...samplePerson,
  role: 'unit-head' as const,
  unitId: 'unit_vpdk' as const,
  unitIds: ['unit_vpdk' as const],
};

const formOf = (given: Partial<ListForm>): ListForm => ({
  filter: null,
  search: '',
  sort: '-created-day',
  after: null,
  limit: 50,
  isDeleted: false,
  ...given,
});

export async function benchLists(context: Context): Promise<void> {
  const { database } = context;
  const list = async (given: Partial<ListForm>, person = samplePerson): Promise<void> => {
    const answer = await listRecords(context, person, key, formOf(given));
    if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
    if (answer.value.records.length === 0) throw new Error(`nothing was found: ${JSON.stringify(given)}`);
  };
  const scan = (condition: SQL, order: SQL) => () =>
    database.execute(sql`select * from (select r.*, r.values ->> 'received' as received from register_record r where ${place}
      and deleted_at is null and ${condition} offset 0) r order by ${order} limit 50`);
  const deep = (run: number, name: string) => ({
    sort: name,
    after: encodeCursor({ key: addDays(FIRST_DAY, 200 + run * 13), recordId: 'record_' }),
  });
  const request = (run: number) => ({ field: 'kind', is: kinds[run % 3] ?? '' });
  const byKind = scan(sql`values ->> 'kind' = 'request'`, sql`received desc, record_id`);
  const plain: [string, () => Promise<unknown>] = ['plain scan', byKind];
  await tell('list: kind, newest received first', (run) => list({ filter: request(run), sort: '-received' }), plain);
  await tell(
    'list: kind, from a deep cursor',
    (run) => list({ filter: request(run), ...deep(run, '-received') }),
    plain,
  );
  await tell('list: everything by due day, deep', (run) => list(deep(run, 'due-day')));
  await tell('list: overdue by due day', () => list({ filter: { timing: ['overdue'] }, sort: 'due-day' }));
  await tell('list: one unit, by subject', (run) =>
    list({ filter: { field: 'unit', is: unitOf(run) }, sort: 'subject' }),
  );
  await tell('list: fee between, by subject', (run) =>
    list({ filter: { field: 'fee', from: String(run * 1000), to: String((run + 5) * 1000) }, sort: 'subject' }),
  );
  await tell('list: overdue of a unit head, by subject', () =>
    list({ filter: { timing: ['overdue'] }, sort: 'subject' }, unitHead),
  );
  const letter = (run: number): string => `don thu so ${4000 + run * 7}`;
  const found = scan(sql`values ->> 'subject' ilike '%số 4007 %'`, sql`record_id desc`);
  await tell('search: a number in the subject', (run) => list({ search: letter(run) }), ['plain scan', found]);
  await tell('search: words that every fifth record has', () => list({ search: 'giai phong mat' }));
  await tell('search: common words, by subject', () => list({ search: 'giay chung nhan', sort: 'subject' }));
  await tell('search: common words of a unit head', () => list({ search: 'giay chung nhan' }, unitHead));
  await tell('search: common words in every register', () =>
    searchEverywhere(context, samplePerson, { search: 'giay chung nhan', limit: 20 }),
  );
  await tell('search: a number in every register', (run) =>
    searchEverywhere(context, samplePerson, { search: letter(run), limit: 20 }),
  );
}

const scope = (today: CivilDate) => ({
  unitIds: null,
  firstDay: civilDate('2026-01-01'),
  lastDay: civilDate('2026-12-31'),
  today,
});

export async function benchMeasures({ database, clock }: Context): Promise<void> {
  const read = async (name: string, by: 'month' | 'unit' | 'unit-and-month') => {
    const found = await findMeasure(database, sampleAgency, `register:${key}.${name}`);
    if (!found) throw new Error(`no measure ${name}`);
    return readCells(database, sampleAgency, found, scope(clock.today()), by);
  };
  const recount = (condition: SQL, month: SQL, unit: SQL) =>
    database.execute<{ month: string; unitId: string; value: string }>(sql`
      select ${month} as month, ${unit} as "unitId", sum((values ->> 'fee')::numeric)::text as value from register_record
       where ${place} and deleted_at is null and ${condition} group by 1, 2 order by 1, 2`);
  const year = sql`(values ->> 'received')::date between '2026-01-01' and '2026-12-31'`;
  const month = sql`left(values ->> 'received', 7)`;
  const plain: [string, () => Promise<unknown>] = ['plain recount', () => recount(year, month, sql`unit_id`)];
  await tell('measure: sum of fees by unit and month', () => read('fees', 'unit-and-month'), plain);
  await tell('measure: share in time by unit', () => read('on-time', 'unit'));
  await tell('measure: share in time by month', () => read('on-time', 'month'));
  await tell('measure: kinds counted once each, by month', () => read('kinds', 'month'));
  await tell('measure: newest value by unit and month', () => read('newest', 'unit-and-month'));
  const counted = (await recount(year, month, sql`unit_id`)).rows;
  const told = await read('fees', 'unit-and-month');
  const same = counted.every(({ value, ...cell }) =>
    told.some(
      (one) =>
        one.month === cell.month && one.unitId === cell.unitId && 'value' in one.figures && one.figures.value === value,
    ),
  );
  if (!same || counted.length !== told.length) throw new Error('the measure is not what the records add up to');
  console.log(`  the sums of ${told.length} cells are those of the recount`);
}

export async function benchChange(context: Context, records: number): Promise<void> {
  const { rows } = await context.database.execute<{ recordId: RecordId; version: number }>(sql`
    select record_id as "recordId", version from register_record where ${place} order by md5(record_id) limit 200`);
  await tell(`one change at ${records.toLocaleString('en')} records`, async (run) => {
    const { recordId, version } = rows[run % rows.length] ?? { recordId: 'record_', version: 0 };
    const values = { fee: String(records * 1000 + run), answered: '2026-11-18' };
    const answer = await changeRecord(context, samplePerson, key, { recordId, version, values });
    if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
  });
}

const seconds = (from: number): string => ((performance.now() - from) / 1000).toFixed(1);

export async function benchImport(context: Context, count: number): Promise<void> {
  const columns = ['Trích yếu', 'Đơn vị', 'Loại', 'Ngày nhận', 'Ngày trả lời', 'Số trang', 'Phí', 'Tiến độ', 'Khẩn'];
  const kindsInCells = ['Khiếu nại', 'Đề nghị', 'Khác'];
  const lines = Array.from({ length: count }, (_, at) => {
    const { received, answered, pages, fee, done } = valuesOf(at) as Record<string, string | undefined>;
    const unit = sampleUnits[at % sampleUnits.length]?.name ?? '';
    const subject = `Đơn nhập số ${at} về ${words[at % 5]}`;
    const kind = kindsInCells[at % 3];
    return [subject, unit, kind, received, answered ?? '', pages, fee, done, at % 5 ? 'Không' : 'Có'].join(',');
  });
  const bytes = Buffer.from([columns.join(','), ...lines].join('\n'));
  const begun = performance.now();
  const upload = { bytes: Readable.from([bytes]), name: 'don-thu.csv', mediaType: 'text/csv' };
  const looked = await uploadImport(context, samplePerson, key, upload);
  if (!looked.ok) throw new Error(JSON.stringify(looked.refusal));
  const lookedIn = seconds(begun);
  const { importId } = looked.value;
  const start = performance.now();
  const before = process.cpuUsage();
  await runImport(context, samplePerson, key, { importId, skipFaulty: false });
  await runWaitingImports(context, () => false);
  const { user, system } = process.cpuUsage(before);
  const taken = performance.now() - start;
  const done = await findOwnImport(context, samplePerson, key, importId);
  if (!done.ok || done.value.state !== 'done' || done.value.madeRows !== count)
    throw new Error(
      `the import failed: ${JSON.stringify(done.ok ? { ...done.value, rights: null, plan: null } : done).slice(0, 2000)}`,
    );
  console.log(
    `  import of ${count.toLocaleString('en')} rows: ${(taken / 1000).toFixed(1)} s, ${Math.round((count / taken) * 1000).toLocaleString('en')} rows/s, ` +
      `processor of this process ${((user + system) / 1e6).toFixed(1)} s; first look at the sheet ${lookedIn} s`,
  );
}

/** Prints the plan of every statement that takes longer than `BENCH_EXPLAIN` milliseconds. */
export function explaining(context: Context): Context {
  const limit = Number(process.env.BENCH_EXPLAIN ?? 0);
  if (limit === 0) return context;
  const { database } = context;
  const execute: Db['execute'] = async (statement) => {
    const start = performance.now();
    const answer = await database.execute(statement);
    if (performance.now() - start > limit) {
      const { rows } = await database.execute<{ 'QUERY PLAN': string }>(sql`explain (analyze, buffers) ${statement}`);
      console.log(rows.map((row) => `      ${row['QUERY PLAN'].slice(0, 300)}`).join('\n'));
    }
    return answer as never;
  };
  return { ...context, database: { ...database, execute } };
}

/** The register grows by copies, one change measured at each size: its cost is to stay the same. */
const GROWTH = [11, 10];

async function benchEngine(engine: TestEngine, rows: number, imported: number): Promise<void> {
  const site = await openTestApp(engine, TODAY);
  console.log(` ${engine.name}`);
  const start = performance.now();
  await declareForTest(site.context);
  for (let at = 0; at < Math.min(rows, SEEDED); at += 1000) await seed(site.context, at, at + 1000);
  let records = Math.min(rows, SEEDED);
  await benchChange(site.context, records);
  for (const times of GROWTH) {
    if (records * times > rows) break;
    await copyAll(site.context.database, times - 1);
    records *= times;
    await benchChange(site.context, records);
  }
  console.log(`  filled in ${seconds(start)} s: ${SEEDED} records through the product, the others copies by SQL`);
  const context = explaining(site.context);
  await benchMeasures(context);
  await benchLists(context);
  if (imported > 0) await benchImport(site.context, imported);
  await site.close();
}

/** Lists, searches, measures, one change and an import at a million records of one register. */
export async function benchRegisters(): Promise<void> {
  const numbers = process.argv.slice(2).filter((one) => /^\d+$/.test(one));
  const rows = Number(numbers[0] ?? 1_000_000);
  const imported = Number(numbers[1] ?? 100_000);
  console.log(`registers: about ${rows.toLocaleString('en')} records of one register`);
  const engines = testEngines.filter(
    ({ name }) => !['embedded', 'PostgreSQL'].some((one) => process.argv.includes(one)) || process.argv.includes(name),
  );
  for (const engine of engines) await benchEngine(engine, rows, imported);
}
