export { type CalendarId, MAIN_CALENDAR } from './rules/calendar-id.ts';
export type { CalendarSettings } from './rules/changed-days.ts';
export { endOfDays, endOfMonths } from './rules/civil-periods.ts';
export { type CalendarPlan, type DayException, type LaterWeek, weekOn } from './rules/day-exception.ts';
export { type ReadRows, readDayRows } from './rules/day-rows.ts';
export { type DueRefusal, dueAfter, type Period } from './rules/due.ts';
export { formatOfficeMoment, type OfficeMoment, parseOfficeMoment } from './rules/moment.ts';
export { areSessions, type Session, STANDARD_WEEK, type WeekPattern } from './rules/office-hours.ts';
export { SHIPPED_CALENDAR, SHIPPED_PLAN } from './rules/shipped-calendar.ts';
export { type CalendarGap, isWorkingDay, makeCalendar, type WorkingCalendar } from './rules/working-calendar.ts';
export {
  addWorkingDays,
  type DayOffRule,
  moveToWorkingDay,
  OUTSIDE,
  shiftWorkingDays,
  workingDaysBetween,
} from './rules/working-days.ts';
export {
  addWorkingMinutes,
  nextWorkingMoment,
  subtractWorkingMinutes,
  workingMinutesBetween,
} from './rules/working-time.ts';
