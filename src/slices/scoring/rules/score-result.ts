import type { Decimal } from '../../../kernel/decimal.ts';
import type { BothLanguages, Leaf } from '../../criteria/index.ts';
import type { LeafMeasure, MeasureRefusal } from './measures.ts';
import type { Facts } from './reckoning.ts';

export type LeafStatus = 'scored' | 'no-data' | 'refused' | 'not-applicable';

/** What one leaf got. `points` and `lost` are null where there is nothing to score with; that is not zero. */
export type LeafPoints = {
  readonly leaf: Leaf;
  readonly status: LeafStatus;
  /** Rounded as the set says. */
  readonly points: Decimal | null;
  /** Before rounding. */
  readonly exact: Decimal | null;
  readonly lost: Decimal | null;
  /** False where the leaf is left out of points and of possible points. */
  readonly isApplicable: boolean;
  readonly measure: LeafMeasure | null;
  readonly facts: Facts;
  /** The policy that gave the points of a leaf that was declared or found not applicable. */
  readonly byPolicy: 'full_if_none' | 'zero_if_none' | 'exclude' | null;
  /** The leaf whose late or missing items took these points. */
  readonly emptiedBy: string | null;
  readonly doubts: readonly BothLanguages[];
  readonly refusal: MeasureRefusal | null;
};

export type ExtraPoints = {
  readonly code: string;
  readonly name: string;
  readonly count: number | null;
  readonly points: Decimal;
  readonly cap: Decimal;
  readonly refusal: MeasureRefusal | null;
};

export type AreaPoints = {
  readonly code: string;
  readonly name: string;
  readonly points: Decimal;
  readonly possible: Decimal;
};

/** The points of a whole set, without words. */
export type SetPoints = {
  readonly leaves: readonly LeafPoints[];
  readonly areas: readonly AreaPoints[];
  readonly bonus: readonly ExtraPoints[];
  readonly penalty: readonly ExtraPoints[];
  readonly bonusTotal: Decimal;
  readonly penaltyTotal: Decimal;
  readonly total: Decimal;
  readonly possible: Decimal;
  /** Rounded; null where nothing applies. */
  readonly percent: Decimal | null;
  readonly grade: string | null;
  /** Whether every leaf that applies has points: otherwise `total` is what has been earned so far. */
  readonly isComplete: boolean;
  /** Codes of measures that the set does not know. */
  readonly unknownCodes: readonly string[];
};
