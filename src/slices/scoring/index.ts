export { explainLeaf } from './rules/explain.ts';
export type { MeasureRefusal, MeasureRefusalCode, Measures } from './rules/measures.ts';
export type { AreaPoints, ExtraPoints, LeafPoints, LeafStatus, SetPoints } from './rules/score-result.ts';
export { reckonSet, type ScoringOptions } from './rules/score-set.ts';
export { type LeafScore, type ScoreResult, scoreSet } from './rules/score-with-words.ts';
