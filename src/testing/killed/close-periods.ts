// A child that is killed: closes one report period after the other. Its first line says what it found, each further one is a
// statement inside a closing, so that it can be killed in the middle of one.
import process from 'node:process';
import { sql } from 'drizzle-orm';
import { civilDate } from '../../kernel/civil-date.ts';
import type { AgencyId } from '../../kernel/ids.ts';
import type { Database } from '../../server/database.ts';
import { openEmbeddedDatabase } from '../../server/embedded-database.ts';
import type { Person } from '../../server/http.ts';
import { migrateUp } from '../../server/migrations.ts';
import { insertAgency } from '../../slices/identity/store/agencies.ts';
import { closePeriod } from '../../slices/reports/actions/compilations.ts';
import { seedDuties } from '../../slices/reports/actions/seed-reports.ts';
import { shippedDuties } from '../../slices/reports/index.ts';
import { insertUnit } from '../../slices/units/store/units.ts';
import { makeClock } from '../clock.ts';
import { makeContext } from '../context.ts';

// A parent that is gone reads no more: end instead of working on for ever.
process.stdout.on('error', () => process.exit(1));

const agencyId: AgencyId = 'agency_closing';
const [, , folder = ''] = process.argv;
const database = await openEmbeddedDatabase(folder);
await migrateUp(database);
const clock = makeClock('2026-12-20T02:00:00Z');
const person: Person = {
  agencyId,
  userId: 'user_officer',
  sessionId: 'session_closing',
  username: 'officer',
  displayName: 'Chuyên viên CCHC',
  role: 'par-officer',
  mustChangePassword: false,
  unitId: 'unit_0',
  unitIds: ['unit_0'],
};

async function seed(): Promise<void> {
  await database.transaction(async (tx) => {
    await insertAgency(tx, { agencyId, name: 'Sở Thử', shortName: 'ST', province: 'tỉnh' }, clock.now());
    for (let position = 0; position < 12; position += 1) {
      const names = { name: `Phòng ${position}`, shortName: `P${position}`, kind: 'division' } as const;
      const span = { parentId: null, validFrom: civilDate('2020-01-01'), validTo: null, position };
      await insertUnit(tx, agencyId, { unitId: `unit_${position}`, ...names, ...span });
    }
  });
  const context = { ...makeContext({ database }), clock };
  await seedDuties(context, person, { duties: shippedDuties('unit_0'), validFrom: civilDate('2026-01-01') });
}

if ((await database.execute(sql`select 1 from agency`)).rows.length === 0) await seed();

/** Every trace of a closing: after whole closings only, all five numbers are the same. */
const { rows } = await database.execute(sql`
  select (select count(*) from report_compilation where state = 'closed') as closed,
         (select count(*) from report_compilation where frozen is not null) as frozen,
         (select count(*) from report_compilation where closed_on is not null) as days,
         (select count(*) from report_compilation_event where kind = 'closed') as events,
         (select count(*) from audit_entry where action = 'report.close') as facts`);
process.stdout.write(`${JSON.stringify(rows[0])}\n`);

const telling: Database = {
  ...database,
  transaction: (work) =>
    database.transaction((tx) =>
      work({
        ...tx,
        execute: async (statement) => {
          const answer = await tx.execute<never>(statement);
          process.stdout.write('statement\n');
          return answer;
        },
      }),
    ),
};
const context = { ...makeContext({ database: telling }), clock };
const done = new Set(
  (
    await database.execute<{ key: string }>(
      sql`select period_key as key from report_compilation where state = 'closed'`,
    )
  ).rows.map(({ key }) => key),
);
for (let month = 1; month <= 11; month += 1) {
  const key = `2026-M${month}` as const;
  if (done.has(key)) continue;
  const asked = { dutyId: 'duty_danh-gia-thang' as const, key };
  const closed = await closePeriod(context, person, asked, { acceptMissing: true });
  if (!closed.ok) throw new Error(closed.refusal.code);
  process.stdout.write('closed\n');
}
await database.close();
process.stdout.write('end\n');
