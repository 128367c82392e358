import type { Decimal } from '../../../kernel/decimal.ts';
import type { CriteriaSet, Extra, Leaf, ScoreStage } from '../../criteria/index.ts';
import { type MeasureOf, type Measures, readMeasure, refuseMeasure } from './measures.ts';
import { reckon } from './reckon.ts';
import { type Facts, smallerOf, ZERO } from './reckoning.ts';
import { roundBySet } from './rounding.ts';
import type { ExtraPoints, LeafPoints, SetPoints } from './score-result.ts';
import { addUp } from './totals.ts';

export type ScoringOptions = {
  /** Which formula `formula_choice` takes; the department's own scoring unless said otherwise. */
  readonly stage?: ScoreStage;
};

const NO_FACTS: Facts = {};

function unscored(leaf: Leaf, part: Partial<LeafPoints> & Pick<LeafPoints, 'status'>): LeafPoints {
  return {
    leaf,
    points: null,
    exact: null,
    lost: null,
    isApplicable: true,
    measure: null,
    facts: NO_FACTS,
    byPolicy: null,
    emptiedBy: null,
    doubts: [],
    refusal: null,
    ...part,
  };
}

/** The result of a leaf with its points rounded and clipped. */
export function scored(set: CriteriaSet, base: LeafPoints, exact: Decimal): LeafPoints {
  const { leaf } = base;
  const { rounding } = set.scoring;
  const points = smallerOf(roundBySet(exact, rounding.leaf_decimals, rounding), leaf.max);
  return { ...base, status: 'scored', exact, points, lost: leaf.max.minus(points) };
}

/**
 * A leaf that does not apply is left out, granted or zero, as its policy says. A leaf whose figures show that nothing
 * arose is left out also where nobody may *declare* it not applicable.
 *
 * @source domain.md §1.4; docs/decisions/0120
 */
function byPolicy(set: CriteriaSet, base: LeafPoints): LeafPoints {
  const { policy, max } = base.leaf;
  if (policy === 'full_if_none') return scored(set, { ...base, byPolicy: policy }, max);
  if (policy === 'zero_if_none') return scored(set, { ...base, byPolicy: policy }, ZERO);
  return {
    ...base,
    status: 'not-applicable',
    isApplicable: false,
    points: ZERO,
    exact: ZERO,
    lost: ZERO,
    byPolicy: 'exclude',
  };
}

const NOT_ALLOWED = refuseMeasure(
  'not-applicable-not-allowed',
  'Tiêu chí này không được khai là không áp dụng.',
  'This criterion may not be declared not applicable.',
);

/** Points of one leaf, before other leaves take any of them. */
export function scoreLeaf(set: CriteriaSet, leaf: Leaf, raw: unknown, stage: ScoreStage): LeafPoints {
  const read = readMeasure(leaf.rule.shape, raw);
  if (read.kind === 'no-data') return unscored(leaf, { status: 'no-data' });
  if (read.kind === 'refused') return unscored(leaf, { status: 'refused', refusal: read.refusal });
  if (read.kind === 'not-applicable') {
    if (leaf.policy === 'not_allowed') return unscored(leaf, { status: 'refused', refusal: NOT_ALLOWED });
    return byPolicy(set, unscored(leaf, { status: 'not-applicable' }));
  }
  const { measure } = read;
  const reckoning = reckon(leaf.rule, measure, leaf.max, stage);
  if (reckoning.kind === 'refused') return unscored(leaf, { status: 'refused', measure, refusal: reckoning.refusal });
  const base = unscored(leaf, { status: 'scored', measure, facts: reckoning.facts, doubts: reckoning.doubts });
  return reckoning.kind === 'not-applicable' ? byPolicy(set, base) : scored(set, base, reckoning.exact);
}

/** Leaf emptied → leaf that empties it: only an own late or missing item cascades, not an emptied leaf. */
export function findCascades(leaves: readonly LeafPoints[]): ReadonlyMap<string, string> {
  const emptied = new Map<string, string>();
  for (const { leaf, measure, status } of leaves) {
    if (leaf.rule.shape !== 'lateness_penalty' || !leaf.rule.cascade_to?.length || !measure || status !== 'scored')
      continue;
    const { late, missing } = measure as MeasureOf<'lateness_penalty'>;
    if (late - (leaf.rule.grace ?? 0) <= 0 && missing === 0) continue;
    for (const target of leaf.rule.cascade_to) if (!emptied.has(target)) emptied.set(target, leaf.code);
  }
  return emptied;
}

function applyCascade(set: CriteriaSet, result: LeafPoints, emptiedBy: string | undefined): LeafPoints {
  if (emptiedBy === undefined || result.status === 'refused' || result.status === 'not-applicable') return result;
  return scored(set, { ...result, emptiedBy }, ZERO);
}

export function scoreExtra(set: CriteriaSet, extra: Extra<'bonus'> | Extra<'penalty'>, raw: unknown): ExtraPoints {
  const { code, nameVi: name, rule } = extra;
  const read = readMeasure(rule.shape, raw);
  const refusal = read.kind === 'refused' ? read.refusal : null;
  if (read.kind !== 'measured') return { code, name, count: null, points: ZERO, cap: rule.cap, refusal };
  const { count } = read.measure;
  const { rounding } = set.scoring;
  const points = roundBySet(smallerOf(rule.per_item.times(count), rule.cap), rounding.leaf_decimals, rounding);
  return { code, name, count, points, cap: rule.cap, refusal };
}

function unknownCodes(set: CriteriaSet, measures: Measures): string[] {
  const known = new Set([...set.leaves, ...set.bonus, ...set.penalty].map((entry) => entry.code));
  return Object.keys(measures).filter((code) => !known.has(code));
}

/** The measures with the points that each leaf, bonus and penalty has on its own: what a what-if starts from. */
export type Reading = {
  readonly measures: Measures;
  readonly own: readonly LeafPoints[];
  readonly bonus: readonly ExtraPoints[];
  readonly penalty: readonly ExtraPoints[];
};

export function readSet(set: CriteriaSet, measures: Measures, options: ScoringOptions = {}): Reading {
  const stage = options.stage ?? 'self';
  return {
    measures,
    own: set.leaves.map((leaf) => scoreLeaf(set, leaf, measures[leaf.code], stage)),
    bonus: set.bonus.map((extra) => scoreExtra(set, extra, measures[extra.code])),
    penalty: set.penalty.map((extra) => scoreExtra(set, extra, measures[extra.code])),
  };
}

/** What leaves take from each other, and the sums. */
export function combine(set: CriteriaSet, { own, bonus, penalty, measures }: Reading): SetPoints {
  const emptied = findCascades(own);
  const leaves = emptied.size ? own.map((result) => applyCascade(set, result, emptied.get(result.leaf.code))) : own;
  return { leaves, bonus, penalty, ...addUp(set, leaves, bonus, penalty), unknownCodes: unknownCodes(set, measures) };
}

/** Points of every leaf, area and of the whole set, without explanations. */
export function reckonSet(set: CriteriaSet, measures: Measures, options: ScoringOptions = {}): SetPoints {
  return combine(set, readSet(set, measures, options));
}
