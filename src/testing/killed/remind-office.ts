// A child that is killed: makes and sends the digests of day after day of a large office. Its first line says what it found, each
// further one is a transaction that is committed.
import process from 'node:process';
import { sql } from 'drizzle-orm';
import { addDays, type CivilDate } from '../../kernel/civil-date.ts';
import type { Database } from '../../server/database.ts';
import { openEmbeddedDatabase } from '../../server/embedded-database.ts';
import { migrateUp } from '../../server/migrations.ts';
import { deliverAgency, makeChannels, remindAgency } from '../../slices/notifications/server.ts';
import { makeClock } from '../clock.ts';
import { makeContext } from '../context.ts';
import { FIRST_DAY, remindedAgency, remindedSource, seedRemindedOffice } from '../reminded-office.ts';

// A parent that is gone reads no more: end instead of working on for ever.
process.stdout.on('error', () => process.exit(1));

const [, , folder = '', users = '', tasks = '', duties = '', days = '', smtpPort = '', startAt = ''] = process.argv;
const size = { users: Number(users), tasks: Number(tasks), duties: Number(duties) };
const database = await openEmbeddedDatabase(folder);
await migrateUp(database);
const { rows } = await database.execute(sql`select 1 from agency limit 1`);
if (rows.length === 0) await seedRemindedOffice(database, size);
const { rows: partial } = await database.execute(sql`
  select 1 from outbox where state = 'waiting'
  union all select 1 from digest d where not exists (
    select 1 from reminder_day r where r.agency_id = d.agency_id and r.day = d.day) limit 1`);
process.stdout.write(partial.length > 0 ? 'partial\n' : 'whole\n');
const telling: Database = {
  ...database,
  transaction: async (work) => {
    const value = await database.transaction(work);
    process.stdout.write('committed\n');
    return value;
  },
};
const smtp = { host: '127.0.0.1', port: Number(smtpPort), login: null, from: 'cchc@example.vn', tls: 'no' } as const;
const context = { ...makeContext({ database: telling, config: { smtp } }), clock: makeClock(startAt) };
const sources = [remindedSource(size)];
const channels = makeChannels(context);
// As the server does: a day that is made is not made again, so that a kill falls into the days that are still to be made.
const { rows: made } = await database.execute<{ day: CivilDate }>(sql`select day from reminder_day`);
const madeDays = new Set(made.map(({ day }) => day));
for (let number = 0; number < Number(days); number += 1) {
  const day = addDays(FIRST_DAY, number);
  if (madeDays.has(day)) continue;
  await remindAgency(context, sources, remindedAgency, day);
  await deliverAgency(context, channels, remindedAgency);
}
// What a kill left unsent of a day that was made.
await deliverAgency(context, channels, remindedAgency);
await database.close();
process.stdout.write('done\n');
