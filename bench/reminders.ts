// The daily run of an office of 300 people with 5,000 tasks and 60 duties of twelve units, beside a run that asks the database
// for each line, on both engines; then the same office's runs killed with -9 twenty times.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { addDays } from '../src/kernel/civil-date.ts';
import type { Context } from '../src/server/context.ts';
import type { Database } from '../src/server/database.ts';
import { openEmbeddedDatabase } from '../src/server/embedded-database.ts';
import { migrateUp } from '../src/server/migrations.ts';
import { planDay, remindAgency } from '../src/slices/notifications/server.ts';
import { makeClock } from '../src/testing/clock.ts';
import { makeContext } from '../src/testing/context.ts';
import { testEngines } from '../src/testing/database.ts';
import { killReminders } from '../src/testing/kill-reminders.ts';
import { FIRST_DAY, remindedAgency, remindedSource, seedRemindedOffice } from '../src/testing/reminded-office.ts';

const size = { users: 300, tasks: 5000, duties: 60 };
const sources = [remindedSource(size)];
const KILLS = 20;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

/** What a simple program does: for each line asks whether it was told, and writes it by itself. */
async function remindSlowly(context: Context): Promise<void> {
  const { database, newId } = context;
  const { digests } = await planDay(context, sources, remindedAgency, FIRST_DAY);
  for (const { userId, lines } of digests) {
    await database.execute(sql`
      insert into digest (agency_id, user_id, day, line_count, made_at)
      values (${remindedAgency}, ${userId}, ${FIRST_DAY}::date, ${lines.length}, ${context.clock.now()}::timestamptz)`);
    for (const { item, reason, occurrence, fireOn, daysLeft } of lines) {
      const { rows } = await database.execute(sql`
        select 1 from notice where agency_id = ${remindedAgency} and user_id = ${userId} and item_key = ${item.key}
           and reason = ${reason} and occurrence = ${occurrence}`);
      if (rows.length > 0) continue;
      await database.execute(sql`
        insert into notice (agency_id, notice_id, user_id, item_key, reason, occurrence, fire_on, day, source, step, title,
          address, unit_id, due_on, days_left, points)
        values (${remindedAgency}, ${newId('notice')}, ${userId}, ${item.key}, ${reason}, ${occurrence}, ${fireOn}::date,
          ${FIRST_DAY}::date, ${item.source}, ${item.step}, ${item.title}, ${item.address}, ${item.unitId}, ${item.dueOn}::date,
          ${daysLeft}, ${item.points}::numeric)`);
    }
  }
}

async function empty(database: Database): Promise<void> {
  for (const table of ['outbox', 'notice', 'digest', 'reminder_day'])
    await database.execute(sql`delete from ${sql.identifier(table)}`);
}

async function benchEngine(name: string, database: Database): Promise<void> {
  await seedRemindedOffice(database, size);
  const context = { ...makeContext({ database }), clock: makeClock('2026-06-01T01:00:00Z') };
  const slow = await timed(() => remindSlowly(context));
  await empty(database);
  const first = await timed(() => remindAgency(context, sources, remindedAgency, FIRST_DAY));
  const again = await timed(() => remindAgency(context, sources, remindedAgency, FIRST_DAY));
  const second = await timed(() => remindAgency(context, sources, remindedAgency, addDays(FIRST_DAY, 1)));
  const { rows } = await database.execute<{ lines: number }>(sql`select count(*) as lines from notice`);
  console.log(
    `${name}: the first day ${first.toFixed(2)} s (every open item at once), the next ${second.toFixed(2)} s, ` +
      `once more ${again.toFixed(2)} s; ${rows[0]?.lines} notices. One query a line: ${slow.toFixed(2)} s (${(slow / first).toFixed(1)} times)`,
  );
}

async function benchEmbedded(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'caicach-bench-'));
  const database = await openEmbeddedDatabase(folder);
  await migrateUp(database);
  await benchEngine('embedded, on disk', database);
  await database.close();
  rmSync(folder, { recursive: true, force: true });
}

export async function benchReminders(): Promise<void> {
  console.log(`reminders: ${size.users} people, ${size.tasks} tasks, ${size.duties} duties × 12 units`);
  await benchEmbedded();
  const server = testEngines.find(({ name }) => name === 'PostgreSQL');
  if (server) {
    const database = await server.open();
    await benchEngine('PostgreSQL', database);
    await database.close();
  } else console.log('PostgreSQL: name one with TEST_DATABASE_URL to measure it, too');
  const killed = await killReminders(size, { kills: KILLS, days: 28, spread: 6 });
  console.log(
    `killed ${killed.kills} times with -9, ${killed.inTheMiddle} of them in the middle of a day: ${killed.expected} notices expected, ` +
      `${killed.lost} lost, ${killed.extra} twice or not expected; letters: ${killed.letters.ids} of ${killed.letters.expected} arrived, ` +
      `${killed.letters.sentAgain} again with the same Message-ID`,
  );
}
