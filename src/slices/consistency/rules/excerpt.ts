import type { Passage } from './passage.ts';
import type { PrintedNumber } from './printed-number.ts';

const LONGEST = 220;
const BEFORE = 70;
const AFTER = 40;

/** White space folded, marks of bold dropped, cut at a word where it is long. */
export function shorten(text: string, longest = LONGEST): string {
  const folded = text
    .replace(/\*\*|__/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (folded.length <= longest) return folded;
  const cut = folded.lastIndexOf(' ', longest - 1);
  return `${folded.slice(0, cut > 0 ? cut : longest - 1)}…`;
}

/** The document's words from the first to the last of the numbers, with the clause around them. */
export function excerptAround(passage: Passage, numbers: readonly PrintedNumber[]): string {
  const first = numbers.reduce((from, number) => Math.min(from, number.from), passage.text.length);
  const last = numbers.reduce((to, number) => Math.max(to, number.to), 0);
  const head = passage.text.slice(Math.max(0, first - BEFORE), first);
  const tail = passage.text.slice(last, last + AFTER);
  const start = Math.max(lastBreak(head), 0);
  const isCutHead = start === 0 && first > BEFORE;
  const isCutTail = !/[.;\n]/u.test(tail) && last + AFTER < passage.text.length;
  const before = isCutHead ? `…${head.slice(head.indexOf(' '))}` : head.slice(start);
  const after = isCutTail
    ? `${tail.slice(0, Math.max(0, tail.lastIndexOf(' ')))}…`
    : (/^[^.;\n]*/u.exec(tail)?.[0] ?? '');
  return shorten(`${before}${passage.text.slice(first, last)}${after}`);
}

function lastBreak(text: string): number {
  let found = -1;
  for (const match of text.matchAll(/[.;:\n](?=\s)/gu)) found = match.index + 1;
  return found;
}
