/** What the badge says of a deadline, decided once for every screen. */
export type DueState = 'done' | 'late' | 'today' | 'days-off' | 'soon' | 'later' | 'open-ended' | 'uncounted';

/** Fewer working days than this are "soon". */
export const SOON_WORKING_DAYS = 4;

export type DueFacts = {
  /** YYYY-MM-DD; null where the deadline names no day. */
  dueOn: string | null;
  today: string;
  /** Working days after today until the day; negative when it has passed; null when there is no calendar to count with. */
  workingDaysLeft: number | null;
  isDone: boolean;
  isLate?: boolean;
};

/** No working day left does not mean today: from Saturday to a Sunday deadline there is none, and the day is tomorrow. */
export function dueStateOf({ dueOn, today, workingDaysLeft, isDone, isLate = false }: DueFacts): DueState {
  if (isDone) return 'done';
  if (dueOn === null) return 'open-ended';
  if (isLate || dueOn < today) return 'late';
  if (dueOn === today) return 'today';
  if (workingDaysLeft === null) return 'uncounted';
  if (workingDaysLeft <= 0) return 'days-off';
  return workingDaysLeft < SOON_WORKING_DAYS ? 'soon' : 'later';
}
