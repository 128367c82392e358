import process from 'node:process';
import { readDeadlines, toExchange } from '../../slices/deadlines/index.ts';
import { answerLines, parseObject } from '../json-lines.ts';

/** `{"text": "…", "year": 2024}` → an array of DEADLINE; `[]` where the text sets none or the line is no such object. */
export function answerDeadlines(line: string): object[] {
  const asked = parseObject(line);
  if (typeof asked?.text !== 'string') return [];
  const year = Number.isInteger(asked.year) ? Number(asked.year) : null;
  return readDeadlines(asked.text, { year }).map(({ deadline }) => toExchange(deadline));
}

export async function run(words: readonly string[]): Promise<number> {
  if (words.length === 1 && words[0] === '--jsonl') return answerLines(answerDeadlines);
  process.stderr.write('caicach deadlines --jsonl < DÒNG.jsonl   mỗi dòng (each line): {"text": "…", "year": 2024}\n');
  return 2;
}
