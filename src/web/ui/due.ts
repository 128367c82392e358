/** What the badge says of a deadline, decided once for every screen. */
export type DueState = 'done' | 'late' | 'today' | 'soon' | 'later' | 'open-ended' | 'uncounted';

/** Fewer working days than this are "soon". */
export const SOON_WORKING_DAYS = 4;

export type DueFacts = {
  /** Working days until the day; negative when it has passed; null when there is no day or no calendar to count with. */
  workingDaysLeft: number | null;
  hasDay: boolean;
  isDone: boolean;
  isLate?: boolean;
};

export function dueStateOf({ workingDaysLeft, hasDay, isDone, isLate = false }: DueFacts): DueState {
  if (isDone) return 'done';
  if (!hasDay) return 'open-ended';
  if (isLate) return 'late';
  if (workingDaysLeft === null) return 'uncounted';
  if (workingDaysLeft < 0) return 'late';
  if (workingDaysLeft === 0) return 'today';
  return workingDaysLeft < SOON_WORKING_DAYS ? 'soon' : 'later';
}
