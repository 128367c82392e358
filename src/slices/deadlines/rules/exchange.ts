import type { Deadline } from './deadline.ts';

/** A deadline as the exchange format writes it: every week has a weekday instead of a day. */
export function toExchange(deadline: Deadline): object {
  if (deadline.kind !== 'recurring' || deadline.every !== 'week') return deadline;
  const { kind, every, weekday = null, month, of, inclusive, label } = deadline;
  return { kind, every, weekday, month, of, inclusive, ...(label === undefined ? {} : { label }) };
}
