import { type Excerpt, placeOf } from './excerpt.ts';
import type { Field } from './plan-reading.ts';
import { cleanWording, dropSeparatorEnd } from './wording.ts';

/**
 * How sure a reading is, by the way it was found. A header or a label that names the field is better than its content;
 * content alone is better than what was put together from prose.
 */
export const SURE = {
  stated: 0.97,
  labelled: 0.93,
  byHeader: 0.95,
  byContent: 0.8,
  fromProse: 0.75,
  inferred: 0.6,
  guessed: 0.4,
} as const;

/** What the document does not state: nothing is invented, and that nothing stands there is fairly sure. */
export const NOT_STATED: Field<null> = { value: null, place: null, confidence: 0.7 };

export function fieldAt<Value>(value: Value, excerpt: Excerpt, confidence: number, doubt?: string): Field<Value> {
  return { value, place: placeOf(excerpt), confidence, ...(doubt === undefined ? {} : { doubt }) };
}

/** The words of an excerpt as a field: white space folded, bullets and separators at the ends dropped. */
export function textField(excerpt: Excerpt, confidence: number, doubt?: string): Field<string> {
  return fieldAt(dropSeparatorEnd(cleanWording(excerpt.text)), excerpt, confidence, doubt);
}

/** As `textField`; null for an excerpt without words. */
export function optionalTextField(
  excerpt: Excerpt | null | undefined,
  confidence: number,
  doubt?: string,
): Field<string | null> {
  return excerpt && /[\p{L}\d]/u.test(excerpt.text) ? textField(excerpt, confidence, doubt) : NOT_STATED;
}
