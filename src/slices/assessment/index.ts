export { type PlanLoss, planLosses, type StatedLoss } from './rules/plan-losses.ts';
