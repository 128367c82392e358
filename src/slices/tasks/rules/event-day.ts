import { type CivilDate, parseCivilDate } from '../../../kernel/civil-date.ts';
import { type Deadline, dueAfterEvent, type OfficeRules, type RelativeDeadline } from '../../deadlines/index.ts';

/** The event that a deadline waits for, as far as days are counted from it. */
export type EventDay = {
  readonly happenedOn: CivilDate;
  /** Minutes after midnight, for deadlines in working hours; null: only the day is known. */
  readonly minuteOfDay: number | null;
  readonly documentNumber: string | null;
};

/** Midday where only the day is known: the day of the event never counts itself. */
const MIDDAY = 12 * 60;

/** The day on which deadlines that wait for an event fall, once the event is known; the last of several. */
export function dayAfterStart(
  deadlines: readonly Deadline[],
  start: EventDay,
  { calendar }: Pick<OfficeRules, 'calendar'>,
): CivilDate | null {
  const happenedAt = { day: start.happenedOn, minute: start.minuteOfDay ?? MIDDAY };
  const days = deadlines
    .filter((deadline): deadline is RelativeDeadline => deadline.kind === 'relative')
    .flatMap((deadline) => {
      const due = dueAfterEvent(deadline, { happenedAt, documentNumber: start.documentNumber }, calendar);
      const day = due.ok ? parseCivilDate(due.value.slice(0, 10)) : null;
      return day === null ? [] : [day];
    });
  return days.sort().at(-1) ?? null;
}
