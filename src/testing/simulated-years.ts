import type { CriteriaSet, Leaf } from '../slices/criteria/index.ts';
import type { Outlook } from '../slices/forecast/index.ts';
import { reckonSet } from '../slices/scoring/index.ts';

/** A small generator whose numbers are the same on every machine (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

type Random = () => number;

function normalDraw(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

const clip = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

function successes(trials: number, rate: number, random: Random): number {
  let count = 0;
  for (let trial = 0; trial < trials; trial += 1) if (random() < rate) count += 1;
  return count;
}

/** How good an office is at a leaf: a tendency of the leaf, one of the office's year, and chance. */
function rateOf(tendency: number, officeYear: number, random: Random): number {
  return clip(tendency + officeYear + 0.05 * normalDraw(random), 0.02, 0.995);
}

type Year = { readonly soFar: unknown; readonly atEnd: unknown };

function ratioYear(rate: number, elapsed: number, random: Random): Year {
  const items = 5 + Math.floor(random() ** 3 * 800);
  const early = Math.round(items * elapsed);
  const done = successes(early, rate, random);
  return {
    soFar: early > 0 ? { numerator: done, denominator: early } : undefined,
    atEnd: { numerator: done + successes(items - early, rate, random), denominator: items },
  };
}

function latenessYear(rate: number, expected: number, elapsed: number, random: Random): Year {
  const early = Math.round(expected * elapsed);
  const lateEarly = early - successes(early, rate, random);
  const lateLater = expected - early - successes(expected - early, rate, random);
  return {
    soFar: { expected, late: lateEarly, missing: 0 },
    atEnd: { expected, late: lateEarly + lateLater, missing: 0 },
  };
}

function eventsIn(share: number, yearly: number, random: Random): number {
  return successes(40, clip((yearly * share) / 40, 0, 1), random);
}

/** One leaf through one year: what is known after `elapsed` of it and how it ends. */
function leafYear(leaf: Leaf, rate: number, elapsed: number, random: Random): Year {
  const { rule } = leaf;
  switch (rule.shape) {
    case 'lateness_penalty':
      return latenessYear(clip(rate + 0.1, 0, 0.99), Number(rule.expected_items) || 4, elapsed, random);
    case 'count_based': {
      const yearly = rule.max_items * rate;
      const early = eventsIn(elapsed, yearly, random);
      return { soFar: { count: early }, atEnd: { count: early + eventsIn(1 - elapsed, yearly, random) } };
    }
    case 'deduction': {
      const yearly = (1 - rate) * 1.5;
      const early = rule.events.map(() => eventsIn(elapsed, yearly, random));
      return {
        soFar: { events: early },
        atEnd: { events: early.map((count) => count + eventsIn(1 - elapsed, yearly, random)) },
      };
    }
    case 'yes_no':
    case 'staged':
    case 'checklist': {
      const isEarly = random() < rate * elapsed;
      const isDone = isEarly || random() < (rate * (1 - elapsed)) / Math.max(0.05, 1 - rate * elapsed);
      return { soFar: doneMeasure(leaf, isEarly), atEnd: doneMeasure(leaf, isDone) };
    }
    case 'external_scaled':
      return { soFar: undefined, atEnd: { value: rule.index_max.times(rate.toFixed(4)).toFixed() } };
    case 'survey_scaled':
      return { soFar: undefined, atEnd: { percent: (rate * 100).toFixed(2) } };
    default:
      return ratioYear(rate, elapsed, random);
  }
}

function doneMeasure({ rule }: Leaf, isDone: boolean): unknown {
  if (rule.shape === 'yes_no') return { answer: isDone ? 'yes' : 'no' };
  if (rule.shape === 'staged') return { level: isDone ? 0 : rule.levels.length - 1 };
  return rule.shape === 'checklist' ? { parts: rule.parts.map(() => isDone) } : undefined;
}

export type SimulatedYear = {
  readonly outlooks: Record<string, Outlook>;
  readonly final: Record<string, unknown>;
};

/** An office in two years: the first gives "last year", the second is known up to `elapsed`. */
export function simulateYear(set: CriteriaSet, elapsed: number, random: Random): SimulatedYear {
  const tendencies = set.leaves.map(() => clip(0.85 + 0.13 * normalDraw(random), 0.3, 0.99));
  const runYear = (known: number): Year[] => {
    const officeYear = 0.02 * normalDraw(random);
    return set.leaves.map((leaf, index) =>
      leafYear(leaf, rateOf(tendencies[index] ?? 0.85, officeYear, random), known, random),
    );
  };
  const before = runYear(1);
  const lastPoints = reckonSet(
    set,
    Object.fromEntries(set.leaves.map((leaf, index) => [leaf.code, before[index]?.atEnd])),
  );
  const year = runYear(elapsed);
  const outlooks = set.leaves.map((leaf, index): [string, Outlook] => {
    const points = lastPoints.leaves[index]?.points;
    const lastYear = points && !leaf.max.isZero() ? { lastYear: points.dividedBy(leaf.max).toNumber() } : {};
    return [leaf.code, { measure: year[index]?.soFar, ...lastYear }];
  });
  return {
    outlooks: Object.fromEntries(outlooks),
    final: Object.fromEntries(set.leaves.map((leaf, index) => [leaf.code, year[index]?.atEnd])),
  };
}
