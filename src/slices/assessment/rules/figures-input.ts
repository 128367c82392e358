import { Decimal } from '../../../kernel/decimal.ts';
import { accept, type Outcome, refuse } from '../../../kernel/outcome.ts';
import type { BothLanguages, LeafRule } from '../../criteria/index.ts';
import { kindsForShape, type MeasureDefinition, type MeasureFigures } from '../../registers/index.ts';

export type MisfitCode = 'no-data' | 'needs-ratio' | 'needs-lateness' | 'needs-count' | 'needs-value' | 'by-hand';

/** Why the figures of a measure cannot be the input of a leaf's rule. */
export type Misfit = { readonly code: MisfitCode; readonly message: BothLanguages };

export type LeafInput = Readonly<Record<string, unknown>>;
type MeasureKind = Pick<MeasureDefinition, 'kind' | 'unit' | 'target'>;

const TEXTS: Readonly<Record<MisfitCode, BothLanguages>> = {
  'no-data': { vi: 'Nguồn chưa có số liệu.', en: 'The source has no figures yet.' },
  'needs-ratio': {
    vi: 'Quy tắc cần tử số và mẫu số; số liệu này không có.',
    en: 'The rule needs a numerator and a denominator; this measure has none.',
  },
  'needs-lateness': {
    vi: 'Quy tắc cần số phải thực hiện, số trễ và số thiếu; số liệu này không có.',
    en: 'The rule needs what was due, late and missing; this measure has none.',
  },
  'needs-count': {
    vi: 'Quy tắc cần một số lượng nguyên; số liệu này không có.',
    en: 'The rule needs a whole count; this measure has none.',
  },
  'needs-value': {
    vi: 'Quy tắc cần một giá trị; số liệu này không có.',
    en: 'The rule needs a single value; this measure has none.',
  },
  'by-hand': {
    vi: 'Mức đạt của tiêu chí này phải do người chấm chọn, không lấy thẳng từ sổ được.',
    en: 'What was reached here must be chosen by a person; it cannot come from a register.',
  },
};

const misfit = (code: MisfitCode): Outcome<never, Misfit> => refuse({ code, message: TEXTS[code] });

type Ratio = { readonly numerator: string; readonly denominator: string };

/** A share as it is; a percentage without its counts stands for itself out of a hundred. */
function ratioOf({ unit }: MeasureKind, { numerator, denominator, value }: MeasureFigures): Ratio | null {
  if (numerator !== undefined && denominator !== undefined) return { numerator, denominator };
  return unit === '%' && value !== undefined ? { numerator: value, denominator: '100' } : null;
}

function countOf({ count, value }: MeasureFigures): string | null {
  const counted = count ?? value;
  return counted !== undefined && new Decimal(counted).isInteger() ? counted : null;
}

/** One number: a value, a count, or the percentage that a share makes; a share of nothing is no number. */
function numberOf({ value, count, numerator, denominator }: MeasureFigures): string | null {
  if (value !== undefined || count !== undefined) return value ?? count ?? null;
  if (numerator === undefined || denominator === undefined || new Decimal(denominator).isZero()) return null;
  return new Decimal(numerator).times(100).dividedBy(denominator).toFixed();
}

const REACHED = {
  '>=': (value: Decimal, goal: string) => value.greaterThanOrEqualTo(goal),
  '>': (value: Decimal, goal: string) => value.greaterThan(goal),
  '=': (value: Decimal, goal: string) => value.equals(goal),
  '<': (value: Decimal, goal: string) => value.lessThan(goal),
  '<=': (value: Decimal, goal: string) => value.lessThanOrEqualTo(goal),
} as const;

/** Yes where the target is reached; without one: something was counted, or all of a share was done. */
function answerOf(measure: MeasureKind, figures: MeasureFigures): Outcome<LeafInput, Misfit> {
  const value = numberOf(figures);
  if (value === null) return misfit('no-data');
  const { target, kind } = measure;
  const isShare = figures.numerator !== undefined && figures.denominator !== undefined;
  const isYes = target
    ? REACHED[target.op](new Decimal(value), target.value)
    : isShare || (measure.unit === '%' && kind !== 'count')
      ? new Decimal(value).greaterThanOrEqualTo(100)
      : new Decimal(value).greaterThan(0);
  return accept({ answer: isYes ? 'yes' : 'no' });
}

function latenessOf({ expected, late, missing }: MeasureFigures): Outcome<LeafInput, Misfit> {
  if (late === undefined || missing === undefined) return misfit('needs-lateness');
  return accept({ ...(expected === undefined ? {} : { expected }), late, missing });
}

function counted(figures: MeasureFigures, write: (count: string) => LeafInput): Outcome<LeafInput, Misfit> {
  const count = countOf(figures);
  return count === null ? misfit('needs-count') : accept(write(count));
}

/**
 * The figures of a measure as the rule of a leaf asks for them, or why they do not fit. Zero is a figure; only `null` is
 * "chưa có số liệu". Nothing is guessed: what a rule leaves to a person's judgement stays with the person.
 *
 * @source issue 4, part 4; docs/decisions/0124
 */
export function inputOfFigures(
  rule: LeafRule,
  measure: MeasureKind,
  figures: MeasureFigures | null,
): Outcome<LeafInput, Misfit> {
  if (figures === null) return misfit('no-data');
  switch (rule.shape) {
    case 'proportional':
    case 'banded_ratio':
    case 'band_then_proportional':
    case 'all_or_nothing': {
      const ratio = ratioOf(measure, figures);
      return ratio ? accept(ratio) : misfit('needs-ratio');
    }
    case 'lateness_penalty':
      return latenessOf(figures);
    case 'count_based':
      return counted(figures, (count) => ({ count }));
    case 'deduction':
      return rule.events.length === 1 ? counted(figures, (count) => ({ events: [count] })) : misfit('by-hand');
    case 'yes_no':
      return answerOf(measure, figures);
    case 'external_scaled': {
      const value = numberOf(figures);
      return value === null ? misfit('needs-value') : accept({ value });
    }
    case 'survey_scaled': {
      // A mean has a scale of its own: only a plain value can be one.
      if (rule.input === 'mean')
        return figures.value === undefined ? misfit('needs-value') : accept({ mean: figures.value });
      const percent = rule.input === 'options' ? null : numberOf(figures);
      return percent === null ? misfit('needs-value') : accept({ percent });
    }
    case 'staged':
    case 'checklist':
    case 'formula_choice':
      return misfit('by-hand');
  }
}

/** Whether a measure that was made for the leaf can be one of several in a rule with events, parts or levels. */
export function fillsPlace(rule: LeafRule, { kind }: MeasureKind): boolean {
  const hasPlaces = rule.shape === 'staged' || rule.shape === 'checklist' || rule.shape === 'deduction';
  const kinds: readonly MeasureKind['kind'][] = kindsForShape[rule.shape];
  return hasPlaces && kinds.includes(kind);
}

/** Kinds of measures that could feed a rule at all: what the leaf page offers. */
export function fitsRule(rule: LeafRule, measure: MeasureKind): boolean {
  const samples: Readonly<Record<MeasureKind['kind'], MeasureFigures>> = {
    count: { count: '1' },
    share: { numerator: '1', denominator: '1' },
    sum: { value: '1' },
    average: { value: '1' },
    latest: { value: '1' },
    lateness: { expected: '1', late: '0', missing: '0' },
  };
  return inputOfFigures(rule, measure, samples[measure.kind]).ok;
}
