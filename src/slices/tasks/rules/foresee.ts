import type { CivilDate } from '../../../kernel/civil-date.ts';
import { type WorkingCalendar, workingDaysBetween } from '../../calendar/index.ts';

export type Outlook = 'done' | 'late' | 'will-be-late' | 'at-risk' | 'on-track' | 'open-ended';

export type Watched = {
  readonly startedOn: CivilDate;
  readonly dueOn: CivilDate | null;
  readonly isDone: boolean;
  /** 0–100. */
  readonly percent: number;
};

/** Working days left so near that work which is not half done is at risk whatever its pace. */
const NEAR_DAYS = 3;

/**
 * How a task will end if it goes on as it did: its pace so far, in per cent a working day, against what is left of both.
 *
 * @returns `will-be-late` where the pace does not reach 100 by the day, `at-risk` where it barely does (within a fifth) or the
 * day is near and the work not half done
 */
export function foresee(task: Watched, today: CivilDate, calendar: WorkingCalendar): Outlook {
  if (task.isDone) return 'done';
  if (task.dueOn === null) return 'open-ended';
  if (today > task.dueOn) return 'late';
  const left = workingDaysBetween(calendar, today, task.dueOn);
  const spent = task.startedOn < today ? workingDaysBetween(calendar, task.startedOn, today) : 0;
  if (left === null || spent === null) return 'on-track';
  if (left < NEAR_DAYS && task.percent < 50) return left === 0 ? 'will-be-late' : 'at-risk';
  // Nothing is foreseen from the first fifth of the time: work begins slowly.
  if (spent * 4 < left) return 'on-track';
  const reached = spent === 0 ? task.percent : task.percent + (task.percent / spent) * left;
  if (reached >= 120) return 'on-track';
  return reached >= 100 ? 'at-risk' : 'will-be-late';
}
