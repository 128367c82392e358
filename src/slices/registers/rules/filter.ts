/**
 * How a record stands to its due day; derived, never stored. Finished: before, on, after the day. Open: the day is not
 * over, or it is. Untimed: no due day.
 */
export const timings = ['early', 'on-time', 'late', 'in-time', 'overdue', 'untimed'] as const;
export type Timing = (typeof timings)[number];

/** Which records are meant, as data: measures, saved views and the address of a list use the same words. */
export type Filter =
  | { readonly field: string; readonly is: string | boolean | readonly string[] }
  | { readonly field: string; readonly isEmpty: boolean }
  /** Days, instants and numbers, both ends included; a text compares as a number where the field is one. */
  | { readonly field: string; readonly from?: string; readonly to?: string }
  | { readonly step: readonly string[] }
  /** Against the main deadline, or against one of the register's further clocks. */
  | { readonly timing: readonly Timing[]; readonly clock?: string }
  /** A multiple choice in which all of these are ticked ("the file is complete"). */
  | { readonly field: string; readonly hasAll: readonly string[] }
  /** Two fields of the record compared ("published later than allowed"). */
  | { readonly field: string; readonly op: '<' | '<=' | '=' | '>=' | '>'; readonly than: string }
  | { readonly all: readonly Filter[] }
  | { readonly any: readonly Filter[] }
  | { readonly not: Filter };
