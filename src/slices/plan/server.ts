export { type SeedTie, seedPlan, seedTies } from './actions/seed-plan.ts';
export { planRoutes } from './http/plan-routes.ts';
export { reviewRoutes } from './http/review-routes.ts';
export { type Deficit, findDeficits, findPlans } from './store/plans.ts';
