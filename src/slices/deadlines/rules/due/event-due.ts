import { formatDay } from '../../../../kernel/civil-date.ts';
import type { Outcome } from '../../../../kernel/outcome.ts';
import { type DueRefusal, dueAfter, type OfficeMoment, type WorkingCalendar } from '../../../calendar/index.ts';
import type { RelativeDeadline } from '../deadline.ts';

/** The event that a relative deadline waits for, as it was recorded. */
export type RecordedEvent = {
  readonly happenedAt: OfficeMoment;
  /** Number of the document that shows it ("1234/QĐ-UBND"); null where there is none. */
  readonly documentNumber: string | null;
};

/**
 * When a relative deadline falls due once its event is known: a day, or for working hours a moment.
 *
 * @source Bộ luật Dân sự 2015, điều 147: the day of the event does not count
 */
export function dueAfterEvent(
  deadline: RelativeDeadline,
  event: RecordedEvent,
  calendar: WorkingCalendar,
): Outcome<string, DueRefusal> {
  return dueAfter(calendar, event.happenedAt, deadline);
}

/** What the deadline waits for, in words: "chờ: có văn bản trả lời", then "tính từ 1234/QĐ-UBND ngày 05/02/2024". */
export function describeEvent(deadline: RelativeDeadline, event: RecordedEvent | null): string {
  if (!event) return deadline.event === '' ? 'chờ ghi nhận sự kiện' : `chờ: ${deadline.event}`;
  const number = event.documentNumber === null ? '' : `${event.documentNumber} `;
  return `tính từ ${number}ngày ${formatDay(event.happenedAt.day)}`;
}
