import { createWriteStream, existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import process from 'node:process';
import { pipeline } from 'node:stream/promises';
import type { Manifest } from '../../server/backup/manifest.ts';
import { makeBackup } from '../../server/backup/write-backup.ts';
import type { Context } from '../../server/context.ts';
import { withContext } from '../with-context.ts';

function tell(target: string, manifest: Manifest): number {
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  process.stdout.write(
    `Đã sao lưu (saved) ${rows} dòng (rows), ${manifest.files.length} tệp (files): ${target}\n` +
      manifest.chains.map(({ agencyId, sequence, hash }) => `  ${agencyId}: ${sequence} ${hash}\n`).join(''),
  );
  if (manifest.lostFiles.length === 0) return 0;
  process.stderr.write(
    `Cảnh báo: ${manifest.lostFiles.length} tệp mất hoặc hỏng từ trước, không có trong bản sao lưu (files lost or damaged before):\n` +
      manifest.lostFiles.map((hash) => `  ${hash}\n`).join(''),
  );
  return 1;
}

/** The archive gets its name only when it is whole and on the disk. */
async function save(context: Context, target: string): Promise<number> {
  const partial = `${target}.part`;
  try {
    const { bytes, manifest } = await makeBackup(context, null);
    await pipeline(bytes, createWriteStream(partial, { mode: 0o600, flush: true }));
    const told = manifest();
    if (told === null) throw new Error('the archive has no list of contents');
    await rename(partial, target);
    return tell(target, told);
  } finally {
    await rm(partial, { force: true });
  }
}

/** `caicach backup FILE` @returns 0 when saved, 1 when not or not everything, 2 for wrong use */
export async function run(words: readonly string[]): Promise<number> {
  const [file, ...rest] = words;
  if (file === undefined || file.startsWith('-') || rest.length > 0) {
    process.stderr.write('Dùng (usage): caicach backup FILE.tar.gz\n');
    return 2;
  }
  const target = resolve(file);
  if (existsSync(target)) {
    process.stderr.write(`Tệp đã có, hãy chọn tên khác (the file exists, choose another name): ${target}\n`);
    return 1;
  }
  return withContext((context) => save(context, target));
}
