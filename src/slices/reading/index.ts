export {
  type ChangedItem,
  type ComparablePlan,
  comparePlans,
  type DeadlineMove,
  type FieldChange,
  type ItemChanges,
  type PlanComparison,
} from './rules/compare-plans.ts';
export { type FigureExchange, type PlanExchange, toExchangeFormat } from './rules/exchange-format.ts';
export type {
  AreaReading,
  DeficitReading,
  Field,
  HeadReading,
  LegalBasisReading,
  ObligationReading,
  PlanKind,
  PlanReading,
  ResultReading,
  Signer,
  Target,
  TaskReading,
} from './rules/plan-reading.ts';
export { readPlan } from './rules/read-plan.ts';
export type { ReadingRefusal } from './rules/reading-refusal.ts';
export { textOfReadingRefusal } from './rules/reading-refusal.ts';
export {
  type Cell,
  type Footnote,
  PAGE_DPI,
  type Paragraph,
  type Place,
  type SourceDocument,
  type SourceFormat,
  type Table,
} from './rules/source-document.ts';
export { readPlanText } from './rules/text/plan-text.ts';
