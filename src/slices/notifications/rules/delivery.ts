import { addMinutes, type Instant } from '../../../kernel/clock.ts';

/** Minutes until the next attempt, after the first, the second …; after the last one a person has to decide. */
const WAIT_MINUTES = [1, 5, 15, 60, 240, 720] as const;
export const MOST_ATTEMPTS: number = WAIT_MINUTES.length + 1;
/** A digest older than this is no news: it is shown as not delivered. The product itself has it all the time. */
export const OLDEST_HOURS = 72;
/** How long an attempt may take before another server may try again. Longer than every time-out of a channel. */
export const CLAIM_MINUTES = 5;

export const failureKinds = [
  'refused',
  'unreachable',
  'timed-out',
  'not-set',
  'forbidden-address',
  'too-old',
  'no-recipient',
] as const;
export type FailureKind = (typeof failureKinds)[number];

/** Why an attempt failed. `isFinal`: trying again cannot help. `detail` is the other side's answer, without secrets. */
export type Failure = { readonly kind: FailureKind; readonly detail: string; readonly isFinal: boolean };

export type NextStep = { readonly state: 'waiting'; readonly nextAt: Instant } | { readonly state: 'failed' };

/** What follows a failed attempt. @param attempts how many were made, this one counted */
export function afterFailure(failure: Failure, attempts: number, now: Instant): NextStep {
  const wait = WAIT_MINUTES[attempts - 1];
  if (failure.isFinal || wait === undefined) return { state: 'failed' };
  return { state: 'waiting', nextAt: addMinutes(now, wait) };
}
