import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import process from 'node:process';
import { type Outcome, refuse } from '../../kernel/outcome.ts';
import { type CriteriaSet, describeFault, parseCriteriaSet, type SetFault } from '../../slices/criteria/index.ts';

/** The text of a file, or null after saying why it cannot be read. */
export async function readText(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    process.stderr.write(`caicach: không đọc được tệp “${path}” (cannot read the file)\n`);
    return null;
  }
}

/** Reads a set and prints its faults; a file that cannot be read is refused without faults. */
export async function readSet(path: string): Promise<Outcome<CriteriaSet, readonly SetFault[]>> {
  const text = await readText(path);
  if (text === null) return refuse([]);
  const parsed = parseCriteriaSet(text, basename(path));
  if (!parsed.ok) printFaults(parsed.refusal);
  return parsed;
}

export function printFaults(faults: readonly SetFault[]): void {
  for (const fault of faults) process.stderr.write(`${describeFault(fault, 'vi')} (${fault.message.en})\n`);
}
