export type { NamedUnit } from './rules/named-unit.ts';
export { officeDayOf, officeDueOf } from './rules/office-day.ts';
export {
  type Due,
  type DueKind,
  daysLate,
  dueKinds,
  dueOf,
  lastDayOf,
  mayFollow,
  nextStates,
  openStates,
  type TaskOrigin,
  type TaskState,
  taskOrigins,
  taskStates,
} from './rules/task.ts';
export { deadlineShape, deadlinesOf, type Target, type TaskDeadline, targetShape } from './rules/task-shapes.ts';
