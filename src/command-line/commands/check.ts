import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import process from 'node:process';
import { checkFigures } from '../../slices/consistency/index.ts';
import { textOfReadingRefusal } from '../../slices/reading/index.ts';
import { readSourceDocument } from '../../slices/reading/server.ts';
import { type CheckedFile, writeReport } from './check-report.ts';

const USAGE = `Dùng (usage): caicach check TỆP|THƯ_MỤC … [--json]
Kiểm tra các số liệu trong văn bản có khớp nhau không (do a document's figures agree?).
Mã thoát (exit code): 0 khớp cả · 1 có số không khớp hoặc có tệp không đọc được · 2 gọi sai.
`;
/** What a folder is searched for; a picture is checked only when it is named, because recognising it takes long. */
const READABLE = new Set(['.docx', '.doc', '.pdf', '.xlsx', '.csv', '.html', '.htm', '.md', '.txt']);

/** `caicach check FILE… [--json]` and `caicach check FOLDER [--json]`. */
export async function run(words: readonly string[]): Promise<number> {
  const options = words.filter((word) => word.startsWith('--'));
  const targets = words.filter((word) => !word.startsWith('--'));
  if (options.includes('--help')) {
    process.stdout.write(USAGE);
    return 0;
  }
  if (targets.length === 0 || options.some((option) => option !== '--json')) return refuseUse(USAGE);
  const found = await findFiles(targets);
  if (found.missing.length > 0) {
    return refuseUse(`caicach check: không tìm thấy (not found): ${found.missing.join(', ')}\n`);
  }
  const isOneFile = targets.length === 1 && found.files[0] === targets[0];
  const checked: CheckedFile[] = [];
  for (const file of found.files) checked.push(await checkFile(file));
  if (options.includes('--json'))
    process.stdout.write(`${JSON.stringify(isOneFile ? checked[0] : checked, null, 2)}\n`);
  else process.stdout.write(writeReport(checked));
  return checked.every(isSound) ? 0 : 1;
}

function refuseUse(text: string): number {
  process.stderr.write(text);
  return 2;
}

const isSound = (one: CheckedFile): boolean => !('error' in one) && one.figures.every((figure) => figure.holds);

async function findFiles(targets: readonly string[]): Promise<{ files: string[]; missing: string[] }> {
  const files: string[] = [];
  const missing: string[] = [];
  for (const target of targets) {
    const kind = await stat(target).catch(() => null);
    if (kind === null) missing.push(target);
    else if (kind.isDirectory()) files.push(...(await filesBelow(target)));
    else files.push(target);
  }
  return { files, missing };
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter(
      (entry) => entry.isFile() && READABLE.has(extname(entry.name).toLowerCase()) && !entry.name.startsWith('~$'),
    )
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

async function checkFile(file: string): Promise<CheckedFile> {
  const outcome = await readSourceDocument(await readFile(file), basename(file));
  if (!outcome.ok) return { file, figures: [], error: textOfReadingRefusal(outcome.refusal, 'vi') };
  return { file, figures: checkFigures(outcome.value) };
}
