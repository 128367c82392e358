import { Decimal } from '../../../kernel/decimal.ts';
import type { CriteriaSet, LeafRule } from '../../criteria/index.ts';
import { chosenSteps, countSteps, deductionSteps, latenessSteps, scaledSteps } from './item-steps.ts';
import { allOrNothingSteps, bandSteps, countsOf, proportionalSteps } from './ratio-steps.ts';
import { type Here, type RuleStep, same } from './rule-step.ts';

export type { RuleStep } from './rule-step.ts';

function stepsOf(rule: LeafRule, set: CriteriaSet, here: Here): RuleStep[] {
  const { measure } = here;
  const counts = countsOf(measure);
  switch (rule.shape) {
    case 'banded_ratio':
    case 'band_then_proportional':
      return bandSteps(rule, here, counts);
    case 'proportional':
      return proportionalSteps(rule, here, counts);
    case 'all_or_nothing':
      return allOrNothingSteps(rule, here, counts);
    case 'yes_no': {
      const answer = (measure as { answer?: string } | null | undefined)?.answer;
      return [
        { what: { vi: 'Có', en: 'Yes' }, points: rule.points_yes.toFixed(), isHere: answer === 'yes', distance: null },
        { what: { vi: 'Không', en: 'No' }, points: rule.points_no.toFixed(), isHere: answer === 'no', distance: null },
      ];
    }
    case 'staged': {
      const level = (measure as { level?: number } | null | undefined)?.level;
      return chosenSteps(
        rule.levels.map(({ label, points }, at) => ({ what: label ?? String(at + 1), points, isHere: level === at })),
      );
    }
    case 'checklist': {
      const parts = (measure as { parts?: readonly boolean[] } | null | undefined)?.parts ?? [];
      return chosenSteps(
        rule.parts.map(({ label, points }, at) => ({
          what: label ?? String(at + 1),
          points,
          isHere: parts[at] === true,
        })),
      );
    }
    case 'lateness_penalty':
      return latenessSteps(rule, here);
    case 'count_based':
      return countSteps(rule, set, here);
    case 'deduction':
      return deductionSteps(rule, here);
    case 'external_scaled': {
      const { value } = (measure ?? {}) as { value?: Decimal };
      const scale = { floor: rule.floor_ratio, target: rule.target_ratio, scale: rule.index_max };
      return scaledSteps(scale, here, value === undefined ? null : new Decimal(value));
    }
    case 'survey_scaled': {
      const reached = here.facts?.percent ?? null;
      return scaledSteps({ floor: null, target: null, scale: new Decimal(100) }, here, reached);
    }
    case 'formula_choice':
      return rule.formulas.map(({ key, label_vi: label, expression }) => ({
        what: same(label ? `${label}: ${expression.text}` : expression.text),
        points: null,
        isHere: here.facts?.formulaKey === key,
        distance: null,
      }));
  }
}

/**
 * The rule of a leaf as a table, the best line first, with where the leaf stands and how many items more (or failing) the
 * other lines are away. Distances are told only where counting whole items makes sense.
 */
export function ruleSteps(set: CriteriaSet, result: Here): RuleStep[] {
  return stepsOf(result.leaf.rule, set, result);
}
