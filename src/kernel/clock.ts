import type { CivilDate } from './civil-date.ts';

/** A moment, written in UTC: 2026-11-20T01:30:00.000Z. */
export type Instant = string & { readonly __kind: 'Instant' };

/** Where "now" comes from: the system's clock in the product, a clock that the test moves in tests. */
export type Clock = {
  now: () => Instant;
  /** Today in the office zone. */
  today: () => CivilDate;
};

/** Vietnam has one zone, UTC+7, without summer time since 1975. */
export const OFFICE_ZONE = 'Asia/Ho_Chi_Minh';

/** @param minutes may be negative */
export function addMinutes(at: Instant, minutes: number): Instant {
  return Temporal.Instant.from(at).add({ minutes }).toString({ smallestUnit: 'millisecond' }) as Instant;
}
