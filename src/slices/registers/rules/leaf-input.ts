import { Decimal } from '../../../kernel/decimal.ts';
import { accept, type Outcome, refuse } from '../../../kernel/outcome.ts';
import type { BothLanguages, Rule, Shape } from '../../criteria/index.ts';
import type { MeasureDefinition, MeasureFigures } from './measure.ts';

/** What a leaf must know of a measure. */
export type FeedingMeasure = Pick<MeasureDefinition, 'kind' | 'unit' | 'target'>;

/** A measure that was read, at the place of the rule that it fills. */
export type LeafReading = FeedingMeasure & { readonly place?: number; readonly figures: MeasureFigures | null };

export type LeafInput = Readonly<Record<string, unknown>>;

export type MisfitCode =
  | 'no-data'
  | 'needs-ratio'
  | 'needs-lateness'
  | 'needs-count'
  | 'needs-value'
  | 'needs-places'
  | 'by-hand';

/** Why figures cannot be the input of a leaf's rule. */
export type Misfit = { readonly code: MisfitCode; readonly message: BothLanguages };

type Kind = MeasureDefinition['kind'];
const ratio: readonly Kind[] = ['share'];
const counted: readonly Kind[] = ['count', 'sum'];
const judged: readonly Kind[] = ['count', 'sum', 'share', 'average', 'latest', 'lateness'];

/** Kinds of measure that can fill a leaf, by the shape of its rule; formulas and groups are filled by hand. */
export const kindsForShape = {
  yes_no: judged,
  staged: judged,
  checklist: judged,
  lateness_penalty: ['lateness'],
  proportional: ratio,
  banded_ratio: ratio,
  band_then_proportional: ratio,
  all_or_nothing: ratio,
  count_based: counted,
  bonus: counted,
  penalty: counted,
  deduction: counted,
  external_scaled: ['latest', 'average', 'sum', 'share', 'count'],
  survey_scaled: ['share', 'average', 'latest', 'sum', 'count'],
  formula_choice: [],
  group_sum: [],
} as const satisfies Record<Shape, readonly Kind[]>;

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
  'needs-places': {
    vi: 'Còn phần của quy tắc chưa có số liệu',
    en: 'Parts of the rule have no figures yet',
  },
  'by-hand': {
    vi: 'Mức đạt của tiêu chí này phải do người chấm chọn, không lấy thẳng từ sổ được.',
    en: 'What was reached here must be chosen by a person; it cannot come from a register.',
  },
};

const misfit = (code: MisfitCode): Outcome<never, Misfit> => refuse({ code, message: TEXTS[code] });

/**
 * The places of a rule that measures fill one by one: events of a deduction, parts of a checklist, levels of stages but
 * the last one, which stands where none is reached. A rule with one input has one place without a name.
 */
export function placesOf(rule: Rule): readonly (string | null)[] {
  switch (rule.shape) {
    case 'deduction':
      return rule.events.map(({ event }) => event ?? null);
    case 'checklist':
      return rule.parts.map(({ label }) => label ?? null);
    case 'staged':
      return rule.levels.slice(0, Math.max(1, rule.levels.length - 1)).map(({ label }) => label ?? null);
    case 'formula_choice':
    case 'group_sum':
      return [];
    default:
      return [null];
  }
}

/** A share as a percentage; null where nothing is below the line. */
function percentOf({ numerator, denominator }: MeasureFigures): Decimal | null {
  if (numerator === undefined || denominator === undefined || new Decimal(denominator).isZero()) return null;
  return new Decimal(numerator).times(100).dividedBy(denominator);
}

function singleValue(figures: MeasureFigures): Decimal | null {
  const single = figures.value ?? figures.count;
  return single === undefined ? percentOf(figures) : new Decimal(single);
}

/** A share as it is; a percentage without its counts stands for itself out of a hundred. */
function ratioOf({ unit, figures }: LeafReading): LeafInput | null {
  const { numerator, denominator, value } = figures ?? {};
  if (numerator !== undefined && denominator !== undefined) return { numerator, denominator };
  return unit === '%' && value !== undefined ? { numerator: value, denominator: '100' } : null;
}

function countOf({ figures }: LeafReading): string | null {
  const given = figures?.count ?? figures?.value;
  return given !== undefined && new Decimal(given).isInteger() ? given : null;
}

function compare(value: Decimal, { op, value: wanted }: NonNullable<FeedingMeasure['target']>): boolean {
  const order = value.comparedTo(wanted);
  if (op === '=') return order === 0;
  const isBeyond = op.startsWith('>') ? order > 0 : order < 0;
  return isBeyond || (op.endsWith('=') && order === 0);
}

/**
 * Whether a reading says yes: its target is met. Without a target: everything on time, all of a share, at least one
 * record. null: there are no figures to say so from.
 */
export function meetsTarget({ kind, unit, target, figures }: LeafReading): boolean | null {
  if (figures === null) return null;
  if (kind === 'lateness') return figures.late === '0' && figures.missing === '0';
  const value = singleValue(figures);
  if (value === null) return null;
  const isShare = kind === 'share' || (unit === '%' && kind !== 'count');
  return compare(value, target ?? { op: '>=', value: isShare ? '100' : '1' });
}

/** One value for each place of a rule; the places without a figure by number: a gap is not a zero. */
function inPlaces<Value>(
  rule: Rule,
  readings: readonly LeafReading[],
  take: (reading: LeafReading) => Value | null,
): Outcome<Value[], Misfit> {
  const values = placesOf(rule).map((name, at) => {
    const reading = readings.find(({ place = 0 }) => place === at);
    return { name: name ?? String(at + 1), value: reading ? take(reading) : null };
  });
  const gaps = values.filter(({ value }) => value === null).map(({ name }) => name);
  const { vi, en } = TEXTS['needs-places'];
  if (gaps.length > 0) {
    const message = { vi: `${vi}: ${gaps.join('; ')}.`, en: `${en}: ${gaps.join('; ')}.` };
    return refuse({ code: 'needs-places', message });
  }
  return accept(values.flatMap(({ value }) => (value === null ? [] : [value])));
}

/** The first level, from the best, whose reading meets its target; the last one where none does. */
function levelOf(levels: number, readings: readonly LeafReading[]): number | null {
  const judgedLevels = readings.map((reading) => ({ place: reading.place ?? 0, met: meetsTarget(reading) }));
  if (judgedLevels.every(({ met }) => met === null)) return null;
  const reached = judgedLevels.filter(({ met }) => met === true).map(({ place }) => place);
  return reached.length === 0 ? levels - 1 : Math.min(...reached);
}

function latenessOf({ figures }: LeafReading): Outcome<LeafInput, Misfit> {
  const { expected, late, missing } = figures ?? {};
  if (late === undefined || missing === undefined) return misfit('needs-lateness');
  return accept({ ...(expected === undefined ? {} : { expected }), late, missing });
}

function surveyOf(wanted: 'percent' | 'mean' | 'options', { figures }: LeafReading): Outcome<LeafInput, Misfit> {
  // A mean has a scale of its own: only a plain value can be one.
  if (wanted === 'mean') return figures?.value === undefined ? misfit('needs-value') : accept({ mean: figures.value });
  const percent = wanted === 'options' || !figures ? null : singleValue(figures);
  if (percent === null) return misfit('needs-value');
  const responses = figures?.denominator;
  return accept({ percent: percent.toFixed(), ...(responses === undefined ? {} : { responses }) });
}

const orMisfit = (input: LeafInput | null, code: MisfitCode): Outcome<LeafInput, Misfit> =>
  input === null ? misfit(code) : accept(input);

/**
 * The input of a leaf as its rule asks for it, made of the measures that feed it, or why they make none. Zero is a
 * figure; only `null` is "chưa có số liệu". Nothing is guessed: what a rule leaves to judgement stays with the person.
 *
 * @param readings measures of the leaf, each at its place; of two at one place the first counts
 * @source issue 4, part 4; docs/decisions/0124, 0215, 0219
 */
export function leafInput(rule: Rule, readings: readonly LeafReading[]): Outcome<LeafInput, Misfit> {
  if (placesOf(rule).length === 0) return misfit('by-hand');
  const known = readings.filter(({ figures }) => figures !== null);
  const [first] = known;
  if (first?.figures == null) return misfit('no-data');
  switch (rule.shape) {
    case 'yes_no': {
      const met = meetsTarget(first);
      return orMisfit(met === null ? null : { answer: met ? 'yes' : 'no' }, 'no-data');
    }
    case 'staged': {
      const level = levelOf(rule.levels.length, known);
      return orMisfit(level === null ? null : { level }, 'no-data');
    }
    case 'checklist': {
      const parts = inPlaces(rule, known, meetsTarget);
      return parts.ok ? accept({ parts: parts.value }) : parts;
    }
    case 'deduction': {
      const events = inPlaces(rule, known, countOf);
      return events.ok ? accept({ events: events.value }) : events;
    }
    case 'lateness_penalty':
      return latenessOf(first);
    case 'count_based':
    case 'bonus':
    case 'penalty': {
      const count = countOf(first);
      return orMisfit(count === null ? null : { count }, 'needs-count');
    }
    case 'external_scaled': {
      const value = singleValue(first.figures);
      return orMisfit(value === null ? null : { value: value.toFixed() }, 'needs-value');
    }
    case 'survey_scaled':
      return surveyOf(rule.input ?? 'percent', first);
    case 'formula_choice':
    case 'group_sum':
      return misfit('by-hand');
    default:
      return orMisfit(ratioOf(first), 'needs-ratio');
  }
}

/** Whether a measure can fill a place of a rule at all: what the leaf page offers. */
export function fitsRule(rule: Rule, { kind, unit }: FeedingMeasure): boolean {
  const kinds: readonly Kind[] = kindsForShape[rule.shape];
  const isRatio = kinds === ratio;
  if (rule.shape === 'survey_scaled' && rule.input === 'options') return false;
  if (rule.shape === 'survey_scaled' && rule.input === 'mean') return ['sum', 'average', 'latest'].includes(kind);
  return kinds.includes(kind) || (isRatio && unit === '%' && ['sum', 'average', 'latest'].includes(kind));
}
