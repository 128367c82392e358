import type { NextStep, Supposition } from '../../../scoring/index.ts';

/** What the page supposes: something done at a leaf, or its evidence refused by the appraiser. */
export type Supposed = Extract<Supposition, { kind: 'measure' | 'evidence-refused' }>;

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
