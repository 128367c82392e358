export { deliverAgency } from './actions/deliver.ts';
export { findWaiting } from './actions/find-waiting.ts';
export { loadOffice } from './actions/load-office.ts';
export { type DayResult, type PlannedDay, planDay, remindAgency, remindIfDue } from './actions/remind.ts';
export { makeChannels, type Reminders, startReminders, tickReminders } from './actions/tick.ts';
export { noticeRoutes } from './http/notice-routes.ts';
export { reminderRoutes } from './http/reminder-routes.ts';
