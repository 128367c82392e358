import { addDays, type CivilDate, weekdayOf } from '../../../kernel/civil-date.ts';
import { addWorkingDays, isWorkingDay, type WorkingCalendar } from '../../calendar/index.ts';
import type { Audience, ReminderSettings } from './reminder-settings.ts';

/** Why somebody is told: so many working days before the day, or late by so many and whose turn it is to hear. */
export type Reason = `lead-${number}` | `late-${Audience}-${number}`;

/** A day from which a reason holds, for one audience. */
export type Stage = { readonly reason: Reason; readonly audience: Audience; readonly fireOn: CivilDate };

export type ReasonParts = { readonly kind: 'lead' | 'late'; readonly audience: Audience; readonly days: number };

export function reasonParts(reason: Reason): ReasonParts {
  const [kind, second = '', third] = reason.split('-');
  if (kind === 'lead') return { kind: 'lead', audience: 'doer', days: Number(second) };
  return { kind: 'late', audience: second as Audience, days: Number(third) };
}

/** Whether the office works on a day; past the calendar every Monday to Friday counts, so that no notice waits for ever. */
export function worksOn(calendar: WorkingCalendar, day: CivilDate): boolean {
  return isWorkingDay(calendar, day) ?? weekdayOf(day) < 6;
}

function walk(calendar: WorkingCalendar, from: CivilDate, count: number): CivilDate {
  const step = count < 0 ? -1 : 1;
  let day = from;
  for (let left = Math.abs(count); left > 0; ) {
    day = addDays(day, step);
    if (worksOn(calendar, day)) left -= 1;
  }
  while (!worksOn(calendar, day)) day = addDays(day, 1);
  return day;
}

/** The n-th working day before or after a day; for 0 the day itself, or the next working day. */
export function workingDayFrom(calendar: WorkingCalendar, from: CivilDate, count: number): CivilDate {
  const counted = addWorkingDays(calendar, from, count);
  return counted.ok ? counted.value : walk(calendar, from, count);
}

/**
 * Every stage of something that is due on a day, in the order in which they begin; of the same day the later reason last.
 * All days are working days: what would fall on a day off begins on the next working day.
 *
 * @param leadDays of the item itself where it brings some, else of the office
 */
export function stagesOf(
  calendar: WorkingCalendar,
  dueOn: CivilDate,
  { leadDays, lateSteps }: Pick<ReminderSettings, 'leadDays' | 'lateSteps'>,
): Stage[] {
  const leads = [...leadDays]
    .sort((a, b) => b - a)
    .map(
      (days): Stage => ({ reason: `lead-${days}`, audience: 'doer', fireOn: workingDayFrom(calendar, dueOn, -days) }),
    );
  const lates = [...lateSteps]
    .sort((a, b) => a.afterDays - b.afterDays)
    .map(
      ({ afterDays, to }): Stage => ({
        reason: `late-${to}-${afterDays}`,
        audience: to,
        fireOn: workingDayFrom(calendar, dueOn, afterDays),
      }),
    );
  return [...leads, ...lates];
}
