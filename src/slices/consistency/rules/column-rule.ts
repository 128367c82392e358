import type { PrintedNumber } from './printed-number.ts';
import type { Relation, Term } from './relation.ts';

/** What a column is, made of other columns of the same row. */
export type ColumnRule = {
  readonly target: number;
  readonly sources: readonly number[];
  readonly kind: Relation['kind'];
  readonly compute: (sources: readonly PrintedNumber[]) => readonly Term[];
};
