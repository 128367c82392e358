/**
 * Points of a whole set a third time, from the words of the issue and of the rules alone: no code shared with the product or
 * with slow-points.ts. Every figure is a fraction of whole numbers; nothing is rounded before a rule says so.
 */
export type Q = { readonly n: bigint; readonly d: bigint };

const abs = (a: bigint): bigint => (a < 0n ? -a : a);
const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? abs(a) : gcd(b, a % b));
const q = (n: bigint, d = 1n): Q => {
  const g = gcd(n, d) || 1n;
  return d < 0n ? { n: -n / g, d: -d / g } : { n: n / g, d: d / g };
};
/** "12.50", 3, "1e9": any figure as written. */
export function toQ(value: string | number): Q {
  const [mantissa = '0', power = '0'] = String(value).toLowerCase().split('e');
  const [whole = '0', rest = ''] = mantissa.split('.');
  const scale = Number(power) - rest.length;
  const digits = BigInt(`${whole}${rest}`);
  return scale >= 0 ? q(digits * 10n ** BigInt(scale)) : q(digits, 10n ** BigInt(-scale));
}
const ZERO = q(0n);
const plus = (a: Q, b: Q): Q => q(a.n * b.d + b.n * a.d, a.d * b.d);
const neg = (a: Q): Q => q(-a.n, a.d);
const minus = (a: Q, b: Q): Q => plus(a, neg(b));
const mul = (a: Q, b: Q): Q => q(a.n * b.n, a.d * b.d);
const div = (a: Q, b: Q): Q => q(a.n * b.d, a.d * b.n);
const less = (a: Q, b: Q): boolean => a.n * b.d < b.n * a.d;
const same = (a: Q, b: Q): boolean => a.n * b.d === b.n * a.d;
const least = (a: Q, b: Q): Q => (less(b, a) ? b : a);
const most = (a: Q, b: Q): Q => (less(a, b) ? b : a);

export type Mode = 'half_up' | 'half_even' | 'down' | 'up';

function round(value: Q, digits: number, mode: Mode): Q {
  const sign = value.n < 0n ? -1n : 1n;
  const scaled = abs(value.n) * 10n ** BigInt(digits);
  const cut = scaled / value.d;
  const rest = scaled % value.d;
  const twice = 2n * rest;
  const grows =
    (mode === 'up' && rest > 0n) ||
    (mode === 'half_up' && twice >= value.d) ||
    (mode === 'half_even' && (twice > value.d || (twice === value.d && cut % 2n === 1n)));
  return q(sign * (grows ? cut + 1n : cut), 10n ** BigInt(digits));
}

// biome-ignore lint/suspicious/noExplicitAny: the raw file and the raw measures are read as they stand
type Any = any;
type Result = { points: Q; exact: Q; applies: boolean } | 'none';
type Judged = Q | 'left-out' | 'refused';

const FIGURE = /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i;
const isFigure = (value: unknown): value is string | number =>
  (typeof value === 'number' && Number.isFinite(value)) || (typeof value === 'string' && FIGURE.test(value));
const figure = (value: unknown): Q | null => {
  if (!isFigure(value)) return null;
  const found = toQ(value);
  return found.n < 0n ? null : found;
};
const count = (value: unknown): Q | null => {
  const found = figure(value);
  return found && found.d === 1n ? found : null;
};
const given = (value: unknown): boolean => value !== null && value !== undefined;

function bandWorth(rule: Any, r: Q, max: Q): Judged {
  for (const band of rule.bands) {
    const [low, high] = [toQ(band.from_ratio), toQ(band.to_ratio)];
    const above = less(low, r) || (same(low, r) && band.from_inclusive);
    const below = less(r, high) || (same(r, high) && band.to_inclusive);
    if (!above || !below) continue;
    if (given(band.points)) return toQ(band.points);
    if (given(band.factor)) return mul(toQ(band.factor), max);
    return mul(r, max);
  }
  return 'refused';
}

function ratioShape(rule: Any, measure: Any, max: Q): Judged {
  const [top, bottom] = [figure(measure.numerator), figure(measure.denominator)];
  if (!top || !bottom) return 'refused';
  if (bottom.n === 0n)
    return rule.zero_denominator === 'full' ? max : rule.zero_denominator === 'zero' ? ZERO : 'left-out';
  const r = least(q(1n), div(top, bottom));
  if (rule.shape === 'all_or_nothing') return less(r, toQ(rule.threshold)) ? ZERO : max;
  if (rule.shape !== 'proportional') return bandWorth(rule, r, max);
  if (given(rule.floor_ratio) && less(r, toQ(rule.floor_ratio))) return ZERO;
  const target = given(rule.target_ratio) ? toQ(rule.target_ratio) : q(1n);
  if ((rule.divide_by_target || rule.full_at_target) && !less(r, target)) return max;
  return mul(max, rule.divide_by_target ? div(r, target) : r);
}

function late(rule: Any, measure: Any, max: Q): Judged {
  const [tardy, absent] = [count(measure.late), count(measure.missing)];
  if (!tardy || !absent || (given(measure.expected) && !count(measure.expected))) return 'refused';
  if (given(rule.zero_if_late_at_least) && !less(tardy, toQ(rule.zero_if_late_at_least))) return ZERO;
  const charged = most(ZERO, minus(tardy, toQ(rule.grace ?? 0)));
  const start = given(rule.base) ? toQ(rule.base) : max;
  const left = minus(minus(start, mul(charged, toQ(rule.per_late))), mul(absent, toQ(rule.per_missing)));
  return most(left, toQ(rule.floor ?? 0));
}

function events(rule: Any, measure: Any, max: Q): Judged {
  if (!Array.isArray(measure.events) || measure.events.length !== rule.events.length) return 'refused';
  let left = rule.start === 'max' ? max : toQ(rule.start);
  for (const [at, kind] of rule.events.entries()) {
    const happened = count(measure.events[at]);
    if (!happened) return 'refused';
    const taken = mul(toQ(kind.points_each), happened);
    left = minus(left, given(kind.per_event_cap) ? least(taken, toQ(kind.per_event_cap)) : taken);
  }
  return most(left, toQ(rule.floor ?? 0));
}

function survey(rule: Any, measure: Any, max: Q): Judged {
  let share: Q;
  if (rule.input === 'mean') {
    if (!isFigure(measure.mean)) return 'refused';
    const low = toQ(rule.input_min ?? 0);
    share = div(minus(toQ(measure.mean), low), minus(toQ(rule.input_max ?? 100), low));
  } else if (rule.input === 'options') {
    if (!Array.isArray(measure.options) || measure.options.length !== rule.option_weights.length) return 'refused';
    let [weighed, all] = [ZERO, ZERO];
    for (const [at, weight] of rule.option_weights.entries()) {
      const answers = count(measure.options[at]);
      if (!answers) return 'refused';
      weighed = plus(weighed, mul(answers, toQ(weight)));
      all = plus(all, answers);
    }
    if (all.n === 0n) return 'refused';
    share = div(weighed, mul(all, q(100n)));
  } else {
    const reached = figure(measure.percent);
    if (!reached) return 'refused';
    share = div(reached, q(100n));
  }
  return less(share, ZERO) || less(q(1n), share) ? 'refused' : mul(max, share);
}

/** The two formulas that the wide cases use. */
function formula(rule: Any, measure: Any, max: Q): Judged {
  const [a, b] = [measure.variables?.a, measure.variables?.b];
  const key = measure.formula ?? rule.chosen.self;
  if (!isFigure(a) || !isFigure(b) || !['share', 'less'].includes(key)) return 'refused';
  if (key === 'less') return most(ZERO, least(max, minus(max, mul(toQ('0.1'), toQ(a)))));
  if (toQ(b).n === 0n)
    return rule.zero_denominator === 'full' ? max : rule.zero_denominator === 'zero' ? ZERO : 'left-out';
  return most(ZERO, least(max, mul(div(toQ(a), toQ(b)), max)));
}

function judge(rule: Any, measure: Any, max: Q): Judged {
  switch (rule.shape) {
    case 'yes_no':
      if (measure.answer === 'not_applicable') return 'left-out';
      if (measure.answer !== 'yes' && measure.answer !== 'no') return 'refused';
      return toQ(measure.answer === 'yes' ? rule.points_yes : rule.points_no);
    case 'staged': {
      const level = count(measure.level);
      const found = level && rule.levels[Number(level.n)];
      return found ? toQ(found.points) : 'refused';
    }
    case 'checklist': {
      const { parts } = measure;
      if (!Array.isArray(parts) || parts.length !== rule.parts.length || parts.some((one) => typeof one !== 'boolean'))
        return 'refused';
      return rule.parts.reduce(
        (sum: Q, part: Any, at: number) => (parts[at] ? plus(sum, toQ(part.points)) : sum),
        ZERO,
      );
    }
    case 'lateness_penalty':
      return late(rule, measure, max);
    case 'count_based': {
      const items = count(measure.count);
      if (!items) return 'refused';
      if (given(rule.minimum_items) && less(items, toQ(rule.minimum_items))) return ZERO;
      return mul(toQ(rule.points_each), least(items, toQ(rule.max_items)));
    }
    case 'deduction':
      return events(rule, measure, max);
    case 'external_scaled': {
      const value = figure(measure.value);
      const scale = toQ(rule.index_max);
      if (!value || less(scale, value)) return 'refused';
      if (given(rule.floor_ratio) && less(value, mul(toQ(rule.floor_ratio), scale))) return ZERO;
      const aim = given(rule.target_ratio) ? mul(toQ(rule.target_ratio), scale) : scale;
      return less(value, aim) ? mul(max, div(value, aim)) : max;
    }
    case 'survey_scaled':
      return survey(rule, measure, max);
    case 'formula_choice':
      return formula(rule, measure, max);
    default:
      return ratioShape(rule, measure, max);
  }
}

function ofLeaf(leaf: Any, measure: Any, rounding: Any): Result {
  const max = toQ(leaf.max_points);
  if (measure === null || measure === undefined || typeof measure !== 'object' || Array.isArray(measure)) return 'none';
  const mark = measure.not_applicable ?? false;
  if (typeof mark !== 'boolean') return 'none';
  const declares = mark || (leaf.rule.shape === 'yes_no' && measure.answer === 'not_applicable');
  if (declares && leaf.not_applicable_policy === 'not_allowed') return 'none';
  const judged = declares ? 'left-out' : judge(leaf.rule, measure, max);
  if (judged === 'refused') return 'none';
  const policy = leaf.not_applicable_policy;
  if (judged === 'left-out' && policy !== 'full_if_none' && policy !== 'zero_if_none')
    return { points: ZERO, exact: ZERO, applies: false };
  const worth = judged === 'left-out' ? (policy === 'full_if_none' ? max : ZERO) : judged;
  const floor = leaf.rule.shape === 'deduction' ? least(ZERO, toQ(leaf.rule.floor ?? 0)) : ZERO;
  const exact = most(floor, least(max, worth));
  return { points: least(max, round(exact, rounding.leaf_decimals, rounding.mode)), exact, applies: true };
}

/** Own late or missing items, beyond the grace, of a leaf that could be scored. */
function empties(leaf: Any, measure: Any, result: Result): boolean {
  if (leaf.rule.shape !== 'lateness_penalty' || result === 'none' || !measure || measure.not_applicable) return false;
  return Number(measure.late) > (leaf.rule.grace ?? 0) || Number(measure.missing) > 0;
}

const extras = (lines: Any[], measures: Any, cap: unknown, rounding: Any): Q => {
  let sum = ZERO;
  for (const { code, rule } of lines) {
    const items = measures[code] && !measures[code].not_applicable ? count(measures[code].count) : null;
    if (!items) continue;
    const worth = least(mul(toQ(rule.per_item), items), toQ(rule.cap));
    sum = plus(sum, round(worth, rounding.leaf_decimals, rounding.mode));
  }
  return given(cap) ? least(sum, toQ(cap as string)) : sum;
};

export type PlainScore = {
  leaves: { code: string; points: Q | null; applies: boolean }[];
  areas: { code: string; points: Q; possible: Q }[];
  total: Q;
  possible: Q;
  percent: Q | null;
  grade: string | null;
};

const leavesIn = (node: Any): Any[] => (node.sub_criteria ? node.sub_criteria.flatMap(leavesIn) : [node]);

/** @param file the set as plain values, @param measures by code, both as they stand in their files */
export function plainScore(file: Any, measures: Any): PlainScore {
  const { scoring } = file;
  const { rounding } = scoring;
  const areas = file.areas.map((area: Any) => ({ code: area.code, leaves: area.criteria.flatMap(leavesIn) }));
  const all: Any[] = areas.flatMap((area: Any) => area.leaves);
  const results = new Map<string, Result>(all.map((leaf) => [leaf.code, ofLeaf(leaf, measures[leaf.code], rounding)]));
  const emptied = new Set<string>(
    all.flatMap((leaf) =>
      empties(leaf, measures[leaf.code], results.get(leaf.code) ?? 'none') ? (leaf.rule.cascade_to ?? []) : [],
    ),
  );
  for (const leaf of all) {
    const own = results.get(leaf.code) ?? 'none';
    const measure = measures[leaf.code];
    const isUnmeasured = measure === undefined || measure === null;
    if (emptied.has(leaf.code) && (own === 'none' ? isUnmeasured : own.applies))
      results.set(leaf.code, { points: ZERO, exact: ZERO, applies: true });
  }
  const sumOf = (leaves: Any[], rounded: boolean): Q =>
    leaves.reduce((sum: Q, { code }) => {
      const one = results.get(code) ?? 'none';
      return one === 'none' || !one.applies ? sum : plus(sum, rounded ? one.points : one.exact);
    }, ZERO);
  const possibleOf = (leaves: Any[]): Q =>
    leaves.reduce((sum: Q, { code, max_points: max }) => {
      const one = results.get(code) ?? 'none';
      return one !== 'none' && !one.applies ? sum : plus(sum, toQ(max));
    }, ZERO);
  const byRounded = rounding.sum === 'of_rounded_leaves';
  const whole = all.reduce((sum: Q, leaf) => plus(sum, toQ(leaf.max_points)), ZERO);
  // A bonus inside the total brings its own part of the possible points.
  const possible = plus(possibleOf(all), minus(toQ(scoring.total_points), whole));
  const bonus = extras(file.bonus, measures, scoring.bonus_cap, rounding);
  const penalty = extras(file.penalty, measures, scoring.penalty_cap, rounding);
  const sum = round(minus(plus(sumOf(all, byRounded), bonus), penalty), rounding.total_decimals, rounding.mode);
  const ceiling = given(scoring.final_cap_points) ? least(toQ(scoring.final_cap_points), possible) : possible;
  const total = most(toQ(scoring.final_floor_points ?? 0), least(sum, ceiling));
  const share = possible.n === 0n ? null : div(mul(total, q(100n)), possible);
  const grades = scoring.grading.filter((grade: Any) => share && !less(share, toQ(grade.from_percent)));
  const best = grades.reduce(
    (top: Any, grade: Any) => (!top || less(toQ(top.from_percent), toQ(grade.from_percent)) ? grade : top),
    null,
  );
  return {
    leaves: all.map(({ code }) => {
      const one = results.get(code) ?? 'none';
      return one === 'none'
        ? { code, points: null, applies: true }
        : { code, points: one.points, applies: one.applies };
    }),
    areas: areas.map((area: Any) => ({
      code: area.code,
      points: byRounded
        ? sumOf(area.leaves, true)
        : round(sumOf(area.leaves, false), rounding.total_decimals, rounding.mode),
      possible: possibleOf(area.leaves),
    })),
    total,
    possible,
    percent: share && round(share, rounding.percent_decimals, rounding.mode),
    grade: best?.label ?? null,
  };
}

export const tellQ = ({ n, d }: Q): string => `${n}/${d}`;
