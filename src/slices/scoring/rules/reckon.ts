import type { Decimal } from '../../../kernel/decimal.ts';
import type { LeafRule, ScoreStage } from '../../criteria/index.ts';
import type { LeafMeasure } from './measures.ts';
import {
  reckonChecklist,
  reckonCountBased,
  reckonDeduction,
  reckonLatenessPenalty,
  reckonStaged,
  reckonYesNo,
} from './reckon-items.ts';
import {
  reckonAllOrNothing,
  reckonBandedRatio,
  reckonBandThenProportional,
  reckonProportional,
} from './reckon-ratios.ts';
import { reckonExternalScaled, reckonFormulaChoice, reckonSurveyScaled } from './reckon-scales.ts';
import { largerOf, type Reckon, type Reckoning, smallerOf, ZERO } from './reckoning.ts';

const shapes: { readonly [Name in LeafRule['shape']]: Reckon<Name> } = {
  yes_no: reckonYesNo,
  staged: reckonStaged,
  checklist: reckonChecklist,
  lateness_penalty: reckonLatenessPenalty,
  proportional: reckonProportional,
  banded_ratio: reckonBandedRatio,
  band_then_proportional: reckonBandThenProportional,
  all_or_nothing: reckonAllOrNothing,
  count_based: reckonCountBased,
  deduction: reckonDeduction,
  external_scaled: reckonExternalScaled,
  survey_scaled: reckonSurveyScaled,
  formula_choice: reckonFormulaChoice,
};

/**
 * Points of a leaf before rounding: between 0 and its maximum, or below 0 only where a deduction's floor says so.
 *
 * @param measure read with `readMeasure` for the shape of this very rule
 */
export function reckon(rule: LeafRule, measure: LeafMeasure, max: Decimal, stage: ScoreStage): Reckoning {
  const ofShape = shapes[rule.shape] as (
    rule: LeafRule,
    measure: LeafMeasure,
    max: Decimal,
    stage: ScoreStage,
  ) => Reckoning;
  const reckoning = ofShape(rule, measure, max, stage);
  if (reckoning.kind !== 'points') return reckoning;
  const lowest = rule.shape === 'deduction' ? smallerOf(ZERO, rule.floor ?? ZERO) : ZERO;
  const exact = largerOf(lowest, smallerOf(max, reckoning.exact));
  return exact.equals(reckoning.exact) ? reckoning : { ...reckoning, exact };
}
