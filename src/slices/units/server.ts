export { appointHead } from './actions/change-units.ts';
export { type UnitRefusal, unitRefusals } from './actions/refusals.ts';
export { unitRoutes } from './http/routes.ts';
export { findAliases, findHeads, findSuccessions, findUnits, insertUnit, saveAlias } from './store/units.ts';
