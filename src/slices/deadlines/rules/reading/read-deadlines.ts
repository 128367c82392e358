import type { Deadline, FoundDeadline } from '../deadline.ts';
import { settleExternals } from './externals.ts';
import { joinPhrases } from './join.ts';
import { labelOf } from './labels.ts';
import { scanPhrases } from './scan.ts';
import { tokenize } from './tokenize.ts';
import { tokenAt } from './tokens.ts';

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
