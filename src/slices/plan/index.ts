export { type Coverage, coverageOf, type Loss, lostPoints, sumLosses } from './rules/coverage.ts';
export {
  type Draft,
  type DraftArea,
  type DraftDeficit,
  type DraftItem,
  type DraftTask,
  draftShape,
} from './rules/draft.ts';
export { itemsOf, unitNamesOf } from './rules/draft-items.ts';
