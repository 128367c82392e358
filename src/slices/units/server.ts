export { type UnitRefusal, unitRefusals } from './actions/change-units.ts';
export { unitRoutes } from './http/routes.ts';
export { findAliases, findReach, findUnits, insertUnit, saveAlias } from './store/units.ts';
