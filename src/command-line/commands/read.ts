import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { readPlan, readPlanText, toExchangeFormat } from '../../slices/reading/index.ts';

const USAGE = 'Dùng: npx caicach read TỆP [--json]\n';

/** `caicach read FILE --json`: the exchange format of one plan document, and nothing else, on the output. */
export async function run(words: readonly string[]): Promise<number> {
  const [file, ...more] = words.filter((word) => word !== '--json');
  if (file === undefined || file.startsWith('-') || more.length > 0) {
    process.stderr.write(USAGE);
    return 2;
  }
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) {
    process.stderr.write(`caicach read: không mở được tệp ${file}. Kiểm tra đường dẫn và quyền đọc.\n`);
    return 1;
  }
  const exchange = toExchangeFormat(readPlan(readPlanText(text)));
  process.stdout.write(`${JSON.stringify(exchange, null, 1)}\n`);
  return 0;
}
