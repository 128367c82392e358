import type { Joined } from './join.ts';
import { clauseEnd } from './segments.ts';
import { type Token, tokenAt } from './tokens.ts';

/**
 * Gives phrases such as "Theo hướng dẫn …" their words. They count where no day is said in those words
 * ("theo chế độ báo cáo hàng quý" is a quarter), or where a comma parts them from the day.
 */
export function settleExternals(text: string, tokens: readonly Token[], joined: readonly Joined[]): Joined[] {
  const days = startsOfDays(joined);
  const settled: Joined[] = [];
  let end = 0;
  joined.forEach((one, index) => {
    if (one.deadline.kind !== 'external') settled.push(one);
    else if (one.from >= end) {
      const next = endOfExternal(tokens, one, days[index] ?? tokens.length);
      if (next === null) return;
      settled.push({ ...one, next, deadline: { kind: 'external', text: wordsOf(text, tokens, one.from, next) } });
      end = next;
    }
  });
  return settled;
}

/** For each deadline, where the next one that is not external starts. */
function startsOfDays(joined: readonly Joined[]): number[] {
  const starts: number[] = [];
  let next = Number.POSITIVE_INFINITY;
  for (let index = joined.length - 1; index >= 0; index -= 1) {
    starts[index] = next;
    const one = joined[index];
    if (one && one.deadline.kind !== 'external') next = one.from;
  }
  return starts;
}

/** First token after the phrase; null where it is only the way to a day, or the opening of another thought. */
function endOfExternal(tokens: readonly Token[], one: Joined, dayFrom: number): number | null {
  const isOverlapped = dayFrom < one.next;
  if (isOverlapped && !isParted(tokens, dayFrom)) return null;
  if (!isOverlapped && clauseEnd(tokens, one.from) < one.next) return null;
  return trimEnd(tokens, one.from, isOverlapped ? dayFrom : one.next);
}

const PARTING = new Set([',', ';', 'va', 'hoac', '.', '(']);
const LOOSE_WORDS = new Set(['va', 'hoac']);

function isParted(tokens: readonly Token[], at: number): boolean {
  return PARTING.has(tokenAt(tokens, at - 1).key);
}

function trimEnd(tokens: readonly Token[], from: number, next: number): number {
  let end = next;
  for (; end > from + 1; end -= 1) {
    const { kind, key } = tokenAt(tokens, end - 1);
    if (key === ')' || (kind !== 'mark' && !LOOSE_WORDS.has(key))) break;
  }
  return end;
}

function wordsOf(text: string, tokens: readonly Token[], from: number, next: number): string {
  return text.slice(tokenAt(tokens, from).from, tokenAt(tokens, next - 1).to).replace(/\s+/g, ' ');
}
