export { bandHolds, type Edges } from './rules/bands.ts';
export { cloneSetText } from './rules/clone-set.ts';
export type { Area, CriteriaSet, Extra, Leaf, TreeNode } from './rules/criteria-set.ts';
export { type EditorNode, type EditorView, editSet, nextCode, type SetEdit, viewSet } from './rules/edit-set.ts';
export {
  evaluateFormula,
  type Formula,
  type FormulaRefusal,
  namesIn,
  parseFormula,
  type Ratio,
  wholeRatio,
} from './rules/formula.ts';
export { parseCriteriaSet } from './rules/parse-criteria-set.ts';
export { MAXIMUM_NAMES, RATIO_NAMES } from './rules/rule-checks.ts';
export {
  type LeafRule,
  type Rule,
  type RuleOf,
  SCORE_STAGES,
  type ScoreStage,
  type Shape,
  ZERO_DENOMINATOR,
  type ZeroDenominator,
} from './rules/rule-shapes.ts';
export {
  type BothLanguages,
  describeFault,
  type FaultPath,
  type SetFault,
  type SetFaultCode,
  writePath,
} from './rules/set-fault.ts';
export {
  NOT_APPLICABLE_POLICIES,
  type NotApplicablePolicy,
  ROUNDING_MODES,
  ROUNDING_SUMS,
  type Rounding,
} from './rules/set-file.ts';
export { criteriaSetJsonSchema } from './rules/set-json-schema.ts';
export { firstRule, SHAPE_PARAMETERS, type ShapeField, type ShapeParameter } from './rules/shape-fields.ts';
export {
  type CarriedScore,
  carryScores,
  checkYearMap,
  compareYears,
  suggestYearMap,
  type YearLink,
  type YearMap,
  type YearMapRefusal,
  type YearsSideBySide,
} from './rules/year-map.ts';
