import process from 'node:process';
import { createInterface } from 'node:readline';

/** A JSON object on a line, or null for anything else. */
export function parseObject(line: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(line.replace(/^\ufeff/, ''));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}

/** Answers every line of the standard input with one line of JSON, in order; a bad line too gets its answer. */
export async function answerLines(answer: (line: string) => unknown): Promise<number> {
  const lines = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
  for await (const line of lines) {
    const isTaken = process.stdout.write(`${JSON.stringify(answer(line))}\n`);
    if (!isTaken) await new Promise((resolve) => process.stdout.once('drain', resolve));
  }
  return 0;
}
