export { declareOwn } from './actions/declare.ts';
export { type SeedRecord, seedRecords } from './actions/seed-records.ts';
export { registerRoutes } from './http/routes.ts';
