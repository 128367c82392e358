import type { Deadline } from '../../deadlines/index.ts';
import type { DraftDeadline } from './draft.ts';

/** A deadline of a draft as the deadline rules take it: the shape of the draft has checked its days and numbers. */
export function asDeadline(deadline: DraftDeadline): Deadline {
  return deadline as Deadline;
}
