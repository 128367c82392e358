export { explainLeaf } from './rules/explain.ts';
export { findLeastEffort, type LeastEffort, type LeastEffortRefusal } from './rules/least-effort.ts';
export {
  compareLosses,
  type LossComparison,
  type LossSums,
  type LostPoint,
  type LostPointRefusal,
  recordLosses,
  refuseLostPoint,
  splitByWeight,
  sumLostPoints,
  type UnitWeight,
} from './rules/lost-points.ts';
export { type MeasureRefusal, type MeasureRefusalCode, type Measures, unknownFields } from './rules/measures.ts';
export { findNextSteps, type NextStep } from './rules/next-steps.ts';
export {
  type Contender,
  compareRankings,
  type OvertakingNeed,
  type Place,
  type PlaceChange,
  pointsToGainPlace,
  type RankingComparison,
  rank,
  rankArea,
  type TieRule,
} from './rules/ranking.ts';
export { type Reach, type RecoveryStep, recoverySteps } from './rules/recovery-steps.ts';
export type { AreaPoints, ExtraPoints, LeafPoints, LeafStatus, SetPoints } from './rules/score-result.ts';
export { reckonSet, type ScoringOptions, scoreLeaf } from './rules/score-set.ts';
export { type LeafScore, type ScoreResult, scoreSet } from './rules/score-with-words.ts';
export {
  compareScenarios,
  type LeafChange,
  type Scenario,
  type ScenarioResult,
  type Supposition,
  startWhatIf,
  suppose,
  type WhatIf,
} from './rules/what-if.ts';
