import type { BothLanguages, CriteriaSet } from '../../criteria/index.ts';
import { explainInBoth } from './explain.ts';
import type { Measures } from './measures.ts';
import type { LeafPoints, SetPoints } from './score-result.ts';
import { reckonSet, type ScoringOptions } from './score-set.ts';

export type LeafScore = LeafPoints & { readonly explanation: BothLanguages };

export type ScoreResult = Omit<SetPoints, 'leaves'> & { readonly leaves: readonly LeafScore[] };

/**
 * Scores a set and explains every leaf in Vietnamese and English.
 *
 * A leaf without a measure has no points and says "chưa có số liệu"; a measure that cannot be right is refused at its
 * leaf; both still count in `possible`, and `isComplete` is then false.
 *
 * @param measures by code of leaf, bonus or penalty
 * @source issue 4, parts 2, 3 and 12
 */
export function scoreSet(set: CriteriaSet, measures: Measures, options: ScoringOptions = {}): ScoreResult {
  const points = reckonSet(set, measures, options);
  const leaves = points.leaves.map((result) => ({
    leaf: result.leaf,
    status: result.status,
    points: result.points,
    exact: result.exact,
    lost: result.lost,
    isApplicable: result.isApplicable,
    measure: result.measure,
    facts: result.facts,
    byPolicy: result.byPolicy,
    emptiedBy: result.emptiedBy,
    doubts: result.doubts,
    refusal: result.refusal,
    explanation: explainInBoth(set, result),
  }));
  return { ...points, leaves };
}
