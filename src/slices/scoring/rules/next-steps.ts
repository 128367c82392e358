import { Decimal, formatPaperNumber } from '../../../kernel/decimal.ts';
import type { BothLanguages, CriteriaSet } from '../../criteria/index.ts';
import { ZERO } from './reckoning.ts';
import { type Reach, type RecoveryStep, recoverySteps } from './recovery-steps.ts';
import type { LeafPoints } from './score-result.ts';
import type { WhatIf } from './what-if.ts';

/** A leaf with open points, and what winning them back takes. */
export type NextStep = {
  readonly code: string;
  readonly name: string;
  readonly lost: Decimal;
  /** The most that can still be won back; 0 where nothing can be done any more. */
  readonly recoverable: Decimal;
  readonly effort: Decimal;
  readonly daysLeft: number | null;
  readonly certainty: Decimal;
  /** Points to expect for one unit of effort: what the order goes by. */
  readonly worth: Decimal;
  readonly steps: readonly RecoveryStep[];
  readonly explanation: BothLanguages;
};

const LEAST_EFFORT = new Decimal('0.000001');

function explain(step: Omit<NextStep, 'explanation'>): BothLanguages {
  const best = step.steps.at(-1);
  const [lost, open] = [step.lost, step.recoverable].map(formatPaperNumber);
  if (!best)
    return {
      vi: `${step.code} ${step.name}: mất ${lost} điểm, không còn lấy lại được trong năm.`,
      en: `${step.code} ${step.name}: ${lost} points lost, none can be won back this year.`,
    };
  const chance = formatPaperNumber(step.certainty.times(100).toDecimalPlaces(0));
  const days =
    step.daysLeft === null
      ? { vi: '', en: '' }
      : { vi: `, còn ${step.daysLeft} ngày`, en: `, ${step.daysLeft} days left` };
  const effort = formatPaperNumber(step.effort.toDecimalPlaces(2));
  return {
    vi: `${step.code} ${step.name}: mất ${lost} điểm, lấy lại được tối đa ${open} điểm nếu ${best.what.vi} (công ${effort}, khả năng ${chance}%${days.vi}).`,
    en: `${step.code} ${step.name}: ${lost} points lost, up to ${open} to win back: ${best.what.en} (effort ${effort}, certainty ${chance}%${days.en}).`,
  };
}

function nextStep(set: CriteriaSet, now: WhatIf, { leaf, lost }: LeafPoints, reach: Reach): NextStep {
  const steps = reach.daysLeft !== undefined && reach.daysLeft < 0 ? [] : recoverySteps(set, now, leaf, reach);
  const best = steps.at(-1);
  const certainty = new Decimal(reach.certainty ?? 1);
  const recoverable = best?.gain ?? ZERO;
  const effort = best?.effort ?? ZERO;
  const cost = effort.lessThan(LEAST_EFFORT) ? LEAST_EFFORT : effort;
  const step = {
    code: leaf.code,
    name: leaf.nameVi,
    lost: lost ?? ZERO,
    recoverable,
    effort,
    daysLeft: reach.daysLeft ?? null,
    certainty,
    worth: recoverable.times(certainty).dividedBy(cost),
    steps,
  };
  return { ...step, explanation: explain(step) };
}

/**
 * Open points in the order of what they bring: expected points for the effort first; of equals, what is due sooner; then
 * the larger loss, then the order of the set. What can no longer be won back comes last, so that nothing is hidden.
 *
 * @param reaches what the office knows about each leaf, by code; effort 1 and certainty 1 where it says nothing
 */
export function findNextSteps(
  set: CriteriaSet,
  now: WhatIf,
  reaches: Readonly<Record<string, Reach>> = {},
): NextStep[] {
  const open = now.points.leaves.filter(({ lost, isApplicable }) => isApplicable && lost?.greaterThan(0));
  return open
    .map((result) => nextStep(set, now, result, reaches[result.leaf.code] ?? {}))
    .sort(
      (first, second) =>
        second.worth.comparedTo(first.worth) ||
        (first.daysLeft ?? Number.MAX_SAFE_INTEGER) - (second.daysLeft ?? Number.MAX_SAFE_INTEGER) ||
        second.lost.comparedTo(first.lost),
    );
}
