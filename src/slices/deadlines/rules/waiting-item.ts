import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { UnitId, UserId } from '../../../kernel/ids.ts';

/** What the person it waits for has to do next. */
export const waitingSteps = [
  'accept',
  'do',
  'hand-in',
  'approve',
  'answer',
  'explain',
  'enter',
  'review',
  'decide-extension',
] as const;
export type WaitingStep = (typeof waitingSteps)[number];

/**
 * Something that waits for somebody until a day, whatever its kind: what reminders, the day of a person and his calendar
 * feed are made of. Tasks, reports and registers offer these; nobody stores them.
 */
export type WaitingItem = {
  readonly source: 'task' | 'report' | 'register' | 'plan';
  /** Stable over restarts, one for each occurrence: "task_7", "submission_3", "register:feedback:record_9". */
  readonly key: string;
  readonly step: WaitingStep;
  readonly title: string;
  /** The unit that has it; null where it waits for the office itself (approval by the leadership, a decision). */
  readonly unitId: UnitId | null;
  /** People it was handed to by name; empty: the head of the unit. */
  readonly userIds: readonly UserId[];
  readonly dueOn: CivilDate | null;
  /** The day that was set first, where an extension moved it. */
  readonly originalDueOn: CivilDate | null;
  /** Points at stake, decimal text. */
  readonly points: string | null;
  /** Address of the screen where it is done. */
  readonly address: string;
  /** Working days before the due day on which notices go out; null: the office's default. */
  readonly remindBefore: readonly number[] | null;
};

/** What became of the work of a unit that was due in a span: what "who answers for what" adds up. */
export type WorkRecord = {
  readonly source: 'task' | 'report';
  readonly unitId: UnitId;
  readonly due: number;
  readonly onTime: number;
  readonly late: number;
  /** Open and past its day. */
  readonly overdue: number;
  /** Sent back at least once. */
  readonly returned: number;
  readonly extensions: number;
  /** Sum of days late, of what was late or is overdue. */
  readonly daysLate: number;
};
