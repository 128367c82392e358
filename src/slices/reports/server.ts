export { type SeedWork, seedDuties, seedReportWork } from './actions/seed-reports.ts';
export { reportMeasures, reportRecords, waitingReports } from './actions/sources.ts';
export { insertSubmissions, type SeedSubmission } from './store/seed.ts';
