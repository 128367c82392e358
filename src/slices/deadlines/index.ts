export type { Deadline, FoundDeadline, RecurringDeadline, RelativeDeadline } from './rules/deadline.ts';
export { toExchange } from './rules/exchange.ts';
export { readDeadlines } from './rules/reading/read-deadlines.ts';
