import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import process from 'node:process';
import {
  comparePlans,
  type PlanExchange,
  readPlan,
  textOfReadingRefusal,
  toExchangeFormat,
} from '../../slices/reading/index.ts';
import { readSourceDocument } from '../../slices/reading/server.ts';
import { writeComparison } from './compare-report.ts';

const USAGE = `Dùng (usage): caicach compare TỆP_TRƯỚC TỆP_SAU [--json]
Hai bản của một kế hoạch khác nhau ở đâu (what did the second version of a plan change?).
Mã thoát (exit code): 0 đã so sánh · 1 có tệp không đọc được · 2 gọi sai.
`;

/** `caicach compare BEFORE AFTER [--json]`: tasks and shortcomings added, dropped and changed, deadlines moved. */
export async function run(words: readonly string[]): Promise<number> {
  if (words.includes('--help')) {
    process.stdout.write(USAGE);
    return 0;
  }
  const [first, second, ...more] = words.filter((word) => word !== '--json');
  if (
    first === undefined ||
    second === undefined ||
    more.length > 0 ||
    words.some((word) => /^--(?!json$)/.test(word))
  ) {
    process.stderr.write(USAGE);
    return 2;
  }
  const before = await readExchange(first);
  const after = await readExchange(second);
  if (!before || !after) return 1;
  const comparison = comparePlans(before, after);
  process.stdout.write(
    words.includes('--json') ? `${JSON.stringify(comparison, null, 1)}\n` : writeComparison(comparison),
  );
  return 0;
}

/** The plan in a file; where it cannot be read, the reason is told and nothing is given. */
async function readExchange(file: string): Promise<PlanExchange | null> {
  const bytes = await readFile(file).catch(() => null);
  if (bytes === null) {
    process.stderr.write(`caicach compare: không mở được tệp ${file}. Kiểm tra đường dẫn và quyền đọc.\n`);
    return null;
  }
  const outcome = await readSourceDocument(bytes, basename(file));
  if (outcome.ok) return toExchangeFormat(readPlan(outcome.value));
  process.stderr.write(`caicach compare: ${file}: ${textOfReadingRefusal(outcome.refusal, 'vi')}\n`);
  return null;
}
