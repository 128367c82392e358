import process from 'node:process';
import { parseArgs } from 'node:util';
import type { CriteriaSet, SetFault } from '../../slices/criteria/index.ts';
import { printFaults, readSet } from './read-set.ts';

const USAGE = 'Dùng: caicach criteria check SET.yaml [--json]\n';

function summary(set: CriteriaSet): string {
  const { areas, leaves, bonus, penalty, scoring } = set;
  return (
    `Bộ tiêu chí hợp lệ: ${areas.length} lĩnh vực, ${leaves.length} tiêu chí thành phần, ` +
    `${bonus.length} mục thưởng, ${penalty.length} mục trừ, tổng ${scoring.total_points.toFixed()} điểm.\n`
  );
}

function printJson(isValid: boolean, faults: readonly SetFault[], warnings: readonly SetFault[]): void {
  process.stdout.write(`${JSON.stringify({ valid: isValid, faults, warnings }, null, 2)}\n`);
}

async function check(path: string, asJson: boolean): Promise<number> {
  const parsed = await readSet(path);
  if (!parsed.ok) {
    if (asJson) printJson(false, parsed.refusal, []);
    return 1;
  }
  printFaults(parsed.value.warnings);
  if (asJson) printJson(true, [], parsed.value.warnings);
  else process.stdout.write(summary(parsed.value));
  return 0;
}

/** Null where an option is unknown: wrong use. */
function readWords(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      options: { json: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
  } catch {
    return null;
  }
}

/** `caicach criteria check SET.yaml`: everything wrong with a criteria set, with file, line and reason. */
export async function run(words: readonly string[]): Promise<number> {
  const { values, positionals } = readWords(words) ?? { values: {}, positionals: [] };
  const [verb, path, ...rest] = positionals;
  if (verb !== 'check' || path === undefined || rest.length) {
    process.stderr.write(USAGE);
    return 2;
  }
  return check(path, values.json === true);
}
