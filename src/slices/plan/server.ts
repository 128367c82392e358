export { findMovedTasks } from './actions/moved-tasks.ts';
export { type SeedTie, seedPlan, seedTies } from './actions/seed-plan.ts';
export { planRoutes } from './http/plan-routes.ts';
export { reviewRoutes } from './http/review-routes.ts';
export { taskRoutes } from './http/task-routes.ts';
