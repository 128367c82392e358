import { type Instant, OFFICE_ZONE } from '../../../kernel/clock.ts';

/** Whether the hour of the day's digests has come, in the office zone. @param sendAt "07:30" */
export function isTimeToRun(now: Instant, sendAt: string): boolean {
  const time = Temporal.Instant.from(now).toZonedDateTimeISO(OFFICE_ZONE).toPlainTime();
  return Temporal.PlainTime.compare(time, Temporal.PlainTime.from(sendAt)) >= 0;
}
