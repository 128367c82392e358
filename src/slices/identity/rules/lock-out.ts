/** Wrong passwords in a row after which a name is locked, and for how long; each further five double the time. */
export const ATTEMPTS_BEFORE_LOCK = 5;
const FIRST_LOCK_MINUTES = 5;
const LONGEST_LOCK_MINUTES = 240;

/** @param failedAttempts wrong passwords in a row, this one included; @returns minutes to lock, 0 for none */
export function lockMinutes(failedAttempts: number): number {
  if (failedAttempts === 0 || failedAttempts % ATTEMPTS_BEFORE_LOCK !== 0) return 0;
  const rounds = failedAttempts / ATTEMPTS_BEFORE_LOCK;
  return Math.min(FIRST_LOCK_MINUTES * 2 ** (rounds - 1), LONGEST_LOCK_MINUTES);
}
