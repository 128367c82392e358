import type { CalendarPlan } from './day-exception.ts';
import { STANDARD_WEEK } from './office-hours.ts';
import { SHIPPED_EXCEPTIONS } from './shipped-days.ts';
import { makeCalendar, type WorkingCalendar } from './working-calendar.ts';

/** The calendar every agency starts with: five days a week, the national days off of 2021–2027. */
export const SHIPPED_PLAN: CalendarPlan = {
  name: 'Lịch hành chính',
  firstYear: 2021,
  lastYear: 2027,
  week: STANDARD_WEEK,
  exceptions: SHIPPED_EXCEPTIONS,
};

export const SHIPPED_CALENDAR: WorkingCalendar = makeCalendar(SHIPPED_PLAN);
