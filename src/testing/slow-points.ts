import type { RawCase, RawExtra, RawScoring } from './random-sets.ts';

/**
 * A second calculation of points, made to be compared with the product: fractions of whole numbers instead of decimals,
 * straight from the raw file, one long function per question, no sharing with the product's code.
 */
export type Fraction = { readonly top: bigint; readonly bottom: bigint };

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));

function fraction(top: bigint, bottom: bigint): Fraction {
  const sign = bottom < 0n ? -1n : 1n;
  const shared = gcd(top, bottom) || 1n;
  return { top: (sign * top) / shared, bottom: (sign * bottom) / shared };
}

export function exactly(value: number | string): Fraction {
  const [whole = '0', decimals = ''] = String(value).split('.');
  return fraction(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
}

const add = (a: Fraction, b: Fraction) => fraction(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
const negate = (a: Fraction) => fraction(-a.top, a.bottom);
const minus = (a: Fraction, b: Fraction) => add(a, negate(b));
const times = (a: Fraction, b: Fraction) => fraction(a.top * b.top, a.bottom * b.bottom);
const over = (a: Fraction, b: Fraction) => fraction(a.top * b.bottom, a.bottom * b.top);
const isLess = (a: Fraction, b: Fraction) => a.top * b.bottom < b.top * a.bottom;
const smaller = (a: Fraction, b: Fraction) => (isLess(a, b) ? a : b);
const larger = (a: Fraction, b: Fraction) => (isLess(a, b) ? b : a);
const NOTHING = fraction(0n, 1n);
const WHOLE = fraction(1n, 1n);

/** Rounds to a number of decimals, digit by digit as a person would. */
export function roundTo(value: Fraction, digits: number, mode: RawScoring['rounding']['mode']): Fraction {
  const scale = 10n ** BigInt(digits);
  const isNegative = value.top < 0n;
  const top = (isNegative ? -value.top : value.top) * scale;
  const cut = top / value.bottom;
  const rest = (top % value.bottom) * 2n;
  const isUp =
    mode === 'up'
      ? rest > 0n
      : mode === 'down'
        ? false
        : rest > value.bottom || (rest === value.bottom && (mode === 'half_up' || cut % 2n === 1n));
  const rounded = isUp ? cut + 1n : cut;
  return fraction(isNegative ? -rounded : rounded, scale);
}

// biome-ignore lint/suspicious/noExplicitAny: the raw file is read as it stands
type Raw = any;
type Answer = Fraction | 'does-not-apply' | 'refused';

function ofFormula(expression: string, max: Fraction, values: Record<string, Fraction>): Fraction | null {
  const { a = NOTHING, b = NOTHING, r = NOTHING } = values;
  switch (expression) {
    case 'a / b * max':
      return b.top === 0n ? null : times(over(a, b), max);
    case 'max - 0.1 * a':
      return minus(max, times(exactly(0.1), a));
    case 'min(max, a / 10) + 0 * b':
      return smaller(max, over(a, exactly(10)));
    case 'r * max':
      return times(r, max);
    case 'max * (r - 0.5) * 2':
      return times(times(max, minus(r, exactly(0.5))), exactly(2));
    default:
      throw new Error(`the model does not know ${expression}`);
  }
}

function ofRatio(rule: Raw, measure: Raw, max: Fraction): Answer {
  if (measure.denominator === 0)
    return rule.zero_denominator === 'full' ? max : rule.zero_denominator === 'zero' ? NOTHING : 'does-not-apply';
  const r = smaller(WHOLE, over(exactly(measure.numerator), exactly(measure.denominator)));
  if (rule.shape === 'all_or_nothing') return isLess(r, exactly(rule.threshold)) ? NOTHING : max;
  if (rule.shape === 'proportional') {
    if (rule.floor_ratio !== null && isLess(r, exactly(rule.floor_ratio))) return NOTHING;
    return rule.divide_by_target ? times(max, smaller(WHOLE, over(r, exactly(rule.target_ratio)))) : times(max, r);
  }
  const reached = rule.bands.filter((band: Raw) => !isLess(r, exactly(band.from_ratio))).at(-1);
  if (reached.points !== undefined) return exactly(reached.points);
  if (reached.factor !== undefined) return times(exactly(reached.factor), max);
  return ofFormula(reached.formula, max, { r }) ?? 'refused';
}

/** Points of one measure before rounding and clipping. */
function ofMeasure(rule: Raw, measure: Raw, max: Fraction): Answer {
  switch (rule.shape) {
    case 'yes_no':
      return exactly(measure.answer === 'yes' ? rule.points_yes : rule.points_no);
    case 'staged':
      return exactly(rule.levels[measure.level].points);
    case 'checklist': {
      let sum = NOTHING;
      for (let i = 0; i < rule.parts.length; i += 1)
        if (measure.parts[i]) sum = add(sum, exactly(rule.parts[i].points));
      return sum;
    }
    case 'lateness_penalty': {
      if (rule.zero_if_late_at_least !== null && measure.late >= rule.zero_if_late_at_least) return NOTHING;
      let left = max;
      for (let i = 0; i < measure.late; i += 1) left = minus(left, exactly(rule.per_late));
      for (let i = 0; i < measure.missing; i += 1) left = minus(left, exactly(rule.per_missing));
      return larger(left, exactly(rule.floor));
    }
    case 'count_based': {
      if (measure.count < (rule.minimum_items ?? 0)) return NOTHING;
      return times(exactly(rule.points_each), exactly(Math.min(measure.count, rule.max_items)));
    }
    case 'deduction': {
      let left = max;
      for (let i = 0; i < rule.events.length; i += 1)
        left = minus(left, times(exactly(rule.events[i].points_each), exactly(measure.events[i])));
      return larger(left, exactly(rule.floor));
    }
    case 'external_scaled': {
      const r = over(exactly(measure.value), exactly(rule.index_max));
      if (isLess(WHOLE, r)) return 'refused';
      if (rule.floor_ratio !== null && isLess(r, exactly(rule.floor_ratio))) return NOTHING;
      return times(max, smaller(WHOLE, rule.target_ratio === null ? r : over(r, exactly(rule.target_ratio))));
    }
    case 'survey_scaled':
      return times(max, over(exactly(measure.percent), exactly(100)));
    case 'formula_choice': {
      const values = { a: exactly(measure.variables.a), b: exactly(measure.variables.b) };
      return ofFormula(rule.formulas[0].expression, max, values) ?? NOTHING;
    }
    default:
      return ofRatio(rule, measure, max);
  }
}

export type SlowLeaf = { points: Fraction | null; exact: Fraction | null; applies: boolean };
export type SlowResult = { leaves: SlowLeaf[]; total: Fraction; possible: Fraction; percent: Fraction | null };

function ofLeaf(leaf: RawCase['leaves'][number]): Answer | 'no-data' {
  const max = exactly(leaf.max);
  const { measure, policy } = leaf as { measure: Raw; policy?: string };
  if (measure === undefined) return 'no-data';
  const answer = measure.not_applicable ? 'does-not-apply' : ofMeasure(leaf.rule, measure, max);
  if (answer !== 'does-not-apply') return answer;
  return policy === 'full_if_none' ? max : policy === 'zero_if_none' ? NOTHING : 'does-not-apply';
}

function sumExtras(extras: readonly RawExtra[], cap: number | null, scoring: RawScoring): Fraction {
  let sum = NOTHING;
  for (const { rule, measure } of extras) {
    const worth = times(exactly(rule.per_item), exactly((measure as Raw)?.count ?? 0));
    sum = add(sum, roundTo(smaller(worth, exactly(rule.cap)), scoring.rounding.leaf_decimals, scoring.rounding.mode));
  }
  return cap === null ? sum : smaller(sum, exactly(cap));
}

export function slowPoints(raw: RawCase): SlowResult {
  const { leaf_decimals: leafDigits, total_decimals: totalDigits, percent_decimals, mode, sum } = raw.scoring.rounding;
  const answers = raw.leaves.map(ofLeaf);
  const emptied = new Set<string>();
  raw.leaves.forEach((leaf, index) => {
    const measure = leaf.measure as Raw;
    const isScored = typeof answers[index] === 'object' && !measure?.not_applicable;
    if (isScored && (leaf.rule as Raw).cascade_to && (measure.late > 0 || measure.missing > 0))
      for (const target of (leaf.rule as Raw).cascade_to) emptied.add(target);
  });
  const leaves = raw.leaves.map((leaf, index): SlowLeaf => {
    const answer = answers[index];
    if (answer === 'does-not-apply') return { points: NOTHING, exact: NOTHING, applies: false };
    if (answer === 'refused') return { points: null, exact: null, applies: true };
    if (emptied.has(leaf.code)) return { points: NOTHING, exact: NOTHING, applies: true };
    if (answer === 'no-data' || answer === undefined) return { points: null, exact: null, applies: true };
    const lowest =
      (leaf.rule as Raw).shape === 'deduction' ? smaller(NOTHING, exactly((leaf.rule as Raw).floor)) : NOTHING;
    const exact = larger(lowest, smaller(exactly(leaf.max), answer));
    return { points: smaller(roundTo(exact, leafDigits, mode), exactly(leaf.max)), exact, applies: true };
  });
  const possible = raw.leaves.reduce(
    (all, leaf, i) => (leaves[i]?.applies ? add(all, exactly(leaf.max)) : all),
    NOTHING,
  );
  const earned = leaves.reduce((all, leaf) => {
    const counted = sum === 'of_rounded_leaves' ? leaf.points : leaf.exact;
    return counted ? add(all, counted) : all;
  }, NOTHING);
  const bonus = sumExtras(raw.bonus, raw.scoring.bonus_cap, raw.scoring);
  const penalty = sumExtras(raw.penalty, raw.scoring.penalty_cap, raw.scoring);
  const rounded = roundTo(minus(add(earned, bonus), penalty), totalDigits, mode);
  const total = larger(exactly(raw.scoring.final_floor_points), smaller(rounded, possible));
  const percent =
    possible.top === 0n ? null : roundTo(over(times(total, exactly(100)), possible), percent_decimals, mode);
  return { leaves, total, possible, percent };
}
