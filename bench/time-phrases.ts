import { CITED } from '../src/slices/deadlines/rules/reading/phrases/cited.ts';
import { DAYS } from '../src/slices/deadlines/rules/reading/phrases/days.ts';
import { MIXED } from '../src/slices/deadlines/rules/reading/phrases/mixed.ts';
import { NEGATIVES } from '../src/slices/deadlines/rules/reading/phrases/negatives.ts';
import { OTHERS } from '../src/slices/deadlines/rules/reading/phrases/others.ts';
import { PLANS } from '../src/slices/deadlines/rules/reading/phrases/plans.ts';
import { RECURRING } from '../src/slices/deadlines/rules/reading/phrases/recurring.ts';
import { WINDOWS } from '../src/slices/deadlines/rules/reading/phrases/windows.ts';

/** The phrases that the tests read, without their readings. */
export function phrasesOfTests(): readonly string[] {
  const read = [...DAYS, ...WINDOWS, ...RECURRING, ...OTHERS, ...MIXED, ...PLANS].map(([text]) => text);
  return [...read, ...NEGATIVES, ...CITED];
}
