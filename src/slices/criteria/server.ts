export { createSet, publish, readStoredSet } from './actions/sets.ts';
export { criteriaRoutes, setId } from './http/routes.ts';
export { findSet, type SetId, type StoredSet } from './store/sets.ts';
