import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import process from 'node:process';
import { readPlan, textOfReadingRefusal, toExchangeFormat } from '../../slices/reading/index.ts';
import { readSourceDocument } from '../../slices/reading/server.ts';

const USAGE = `Dùng (usage): caicach read TỆP --json
Đọc một kế hoạch (.docx, .pdf, .doc, .xlsx, .csv, .html, .md, .txt, ảnh quét), in ra JSON theo docs/plan-exchange-format.md.
Mã thoát (exit code): 0 đã đọc · 1 không đọc được · 2 gọi sai.
`;

/** `caicach read FILE --json`: the exchange format of one plan document, and nothing else, on the output. */
export async function run(words: readonly string[]): Promise<number> {
  if (words.includes('--help')) {
    process.stdout.write(USAGE);
    return 0;
  }
  const [file, ...more] = words.filter((word) => word !== '--json');
  if (file === undefined || file.startsWith('--') || more.length > 0) return complain(USAGE, 2);
  const bytes = await readFile(file).catch(() => null);
  if (bytes === null) return complain(`caicach read: không mở được tệp ${file}. Kiểm tra đường dẫn và quyền đọc.\n`, 1);
  const outcome = await readSourceDocument(bytes, basename(file));
  if (!outcome.ok) return complain(`caicach read: ${textOfReadingRefusal(outcome.refusal, 'vi')}\n`, 1);
  process.stdout.write(`${JSON.stringify(toExchangeFormat(readPlan(outcome.value)), null, 1)}\n`);
  return 0;
}

function complain(text: string, exitCode: number): number {
  process.stderr.write(text);
  return exitCode;
}
