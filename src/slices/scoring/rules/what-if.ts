import { Decimal } from '../../../kernel/decimal.ts';
import type { CriteriaSet } from '../../criteria/index.ts';
import type { Measures } from './measures.ts';
import { ZERO } from './reckoning.ts';
import type { SetPoints } from './score-result.ts';
import { combine, type Reading, readSet, type ScoringOptions, scored, scoreExtra, scoreLeaf } from './score-set.ts';

/** One thing supposed to be otherwise. */
export type Supposition =
  | { readonly kind: 'measure'; readonly code: string; readonly measure: unknown }
  /** A task ticked, a dossier answered on time: one figure of the measure moves, not below zero. */
  | { readonly kind: 'adjust'; readonly code: string; readonly field: string; readonly by: number }
  /** The appraiser does not accept the evidence: the leaf counts 0 whatever was measured. */
  | { readonly kind: 'evidence-refused'; readonly code: string };

export type Scenario = { readonly name: string; readonly suppositions: readonly Supposition[] };

export type WhatIf = { readonly reading: Reading; readonly points: SetPoints };

export function startWhatIf(set: CriteriaSet, measures: Measures, options: ScoringOptions = {}): WhatIf {
  const reading = readSet(set, measures, options);
  return { reading, points: combine(set, reading) };
}

function adjusted(measure: unknown, field: string, by: number): unknown {
  if (typeof measure !== 'object' || measure === null) return measure;
  const before = (measure as Record<string, unknown>)[field];
  if (typeof before !== 'number' && typeof before !== 'string') return measure;
  const after = new Decimal(before).plus(by);
  return { ...measure, [field]: after.isNegative() ? '0' : after.toFixed() };
}

function measuresAfter(measures: Measures, suppositions: readonly Supposition[]): Measures {
  const changed: Record<string, unknown> = { ...measures };
  for (const one of suppositions) {
    if (one.kind === 'measure') changed[one.code] = one.measure;
    if (one.kind === 'adjust') changed[one.code] = adjusted(changed[one.code], one.field, one.by);
  }
  return changed;
}

/**
 * The points if some things were otherwise. Only the leaves named are scored again; what they empty and all sums follow.
 * Suppositions apply in their order, later ones over earlier ones.
 */
export function suppose(
  set: CriteriaSet,
  from: WhatIf,
  suppositions: readonly Supposition[],
  options: ScoringOptions = {},
): WhatIf {
  const stage = options.stage ?? 'self';
  const { reading } = from;
  const touched = new Set(suppositions.map((one) => one.code));
  const refused = new Set(suppositions.flatMap((one) => (one.kind === 'evidence-refused' ? [one.code] : [])));
  const measures = measuresAfter(reading.measures, suppositions);
  const own = reading.own.map((before) => {
    const { leaf } = before;
    if (!touched.has(leaf.code)) return before;
    const after = scoreLeaf(set, leaf, measures[leaf.code], stage);
    return refused.has(leaf.code) ? scored(set, { ...after, refusal: null, isApplicable: true }, ZERO) : after;
  });
  const again = {
    measures,
    own,
    bonus: set.bonus.map((extra, index) => {
      const before = reading.bonus[index];
      return before && !touched.has(extra.code) ? before : scoreExtra(set, extra, measures[extra.code]);
    }),
    penalty: set.penalty.map((extra, index) => {
      const before = reading.penalty[index];
      return before && !touched.has(extra.code) ? before : scoreExtra(set, extra, measures[extra.code]);
    }),
  };
  return { reading: again, points: combine(set, again) };
}

export type LeafChange = {
  readonly code: string;
  readonly before: Decimal | null;
  readonly after: Decimal | null;
};

export type ScenarioResult = {
  readonly name: string;
  readonly total: Decimal;
  readonly possible: Decimal;
  readonly percent: Decimal | null;
  readonly grade: string | null;
  /** Points more (or fewer, negative) than as measured. */
  readonly gain: Decimal;
  readonly changes: readonly LeafChange[];
};

function changesBetween(before: SetPoints, after: SetPoints): LeafChange[] {
  return after.leaves.flatMap(({ leaf, points }, index) => {
    const earlier = before.leaves[index]?.points ?? null;
    const isSame = points === null || earlier === null ? points === earlier : points.equals(earlier);
    return isSame ? [] : [{ code: leaf.code, before: earlier, after: points }];
  });
}

/** Every scenario beside the points as measured; each starts from the measures, not from the scenario before it. */
export function compareScenarios(
  set: CriteriaSet,
  measures: Measures,
  scenarios: readonly Scenario[],
): ScenarioResult[] {
  const start = startWhatIf(set, measures);
  return scenarios.map(({ name, suppositions }) => {
    const { points } = suppose(set, start, suppositions);
    const { total, possible, percent, grade } = points;
    return {
      name,
      total,
      possible,
      percent,
      grade,
      gain: total.minus(start.points.total),
      changes: changesBetween(start.points, points),
    };
  });
}
