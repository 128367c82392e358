import type { Deadline, FoundDeadline } from '../deadline.ts';
import { type Joined, joinPhrases } from './join.ts';
import { labelOf } from './labels.ts';
import { scanPhrases } from './scan.ts';
import { clauseEnd } from './segments.ts';
import { type Token, tokenAt, tokenize } from './tokens.ts';

/**
 * Every deadline that a text of an administrative document sets, in the order of the text.
 *
 * @param text    a cell, a phrase or a paragraph
 * @param context the plan's year, taken for dates without one; null where it is not known (such dates are left out)
 * @returns nothing where the text sets none; a day that does not exist (30/02) or an end before its start sets none
 */
export function readDeadlines(text: string, context: { readonly year: number | null }): FoundDeadline[] {
  const tokens = tokenize(text);
  const phrases = scanPhrases({ tokens, planYear: context.year });
  const joined = settleExternals(text, tokens, joinPhrases({ tokens, planYear: context.year, text }, phrases));
  return joined.map((one, index) => {
    const label = labelOf(text, tokens, joined, index);
    const [first, last] = [tokenAt(tokens, one.from), tokenAt(tokens, one.next - 1)];
    const deadline: Deadline = label === null ? one.deadline : { ...one.deadline, label };
    return { deadline, from: first.from, to: last.to, doubts: one.doubts };
  });
}

/** "Theo hướng dẫn …" counts where no day is said in its words, or where a comma parts it from the day. */
function settleExternals(text: string, tokens: readonly Token[], joined: readonly Joined[]): Joined[] {
  const settled: Joined[] = [];
  joined.forEach((one, index) => {
    if (one.deadline.kind !== 'external') {
      settled.push(one);
      return;
    }
    const following = joined.slice(index + 1).find((other) => other.deadline.kind !== 'external');
    const isOverlapped = following !== undefined && following.from < one.next;
    const next = isOverlapped ? following.from : one.next;
    if (settled.some((other) => other.deadline.kind === 'external' && other.next > one.from)) return;
    if (isOverlapped ? !isParted(tokens, next) : clauseEnd(tokens, one.from) < next) return;
    const end = trimEnd(tokens, one.from, next);
    settled.push({ ...one, next: end, deadline: { kind: 'external', text: words(text, tokens, one.from, end) } });
  });
  return settled;
}

function isParted(tokens: readonly Token[], at: number): boolean {
  const before = tokenAt(tokens, at - 1);
  return [',', ';', 'va', 'hoac', '.', '('].includes(before.key);
}

function trimEnd(tokens: readonly Token[], from: number, next: number): number {
  let end = next;
  while (
    end > from + 1 &&
    (tokenAt(tokens, end - 1).kind === 'mark' || ['va', 'hoac'].includes(tokenAt(tokens, end - 1).key))
  ) {
    if (tokenAt(tokens, end - 1).key === ')') break;
    end -= 1;
  }
  return end;
}

function words(text: string, tokens: readonly Token[], from: number, next: number): string {
  return text.slice(tokenAt(tokens, from).from, tokenAt(tokens, next - 1).to).replace(/\s+/g, ' ');
}
