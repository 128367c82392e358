import { addDays, type CivilDate, daysBetween } from '../../../kernel/civil-date.ts';
import type { Deadline } from '../../deadlines/index.ts';

/** The steps of a task. Late is never a state: it is computed from the day. */
export const taskStates = [
  'assigned',
  'accepted',
  'returned',
  'in-progress',
  'handed-in',
  'sent-back',
  'done',
  'dropped',
] as const;
export type TaskState = (typeof taskStates)[number];

export const openStates = [
  'assigned',
  'accepted',
  'returned',
  'in-progress',
  'handed-in',
  'sent-back',
] as const satisfies readonly TaskState[];

export const dueKinds = ['day', 'recurring', 'continuous', 'event', 'external'] as const;
/** What rules the end of a task: a day, occurrences, a periodic check, an event awaited, or another document. */
export type DueKind = (typeof dueKinds)[number];

export type Due = { readonly kind: DueKind; readonly dueOn: CivilDate | null };

/** Last day on which the work is on time under one deadline; null where it names no single day. */
export function lastDayOf(deadline: Deadline): CivilDate | null {
  if (deadline.kind === 'by') return deadline.inclusive ? deadline.date : addDays(deadline.date, -1);
  return deadline.kind === 'window' ? deadline.to : null;
}

const kindOf = {
  by: 'day',
  window: 'day',
  recurring: 'recurring',
  continuous: 'continuous',
  relative: 'event',
  external: 'external',
} as const satisfies Record<Deadline['kind'], DueKind>;

/**
 * What rules the end of a task with these deadlines. The last of several days ends the task; a task with any day has that
 * day even where it also runs "thường xuyên". A recurring task has no single day: see `nextDayOf`.
 */
export function dueOf(deadlines: readonly Deadline[]): Due {
  const days = deadlines.map(lastDayOf).filter((day) => day !== null);
  if (days.length > 0) return { kind: 'day', dueOn: days.sort().at(-1) ?? null };
  const ruling = deadlines.find((deadline) => deadline.kind === 'recurring') ?? deadlines[0];
  return { kind: ruling ? kindOf[ruling.kind] : 'external', dueOn: null };
}

/** Where a task came from. A kind of task has its own rule for extensions. */
export const taskOrigins = ['plan', 'hand', 'province', 'meeting', 'unit'] as const;
export type TaskOrigin = (typeof taskOrigins)[number];

export type Timed = {
  readonly state: TaskState;
  /** The due day, or the earliest occurrence that is open; null where none is known. */
  readonly day: CivilDate | null;
  readonly doneOn: CivilDate | null;
  /** The day of the last hand-in: waiting for approval is not the doer's lateness. */
  readonly handedInOn: CivilDate | null;
};

/** The day up to which the doer's time runs: when it was done or handed in, else today. */
export function endOf({ state, doneOn, handedInOn }: Omit<Timed, 'day'>, today: CivilDate): CivilDate {
  return doneOn ?? (state === 'handed-in' ? handedInOn : null) ?? today;
}

/** Days by which a task is late against a day; 0 while it is not. A task done late stays told late. */
export function daysLate(task: Timed, today: CivilDate): number {
  if (task.day === null || task.state === 'dropped') return 0;
  const end = endOf(task, today);
  return end > task.day ? daysBetween(task.day, end) : 0;
}

/** What may follow what; the second person rule (who did it cannot approve it) is checked where people are known. */
export const nextStates = {
  assigned: ['accepted', 'returned', 'in-progress', 'handed-in', 'dropped'],
  accepted: ['in-progress', 'handed-in', 'returned', 'dropped'],
  returned: ['assigned', 'dropped'],
  'in-progress': ['handed-in', 'dropped'],
  'handed-in': ['done', 'sent-back'],
  'sent-back': ['in-progress', 'handed-in', 'dropped'],
  done: ['in-progress'],
  dropped: ['assigned'],
} as const satisfies Record<TaskState, readonly TaskState[]>;

export function mayFollow(from: TaskState, to: TaskState): boolean {
  const allowed: readonly TaskState[] = nextStates[from];
  return allowed.includes(to);
}
