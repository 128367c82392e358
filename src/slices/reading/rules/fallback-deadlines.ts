import { makeCivilDate } from '../../../kernel/civil-date.ts';
import type { Deadline, FoundDeadline } from '../../deadlines/index.ts';
import { foldLetters } from './wording.ts';

const QUARTERS = ['i', 'ii', 'iii', 'iv'];

/** The simplest phrases only, until the deadline grammar of the slice `deadlines` is there. */
export function readDeadlines(text: string, { year }: { year: number }): FoundDeadline[] {
  const folded = foldLetters(text);
  const found: FoundDeadline[] = [];
  const add = (pattern: RegExp, make: (match: RegExpExecArray) => Deadline | null) => {
    for (const match of folded.matchAll(pattern)) {
      const from = match.index;
      const to = from + match[0].length;
      const deadline = found.some((other) => other.from < to && other.to > from) ? null : make(match);
      if (deadline) found.push({ deadline, from, to, doubts: [] });
    }
  };
  add(/(truoc )?ngay (\d{1,2})\/(\d{1,2})\/(\d{4})/g, (match) => {
    const date = makeCivilDate(Number(match[4]), Number(match[3]), Number(match[2]));
    return date && { kind: 'by', date, inclusive: match[1] === undefined };
  });
  add(/(?:trong )?quy (iv|iii|ii|i)(?: va quy (iv|iii|ii|i))?(?: nam (\d{4}))?/g, (match) => {
    const first = QUARTERS.indexOf(match[1] ?? 'i');
    const last = match[2] ? QUARTERS.indexOf(match[2]) : first;
    return windowOf(Number(match[3] ?? year), first * 3 + 1, last * 3 + 3);
  });
  add(/(?:trong )?nam (\d{4})|^trong nam/g, (match) => windowOf(Number(match[1] ?? year), 1, 12));
  add(/thuong xuyen/g, () => ({ kind: 'continuous' }));
  add(/^theo (?:quy dinh|yeu cau|huong dan).*/g, (match) => ({ kind: 'external', text: text.slice(match.index) }));
  return found.sort((a, b) => a.from - b.from);
}

function windowOf(year: number, firstMonth: number, lastMonth: number): Deadline | null {
  const from = makeCivilDate(year, firstMonth, 1);
  const lastDay = [31, 30, 29, 28].map((day) => makeCivilDate(year, lastMonth, day)).find((day) => day !== null);
  return from && lastDay ? { kind: 'window', from, to: lastDay } : null;
}
