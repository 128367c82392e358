import process from 'node:process';
import { sql } from 'drizzle-orm';
import { addDays, type CivilDate, civilDate } from '../src/kernel/civil-date.ts';
import type { UnitId } from '../src/kernel/ids.ts';
import type { Context } from '../src/server/context.ts';
import type { Database } from '../src/server/database.ts';
import { openMemoryDatabase } from '../src/server/embedded-database.ts';
import type { Person } from '../src/server/http.ts';
import { migrateUp } from '../src/server/migrations.ts';
import { openServerDatabase } from '../src/server/server-database.ts';
import { insertAgency } from '../src/slices/identity/server.ts';
import { loadBoardInput, loadStoodCells } from '../src/slices/reports/actions/load-board.ts';
import { showGrid } from '../src/slices/reports/actions/show-reports.ts';
import { type DutyForm, type StoodCell, shippedDuties } from '../src/slices/reports/index.ts';
import { boardOf } from '../src/slices/reports/rules/board.ts';
import { insertSubmissions, type SeedSubmission, seedDuties, seedReportWork } from '../src/slices/reports/server.ts';
import { insertUnit } from '../src/slices/units/server.ts';
import { makeClock } from '../src/testing/app.ts';
import { makeContext } from '../src/testing/context.ts';

const [DUTIES, UNITS, SUBMISSIONS, YEAR] = [60, 40, 60_000, 2026];
const [RUNS, PLAIN_RUNS] = [30, 5];
const agencyId = 'agency_bench';
const person: Person = {
  agencyId,
  userId: 'user_bench',
  sessionId: 'session_bench',
  username: 'bench',
  displayName: 'Đo',
  role: 'par-officer',
  mustChangePassword: false,
  unitId: null,
  unitIds: [],
};

/** Sixty monthly duties of forty units: 28,800 reports a year. */
async function seed(context: Context): Promise<void> {
  const { database, clock } = context;
  await database.transaction(async (tx) => {
    await insertAgency(tx, { agencyId, name: 'Sở đo', shortName: 'SD', province: 'tỉnh đo' }, clock.now());
    for (let at = 0; at < UNITS; at += 1) {
      const unit = { unitId: `unit_b${at}` as UnitId, parentId: null, name: `Đơn vị ${at}`, shortName: `ĐV ${at}` };
      const span = { kind: 'division' as const, validFrom: civilDate('2020-01-01'), validTo: null, position: at };
      await insertUnit(tx, agencyId, { ...unit, ...span });
    }
  });
  const [monthly] = shippedDuties('unit_b0');
  if (!monthly) throw new Error('no shipped duty');
  const duties = Array.from({ length: DUTIES }, (_, at) => ({
    dutyId: `duty_b${at}` as const,
    form: { ...monthly.form, name: `Báo cáo ${at}` } satisfies DutyForm,
  }));
  await seedDuties(context, person, { duties, validFrom: civilDate('2024-01-01') });
}

function submissionOf({ cell }: StoodCell, unitId: UnitId, at: number): SeedSubmission {
  const { dutyId, key, year, unitDueOn } = cell.period;
  const on: CivilDate = addDays(unitDueOn, at % 9 === 0 ? 2 : -(at % 5));
  const mark = { unitId, state: 'handed-in' as const, firstOn: on, lastOn: on, againBy: null, handIns: 1, returns: 0 };
  return { dutyId, key, year, unitId, mark, handIns: [] };
}

/** The newest submissions first: the whole asked year, then as much of the years before as makes sixty thousand. */
async function fill(context: Context): Promise<void> {
  const { database, clock } = context;
  const submissions: SeedSubmission[] = [];
  for (const year of [YEAR, YEAR - 1, YEAR - 2]) {
    const years = { firstYear: year, lastYear: year };
    const { cells } = await loadStoodCells(database, agencyId, { years, today: clock.today() });
    for (const one of cells)
      for (const unitId of one.cell.unitIds)
        if (submissions.length < SUBMISSIONS) submissions.push(submissionOf(one, unitId, submissions.length));
  }
  await database.transaction((tx) => insertSubmissions(tx, agencyId, submissions));
  await database.execute(sql.raw('analyze report_submission'));
}

/** The plain way: every row of the year is fetched, and each unit of each cell is stood to its cut-off again. */
async function recount({ database, clock }: Context): Promise<number> {
  const years = { firstYear: YEAR, lastYear: YEAR };
  const { rows } = await database.execute<{ dutyId: string; key: string; unitId: string; firstOn: CivilDate }>(sql`
    select duty_id as "dutyId", period_key as key, unit_id as "unitId", first_handed_in_on as "firstOn"
      from report_submission where agency_id = ${agencyId} and year = ${YEAR} order by duty_id, period_key, unit_id`);
  const cells = boardOf(await loadBoardInput(database, agencyId, years), YEAR);
  const today = clock.today();
  const byPlace = new Map(rows.map((row) => [`${row.dutyId} ${row.key} ${row.unitId}`, row.firstOn]));
  return cells.reduce((late, { period, unitIds }) => {
    const days = unitIds.map((unitId) => byPlace.get(`${period.dutyId} ${period.key} ${unitId}`) ?? today);
    return late + days.filter((day) => day > period.unitDueOn).length;
  }, 0);
}

/** The office closes what is older than two months, as it does in a year that goes well. */
async function closeOld(context: Context): Promise<void> {
  const { cells } = await loadStoodCells(context.database, agencyId, {
    years: { firstYear: YEAR, lastYear: YEAR },
    today: context.clock.today(),
  });
  const old = cells.filter(({ cell }) => cell.period.unitDueOn < civilDate('2026-11-01'));
  const closings = old.map(({ cell: { period } }) => ({
    dutyId: period.dutyId,
    key: period.key,
    year: YEAR,
    closedOn: period.unitDueOn,
    sent: null,
    texts: {},
  }));
  await seedReportWork(context, person, { year: YEAR, plan: () => ({ submissions: [], closings }) });
  await context.database.execute(sql.raw('analyze report_compilation'));
}

const at = (sorted: readonly number[], share: number): number => sorted[Math.floor(sorted.length * share)] ?? 0;

type Times = {
  readonly median: number;
  readonly p95: number /** Processor time of this process: what a busy machine does not stretch. */;
  readonly cpu: number;
};

async function timesOf(work: () => Promise<unknown>, runs: number): Promise<Times> {
  for (let warm = 0; warm < 3; warm += 1) await work();
  const taken: number[] = [];
  const before = process.cpuUsage();
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    await work();
    taken.push(performance.now() - start);
  }
  const { user, system } = process.cpuUsage(before);
  taken.sort((first, second) => first - second);
  return { median: at(taken, 0.5), p95: at(taken, 0.95), cpu: (user + system) / 1000 / runs };
}

async function measure(name: string, database: Database): Promise<void> {
  await migrateUp(database);
  const context = { ...makeContext({ database }), clock: makeClock('2026-12-28T01:00:00Z') };
  await seed(context);
  await fill(context);
  const tell = async (state: string): Promise<void> => {
    const grid = await timesOf(() => showGrid(context, person, YEAR), RUNS);
    const plain = await timesOf(() => recount(context), PLAIN_RUNS);
    const ratio = plain.median / grid.median;
    console.log(
      `  ${name.padEnd(11)} ${state.padEnd(15)} grid median ${grid.median.toFixed(1)} ms, p95 ${grid.p95.toFixed(1)} ms, processor ${grid.cpu.toFixed(1)} ms; ` +
        `plain recount median ${plain.median.toFixed(1)} ms (${ratio.toFixed(1)} ×)`,
    );
  };
  await tell('nothing closed');
  await closeOld(context);
  await tell('ten months closed');
  await database.close();
}

export async function benchReports(): Promise<void> {
  console.log(`reports: grid of ${DUTIES} duties × ${UNITS} units × 12 months, ${SUBMISSIONS} submissions`);
  await measure('embedded', await openMemoryDatabase());
  const url = process.env.TEST_DATABASE_URL;
  if (url) {
    const schema = `bench_${process.pid}`;
    const admin = await openServerDatabase(url);
    await admin.execute(sql.raw(`create schema ${schema}`));
    await measure('PostgreSQL', await openServerDatabase(url, schema));
    await admin.execute(sql.raw(`drop schema ${schema} cascade`));
    await admin.close();
  }
}
