export { type Coverage, coverageOf, type Loss, lostPoints, sumLosses } from './rules/coverage.ts';
export { type Draft, type DraftItem, draftShape, itemsOf, unitNamesOf } from './rules/draft.ts';
export {
  type Due,
  type DueKind,
  daysLate,
  dueKinds,
  dueOf,
  mayFollow,
  nextStates,
  type TaskState,
  taskStates,
} from './rules/task.ts';
