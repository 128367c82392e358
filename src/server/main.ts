import process from 'node:process';
import { offerFirstAdministrator } from '../slices/identity/server.ts';
import { buildApp } from './app.ts';
import { ConfigFault, readConfig } from './config.ts';
import type { Context } from './context.ts';
import { FolderInUse } from './folder-lock.ts';
import { migrateUp, SchemaFault } from './migrations.ts';
import { openDatabase } from './open-database.ts';
import { sampleAccounts, seedSample } from './sample.ts';
import { newId, systemClock } from './system.ts';

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

async function prepare(context: Context): Promise<void> {
  await migrateUp(context.database);
  if (context.config.withSample && (await seedSample(context)))
    say('Đã tạo dữ liệu mẫu (the sample department was made).');
}

async function tellWayIn(context: Context, address: string): Promise<void> {
  say(`\n  Cải Cách: ${address}\n`);
  const token = await offerFirstAdministrator(context);
  if (token) {
    say(
      `  Tạo quản trị viên đầu tiên (first administrator, one use, 24 hours):\n  ${address}/first-admin?token=${token}\n`,
    );
  } else if (context.config.withSample) {
    say('  Tài khoản mẫu (sample accounts, this machine only):');
    for (const { username, password, title } of sampleAccounts)
      say(`    ${username.padEnd(12)} ${password}   ${title}`);
    say('');
  }
}

function adviceFor(error: unknown): string | null {
  if (error instanceof ConfigFault) return `Cấu hình chưa đúng (configuration):\n${error.message}`;
  if (error instanceof FolderInUse) {
    return `Thư mục dữ liệu đang được tiến trình ${error.processId} dùng. Hãy dừng tiến trình đó trước (the data folder is in use).`;
  }
  if (error instanceof SchemaFault)
    return `Cơ sở dữ liệu không khớp với phiên bản chương trình này (the schema does not fit): ${error.message}`;
  const { code } = error as { code?: string };
  if (code === 'EADDRINUSE') return 'Cổng mạng đang bận. Đặt PORT khác, ví dụ PORT=8030 npm start (the port is taken).';
  if (code === 'ECONNREFUSED') return 'Không kết nối được PostgreSQL ở DATABASE_URL (no PostgreSQL there).';
  return null;
}

async function start(): Promise<void> {
  const config = readConfig(process.env);
  const database = await openDatabase(config);
  const context: Context = { database, clock: systemClock, newId, config };
  try {
    await prepare(context);
    const app = await buildApp(context);
    const stop = async (): Promise<void> => {
      await app.close();
      await database.close();
      process.exit(0);
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
    const address = await app.listen({ host: config.host, port: config.port });
    await tellWayIn(context, address);
  } catch (error) {
    await database.close();
    throw error;
  }
}

try {
  await start();
} catch (error) {
  const advice = adviceFor(error);
  process.stderr.write(`${advice ?? (error instanceof Error ? error.stack : String(error))}\n`);
  process.exitCode = 1;
}
