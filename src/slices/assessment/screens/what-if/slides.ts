import type { CriteriaSet, Extra, LeafRule } from '../../../criteria/index.ts';
import { fieldsOf, fromInput, type MeasureField, toInput } from '../measure-fields.ts';

type Input = Readonly<Record<string, unknown>>;

/** One figure of a leaf, bonus or penalty that can be moved between bounds. */
export type Slide = {
  readonly name: string;
  /** As the set names the figure; null: named by the text `assessment.figure.<name>`. */
  readonly label: string | null;
  readonly value: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
};

type Span = Pick<Slide, 'min' | 'max' | 'step'>;
type Values = Readonly<Record<string, string>>;

/** Where the set names no largest count, a year has seldom more. */
const FEW = 12;
const PERCENT = '100';

const written = (text: string | undefined): string => (text ?? '').replace(',', '.');
const figureOf = (text: string | undefined): number => Number(written(text)) || 0;
const upTo = (max: number, step = 1, min = 0): Span => ({ min, max, step });

/** 5 and 6 move by 1, 87.13 by 0.01. */
const stepOf = (...texts: readonly (string | undefined)[]): number =>
  10 ** -Math.min(3, Math.max(...texts.map((text) => written(text).split('.')[1]?.length ?? 0)));

function spanOf(rule: LeafRule, { name }: MeasureField, values: Values): Span | null {
  const now = figureOf(values[name]);
  const whole = (most: number) => upTo(Math.max(most, now));
  switch (rule.shape) {
    case 'proportional':
    case 'banded_ratio':
    case 'band_then_proportional':
    case 'all_or_nothing':
      return name === 'numerator'
        ? upTo(Math.max(figureOf(values.denominator), now), stepOf(values.numerator, values.denominator))
        : null;
    case 'count_based':
      return whole(rule.max_items);
    case 'deduction':
      return whole(FEW);
    case 'lateness_penalty':
      return name === 'expected' ? null : whole(figureOf(values.expected) || FEW);
    case 'external_scaled':
      return upTo(rule.index_max.toNumber(), 0.01);
    case 'survey_scaled':
      if (name === 'percent') return upTo(100, 0.1);
      return name === 'mean' ? upTo(rule.input_max?.toNumber() ?? 5, 0.01, rule.input_min?.toNumber() ?? 0) : null;
    default:
      return null;
  }
}

/** The figures as they stand; what was never measured starts at nothing, of a hundred where it is a share. */
function valuesOf(rule: LeafRule, measure: Input | null): Values {
  const held = fromInput(rule, measure);
  const blank = (name: string) => (name === 'denominator' ? PERCENT : name === 'expected' ? '' : '0');
  return Object.fromEntries(fieldsOf(rule).map(({ name }) => [name, held[name] || blank(name)]));
}

/** What can be moved at a leaf: shares, percentages, counts. Answers, levels and parts are ticked, not dragged. */
export function slidesOf(rule: LeafRule, measure: Input | null): Slide[] {
  const values = valuesOf(rule, measure);
  return fieldsOf(rule).flatMap((field) => {
    const span = spanOf(rule, field, values);
    const { name, label } = field;
    return span && span.max > span.min ? [{ name, label, value: written(values[name]), ...span }] : [];
  });
}

/** Text of a slider or number field held within the bounds; null where it is no number. */
export function withinSpan({ min, max }: Span, text: string): string | null {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) return null;
  if (value < min) return `${min}`;
  return value > max ? `${max}` : text.trim();
}

/** The measure with one figure moved; what the fields do not show (the responses of a survey) stays. */
export function moved(rule: LeafRule, measure: Input | null, name: string, text: string): Record<string, unknown> {
  const values = { ...valuesOf(rule, measure), [name]: text.replace('.', ',') };
  return { ...measure, ...toInput(rule, values) };
}

/** The count of a bonus or penalty, up to where its cap is reached. */
export function slideOfExtra({ rule }: Extra<'bonus'> | Extra<'penalty'>, measure: Input | null): Slide | null {
  if (rule.per_item.isZero()) return null;
  const value = written(String(measure?.count ?? '0'));
  const max = Math.max(rule.cap.dividedBy(rule.per_item).ceil().toNumber(), Number(value) || 0);
  return max > 0 ? { name: 'count', label: null, value, ...upTo(max) } : null;
}

/** A line of the set with what can be moved there. */
export type SlideLine = {
  readonly code: string;
  readonly name: string;
  readonly slides: readonly Slide[];
  readonly move: (name: string, text: string) => Record<string, unknown>;
};

/** Every leaf, bonus and penalty that has something to move, in the order of the set. */
export function slideLines(
  set: CriteriaSet,
  measureOf: (code: string) => unknown,
  isWanted: (code: string) => boolean = () => true,
): SlideLine[] {
  const inputOf = (code: string): Input | null => {
    const measure = measureOf(code);
    return typeof measure === 'object' && measure !== null ? (measure as Input) : null;
  };
  const wanted = <Entry extends { readonly code: string }>(entries: readonly Entry[]): Entry[] =>
    entries.filter(({ code }) => isWanted(code));
  const leaves = wanted(set.leaves).map(({ code, nameVi: name, rule }): SlideLine => {
    const input = inputOf(code);
    const slides = input?.not_applicable === true ? [] : slidesOf(rule, input);
    return { code, name, slides, move: (figure, text) => moved(rule, input, figure, text) };
  });
  const extras = [...wanted(set.bonus), ...wanted(set.penalty)].map((extra): SlideLine => {
    const slide = slideOfExtra(extra, inputOf(extra.code));
    const { code, nameVi: name } = extra;
    return { code, name, slides: slide ? [slide] : [], move: (_, text) => ({ count: text }) };
  });
  return [...leaves, ...extras].filter(({ slides }) => slides.length > 0);
}
