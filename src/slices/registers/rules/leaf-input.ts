import { Decimal } from '../../../kernel/decimal.ts';
import type { Rule, Shape } from '../../criteria/index.ts';
import type { MeasureDefinition, MeasureFigures } from './measure.ts';

/** A measure that was read, with what the leaf must know of it. */
export type LeafReading = Pick<MeasureDefinition, 'kind' | 'target' | 'place'> & {
  readonly figures: MeasureFigures | null;
};

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
  external_scaled: ['latest', 'average', 'sum', 'share'],
  survey_scaled: ['share', 'average'],
  formula_choice: [],
  group_sum: [],
} as const satisfies Record<Shape, readonly Kind[]>;

/** A share as a percentage; null where nothing is below the line. */
function percentOf({ numerator, denominator }: MeasureFigures): Decimal | null {
  if (numerator === undefined || denominator === undefined || new Decimal(denominator).isZero()) return null;
  return new Decimal(numerator).div(denominator).mul(100);
}

function singleValue(figures: MeasureFigures): Decimal | null {
  const single = figures.value ?? figures.count;
  return single === undefined ? percentOf(figures) : new Decimal(single);
}

function compare(value: Decimal, { op, value: wanted }: NonNullable<LeafReading['target']>): boolean {
  const order = value.comparedTo(wanted);
  if (op === '=') return order === 0;
  const isBeyond = op.startsWith('>') ? order > 0 : order < 0;
  return isBeyond || (op.endsWith('=') && order === 0);
}

/**
 * Whether a reading says yes: its target is met. Without a target: everything on time, all of a share, at least one
 * record. null: there are no figures to say so from.
 */
export function meetsTarget({ kind, target, figures }: LeafReading): boolean | null {
  if (figures === null) return null;
  if (kind === 'lateness') return figures.late === '0' && figures.missing === '0';
  const value = singleValue(figures);
  if (value === null) return null;
  return compare(value, target ?? { op: '>=', value: kind === 'share' ? '100' : '1' });
}

const counts = ({ figures }: LeafReading): string | undefined => figures?.count ?? figures?.value;

/** One value for each place of a rule; null where a place has no figures: a gap is not a zero. */
function inPlaces<Value>(
  places: number,
  readings: readonly LeafReading[],
  take: (reading: LeafReading) => Value | null | undefined,
): Value[] | null {
  const values: Value[] = [];
  for (let place = 0; place < places; place += 1) {
    const reading = readings.find((one) => (one.place ?? 0) === place);
    const value = reading === undefined ? null : take(reading);
    if (value === null || value === undefined) return null;
    values.push(value);
  }
  return values;
}

/** The first level, from the best, whose reading meets its target; the last one where none does. */
function levelOf(levels: number, readings: readonly LeafReading[]): number | null {
  const judgedLevels = readings.map((reading) => ({ place: reading.place ?? 0, met: meetsTarget(reading) }));
  if (judgedLevels.every(({ met }) => met === null)) return null;
  const reached = judgedLevels.filter(({ met }) => met === true).map(({ place }) => place);
  return reached.length === 0 ? levels - 1 : Math.min(...reached);
}

/**
 * The input of a leaf as its rule asks for it, made of the measures that feed it.
 *
 * @param readings measures wired to the leaf; several where the rule has several places, else the first one counts
 * @returns null where figures are missing or do not fit: "no data", never a guess
 */
export function leafInput(rule: Rule, readings: readonly LeafReading[]): Record<string, unknown> | null {
  const kinds: readonly Kind[] = kindsForShape[rule.shape];
  const fitting = readings.filter(({ kind, figures }) => kinds.includes(kind) && figures !== null);
  const [first] = fitting;
  if (first?.figures == null) return null;
  const { figures } = first;
  switch (rule.shape) {
    case 'yes_no': {
      const met = meetsTarget(first);
      return met === null ? null : { answer: met ? 'yes' : 'no' };
    }
    case 'staged': {
      const level = levelOf(rule.levels.length, fitting);
      return level === null ? null : { level };
    }
    case 'checklist': {
      const parts = inPlaces(rule.parts.length, fitting, meetsTarget);
      return parts && { parts };
    }
    case 'deduction': {
      const events = inPlaces(rule.events.length, fitting, counts);
      return events && { events };
    }
    case 'lateness_penalty':
      return { expected: figures.expected, late: figures.late, missing: figures.missing };
    case 'count_based':
    case 'bonus':
    case 'penalty':
      return { count: counts(first) };
    case 'external_scaled': {
      const value = singleValue(figures);
      return value && { value: value.toFixed() };
    }
    case 'survey_scaled': {
      if (first.kind === 'average') return figures.value === undefined ? null : { mean: figures.value };
      const percent = percentOf(figures);
      return percent && { percent: percent.toFixed(), responses: figures.denominator };
    }
    case 'formula_choice':
    case 'group_sum':
      return null;
    default:
      return { numerator: figures.numerator, denominator: figures.denominator };
  }
}
