export type { Deadline, FoundDeadline, RecurringDeadline, RelativeDeadline } from './rules/deadline.ts';
