import { formatPaperNumber } from '../../../kernel/decimal.ts';
import { shorten } from './excerpt.ts';
import { numberAt } from './grammar.ts';
import type { Passage } from './passage.ts';
import type { PrintedNumber } from './printed-number.ts';
import { judge, plus, type Relation, slackOf } from './relation.ts';
import type { ScoredArea, ScoredDocument, ScoredTotal } from './scored-areas.ts';

/**
 * Scores of the areas against the total score, maxima against the total maximum, counts of criteria against their totals.
 * That the list of areas is complete is proved by one of the two sums; then the other one must hold as well.
 */
export function findAreaTotals({ areas, total }: ScoredDocument): Relation[] {
  if (!total) return [];
  const scored = areas.filter((area) => area.score !== null);
  if (scored.length !== areas.length) return [];
  const scores = sumRelation(
    'Tổng điểm',
    total.score,
    areas.map((area) => area.score?.above),
  );
  const maxima = total.max
    ? sumRelation(
        'Tổng điểm tối đa',
        total.max,
        areas.map((area) => area.score?.below),
      )
    : null;
  return [...proveEachOther(scores, maxima), ...countTotals(areas, total)];
}

type SumRelation = Relation | null;

function sumRelation(title: string, whole: PrintedNumber, parts: readonly (PrintedNumber | undefined)[]): SumRelation {
  const numbers = parts.flatMap((part) => (part ? [part] : []));
  const text = `${title} ${whole.printed}; các phần: ${numbers.map((number) => number.printed).join(' + ')}`;
  return { kind: 'sum', stated: [plus(whole)], computed: numbers.map(plus), text: shorten(text), isFirm: false };
}

function proveEachOther(scores: SumRelation, maxima: SumRelation): Relation[] {
  const [scoresHold, maximaHold] = [holds(scores), holds(maxima)];
  const isNear = (relation: SumRelation): boolean => {
    const verdict = relation && judge(relation, slackOf(relation));
    return !!verdict && verdict.computed.minus(verdict.stated).abs().lte(verdict.stated.abs().times('0.05'));
  };
  return [
    ...(scores ? [{ ...scores, isFirm: maximaHold || (maxima === null && isNear(scores)) }] : []),
    ...(maxima ? [{ ...maxima, isFirm: scoresHold }] : []),
  ];
}

const holds = (relation: SumRelation): boolean =>
  relation !== null && judge(relation, slackOf(relation))?.holds === true;

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
