import { z } from 'zod';
import { rule } from './rule-shapes.ts';
import { code, decimal, flag, optional, positiveOrZero, text, wholeNumber } from './set-fields.ts';

/** What happens to a criterion that does not apply. @source domain.md §1.4 */
export const NOT_APPLICABLE_POLICIES = ['exclude', 'full_if_none', 'zero_if_none', 'not_allowed'] as const;

export const ROUNDING_MODES = ['half_up', 'half_even', 'down', 'up'] as const;

export const ROUNDING_SUMS = ['of_rounded_leaves', 'of_exact_leaves'] as const;

/** One entry or a list of them. */
const texts = z.union([text, z.array(text)]).transform((value) => (typeof value === 'string' ? [value] : value));

/** What people read and scoring does not need: any words under any names. */
const notes = z.record(text, z.unknown());

const described = {
  code,
  name_vi: optional(text),
  name_en: optional(text),
  evidence: optional(texts),
  data_source: optional(texts),
  source_note: optional(text),
};

const ownFields = z.object({
  ...described,
  max_points: positiveOrZero,
  not_applicable_policy: optional(z.enum(NOT_APPLICABLE_POLICIES)),
  applies_to_groups: optional(texts),
  rule: rule.optional(),
});

/** A criterion or sub-criterion; a level below another needs the type said once, as it contains itself. */
export type FileNode = z.output<typeof ownFields> & { readonly sub_criteria?: FileNode[] | undefined };

const node: z.ZodType<FileNode> = ownFields.extend({
  sub_criteria: z.lazy(() => z.array(node).min(1)).optional(),
});

const area = z.object({ ...described, max_points: positiveOrZero, criteria: z.array(node).min(1) });

const extra = z.object({ ...described, rule });

const rounding = z.object({
  leaf_decimals: wholeNumber,
  total_decimals: wholeNumber,
  percent_decimals: wholeNumber,
  mode: z.enum(ROUNDING_MODES),
  sum: z.enum(ROUNDING_SUMS),
});

const scoring = z.object({
  total_points: positiveOrZero,
  survey_points: optional(positiveOrZero),
  appraised_points: optional(positiveOrZero),
  bonus_outside_total: optional(flag),
  bonus_cap: optional(positiveOrZero),
  penalty_cap: optional(positiveOrZero),
  final_cap_points: optional(positiveOrZero),
  final_floor_points: optional(decimal),
  rounding,
  score_stages: optional(texts),
  survey_entered_by: optional(text),
  not_applicable_policies: optional(notes),
  zero_denominator_values: optional(texts),
  grading: z.array(z.object({ label: text, from_percent: positiveOrZero })).min(1),
  grading_note: optional(text),
  applicability_groups: optional(texts),
});

const meta = z.object({
  title_vi: optional(text),
  title_en: optional(text),
  version: optional(text),
  year: optional(wholeNumber),
  applies_to: optional(text),
  status: optional(text),
  marks: optional(notes),
  levels: optional(texts),
  rule_shapes: optional(notes),
});

const calendarStep = z.object({ step: optional(text), typical: optional(text), note: optional(text) });

/** The whole file of a criteria set, before what only reading across it can tell. */
export const setFile = z.object({
  meta: optional(meta),
  scoring,
  calendar: optional(z.array(calendarStep)),
  areas: z.array(area).min(1),
  bonus: optional(z.array(extra)),
  penalty: optional(z.array(extra)),
});

export type SetFile = z.output<typeof setFile>;
export type FileArea = z.output<typeof area>;
export type FileExtra = z.output<typeof extra>;
export type Rounding = z.output<typeof rounding>;
export type NotApplicablePolicy = (typeof NOT_APPLICABLE_POLICIES)[number];
