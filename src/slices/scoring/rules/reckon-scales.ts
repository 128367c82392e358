import type { Decimal } from '../../../kernel/decimal.ts';
import {
  type BothLanguages,
  evaluateFormula,
  MAXIMUM_NAMES,
  type Ratio,
  type RuleOf,
  wholeRatio,
} from '../../criteria/index.ts';
import { type MeasureOf, type MeasureRefusal, refuseMeasure } from './measures.ts';
import { HUNDRED, largerOf, ofZeroDenominator, points, type Reckon, refused, smallerOf, ZERO } from './reckoning.ts';

/** @source criteria-set-draft.yaml, rule_shapes.external_scaled */
export const reckonExternalScaled: Reckon<'external_scaled'> = (rule, { value }, max) => {
  const whole = rule.index_max;
  if (value.greaterThan(whole))
    return refused(
      refuseMeasure(
        'above-scale',
        `“value” (${value.toFixed()}) vượt thang điểm ${whole.toFixed()}.`,
        `“value” (${value.toFixed()}) is above its scale of ${whole.toFixed()}.`,
      ),
    );
  if (rule.floor_ratio && value.lessThan(rule.floor_ratio.times(whole)))
    return points(ZERO, { outcome: 'below-floor' });
  const aim = rule.target_ratio ? rule.target_ratio.times(whole) : whole;
  if (value.greaterThanOrEqualTo(aim)) return points(max, { outcome: 'at-target' });
  return points(max.times(value).dividedBy(aim), { outcome: 'in-proportion' });
};

type SurveyRule = RuleOf<'survey_scaled'>;
type SurveyMeasure = MeasureOf<'survey_scaled'>;

const missing = (field: string): MeasureRefusal =>
  refuseMeasure('missing-figure', `Thiếu số liệu “${field}”.`, `The figure “${field}” is missing.`);

/** How much of the survey's scale was reached, as a division not yet carried out. */
function shareOfMean(rule: SurveyRule, mean: Decimal): Ratio {
  const low = rule.input_min ?? ZERO;
  return { top: mean.minus(low), bottom: (rule.input_max ?? HUNDRED).minus(low) };
}

function shareOfAnswers(weights: readonly Decimal[], answers: readonly number[]): Ratio | MeasureRefusal {
  const given = answers.reduce((sum, count) => sum + count, 0);
  if (answers.length !== weights.length)
    return refuseMeasure(
      'wrong-kind',
      `“options” cần đúng ${weights.length} phương án (nhận ${answers.length}).`,
      `“options” needs exactly ${weights.length} answers (got ${answers.length}).`,
    );
  if (given === 0)
    return refuseMeasure(
      'missing-figure',
      '“options”: chưa có phiếu trả lời nào.',
      '“options”: nobody has answered yet.',
    );
  const weighted = weights.reduce((sum, weight, index) => sum.plus(weight.times(answers[index] ?? 0)), ZERO);
  return { top: weighted, bottom: HUNDRED.times(given) };
}

function surveyShare(rule: SurveyRule, measure: SurveyMeasure): Ratio | MeasureRefusal {
  const input = rule.input ?? 'percent';
  if (input === 'percent') return measure.percent ? { top: measure.percent, bottom: HUNDRED } : missing('percent');
  if (input === 'mean') return measure.mean ? shareOfMean(rule, measure.mean) : missing('mean');
  return measure.options ? shareOfAnswers(rule.option_weights ?? [], measure.options) : missing('options');
}

/**
 * The province's survey result as a share of the maximum.
 *
 * @source criteria-set-draft.yaml, rule_shapes.survey_scaled
 */
export const reckonSurveyScaled: Reckon<'survey_scaled'> = (rule, measure, max) => {
  const reached = surveyShare(rule, measure);
  if ('code' in reached) return refused(reached);
  const { top, bottom } = reached;
  if (top.greaterThan(bottom) || top.lessThan(0))
    return refused(
      refuseMeasure(
        'above-scale',
        `“${rule.input ?? 'percent'}”: kết quả khảo sát nằm ngoài thang điểm.`,
        `“${rule.input ?? 'percent'}”: the survey result is outside its scale.`,
      ),
    );
  const { responses } = measure;
  const least = rule.min_responses;
  const isSmall = least !== null && responses !== null && responses !== undefined && responses < least;
  const doubts: BothLanguages[] = isSmall
    ? [
        {
          vi: `Chỉ có ${responses} phiếu, ít hơn ${least} phiếu quy định.`,
          en: `Only ${responses} answers, fewer than the ${least} required.`,
        },
      ]
    : [];
  return points(max.times(top).dividedBy(bottom), { percent: top.times(HUNDRED).dividedBy(bottom) }, doubts);
};

/** One formula for each stage of scoring; the measure may name another one. @source domain.md §2.1 */
export const reckonFormulaChoice: Reckon<'formula_choice'> = (rule, measure, max, stage) => {
  const key = measure.formula ?? rule.chosen[stage] ?? (rule.formulas.length === 1 ? rule.formulas[0]?.key : undefined);
  const formula = rule.formulas.find((one) => one.key === key);
  if (!formula)
    return refused(
      measure.formula
        ? refuseMeasure(
            'formula',
            `“formula”: tiêu chí không có công thức “${measure.formula}”.`,
            `“formula”: the leaf has no “${measure.formula}”.`,
          )
        : refuseMeasure('formula', `Chưa chọn công thức cho bước ${stage}.`, `No formula is chosen for ${stage}.`),
    );
  const values = new Map<string, Ratio>(MAXIMUM_NAMES.map((name) => [name, wholeRatio(max)]));
  for (const { symbol } of rule.variables) {
    const value = measure.variables[symbol];
    if (!value) return refused(missing(symbol));
    values.set(symbol, wholeRatio(value));
  }
  const answer = evaluateFormula(formula.expression.tree, values);
  if (answer.ok) {
    const exact = smallerOf(max, largerOf(ZERO, answer.value));
    return points(exact, {
      formulaKey: formula.key,
      isCapped: answer.value.greaterThan(max),
      isFloored: answer.value.lessThan(0),
    });
  }
  if (answer.refusal.code === 'division-by-zero' && rule.zero_denominator)
    return ofZeroDenominator(rule.zero_denominator, max, []);
  return refused(
    refuseMeasure(
      'formula',
      'Công thức chia cho 0 với số liệu này.',
      'The formula divides by zero with these figures.',
    ),
  );
};
