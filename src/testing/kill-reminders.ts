import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { addDays, type CivilDate } from '../kernel/civil-date.ts';
import { addMinutes, type Instant } from '../kernel/clock.ts';
import { openEmbeddedDatabase } from '../server/embedded-database.ts';
import { makeCalendar, SHIPPED_PLAN } from '../slices/calendar/index.ts';
import { defaultReminders, makeAudience, type OfficeOnDay } from '../slices/notifications/index.ts';
import { noticesOn, toldKey } from '../slices/notifications/rules/day-notices.ts';
import { loadOffice } from '../slices/notifications/server.ts';
import { countLetters } from './count-letters.ts';
import { runAndKill } from './killed/killed-child.ts';
import { FIRST_DAY, type OfficeSize, remindedAgency, remindedItems } from './reminded-office.ts';

export type KilledReminders = {
  readonly kills: number;
  /** Kills that left a day half made or letters unsent: the next run found it so. `spread` commits are where they fall. */
  readonly inTheMiddle: number;
  readonly expected: number;
  /** Notices that a run without kills would have made and that are not there, or the other way round. */
  readonly lost: number;
  readonly extra: number;
  readonly digestsWithWrongCount: number;
  readonly letters: { readonly expected: number; readonly ids: number; readonly sentAgain: number };
};

const START = '2026-06-01T01:00:00Z' as Instant;

/** What days without any kill bring, in memory. */
function expectedNotices(office: OfficeOnDay, size: OfficeSize, days: number): Set<string> {
  const calendar = makeCalendar(SHIPPED_PLAN);
  const items = remindedItems(size);
  const told = new Map<string, CivilDate>();
  const lines = new Set<string>();
  for (let number = 0; number < days; number += 1) {
    const day = addDays(FIRST_DAY, number);
    const audienceOf = makeAudience({ ...office, day });
    for (const notice of noticesOn({ day, calendar, settings: defaultReminders, audienceOf, items, told })) {
      told.set(toldKey(notice.userId, notice.item.key, notice.occurrence), notice.fireOn);
      lines.add([notice.userId, notice.item.key, notice.reason, notice.occurrence, day].join(' '));
    }
  }
  return lines;
}

type Kept = { lines: string[]; wrongCounts: number; letters: string[]; office: OfficeOnDay };

async function readKept(folder: string): Promise<Kept> {
  const database = await openEmbeddedDatabase(folder);
  const { rows } = await database.execute<{ line: string }>(sql`
    select concat_ws(' ', user_id, item_key, reason, occurrence, day) as line from notice`);
  const { rows: wrong } = await database.execute(sql`
    select 1 from digest d where line_count <> (select count(*) from notice n
       where n.agency_id = d.agency_id and n.user_id = d.user_id and n.day = d.day)`);
  const { rows: letters } = await database.execute<{ id: string }>(sql`
    select '<' || delivery_id || '.' || agency_id || '@caicach>' as id from outbox where state = 'sent'`);
  const office = await loadOffice(database, remindedAgency, FIRST_DAY);
  await database.close();
  return {
    lines: rows.map(({ line }) => line),
    wrongCounts: wrong.length,
    letters: letters.map(({ id }) => id),
    office,
  };
}

/** Kills the runs of some days with -9 again and again, lets the last one end, and compares with days without a kill. */
export async function killReminders(
  size: OfficeSize,
  { kills, days, spread }: { kills: number; days: number; spread: number },
): Promise<KilledReminders> {
  const folder = mkdtempSync(join(tmpdir(), 'caicach-remind-'));
  const smtp = await countLetters();
  const words = (number: number): string[] => [
    folder,
    String(size.users),
    String(size.tasks),
    String(size.duties),
    String(days),
    String(smtp.port),
    addMinutes(START, number * 10),
  ];
  try {
    let inTheMiddle = 0;
    for (let kill = 1; kill <= kills; kill += 1) {
      const [found] = await runAndKill('remind-office.ts', words(kill), (kill * 7) % 13, 2 + ((kill * 5) % spread));
      if (found === 'partial') inTheMiddle += 1;
    }
    const ended = await runAndKill('remind-office.ts', words(kills + 1), 0, Number.POSITIVE_INFINITY);
    if (ended[0] === 'partial') inTheMiddle += 1;
    if (ended.at(-1) !== 'done') throw new Error('the last run did not end');
    const kept = await readKept(folder);
    const expected = expectedNotices(kept.office, size, days);
    const sentIds = new Set(kept.letters);
    const sent = [...smtp.counts].reduce((sum, [, count]) => sum + count, 0);
    return {
      kills,
      inTheMiddle,
      expected: expected.size,
      lost: [...expected].filter((line) => !kept.lines.includes(line)).length,
      extra: kept.lines.filter((line) => !expected.has(line)).length + (kept.lines.length - new Set(kept.lines).size),
      digestsWithWrongCount: kept.wrongCounts,
      letters: {
        expected: sentIds.size,
        ids: [...smtp.counts.keys()].filter((id) => sentIds.has(id)).length,
        sentAgain: sent - smtp.counts.size,
      },
    };
  } finally {
    await smtp.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
