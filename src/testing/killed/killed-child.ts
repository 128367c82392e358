import { spawn } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';

/**
 * Runs a file of this folder in a process of its own and kills it with -9 some milliseconds after its first line, or after the
 * one named: a place in its work that does not move with the speed of the machine.
 *
 * @returns every line that it wrote whole
 */
export async function runAndKill(
  file: string,
  words: readonly string[],
  afterMs: number,
  afterLines = 1,
): Promise<string[]> {
  const child = spawn(process.execPath, [join(import.meta.dirname, file), ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const reader = createInterface({ input: child.stdout });
  reader.on('line', (line) => {
    lines.push(line);
    if (lines.length === afterLines) setTimeout(() => child.kill('SIGKILL'), afterMs);
  });
  await ended;
  return lines;
}
