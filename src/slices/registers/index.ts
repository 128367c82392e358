export {
  type Clock,
  type DueRule,
  declareRegister,
  type Field,
  type OfficialDocument,
  type RegisterDeclaration,
  type RegisterMeasure,
  type Step,
  type Texts,
  type ValuesOf,
} from './rules/declaration.ts';
export { type Filter, type Timing, timings } from './rules/filter.ts';
export {
  type FeedingMeasure,
  fitsRule,
  kindsForShape,
  type LeafInput,
  type LeafReading,
  leafInput,
  type Misfit,
  meetsTarget,
  placesOf,
} from './rules/leaf-input.ts';
export type {
  MeasureCell,
  MeasureDefinition,
  MeasureFigures,
  MeasureKey,
  MeasureReading,
  MeasureScope,
} from './rules/measure.ts';
export type { ShippedName, ShippedValues } from './shipped/index.ts';
export { type FactorCount, findWeakPoints, sampleSize, type WeakPoint } from './shipped/survey.ts';
export type { SurveyFactor } from './shipped/survey-answers.ts';
export { type Term, type TermName, terms } from './shipped/terms.ts';
