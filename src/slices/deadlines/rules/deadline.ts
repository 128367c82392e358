import type { CivilDate, Weekday } from '../../../kernel/civil-date.ts';

/** A deadline as an administrative document words it (exchange format, docs/plan-exchange-format.md). */
export type Deadline =
  | { readonly kind: 'by'; readonly date: CivilDate; readonly inclusive: boolean; readonly label?: string }
  | { readonly kind: 'window'; readonly from: CivilDate; readonly to: CivilDate; readonly label?: string }
  | RecurringDeadline
  | { readonly kind: 'continuous'; readonly label?: string }
  | RelativeDeadline
  | { readonly kind: 'external'; readonly text: string; readonly label?: string };

export type RecurringDeadline = {
  readonly kind: 'recurring';
  readonly every: 'week' | 'month' | 'quarter' | 'half-year' | 'year' | 'reporting-period';
  /** Only for every week: 1 Monday … 7 Sunday, null where no day is named. */
  readonly weekday?: Weekday | null;
  readonly day: number | null;
  readonly month: number | null;
  readonly of: 'month' | 'last-month' | 'next-month' | null;
  readonly inclusive: boolean;
  readonly label?: string;
};

export type RelativeDeadline = {
  readonly kind: 'relative';
  readonly amount: number;
  readonly unit: 'working-day' | 'day' | 'working-hour' | 'month';
  readonly direction: 'after' | 'before';
  readonly event: string;
  readonly label?: string;
};

/** One deadline found in a text: what it says, where it stands, and what was unclear about it. */
export type FoundDeadline = {
  readonly deadline: Deadline;
  /** Characters [from, to) of the text that was read. */
  readonly from: number;
  readonly to: number;
  /** Codes of what was unclear: 'year-assumed', 'day-missing', …; empty where all was said. */
  readonly doubts: readonly string[];
};
