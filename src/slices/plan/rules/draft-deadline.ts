import type { Deadline } from '../../deadlines/index.ts';
import type { TaskDeadline } from '../../tasks/index.ts';

/** A deadline of a draft as the deadline rules take it: the shape of the draft has checked its days and numbers. */
export function asDeadline(deadline: TaskDeadline): Deadline {
  return deadline as Deadline;
}
