export type { Deadline, FoundDeadline, RecurringDeadline, RelativeDeadline } from './rules/deadline.ts';
export { readDeadlines } from './rules/reading/read-deadlines.ts';
