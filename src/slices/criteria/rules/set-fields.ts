import { z } from 'zod';
import { Decimal } from '../../../kernel/decimal.ts';
import { parseFormula } from './formula.ts';

/**
 * The scalars of a criteria set. The file is read without turning numbers into floating point, so every figure arrives
 * as the text that was written, and a code such as `3.10` stays `3.10`.
 */
const NUMBER_TEXT = /^[+-]?(?:\d{1,30}(?:\.\d{0,30})?|\.\d{1,30})(?:[eE][+-]?\d{1,2})?$/;

/**
 * Programs that compute in floating point write 3.3000000000000003 for 3.3: two figures this close are one.
 */
export const SAME_FIGURE = new Decimal('1e-9');

/** Tells the JSON Schema for editors that this text is written as a number. */
const asNumber = { editor: 'number' } as const;

const figure = z
  .string()
  .regex(NUMBER_TEXT, { error: 'not-a-number' })
  .meta(asNumber)
  .transform((text) => new Decimal(text));

/** Any figure, may be negative. */
export const decimal = figure;

/** Points, ratios and caps: zero or more. */
export const positiveOrZero = figure.refine((value) => !value.isNegative() || value.isZero(), { error: 'negative' });

/** A whole number, zero or more. */
export const wholeNumber = figure
  .refine((value) => value.isInteger() && !value.isNegative() && value.lessThan(1e15), { error: 'not-a-whole-number' })
  .transform((value) => value.toNumber());

export const text = z.string();

/** A code as written, quoted or not: `1.10` is not `1.1`. */
export const code = z.string().min(1).meta({ editor: 'code' });

export const flag = z.boolean();

/** A field that may be left out or be null: both mean "none". */
export function optional<Schema extends z.ZodType>(schema: Schema) {
  return schema.nullish().transform((value): z.output<Schema> | null => value ?? null);
}

/** Arithmetic as written, with its tree beside it. */
export const formula = z.string().transform((written, context) => {
  const parsed = parseFormula(written);
  if (parsed.ok) return { text: written, tree: parsed.value };
  context.issues.push({ code: 'custom', input: written, message: 'not-a-formula' });
  return z.NEVER;
});
