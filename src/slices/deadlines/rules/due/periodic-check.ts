import type { RecurringDeadline } from '../deadline.ts';

/** "Thường xuyên" gets a check at the end of each month or quarter instead of an invented date. */
export function periodicCheck(every: 'month' | 'quarter' | 'half-year'): RecurringDeadline {
  return { kind: 'recurring', every, day: null, month: null, of: null, inclusive: true };
}
