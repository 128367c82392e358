export { findMovedReports } from './actions/moved-reports.ts';
export { type SeedWork, seedDuties, seedReportWork } from './actions/seed-reports.ts';
export { reportMeasures, reportRecords, waitingReports } from './actions/sources.ts';
export { compilationRoutes } from './http/compilation-routes.ts';
export { dutyRoutes } from './http/duty-routes.ts';
export { reportRoutes } from './http/report-routes.ts';
export { insertSubmissions, type SeedSubmission } from './store/seed.ts';
