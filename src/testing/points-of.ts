import { scoreSet } from '../slices/scoring/index.ts';
import { aCriteriaSet } from './a-criteria-set.ts';

type Rounded = { readonly leaf_decimals?: number; readonly mode?: string };

/** Points of one leaf as text; the status instead where there are none. */
export function pointsOf(max: number, rule: object, measure: unknown, rounded: Rounded = {}): string {
  const rounding = {
    leaf_decimals: 3,
    total_decimals: 3,
    percent_decimals: 2,
    mode: 'half_up',
    sum: 'of_rounded_leaves',
    ...rounded,
  };
  const set = aCriteriaSet({ leaves: [{ max, rule }], scoring: { rounding } });
  const leaf = scoreSet(set, { '1.1.1': measure }).leaves[0];
  if (!leaf) throw new Error('a set of one leaf gives one result');
  return leaf.status === 'scored' ? (leaf.points?.toFixed() ?? '') : leaf.status;
}
