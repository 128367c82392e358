export type { Redate } from './actions/change-calendar.ts';
export { loadOfficeTime, loadWorkingCalendar, type OfficeTime } from './actions/find-calendar.ts';
export { type CalendarRefusal, calendarRefusals } from './actions/refusals.ts';
export type { FindMoved, MovedOnScreen, ReadSheet } from './http/find-moved.ts';
export { type CalendarPorts, calendarRoutes } from './http/routes.ts';
