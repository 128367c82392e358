export { loadWorkingCalendar } from './actions/find-calendar.ts';
export { type CalendarRefusal, calendarRefusals } from './actions/refusals.ts';
export type { FindMoved, MovedOnScreen } from './http/find-moved.ts';
export { calendarRoutes } from './http/routes.ts';
