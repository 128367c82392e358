import type { Count, DeficitReading, Field, Text } from './plan-reading.ts';
import { comparableWords, wordAgreement } from './word-agreement.ts';

const SAME_CRITERION = 0.6;
/** No plan has so many criteria twice; a damaged document must not keep the reader busy. */
const MOST_PAIRS = 100_000;

/**
 * A plan may tell in prose what was lost and in a table how it is mended. The table's rows are the deficits; what a row
 * leaves open is taken from the paragraph about the same criterion.
 */
export function completeDeficits(
  inTable: readonly DeficitReading[],
  inProse: readonly DeficitReading[],
): DeficitReading[] {
  if (inProse.length === 0 || inTable.length * inProse.length > MOST_PAIRS) return [...inTable];
  const told = inProse.map((deficit) => ({ deficit, words: comparableWords(deficit.criterion.value) }));
  return inTable.map((row) => {
    const words = comparableWords(row.criterion.value);
    const best = told
      .map(({ deficit, words: others }) => ({ deficit, agreement: wordAgreement(words, others) }))
      .sort((a, b) => b.agreement - a.agreement)[0];
    return best && best.agreement >= SAME_CRITERION ? complete(row, best.deficit) : row;
  });
}

function complete(row: DeficitReading, told: DeficitReading): DeficitReading {
  const count = (own: Count, other: Count): Count => (own.value === null ? other : own);
  const text = (own: Text, other: Text): Text => (own.value === null ? other : own);
  const list = (own: readonly Field<string>[], other: readonly Field<string>[]) => (own.length === 0 ? other : own);
  return {
    ...row,
    area: count(row.area, told.area),
    score: count(row.score, told.score),
    max: count(row.max, told.max),
    reason: text(row.reason, told.reason),
    responsible: list(row.responsible, told.responsible),
  };
}
