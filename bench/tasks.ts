import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { chromium, type Page } from '@playwright/test';
import { sql } from 'drizzle-orm';
import { civilDate } from '../src/kernel/civil-date.ts';
import type { Database } from '../src/server/database.ts';
import { sampleAccounts, sampleAgency, sampleUnits } from '../src/server/sample.ts';
import { findOccurrencesOfSpan } from '../src/slices/tasks/store/occurrences.ts';
import { countList, findTaskMarks, findTasks, type TaskFilter } from '../src/slices/tasks/store/task-list.ts';
import { openTestApp } from '../src/testing/app.ts';
import { testEngines } from '../src/testing/database.ts';

const [TASKS, MONTHS, RUNS] = [5000, 12, 60];
const today = civilDate('2026-06-15');
const states = ['assigned', 'in-progress', 'handed-in', 'done'] as const;
/** As the page asks: what is late first. */
const all = { year: 2026, states, order: { by: 'work', today }, limit: 100, offset: 0 } as const;

/** Tasks spread over the units and the year, a third done, each with twelve occurrences: 60,000 in all. */
async function fill(database: Database): Promise<void> {
  const units = sampleUnits.map(({ unitId }) => unitId);
  const unitOf = sql`(array[${sql.join(
    units.map((unit) => sql`${unit}::text`),
    sql`, `,
  )}])[1 + n % ${sql.raw(String(units.length))}]`;
  await database.execute(sql`
    insert into task (agency_id, task_id, plan_year, position, title, folded_title, due_on, original_due_on, next_on, due_kind,
      state, done_on, area_ordinal, created_at, changed_at)
    select ${sampleAgency}, 'task_bench' || n, 2026, n, 'Việc số ' || n || ' của năm', 'viec so ' || n || ' cua nam',
           date '2026-01-01' + n % 365, date '2026-01-01' + n % 365, date '2026-01-01' + n % 365, 'day',
           (array['assigned', 'in-progress', 'done'])[1 + n % 3], case when n % 3 = 2 then date '2026-01-01' + n % 365 end,
           1 + n % 7, timestamptz '2026-01-01' + (n % 200) * interval '1 day', now()
      from generate_series(1, ${TASKS}::int) n`);
  await database.execute(sql`
    insert into task_unit (agency_id, task_id, role, position, name, unit_id)
    select ${sampleAgency}, 'task_bench' || n, 'leads', 0, 'Đơn vị', ${unitOf} from generate_series(1, ${TASKS}::int) n`);
  await database.execute(sql`
    insert into task_occurrence (agency_id, task_id, occurrence_key, name, due_on, kind)
    select ${sampleAgency}, 'task_bench' || n, 'M' || m, 'Tháng ' || m, make_date(2026, m::int, 1 + n % 28), 'period'
      from generate_series(1, ${TASKS}::int) n, generate_series(1, ${MONTHS}::int) m`);
  await database.execute(sql`analyze task`);
  await database.execute(sql`analyze task_unit`);
  await database.execute(sql`analyze task_occurrence`);
}

type Times = {
  median: number;
  p95: number;
  /** Processor time of this process, a run: what a busy machine does not stretch; of PostgreSQL only our side. */
  cpu: number;
};

async function measure(run: () => Promise<unknown>): Promise<Times> {
  const taken: number[] = [];
  const before = process.cpuUsage();
  for (let round = 0; round < RUNS; round += 1) {
    const start = performance.now();
    await run();
    taken.push(performance.now() - start);
  }
  const { user, system } = process.cpuUsage(before);
  taken.sort((a, b) => a - b);
  return {
    median: taken[Math.floor(RUNS / 2)] ?? Number.NaN,
    p95: taken[Math.floor(RUNS * 0.95)] ?? Number.NaN,
    cpu: (user + system) / 1000 / RUNS,
  };
}

const line = (what: string, { median, p95, cpu }: Times, note = ''): void =>
  console.log(
    `  ${what.padEnd(58)} median ${median.toFixed(1).padStart(7)} ms  p95 ${p95.toFixed(1).padStart(7)} ms  processor ${cpu.toFixed(1).padStart(5)} ms  ${note}`,
  );

async function benchLists(database: Database): Promise<void> {
  const filters: readonly [string, TaskFilter][] = [
    ['list: first 100 of the year', all],
    ['list: late', { ...all, lateOn: today }],
    ['list: of one unit', { ...all, leadId: 'unit_vpdk' }],
    ['list: words in the title', { ...all, text: 'số 4321' }],
    ['list: page 40', { ...all, offset: 3900 }],
    ['list: 200 of the year, a page', { ...all, limit: 200 }],
    ['list: by points', { ...all, order: { by: '-points', today } }],
    ['list: by lead', { ...all, order: { by: 'lead', today } }],
  ];
  for (const [what, filter] of filters)
    line(what, await measure(() => findTasks(database, sampleAgency, filter)), 'goal p95 < 50');
  line(
    'counts of open, late, done',
    await measure(() => countList(database, sampleAgency, all, today)),
    'goal p95 < 50',
  );
  const month = { firstDay: civilDate('2026-06-01'), lastDay: civilDate('2026-06-30'), limit: 200, offset: 0 };
  line(
    'occurrences of a month, 200 of 5,000',
    await measure(() => findOccurrencesOfSpan(database, sampleAgency, month)),
    'goal p95 < 50',
  );
  const plain = await measure(() =>
    database.execute(sql`
      select task_id, title, due_on, state from task where agency_id = ${sampleAgency} and plan_year = 2026
       order by next_on nulls last, position, task_id limit 100`),
  );
  const ours = await measure(() => findTasks(database, sampleAgency, all));
  line(
    'plain select of four columns, no count',
    plain,
    `ours with units, people, points, count: ${(ours.median / plain.median).toFixed(1)} ×`,
  );
  line(
    'marks of all 5,000 tasks for the timeline',
    await measure(() => findTaskMarks(database, sampleAgency, { ...all, limit: 10_000 })),
  );
}

/** From the answer of the server to lines on the screen, and beside it the same lines as plain elements. */
async function drawTimeline(page: Page, base: string): Promise<{ ours: number; plain: number }> {
  await page.addInitScript(() => {
    const seen = window as unknown as { drawnAt?: number };
    const look = (): void => {
      const canvas = document.querySelector<HTMLCanvasElement>('.timeline-row:last-child canvas');
      if (canvas && canvas.width !== 300) requestAnimationFrame(() => (seen.drawnAt ??= performance.now()));
      else requestAnimationFrame(look);
    };
    look();
  });
  await page.goto(`${base}/tasks/timeline?year=2026`);
  await page.waitForFunction(() => (window as unknown as { drawnAt?: number }).drawnAt !== undefined, null, {
    timeout: 60_000,
  });
  return page.evaluate(async () => {
    const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const answered = entries.find(({ name }) => name.includes('/api/task-marks'))?.responseEnd ?? Number.NaN;
    const ours = ((window as unknown as { drawnAt?: number }).drawnAt ?? Number.NaN) - answered;
    const start = performance.now();
    const box = document.createElement('div');
    for (let at = 0; at < 5000; at += 1) {
      const one = document.createElement('div');
      one.style.cssText = `position:absolute;height:3px;background:teal;left:${at % 100}%;top:${at * 5}px;width:${5 + (at % 20)}%`;
      one.title = `Việc số ${at} của năm`;
      box.append(one);
    }
    document.body.append(box);
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    return { ours, plain: performance.now() - start };
  });
}

async function benchTimeline(): Promise<void> {
  if (!existsSync(join(import.meta.dirname, '..', 'dist', 'web', 'index.html'))) {
    console.log('  timeline in the browser: not measured, the pages are not built (npm run build)');
    return;
  }
  const [engine] = testEngines;
  if (!engine) throw new Error('no engine');
  const site = await openTestApp(engine, '2026-06-15T02:00:00Z');
  await fill(site.context.database);
  const base = (await site.app.listen({ port: 0, host: '127.0.0.1' })).replace('[::1]', '127.0.0.1');
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const account = sampleAccounts.find(({ username }) => username === 'cchc');
  await context.request.post(`${base}/api/session`, {
    data: { username: 'cchc', password: account?.password },
    headers: { origin: base },
  });
  const taken: { ours: number; plain: number }[] = [];
  for (let round = 0; round < 5; round += 1) {
    const page = await context.newPage();
    taken.push(await drawTimeline(page, base));
    await page.close();
  }
  const middle = (which: 'ours' | 'plain'): number =>
    taken.map((one) => one[which]).sort((a, b) => a - b)[2] ?? Number.NaN;
  const [ours, plain] = [middle('ours'), middle('plain')];
  console.log(`  timeline of ${TASKS} tasks, answer to picture: median ${ours.toFixed(0)} ms of 5, goal < 500 ms`);
  console.log(
    `  the same lines as plain elements: ${plain.toFixed(0)} ms; ours ${(ours / plain).toFixed(2)} ×, with parsing and laying out`,
  );
  await browser.close();
  await site.close();
}

/** Lists at 5,000 tasks and 60,000 occurrences on both engines, and the year's timeline in a browser. */
export async function benchTasks(): Promise<void> {
  console.log(`tasks: ${TASKS} tasks, ${TASKS * MONTHS} occurrences`);
  for (const engine of testEngines) {
    const site = await openTestApp(engine, '2026-06-15T02:00:00Z');
    await fill(site.context.database);
    console.log(` ${engine.name}`);
    await benchLists(site.context.database);
    await site.close();
  }
  await benchTimeline();
}
