import type { BothLanguages, CriteriaSet } from '../../criteria/index.ts';
import { explainLeaf } from './explain.ts';
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
    ...result,
    explanation: { vi: explainLeaf(set, result, 'vi'), en: explainLeaf(set, result, 'en') },
  }));
  return { ...points, leaves };
}
