import type { RecordId } from '../../../kernel/ids.ts';
import { toLines } from './lines.ts';
import type { Contribution } from './tally.ts';

// What is written beside records, as lines whose first cell is the record.

/** A value that may stand only once in its register. */
export type UniqueRow = { readonly recordId: RecordId; readonly rule: number; readonly hash: string };
export const uniqueColumns = [
  ['recordId', 'text'],
  ['rule', 'int'],
  ['hash', 'text'],
] as const;
export const uniqueLines = (rows: readonly UniqueRow[]): string =>
  toLines(rows.map(({ recordId, rule, hash }) => [recordId, rule, hash]));

/** A further clock that runs. */
export type ClockRow = { readonly recordId: RecordId; readonly clock: string; readonly dueOn: string };
export const clockColumns = [
  ['recordId', 'text'],
  ['clock', 'text'],
  ['dueOn', 'date'],
] as const;
export const clockLines = (rows: readonly ClockRow[]): string =>
  toLines(rows.map(({ recordId, clock, dueOn }) => [recordId, clock, dueOn]));

/** The value of a measure that takes the newest record. */
export type LatestRow = Pick<Contribution, 'measure' | 'onDay' | 'unitId' | 'numerator'> & {
  readonly recordId: string;
};
export const latestColumns = [
  ['recordId', 'text'],
  ['measure', 'text'],
  ['onDay', 'date'],
  ['unitId', 'text'],
  ['numerator', 'numeric'],
] as const;
export const latestLines = (rows: readonly LatestRow[]): string =>
  toLines(rows.map(({ recordId, measure, onDay, unitId, numerator }) => [recordId, measure, onDay, unitId, numerator]));
