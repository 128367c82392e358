import { Decimal, formatEnglishNumber, formatPaperNumber } from '../../../kernel/decimal.ts';
import type { BothLanguages, CriteriaSet, Leaf, RuleOf } from '../../criteria/index.ts';
import type { MeasureOf, RatioMeasure } from './measures.ts';
import { ZERO } from './reckoning.ts';
import { suppose, type WhatIf } from './what-if.ts';

/** What the office says about winning points back at one leaf; effort 1, certain and without deadline unless said. */
export type Reach = {
  /** Effort of winning back all that is open at the leaf, in any unit that the office uses throughout. */
  readonly effort?: number;
  /** 0–1: how likely the work brings its points. */
  readonly certainty?: number;
  readonly daysLeft?: number;
  /** How many items of the leaf can still be done; all that are open unless said. 0 where nothing can be done any more. */
  readonly openItems?: number;
};

/** One way to do better at a leaf: at most one of a leaf's steps is taken. */
export type RecoveryStep = {
  readonly code: string;
  /** Points that the total rises by, with what the leaf gives back to leaves that it empties. */
  readonly gain: Decimal;
  readonly effort: Decimal;
  readonly what: BothLanguages;
  /** What would then be measured: the step as a supposition. */
  readonly measure: unknown;
};

type Better = { readonly measure: unknown; readonly share: Decimal; readonly what: BothLanguages };

const WHOLE = new Decimal(1);
/** Enough to offer every band and a fine choice in between; a leaf with more items is offered its steps evenly. */
const MOST_STEPS = 24;

const part = (done: number, open: number): Decimal => new Decimal(done).dividedBy(open);

/** 1…open, at most MOST_STEPS of them evenly, the last always among them. */
function counts(open: number): number[] {
  const steps = Math.min(open, MOST_STEPS);
  return [...new Set(Array.from({ length: steps }, (_, index) => Math.ceil((open * (index + 1)) / steps)))];
}

function betterRatios(leaf: Leaf, { numerator, denominator }: RatioMeasure, reach: Reach): Better[] {
  const open = denominator.minus(numerator).toNumber();
  if (open <= 0) return [];
  const isCount = numerator.isInteger() && denominator.isInteger();
  const within = Math.min(open, reach.openItems ?? open);
  const done = isCount ? [...counts(within), ...edgeCounts(leaf, numerator, denominator, within)] : [within];
  return [...new Set(done)].map((items) => ({
    measure: { numerator: numerator.plus(items).toFixed(), denominator: denominator.toFixed() },
    share: part(items, open),
    what: {
      vi: `làm xong thêm ${formatPaperNumber(items)} trong ${formatPaperNumber(open)} phần việc còn lại`,
      en: `finish ${formatEnglishNumber(items)} of the ${formatEnglishNumber(open)} items left`,
    },
  }));
}

/** The fewest items that reach each threshold of the rule, which even steps could miss. */
function edgeCounts(leaf: Leaf, numerator: Decimal, denominator: Decimal, within: number): number[] {
  const { rule } = leaf;
  const edges =
    rule.shape === 'banded_ratio' || rule.shape === 'band_then_proportional'
      ? rule.bands.map((band) => band.from_ratio)
      : rule.shape === 'all_or_nothing'
        ? [rule.threshold]
        : rule.shape === 'proportional'
          ? [rule.floor_ratio, rule.target_ratio].filter((edge) => edge !== null)
          : [];
  return edges
    .map((edge) => edge.times(denominator).minus(numerator).ceil().toNumber())
    .filter((items) => items >= 1 && items <= within);
}

function betterLevels(rule: RuleOf<'staged'>, { level }: MeasureOf<'staged'>): Better[] {
  const now = rule.levels[level]?.points ?? ZERO;
  const better = rule.levels
    .map(({ points, label }, index) => ({ points, index, label: label ?? `${index + 1}` }))
    .filter(({ points }) => points.greaterThan(now))
    .sort((first, second) => first.points.comparedTo(second.points));
  return better.map(({ index, label }, order) => ({
    measure: { level: index },
    share: part(order + 1, better.length),
    what: { vi: `đạt mức “${label}”`, en: `reach “${label}”` },
  }));
}

function betterParts(rule: RuleOf<'checklist'>, { parts }: MeasureOf<'checklist'>): Better[] {
  const open = parts.flatMap((isDone, index) => (isDone ? [] : [index])).slice(0, 6);
  const subsets = Array.from({ length: 2 ** open.length - 1 }, (_, mask) =>
    open.filter((_index, bit) => ((mask + 1) >> bit) & 1),
  );
  return subsets.map((chosen) => {
    const names = chosen.map((index) => rule.parts[index]?.label ?? `${index + 1}`).join(', ');
    return {
      measure: { parts: parts.map((isDone, index) => isDone || chosen.includes(index)) },
      share: part(chosen.length, open.length),
      what: { vi: `bổ sung: ${names}`, en: `add: ${names}` },
    };
  });
}

/** What is late stays late; what is missing can still come, late. */
function betterMissing(measure: MeasureOf<'lateness_penalty'>, reach: Reach): Better[] {
  const within = Math.min(measure.missing, reach.openItems ?? measure.missing);
  return Array.from({ length: within }, (_, index) => ({
    measure: { ...measure, late: measure.late + index + 1, missing: measure.missing - index - 1 },
    share: part(index + 1, measure.missing),
    what: { vi: `nộp bổ sung ${index + 1} nội dung còn thiếu`, en: `hand in ${index + 1} missing items, late` },
  }));
}

function betterCounts(rule: RuleOf<'count_based'>, { count }: MeasureOf<'count_based'>, reach: Reach): Better[] {
  const open = rule.max_items - count;
  if (open <= 0) return [];
  return counts(Math.min(open, reach.openItems ?? open)).map((more) => ({
    measure: { count: count + more },
    share: part(more, open),
    what: { vi: `thêm ${more}`, en: `${more} more` },
  }));
}

/** Ways to do better that are still open. Events, surveys and other indexes are out of the office's hands. */
function betterMeasures(leaf: Leaf, measure: unknown, reach: Reach): Better[] {
  const { rule } = leaf;
  switch (rule.shape) {
    case 'yes_no':
      return [
        { measure: { answer: 'yes' }, share: WHOLE, what: { vi: 'thực hiện yêu cầu', en: 'meet the requirement' } },
      ];
    case 'staged':
      return betterLevels(rule, measure as MeasureOf<'staged'>);
    case 'checklist':
      return betterParts(rule, measure as MeasureOf<'checklist'>);
    case 'lateness_penalty':
      return betterMissing(measure as MeasureOf<'lateness_penalty'>, reach);
    case 'proportional':
    case 'banded_ratio':
    case 'band_then_proportional':
    case 'all_or_nothing':
      return betterRatios(leaf, measure as RatioMeasure, reach);
    case 'count_based':
      return betterCounts(rule, measure as MeasureOf<'count_based'>, reach);
    case 'deduction':
    case 'external_scaled':
    case 'survey_scaled':
    case 'formula_choice':
      return [];
  }
}

/**
 * Every way to win back points at a leaf, each with the points that the total really gains (cascades, rounding and caps
 * included). Effort is the leaf's effort times the share of its open work.
 */
export function recoverySteps(set: CriteriaSet, now: WhatIf, leaf: Leaf, reach: Reach = {}): RecoveryStep[] {
  const before = now.reading.own.find((own) => own.leaf.code === leaf.code);
  if (!before?.measure || before.status !== 'scored' || reach.openItems === 0) return [];
  const effort = new Decimal(reach.effort ?? 1);
  const steps = betterMeasures(leaf, before.measure, reach).map(({ measure, share, what }) => {
    const { points } = suppose(set, now, [{ kind: 'measure', code: leaf.code, measure }]);
    return { code: leaf.code, gain: points.total.minus(now.points.total), effort: effort.times(share), what, measure };
  });
  return cheapest(steps.filter((step) => step.gain.greaterThan(0)));
}

/** Drops a step where another brings as much for no more effort. */
function cheapest(steps: readonly RecoveryStep[]): RecoveryStep[] {
  const ordered = [...steps].sort(
    (first, second) => first.effort.comparedTo(second.effort) || second.gain.comparedTo(first.gain),
  );
  const kept: RecoveryStep[] = [];
  for (const step of ordered) if (kept.at(-1)?.gain.lessThan(step.gain) ?? true) kept.push(step);
  return kept;
}
