// Memory and time of saving and restoring 1.1 GB of evidence, each in a process of its own.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { Readable } from 'node:stream';
import { openEmbeddedDatabase } from '../src/server/embedded-database.ts';
import { migrateUp } from '../src/server/migrations.ts';
import { systemClock } from '../src/server/system.ts';
import { insertFile, saveContent } from '../src/slices/files/server.ts';
import { insertAgency } from '../src/slices/identity/server.ts';

const MEGABYTES = 1100;
const agencyId = 'agency_bench';

async function fill(dataFolder: string): Promise<void> {
  const block = randomBytes(1_000_000);
  const bytes = Readable.from(Array.from({ length: MEGABYTES }, () => block));
  const content = await saveContent(dataFolder, bytes, MEGABYTES * block.length);
  if (!content) throw new Error('the evidence was not kept');
  const database = await openEmbeddedDatabase(dataFolder);
  await migrateUp(database);
  await database.transaction(async (tx) => {
    const createdAt = systemClock.now();
    await insertAgency(tx, { agencyId, name: 'Sở', shortName: 'S', province: 'tỉnh mẫu' }, createdAt);
    const about = { name: 'minh-chung.pdf', mediaType: 'application/pdf', createdAt, createdBy: 'user_bench' };
    await insertFile(tx, agencyId, { fileId: 'file_bench', ...content, ...about });
  });
  await database.close();
}

/** Highest resident memory so far, as Linux tells it. */
function peakOf(processId: number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${processId}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

async function measure(words: readonly string[], dataFolder: string): Promise<void> {
  const main = join(import.meta.dirname, '..', 'src', 'command-line', 'main.ts');
  const env = { ...process.env, CAICACH_DATA: dataFolder, DATABASE_URL: '' };
  const start = performance.now();
  const child = spawn(process.execPath, [main, ...words], { stdio: ['ignore', 'ignore', 'inherit'], env });
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, peakOf(child.pid ?? 0));
  }, 100);
  const [code] = await once(child, 'close');
  clearInterval(watch);
  const seconds = (performance.now() - start) / 1000;
  console.log(
    `${words[0]} of ${MEGABYTES} MB: ${(peak / 1000).toFixed(0)} MB at most, ${seconds.toFixed(0)} s, exit ${code}`,
  );
}

export async function benchBackup(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'caicach-bench-'));
  try {
    await fill(join(folder, 'from'));
    await measure(['backup', join(folder, 'b.tar.gz')], join(folder, 'from'));
    await measure(['restore', join(folder, 'b.tar.gz')], join(folder, 'to'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
