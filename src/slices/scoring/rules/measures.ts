import { z } from 'zod';
import { Decimal } from '../../../kernel/decimal.ts';
import type { BothLanguages, LeafRule, Rule, RuleOf } from '../../criteria/index.ts';

/**
 * What was measured for each leaf, bonus and penalty, by code. Figures are numbers or their decimal text ("90.05"); a
 * code that is missing here is "chưa có số liệu", which is not zero.
 *
 * @source issue 4, part 12
 */
export type Measures = Readonly<Record<string, unknown>>;

export type MeasureRefusalCode =
  | 'missing-figure'
  | 'not-a-number'
  | 'negative'
  | 'not-a-whole-number'
  | 'wrong-kind'
  | 'outside-choice'
  | 'above-scale'
  | 'not-applicable-not-allowed'
  | 'formula';

/** Why a measure cannot be scored. The leaf then has no points at all: never a guess. */
export type MeasureRefusal = { readonly code: MeasureRefusalCode; readonly message: BothLanguages };

/** As JSON writes numbers, exponents included; 30 digits are more than any office counts. */
const DECIMAL_TEXT = /^[+-]?(?:\d{1,30}(?:\.\d{0,30})?|\.\d{1,30})(?:[eE][+-]?\d{1,2})?$/;
const LARGEST_COUNT = 1e15;

const figure = z
  .union([z.number({ error: 'not-a-number' }), z.string().regex(DECIMAL_TEXT, { error: 'not-a-number' })])
  .transform((value) => new Decimal(value));
const positiveOrZero = figure.refine((value) => value.isZero() || value.isPositive(), { error: 'negative' });
/** 3, "3" and 3.0 are three. */
const whole = positiveOrZero
  .refine((value) => value.isInteger() && value.lessThanOrEqualTo(LARGEST_COUNT), { error: 'not-a-whole-number' })
  .transform((value) => value.toNumber());

const ratio = z.object({ numerator: positiveOrZero, denominator: positiveOrZero });
const count = z.object({ count: whole });

const shapes = {
  yes_no: z.object({ answer: z.enum(['yes', 'no']) }),
  staged: z.object({ level: whole }),
  checklist: z.object({ parts: z.array(z.boolean()) }),
  lateness_penalty: z.object({ expected: whole.nullish(), late: whole, missing: whole }),
  proportional: ratio,
  banded_ratio: ratio,
  band_then_proportional: ratio,
  all_or_nothing: ratio,
  count_based: count,
  deduction: z.object({ events: z.array(whole) }),
  external_scaled: z.object({ value: positiveOrZero }),
  survey_scaled: z.object({
    percent: positiveOrZero.nullish(),
    mean: figure.nullish(),
    options: z.array(whole).nullish(),
    responses: whole.nullish(),
  }),
  formula_choice: z.object({ variables: z.record(z.string(), figure), formula: z.string().nullish() }),
  bonus: count,
  penalty: count,
} satisfies Record<Exclude<Rule['shape'], 'group_sum'>, z.ZodObject>;

type MeasuredShape = keyof typeof shapes;

/** A measure that was read, as its shape needs it. */
export type MeasureOf<Name extends MeasuredShape> = z.output<(typeof shapes)[Name]>;
export type LeafMeasure = MeasureOf<LeafRule['shape']>;
export type RatioMeasure = z.output<typeof ratio>;

type ReadMeasure<Name extends MeasuredShape> =
  | { readonly kind: 'measured'; readonly measure: MeasureOf<Name> }
  | { readonly kind: 'not-applicable' }
  | { readonly kind: 'no-data' }
  | { readonly kind: 'refused'; readonly refusal: MeasureRefusal };

export function refuseMeasure(code: MeasureRefusalCode, vi: string, en: string): MeasureRefusal {
  return { code, message: { vi, en } };
}

function refusalOf(issue: z.core.$ZodIssue | undefined, raw: unknown): MeasureRefusal {
  const path = issue?.path ?? [];
  const field = path.join('.');
  const value = path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<PropertyKey, unknown>)[key] : undefined,
    raw,
  );
  const given = (typeof value === 'object' ? JSON.stringify(value) : String(value)).slice(0, 40);
  if (value === undefined || value === null)
    return refuseMeasure('missing-figure', `Thiếu số liệu “${field}”.`, `The figure “${field}” is missing.`);
  if (Number(value) < 0)
    return refuseMeasure(
      'negative',
      `“${field}” không được âm (${given}).`,
      `“${field}” must not be negative (${given}).`,
    );
  if (issue?.code === 'invalid_value')
    return refuseMeasure('outside-choice', `“${field}” không nhận “${given}”.`, `“${field}” cannot be “${given}”.`);
  const isFigure = typeof value === 'string' || typeof value === 'number';
  if (issue?.code !== 'invalid_type' && isFigure && !DECIMAL_TEXT.test(String(value)))
    return refuseMeasure(
      'not-a-number',
      `“${field}” không phải là số (${given}).`,
      `“${field}” is not a number (${given}).`,
    );
  if (issue?.message === 'not-a-whole-number')
    return refuseMeasure(
      'not-a-whole-number',
      `“${field}” phải là số nguyên (${given}).`,
      `“${field}” must be a whole number (${given}).`,
    );
  const wanted = WANTED[issue?.code === 'invalid_type' ? issue.expected : ''] ?? NUMBER;
  return refuseMeasure(
    'wrong-kind',
    `“${field}” phải là ${wanted.vi} (nhận ${given}).`,
    `“${field}” must be ${wanted.en} (got ${given}).`,
  );
}

const NUMBER: BothLanguages = { vi: 'một số', en: 'a number' };

/** What a field of a measure is, in words. */
const WANTED: Readonly<Record<string, BothLanguages>> = {
  boolean: { vi: 'true hoặc false', en: 'true or false' },
  array: { vi: 'một danh sách [...]', en: 'a list [...]' },
  object: { vi: 'một nhóm trường {...}', en: 'an object {...}' },
  record: { vi: 'một nhóm trường {...}', en: 'an object {...}' },
  string: { vi: 'một chuỗi chữ', en: 'a text' },
};

/** Fields that no measure of the shape has: misspelled, or of another shape. They are never scored. */
export function unknownFields(rule: RuleOf<MeasuredShape>, raw: unknown): string[] {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return [];
  const known = new Set(['not_applicable', ...Object.keys(shapes[rule.shape].shape)]);
  const strangers = Object.keys(raw).filter((field) => !known.has(field));
  if (rule.shape !== 'formula_choice' || !('variables' in raw)) return strangers;
  const symbols = new Set(rule.variables.map(({ symbol }) => symbol));
  const given = typeof raw.variables === 'object' && raw.variables !== null ? Object.keys(raw.variables) : [];
  return [...strangers, ...given.filter((symbol) => !symbols.has(symbol)).map((symbol) => `variables.${symbol}`)];
}

/** Reads the measure of one leaf, bonus or penalty of a shape. */
export function readMeasure<Name extends MeasuredShape>(shape: Name, raw: unknown): ReadMeasure<Name> {
  if (raw === undefined || raw === null) return { kind: 'no-data' };
  if (typeof raw !== 'object' || Array.isArray(raw))
    return {
      kind: 'refused',
      refusal: refuseMeasure('wrong-kind', 'Số liệu phải là một nhóm trường.', 'A measure is an object.'),
    };
  const { not_applicable: notApplicable = false, answer } = raw as { not_applicable?: unknown; answer?: unknown };
  if (notApplicable === true || (shape === 'yes_no' && answer === 'not_applicable')) return { kind: 'not-applicable' };
  if (notApplicable !== false)
    return {
      kind: 'refused',
      refusal: refuseMeasure(
        'wrong-kind',
        '“not_applicable” chỉ nhận true hoặc false.',
        '“not_applicable” must be true or false.',
      ),
    };
  const parsed = shapes[shape].safeParse(raw);
  return parsed.success
    ? { kind: 'measured', measure: parsed.data as MeasureOf<Name> }
    : { kind: 'refused', refusal: refusalOf(parsed.error.issues[0], raw) };
}
