import { z } from 'zod';
import { fillEdges } from './bands.ts';
import { code, decimal, flag, formula, optional, positiveOrZero, text, wholeNumber } from './set-fields.ts';

/**
 * The closed list of rule shapes, each with its parameters spelled as in the file of a set.
 *
 * @source domain.md §2.1; spelling of criteria-set-draft.yaml; docs/criteria-set-format.md says what each one means
 */
export const ZERO_DENOMINATOR = ['full', 'zero', 'not_applicable'] as const;

export const SCORE_STAGES = ['self', 'appraisal_1', 'explanation', 'appraisal_2_final'] as const;

const ratioNames = { numerator: optional(text), denominator: optional(text) };
const ratioOfZero = z.enum(ZERO_DENOMINATOR);

const edges = {
  from_ratio: positiveOrZero,
  from_inclusive: optional(flag),
  to_ratio: positiveOrZero,
  to_inclusive: optional(flag),
};

const yesNo = z.object({
  shape: z.literal('yes_no'),
  question: optional(text),
  points_yes: positiveOrZero,
  points_no: positiveOrZero,
});

const staged = z.object({
  shape: z.literal('staged'),
  levels: z.array(z.object({ key: optional(text), label: optional(text), points: positiveOrZero })).min(1),
});

const checklist = z.object({
  shape: z.literal('checklist'),
  parts: z.array(z.object({ label: optional(text), points: positiveOrZero })).min(1),
  cap_at_max: optional(flag),
});

const latenessPenalty = z.object({
  shape: z.literal('lateness_penalty'),
  expected_items: optional(text.meta({ editor: 'number-or-text' })),
  base: optional(positiveOrZero),
  per_late: positiveOrZero,
  per_missing: positiveOrZero,
  grace: optional(wholeNumber),
  floor: optional(positiveOrZero),
  zero_if_late_at_least: optional(wholeNumber),
  cascade_to: optional(z.array(code)),
});

const proportional = z.object({
  shape: z.literal('proportional'),
  ...ratioNames,
  floor_ratio: optional(positiveOrZero),
  target_ratio: optional(positiveOrZero),
  divide_by_target: optional(flag),
  full_at_target: optional(flag),
  zero_denominator: ratioOfZero,
});

const bandedRatio = z.object({
  shape: z.literal('banded_ratio'),
  ...ratioNames,
  bands: z
    .array(z.object({ ...edges, points: optional(positiveOrZero), factor: optional(positiveOrZero) }))
    .min(1)
    .transform(fillEdges),
  zero_denominator: ratioOfZero,
});

const bandThenProportional = z.object({
  shape: z.literal('band_then_proportional'),
  ...ratioNames,
  bands: z
    .array(
      z.object({
        ...edges,
        points: optional(positiveOrZero),
        factor: optional(positiveOrZero),
        formula: optional(formula),
      }),
    )
    .min(1)
    .transform(fillEdges),
  zero_denominator: ratioOfZero,
});

const allOrNothing = z.object({
  shape: z.literal('all_or_nothing'),
  ...ratioNames,
  threshold: positiveOrZero,
  zero_denominator: ratioOfZero,
});

const countBased = z.object({
  shape: z.literal('count_based'),
  points_each: positiveOrZero,
  max_items: wholeNumber,
  minimum_items: optional(wholeNumber),
  counts: optional(text),
});

const deduction = z.object({
  shape: z.literal('deduction'),
  start: z.union([z.literal('max'), positiveOrZero]),
  floor: optional(decimal),
  events: z
    .array(z.object({ event: optional(text), points_each: positiveOrZero, per_event_cap: optional(positiveOrZero) }))
    .min(1),
});

const externalScaled = z.object({
  shape: z.literal('external_scaled'),
  index: optional(text),
  index_max: positiveOrZero,
  floor_ratio: optional(positiveOrZero),
  target_ratio: optional(positiveOrZero),
});

const surveyScaled = z.object({
  shape: z.literal('survey_scaled'),
  respondents: optional(text),
  input: optional(z.enum(['percent', 'mean', 'options'])),
  input_min: optional(decimal),
  input_max: optional(positiveOrZero),
  option_weights: optional(z.array(positiveOrZero).min(1)),
  method: optional(z.enum(['linear'])),
  entered_by: optional(text),
  min_responses: optional(wholeNumber),
});

const formulaChoice = z.object({
  shape: z.literal('formula_choice'),
  variables: z.array(z.object({ symbol: text, name_vi: optional(text) })).min(1),
  formulas: z.array(z.object({ key: text, label_vi: optional(text), expression: formula })).min(1),
  chosen: z.partialRecord(z.enum(SCORE_STAGES), text),
  zero_denominator: optional(ratioOfZero),
});

const groupSum = z.object({ shape: z.literal('group_sum') });

const bonus = z.object({ shape: z.literal('bonus'), per_item: positiveOrZero, cap: positiveOrZero });

const penalty = z.object({ shape: z.literal('penalty'), per_item: positiveOrZero, cap: positiveOrZero });

export const rule = z.discriminatedUnion('shape', [
  yesNo,
  staged,
  checklist,
  latenessPenalty,
  proportional,
  bandedRatio,
  bandThenProportional,
  allOrNothing,
  countBased,
  deduction,
  externalScaled,
  surveyScaled,
  formulaChoice,
  groupSum,
  bonus,
  penalty,
]);

export type Rule = z.output<typeof rule>;
export type Shape = Rule['shape'];
export type RuleOf<Name extends Shape> = Extract<Rule, { shape: Name }>;
export type ZeroDenominator = (typeof ZERO_DENOMINATOR)[number];
export type ScoreStage = (typeof SCORE_STAGES)[number];
export type Band = RuleOf<'band_then_proportional'>['bands'][number];

/** The shapes that a leaf of the tree may have. */
export type LeafRule = Exclude<Rule, { shape: 'group_sum' | 'bonus' | 'penalty' }>;
