import { type CivilDate, parseCivilDate } from '../../../../kernel/civil-date.ts';
import { type WorkingCalendar, workingDaysBetween } from '../../../calendar/index.ts';

/**
 * Working days from today to the due day, today not counted: 0 on the day itself, negative once it has passed.
 *
 * @returns null where there is no day, no calendar yet, or the calendar does not reach
 */
export function daysLeft(calendar: WorkingCalendar | null, today: string, dueOn: string | null): number | null {
  const [now, due]: (CivilDate | null)[] = [parseCivilDate(today), dueOn ? parseCivilDate(dueOn) : null];
  if (!calendar || !now || !due) return null;
  if (now <= due) return workingDaysBetween(calendar, now, due);
  const late = workingDaysBetween(calendar, due, now);
  return late === null ? null : -late;
}
