import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';
import { NotEmpty, type Restored, restoreBackup } from '../../server/backup/restore-backup.ts';
import { ArchiveFault } from '../../server/backup/tar.ts';
import type { Context } from '../../server/context.ts';
import { withContext } from '../with-context.ts';

function tell({ manifest, rows, chains }: Restored): number {
  process.stdout.write(
    `Đã khôi phục (restored) ${rows} dòng (rows), ${manifest.files.length} tệp (files) của bản sao lưu lúc (saved at) ${manifest.createdAt}\n`,
  );
  const broken = chains.filter(({ verdict }) => !verdict.isWhole);
  if (broken.length === 0) return 0;
  const agencies = broken.map(({ agencyId }) => agencyId).join(', ');
  process.stderr.write(
    `Cảnh báo: nhật ký đã bị sửa từ trước khi sao lưu (audit chain broken before the backup): ${agencies}\n`,
  );
  return 1;
}

function adviceFor(error: unknown): string | null {
  if (error instanceof ArchiveFault) {
    return `Bản sao lưu không dùng được, chưa có gì thay đổi (the backup cannot be used, nothing was changed): ${error.message}`;
  }
  if (error instanceof NotEmpty) {
    return (
      'Hệ thống đang có dữ liệu, chưa có gì thay đổi. Thêm --replace để thay toàn bộ bằng bản sao lưu ' +
      `(add --replace to put the backup in the place of everything): ${error.message}`
    );
  }
  return null;
}

async function restore(context: Context, file: string, mayReplace: boolean): Promise<number> {
  try {
    return tell(await restoreBackup(context, file, { mayReplace }));
  } catch (error) {
    const advice = adviceFor(error);
    if (advice === null) throw error;
    process.stderr.write(`${advice}\n`);
    return 1;
  }
}

/** `caicach restore FILE [--replace]` @returns 0 when restored, 1 when refused, 2 for wrong use */
export async function run(words: readonly string[]): Promise<number> {
  const files = words.filter((word) => word !== '--replace');
  const [file] = files;
  if (file === undefined || file.startsWith('-') || files.length > 1) {
    process.stderr.write('Dùng (usage): caicach restore FILE.tar.gz [--replace]\n');
    return 2;
  }
  const path = resolve(file);
  if (!existsSync(path)) {
    process.stderr.write(`Không có tệp này (no such file): ${path}\n`);
    return 1;
  }
  return withContext((context) => restore(context, path, words.includes('--replace')));
}
