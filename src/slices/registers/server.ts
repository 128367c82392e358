export { changeByRule } from './actions/change-by-rule.ts';
export { createRecord } from './actions/change-record.ts';
export { declareOwn } from './actions/declare.ts';
export { type RegisterRefusal, registerRefusals } from './actions/refusals.ts';
export { type SeedRecord, seedRecords } from './actions/seed-records.ts';
export type { SeenRecord } from './actions/show-records.ts';
export { findWholeList } from './actions/whole-list.ts';
export { registerRoutes } from './http/routes.ts';
