import type { TaskState } from './task.ts';

export type Step = {
  readonly taskId: string;
  readonly parentId: string | null;
  readonly state: TaskState;
  readonly percent: number;
};

/**
 * How far a task has come, 0–100: done is 100; with steps below it the whole-number mean of theirs, each counting alike,
 * dropped ones left out; else what its doer says, which is at most 99 before it is done. A loop in bad data counts as 0.
 */
export function rollUp(taskId: string, steps: readonly Step[]): number {
  const byId = new Map(steps.map((step) => [step.taskId, step]));
  const below = new Map<string, Step[]>();
  for (const step of steps) {
    if (step.parentId !== null) below.set(step.parentId, [...(below.get(step.parentId) ?? []), step]);
  }
  return percentOf(taskId, new Set());

  function percentOf(id: string, above: ReadonlySet<string>): number {
    const own = byId.get(id);
    if (!own || above.has(id)) return 0;
    if (own.state === 'done') return 100;
    const parts = (below.get(id) ?? []).filter(({ state }) => state !== 'dropped');
    if (parts.length === 0) return Math.min(own.percent, 99);
    const inside = new Set([...above, id]);
    const sum = parts.reduce((total, part) => total + percentOf(part.taskId, inside), 0);
    return Math.min(99, Math.floor(sum / parts.length));
  }
}

/** Steps below a task, at any depth, that are neither done nor dropped: it cannot be handed in before they are. */
export function openStepsBelow(taskId: string, steps: readonly Step[]): string[] {
  const found = new Set([taskId]);
  for (const id of found) for (const step of steps) if (step.parentId === id) found.add(step.taskId);
  found.delete(taskId);
  return steps
    .filter((step) => found.has(step.taskId) && step.state !== 'done' && step.state !== 'dropped')
    .map((step) => step.taskId);
}
