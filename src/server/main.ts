import process from 'node:process';
import { offerFirstAdministrator } from '../slices/identity/server.ts';
import { type Reminders, startReminders } from '../slices/notifications/server.ts';
import { makeMissingOccurrences } from '../slices/tasks/server.ts';
import { explainFault } from './advice.ts';
import { waitingSources } from './all-sources.ts';
import { buildApp } from './app.ts';
import { ConfigFault, readConfig } from './config.ts';
import type { Context } from './context.ts';
import { migrateUp } from './migrations.ts';
import { openDatabase } from './open-database.ts';
import { hasSample, sampleAccounts, samplePerson, seedSample } from './sample.ts';
import { seedSampleReminders } from './sample-reminders.ts';
import { yearAccounts, yearPassword } from './sample-year/people.ts';
import { newId, systemClock } from './system.ts';

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

async function prepare(context: Context): Promise<void> {
  await migrateUp(context.database);
  if (!context.config.withSample && (await hasSample(context.database))) {
    throw new ConfigFault(
      'CAICACH_SAMPLE: this database holds the sample, whose passwords are known. Choose another CAICACH_DATA or DATABASE_URL.',
    );
  }
  if (context.config.withSample && (await seedSample(context))) {
    await seedSampleReminders(context, samplePerson);
    say('Đã tạo dữ liệu mẫu (the sample department was made).');
  }
}

async function tellWayIn(context: Context, address: string): Promise<void> {
  say(`\n  Cải Cách: ${address}\n`);
  const token = await offerFirstAdministrator(context);
  if (token) {
    say(
      `  Tạo quản trị viên đầu tiên (first administrator, one use, 24 hours):\n  ${address}/first-admin?token=${token}\n`,
    );
  } else if (await hasSample(context.database)) {
    say('  Tài khoản mẫu (sample accounts, this machine only):');
    for (const { username, password, title } of sampleAccounts)
      say(`    ${username.padEnd(12)} ${password}   ${title}`);
    say(`    ${yearAccounts.map(({ username }) => username).join(', ')}: ${yearPassword}`);
    say('');
  }
}

async function start(): Promise<void> {
  const config = readConfig(process.env);
  const database = await openDatabase(config);
  const context: Context = { database, clock: systemClock, newId, config };
  try {
    await prepare(context);
    const app = await buildApp(context);
    let reminders: Reminders | null = null;
    let isStopped = false;
    let upkeep: Promise<void> = Promise.resolve();
    const stop = async (): Promise<void> => {
      isStopped = true;
      await app.close();
      await upkeep;
      await reminders?.stop();
      await database.close();
      process.exit(0);
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
    const address = await app.listen({ host: config.host, port: config.port });
    await tellWayIn(context, address);
    upkeep = makeMissingOccurrences(context, () => isStopped).then(
      () => undefined,
      (error: unknown) => app.log.error({ err: error }, 'occurrences'),
    );
    reminders = startReminders(context, waitingSources, (error) => app.log.error({ err: error }, 'reminders'));
  } catch (error) {
    await database.close();
    throw error;
  }
}

try {
  await start();
} catch (error) {
  process.stderr.write(`${explainFault(error)}\n`);
  process.exitCode = 1;
}
