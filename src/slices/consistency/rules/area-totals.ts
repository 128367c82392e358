import { formatPaperNumber } from '../../../kernel/decimal.ts';
import { numberAt } from './grammar.ts';
import type { Passage } from './passage.ts';
import type { PrintedNumber } from './printed-number.ts';
import { plus, type Relation } from './relation.ts';
import { sumScores } from './score-sums.ts';
import type { ScoredArea, ScoredDocument, ScoredTotal } from './scored-areas.ts';

/**
 * Scores of the areas against the total score, maxima against the total maximum, counts of criteria against their totals.
 */
export function findAreaTotals({ areas, total }: ScoredDocument): Relation[] {
  if (!total) return [];
  const scored = areas.filter((area) => area.score !== null);
  if (scored.length !== areas.length) return [];
  const parts = areas.flatMap((area) => area.score ?? []);
  return [...sumScores('Tổng điểm', total, parts), ...countTotals(areas, total)];
}

const COUNTED_PARTS = ['tiêu chí thành phần', 'tiêu chí', 'chỉ số thành phần', 'chỉ tiêu'] as const;

/** Counts such as "06 tiêu chí, 13 tiêu chí thành phần" that a head gives before its score. */
export function countsIn(passage: Passage): Map<string, PrintedNumber> {
  const counts = new Map<string, PrintedNumber>();
  for (const match of passage.skeleton.matchAll(
    /«(\d+)»\s(tiêu chí thành phần|tiêu chí|chỉ số thành phần|chỉ tiêu)(?!\p{L})/giu,
  )) {
    const noun = (match[2] ?? '').toLowerCase();
    const number = numberAt(passage, match[1]);
    if (number && !counts.has(noun)) counts.set(noun, number);
  }
  return counts;
}

function countTotals(areas: readonly ScoredArea[], total: ScoredTotal): Relation[] {
  const totals = countsIn(total.passage);
  return COUNTED_PARTS.flatMap((noun) => {
    const whole = totals.get(noun);
    const parts = areas.flatMap((area) => countsIn(area.head).get(noun) ?? []);
    if (!whole || parts.length !== areas.length) return [];
    const text = `${formatPaperNumber(whole.value)} ${noun}; các phần: ${parts.map((part) => part.printed).join(' + ')}`;
    return [{ kind: 'sum' as const, stated: [plus(whole)], computed: parts.map(plus), text, isFirm: true }];
  });
}
