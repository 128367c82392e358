import { Decimal, formatPaperNumber } from '../../../kernel/decimal.ts';
import type { BothLanguages } from '../../criteria/index.ts';
import { ZERO } from './reckoning.ts';
import type { RecoveryStep } from './recovery-steps.ts';

export type LeastEffort = {
  readonly steps: readonly RecoveryStep[];
  readonly gain: Decimal;
  readonly effort: Decimal;
  readonly explanation: BothLanguages;
};

export type LeastEffortRefusal = { readonly code: 'out-of-reach'; readonly mostPoints: Decimal };

/** Whole units instead of decimals, for speed: what `scale` makes whole. */
type Choice = { readonly step: RecoveryStep; readonly gain: number; readonly effort: number };
type State = {
  readonly gain: number;
  readonly effort: number;
  readonly last: Choice | null;
  readonly before: State | null;
};

const START: State = { gain: 0, effort: 0, last: null, before: null };

function decimalsNeeded(values: readonly Decimal[]): number {
  return values.reduce((most, value) => Math.max(most, value.decimalPlaces()), 0);
}

/** Efforts are compared to a millionth: a third of a leaf's effort has no end. */
const EFFORT_DECIMALS = 6;

function toChoices(steps: readonly RecoveryStep[], decimals: number): Choice[] {
  return steps.map((step) => ({
    step,
    gain: step.gain.times(10 ** decimals).toNumber(),
    effort: Math.round(step.effort.times(10 ** EFFORT_DECIMALS).toNumber()),
  }));
}

/** Points for a unit of effort at best; without end where the work costs nothing. */
const densityOf = (choices: readonly Choice[]): number =>
  choices.reduce((best, { gain, effort }) => Math.max(best, gain / effort), 0);

type Goal = {
  readonly need: number;
  /** An effort that is known to be enough. */
  readonly enough: number;
};

/** Can a state still beat what is known to be enough, if all that is missing came at the best rate left? */
function isHopeful({ gain, effort }: State, { need, enough }: Goal, densityLeft: number): boolean {
  if (gain >= need) return effort <= enough;
  return densityLeft > 0 && effort + (need - gain) / densityLeft <= enough + 1;
}

/** Adds one leaf to states that are ordered by effort and rise in gain; keeps only those worth having. */
function addLeaf(states: readonly State[], choices: readonly Choice[], goal: Goal, densityLeft: number): State[] {
  const all: State[] = states.filter((state) => isHopeful(state, goal, densityLeft));
  for (const state of states) {
    if (state.gain >= goal.need) continue;
    for (const choice of choices) {
      const gain = Math.min(goal.need, state.gain + choice.gain);
      const next = { gain, effort: state.effort + choice.effort, last: choice, before: state };
      if (isHopeful(next, goal, densityLeft)) all.push(next);
    }
  }
  all.sort((first, second) => first.effort - second.effort || second.gain - first.gain);
  const kept: State[] = [];
  for (const state of all) if (state.gain > (kept.at(-1)?.gain ?? -1)) kept.push(state);
  return kept;
}

/** An effort that is enough: each leaf's best step, best leaves first. Every leaf's largest step is tried as well. */
function greedyEffort(leaves: readonly (readonly Choice[])[], need: number): number {
  const takeUntilEnough = (better: (choice: Choice, top: Choice) => boolean): number => {
    let [gain, effort] = [0, 0];
    for (const choices of leaves) {
      if (gain >= need) return effort;
      const best = choices.reduce((top, choice) => (better(choice, top) ? choice : top));
      gain += best.gain;
      effort += best.effort;
    }
    return gain >= need ? effort : Number.POSITIVE_INFINITY;
  };
  return Math.min(
    takeUntilEnough((choice, top) => choice.gain > top.gain),
    takeUntilEnough((choice, top) => choice.gain * top.effort > top.gain * choice.effort),
  );
}

function leastState(leaves: readonly (readonly Choice[])[], need: number): State {
  const ordered = leaves
    .map((choices) => ({ choices, density: densityOf(choices) }))
    .sort((first, second) => second.density - first.density);
  const goal = {
    need,
    enough: greedyEffort(
      ordered.map(({ choices }) => choices),
      need,
    ),
  };
  let states: State[] = [START];
  ordered.forEach(({ choices }, index) => {
    states = addLeaf(states, choices, goal, ordered[index + 1]?.density ?? 0);
  });
  return states.find((state) => state.gain >= need) ?? START;
}

function stepsOf(state: State): RecoveryStep[] {
  const steps: RecoveryStep[] = [];
  for (let at: State | null = state; at?.last; at = at.before) steps.push(at.last.step);
  return steps.reverse();
}

function explain(need: Decimal, steps: readonly RecoveryStep[], gain: Decimal, effort: Decimal): BothLanguages {
  const say = (language: keyof BothLanguages): string =>
    steps
      .map(({ code, what, gain: points }) => `${code}: ${what[language]} (+${formatPaperNumber(points)})`)
      .join('; ');
  const [needed, won, cost] = [need, gain, effort.toDecimalPlaces(2)].map(formatPaperNumber);
  return {
    vi: `Cần thêm ${needed} điểm. Cách tốn ít công nhất (tổng công ${cost}, được ${won} điểm): ${say('vi')}.`,
    en: `${needed} points are needed. The least effort (${cost} in all, for ${won} points): ${say('en')}.`,
  };
}

/**
 * The least effort that wins at least `need` points, taking at most one step at each leaf: solved exactly over the steps
 * offered, by keeping for every effort only the choice that wins most.
 *
 * Gains of different leaves are added; leaves that empty each other should be offered by their source.
 *
 * @param leaves the steps of each leaf, at most 200 leaves
 * @returns the steps, or how many points can be had at most
 */
export function findLeastEffort(
  need: Decimal,
  leaves: readonly (readonly RecoveryStep[])[],
): { ok: true; value: LeastEffort } | { ok: false; refusal: LeastEffortRefusal } {
  const offered = leaves.filter((steps) => steps.length > 0);
  const most = offered.reduce((sum, steps) => sum.plus(Decimal.max(...steps.map((step) => step.gain))), ZERO);
  if (most.lessThan(need)) return { ok: false, refusal: { code: 'out-of-reach', mostPoints: most } };
  const decimals = decimalsNeeded([need, ...offered.flatMap((steps) => steps.map((step) => step.gain))]);
  const units = need.times(10 ** decimals).toNumber();
  const choices = offered.map((steps) => toChoices(steps, decimals));
  const reached = units > 0 ? leastState(choices, units) : START;
  const steps = stepsOf(reached);
  const gain = steps.reduce((sum, step) => sum.plus(step.gain), ZERO);
  const effort = steps.reduce((sum, step) => sum.plus(step.effort), ZERO);
  return { ok: true, value: { steps, gain, effort, explanation: explain(need, steps, gain, effort) } };
}
