import type { RegisterDeclaration } from '../../index.ts';

export type NextStep = {
  readonly key: string;
  /** Lies further on than where the record stands: the way it is meant to go. */
  readonly isForward: boolean;
  /** The one that matters now: the first further on that the declaration allows. */
  readonly isStrong: boolean;
};

/** Steps that may follow, those further on first. Every other step follows where the declaration names none. */
export function nextSteps({ steps = {} }: RegisterDeclaration, step: string | null): NextStep[] {
  const order = Object.keys(steps);
  const place = step === null ? -1 : order.indexOf(step);
  // At an end nothing more is needed: every way on is an exception.
  const isEnd = step !== null && (steps[step]?.isEnd ?? false);
  const allowed = (step === null ? undefined : steps[step]?.next) ?? order;
  const keys = order.filter((key) => key !== step && allowed.includes(key));
  const forward = keys.filter((key) => order.indexOf(key) > place);
  const back = keys.filter((key) => order.indexOf(key) < place);
  return [...forward, ...back].map((key) => ({
    key,
    isForward: forward.includes(key),
    isStrong: !isEnd && key === forward[0],
  }));
}
