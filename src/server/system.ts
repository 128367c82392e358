import { randomBytes } from 'node:crypto';
import { civilDate } from '../kernel/civil-date.ts';
import { type Clock, type Instant, OFFICE_ZONE } from '../kernel/clock.ts';
import type { NewId } from '../kernel/ids.ts';

/** The clock of the machine. */
export const systemClock: Clock = {
  now: () => new Date().toISOString() as Instant,
  today: () => civilDate(Temporal.Now.plainDateISO(OFFICE_ZONE).toString()),
};

/** Identifiers that sort by time of making: 48 bits of milliseconds and 80 random bits, in base 16. */
export const newId: NewId = (kind) => {
  const time = Date.now().toString(16).padStart(12, '0');
  return `${kind}_${time}${randomBytes(10).toString('hex')}`;
};
