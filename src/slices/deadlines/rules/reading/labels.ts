import type { Joined } from './join.ts';
import { phraseTable, skipWords } from './phrases.ts';
import { startsSentence } from './segments.ts';
import { type Token, tokenAt } from './tokens.ts';

const MARKS_AROUND = /^[\s\p{P}+*•●▪|]+|[\s\p{P}+*•●▪|]+$/gu;

/** Which of several deadlines each one is: the words before it since the last one, or those in brackets after it. */
export function labelOf(text: string, tokens: readonly Token[], all: readonly Joined[], index: number): string | null {
  const here = all[index];
  if (!here || all.length < 2) return null;
  if (here.isListed) return slice(text, tokens, here.from, here.next);
  if (here.deadline.kind === 'continuous' || here.deadline.kind === 'external') return null;
  const previous = all[index - 1];
  const start = previous ? endOfPrevious(tokens, previous.next) : 0;
  return labelBefore(text, tokens, start, here.from) ?? labelAfter(text, tokens, here.next, all[index + 1]?.from);
}

function endOfPrevious(tokens: readonly Token[], next: number): number {
  const bracket = tokenAt(tokens, next).key === '(' ? closing(tokens, next) : null;
  const said = skipWords(tokens, next, 'doi voi');
  if (bracket !== null) return bracket;
  return said === null ? next : skipToComma(tokens, said);
}

function closing(tokens: readonly Token[], at: number): number {
  for (let index = at; index < at + 40; index += 1) if (tokenAt(tokens, index).key === ')') return index + 1;
  return at;
}

function skipToComma(tokens: readonly Token[], at: number): number {
  for (let index = at; index < at + 40; index += 1) {
    const key = tokenAt(tokens, index).key;
    if (tokenAt(tokens, index).kind === 'end' || key === ',' || key === ';' || key === 'va') return index;
  }
  return at;
}

const OPENERS = [
  'rieng doi voi',
  'ngay',
  'co',
  'doi voi',
  'rieng',
  'va',
  'con',
  'hoac',
  'dinh ky',
  'thoi gian',
  'thoi han',
  'hoan thanh',
  'gui',
];
const CLOSERS = phraseTable<true>([
  ['gui|nop|truoc|cham nhat|muon nhat|phai|xong|hoan thanh|thuc hien|thoi han|thoi gian|trinh|duoc gui', true],
]);

/** "Hằng năm trước ngày …": part of the deadline, not its name. */
const FREQUENCIES = phraseTable<true>([['hang nam|hang quy|hang thang|hang tuan|moi nam|moi quy|moi thang', true]]);

function labelBefore(text: string, tokens: readonly Token[], from: number, to: number): string | null {
  let start = from;
  for (let index = to; index > start; index -= 1) {
    if (startsSentence(tokens, index)) {
      start = index;
      break;
    }
  }
  while (start < to && tokenAt(tokens, start).kind === 'mark') start += 1;
  for (const opener of OPENERS) start = skipWords(tokens, start, opener) ?? start;
  const colon = lastColon(tokens, start, to);
  const item = colon < to ? itemInBrackets(tokens, colon + 1, to) : null;
  if (item) return slice(text, tokens, item.from, item.next);
  let end = start;
  while (end < colon && !(colon === to && CLOSERS(tokens, end))) end += 1;
  const isFrequency = colon === to && FREQUENCIES(tokens, start)?.next === end;
  return end > start && !isFrequency ? slice(text, tokens, start, end) : null;
}

/** "Báo cáo định kỳ: tháng (trước ngày 18), quý (…)": after a heading the item itself says which one it is. */
function itemInBrackets(tokens: readonly Token[], at: number, to: number): Pick<Joined, 'from' | 'next'> | null {
  if (to <= at + 1 || tokenAt(tokens, to - 1).key !== '(') return null;
  return { from: skipWords(tokens, at, 'dinh ky') ?? at, next: to - 1 };
}

function lastColon(tokens: readonly Token[], from: number, to: number): number {
  for (let index = to - 1; index > from; index -= 1) if (tokenAt(tokens, index).key === ':') return index;
  return to;
}

/** "trước ngày 15/6 (báo cáo 6 tháng)", "trước ngày 15/6 đối với báo cáo 6 tháng", "Quý I: ban hành kế hoạch". */
function labelAfter(text: string, tokens: readonly Token[], at: number, nextFrom: number | undefined): string | null {
  if (tokenAt(tokens, at).key === '(') {
    const end = closing(tokens, at) - 1;
    const start = skipWords(tokens, at + 1, 'doi voi') ?? at + 1;
    return nextFrom !== undefined && nextFrom < end ? null : slice(text, tokens, start, end);
  }
  const said = skipWords(tokens, at, 'doi voi');
  if (said !== null) return slice(text, tokens, said, skipToComma(tokens, said));
  if (tokenAt(tokens, at).key !== ':') return null;
  const furthest = Math.min(nextFrom ?? tokens.length, at + 60);
  let end = at + 1;
  while (end < furthest && !startsSentence(tokens, end)) end += 1;
  return slice(text, tokens, at + 1, end);
}

function slice(text: string, tokens: readonly Token[], from: number, next: number): string | null {
  if (next <= from) return null;
  const words = text.slice(tokenAt(tokens, from).from, tokenAt(tokens, next - 1).to);
  const label = closeBracket(words.replace(/\s+/g, ' ').replace(MARKS_AROUND, ''));
  return /\p{L}/u.test(label) ? label : null;
}

/** A note in brackets at the end keeps its closing one. */
function closeBracket(label: string): string {
  return label.lastIndexOf('(') > label.lastIndexOf(')') ? `${label})` : label;
}
