import type { Decimal } from '../../../kernel/decimal.ts';
import type { LeafRule, RuleOf } from '../../criteria/index.ts';
import type { Phrases } from './phrases.ts';
import { ZERO } from './reckoning.ts';
import { type AnyBand, bandName, dividesByTarget, share } from './word-figures.ts';

type WordRule<Name extends LeafRule['shape']> = (rule: RuleOf<Name>, max: Decimal, say: Phrases) => string;

const clauses = (...parts: readonly (string | null)[]): string => parts.filter((part) => part !== null).join('; ');

const floorClause = (ratio: Decimal | null, say: Phrases): string | null =>
  ratio ? say.floorRule(share(ratio, say)) : null;

function bandWorth(band: AnyBand, max: Decimal, say: Phrases): string {
  if (band.points) return say.points(say.number(band.points));
  if (band.factor) return say.points(say.number(band.factor.times(max)));
  return band.formula?.text ?? '';
}

const bandsRule = (bands: readonly AnyBand[], max: Decimal, say: Phrases): string =>
  say.bandRule(bands.map((band) => `${bandName(band, say)}: ${bandWorth(band, max, say)}`).join('; '));

const shapes: { readonly [Name in LeafRule['shape']]: WordRule<Name> } = {
  yes_no: (rule, _max, say) =>
    say.yesNoRule(rule.question ?? say.thisRequirement, say.number(rule.points_yes), say.number(rule.points_no)),
  staged: (rule, _max, say) =>
    say.stagedRule(
      rule.levels
        .map(({ label, points }, index) => `${label ?? say.level(index)} (${say.points(say.number(points))})`)
        .join('; '),
    ),
  checklist: (rule, max, say) =>
    say.checklistRule(
      rule.parts.map(({ label, points }, index) => `${label ?? say.part(index)} (${say.number(points)})`).join('; '),
      say.number(max),
    ),
  lateness_penalty: (rule, max, say) =>
    clauses(
      say.latenessRule(
        say.number(rule.base ?? max),
        say.number(rule.per_late),
        say.number(rule.per_missing),
        say.number(rule.floor ?? ZERO),
      ),
      rule.grace ? say.grace(rule.grace) : null,
      rule.zero_if_late_at_least === null ? null : say.zeroIfLate(rule.zero_if_late_at_least),
    ),
  proportional: (rule, max, say) => {
    const target = rule.target_ratio ? share(rule.target_ratio, say) : null;
    const isDivided = dividesByTarget(rule) && target !== null;
    return clauses(
      isDivided ? say.dividedRule(say.number(max), target) : say.proportionalRule(say.number(max)),
      rule.full_at_target && !isDivided && target ? say.fullAtTarget(target) : null,
      floorClause(rule.floor_ratio, say),
    );
  },
  banded_ratio: (rule, max, say) => bandsRule(rule.bands, max, say),
  band_then_proportional: (rule, max, say) => bandsRule(rule.bands, max, say),
  all_or_nothing: (rule, _max, say) => say.thresholdRule(share(rule.threshold, say)),
  count_based: (rule, _max, say) =>
    say.countRule(say.number(rule.points_each), rule.counts ?? say.item, say.number(rule.max_items)),
  deduction: (rule, max, say) =>
    say.deductionRule(
      say.number(rule.start === 'max' ? max : rule.start),
      rule.events
        .map(({ event, points_each: each }, index) => `${event ?? say.event(index)} (${say.number(each)})`)
        .join('; '),
      say.number(rule.floor ?? ZERO),
    ),
  external_scaled: (rule, _max, say) =>
    clauses(
      say.externalRule(rule.index ?? say.externalIndex, say.number(rule.index_max)),
      rule.target_ratio ? say.fullAtTarget(share(rule.target_ratio, say)) : null,
      floorClause(rule.floor_ratio, say),
    ),
  survey_scaled: (_rule, _max, say) => say.surveyRule,
  formula_choice: (rule, _max, say) =>
    rule.formulas
      .map(({ key, label_vi: label, expression }) => say.formulaRule(label ?? key, expression.text))
      .join('; '),
};

/** The rule of a leaf in words. */
export function wordRule(rule: LeafRule, max: Decimal, say: Phrases): string {
  const word = shapes[rule.shape] as (rule: LeafRule, max: Decimal, say: Phrases) => string;
  return word(rule, max, say);
}
