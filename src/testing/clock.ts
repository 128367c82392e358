import { civilDate } from '../kernel/civil-date.ts';
import { type Clock, type Instant, OFFICE_ZONE } from '../kernel/clock.ts';

/** A clock that the test moves. */
export type TestClock = Clock & { moveTo: (instant: string) => void };

export function makeClock(start: string): TestClock {
  let now = start;
  return {
    now: () => Temporal.Instant.from(now).toString({ smallestUnit: 'millisecond' }) as Instant,
    today: () => civilDate(Temporal.Instant.from(now).toZonedDateTimeISO(OFFICE_ZONE).toPlainDate().toString()),
    moveTo: (instant) => {
      now = instant;
    },
  };
}
