import type { NextStep, Supposition } from '../../../scoring/index.ts';

/** What the page supposes: something done at a leaf, or its evidence refused by the appraiser. */
export type Supposed = Extract<Supposition, { kind: 'measure' | 'evidence-refused' }>;

/** Replaces what is supposed of one kind at a leaf; null takes it back. The same function all the time, so lists stay still. */
export type Change = (code: string, kind: Supposed['kind'], next: Supposed | null) => void;

/** Part of a leaf's steps that one of its open tasks brings: the k-th of n tasks reaches the step nearest to k/n. */
export function stepOfTasks({ steps }: NextStep, done: number, all: number): NextStep['steps'][number] | null {
  if (done <= 0 || steps.length === 0) return null;
  return steps[Math.max(0, Math.ceil((done / all) * steps.length) - 1)] ?? null;
}

/** The suppositions with those of one kind at a leaf replaced; none where `next` is null. */
export function replaced(
  ticked: readonly Supposed[],
  code: string,
  kind: Supposed['kind'],
  next: Supposed | null,
): Supposed[] {
  const rest = ticked.filter((one) => one.code !== code || one.kind !== kind);
  return next ? [...rest, next] : rest;
}

/** What is supposed to be measured at a leaf; the last word counts, as it does for the points. */
export function measureAt(ticked: readonly Supposed[], code: string): Extract<Supposed, { kind: 'measure' }> | null {
  const found = ticked.findLast((one) => one.kind === 'measure' && one.code === code);
  return found?.kind === 'measure' ? found : null;
}

const isSame = (first: unknown, second: unknown): boolean => JSON.stringify(first) === JSON.stringify(second);

/** Whether a leaf is supposed at one of its steps, not at a figure that was dragged elsewhere. */
export function isAtStep(ticked: readonly Supposed[], { code, steps }: Pick<NextStep, 'code' | 'steps'>): boolean {
  const supposed = measureAt(ticked, code);
  return supposed !== null && steps.some(({ measure }) => isSame(measure, supposed.measure));
}

/** Whether a leaf is supposed at the last of its steps: all of it done. */
export function isAtLastStep(ticked: readonly Supposed[], { code, steps }: Pick<NextStep, 'code' | 'steps'>): boolean {
  return isAtStep(ticked, { code, steps: steps.slice(-1) });
}
