import type { CivilDate } from '../../../../kernel/civil-date.ts';
import { type DayOffRule, moveToWorkingDay, type WorkingCalendar } from '../../../calendar/index.ts';
import type { Deadline } from '../deadline.ts';
import { dueAfterEvent, type RecordedEvent } from './event-due.ts';

/** A deadline that is still open, with what it is computed from. */
export type OpenDeadline = { readonly id: string } & (
  | { readonly wordedDay: CivilDate; readonly dayOffRule: DayOffRule }
  | { readonly deadline: Extract<Deadline, { kind: 'relative' }>; readonly event: RecordedEvent }
);

/** An open deadline that a change of the calendar moves; null where a calendar does not reach. */
export type MovedDeadline = { readonly id: string; readonly from: string | null; readonly to: string | null };

/** Which open deadlines would move, from when to when, if `after` took the place of `before`. In the order given. */
export function findMovedDeadlines(
  open: readonly OpenDeadline[],
  before: WorkingCalendar,
  after: WorkingCalendar,
): MovedDeadline[] {
  return open.flatMap((one) => {
    const [from, to] = [dueBy(one, before), dueBy(one, after)];
    return from === to ? [] : [{ id: one.id, from, to }];
  });
}

function dueBy(one: OpenDeadline, calendar: WorkingCalendar): string | null {
  const due =
    'event' in one
      ? dueAfterEvent(one.deadline, one.event, calendar)
      : moveToWorkingDay(calendar, one.wordedDay, one.dayOffRule);
  return due.ok ? due.value : null;
}
