import type { CivilDate } from '../../../kernel/civil-date.ts';

/** What is known about a leaf before the year is over. */
export type Outlook = {
  /** Measured so far, as for scoring; left out where nothing is known yet. */
  readonly measure?: unknown;
  /** Share of the year that the measure covers, 0–1; 1 where it is final. Unless said, the share of the whole forecast. */
  readonly elapsed?: number;
  /** Items still to come (open tasks, reports due), where they are known; otherwise the pace so far goes on. */
  readonly remaining?: number;
  /** Points over maximum last year, 0–1. */
  readonly lastYear?: number;
  /** Tasks that bring the leaf's points. */
  readonly openTasks?: number;
  readonly overdueTasks?: number;
  /** Of the open tasks, those due only after the figures are closed: they bring nothing this year. */
  readonly tasksAfterClosing?: number;
  /** Deadline of the open task that is due first, from today on. */
  readonly nextDue?: CivilDate;
};

export type Outlooks = Readonly<Record<string, Outlook>>;

/** How much last year counts, in items of this year: enough to matter in January, little by autumn. */
export const LAST_YEAR_ITEMS = 6;
/** Without any history a rate may be anything; this leans a little towards what departments reach. */
export const NO_HISTORY = { successes: 1.5, failures: 0.5 } as const;
/** Chance of a matter whose every task is due after the figures are closed: somebody may be early. */
export const TOO_LATE = 0.2;
/** Items supposed to come where neither a measure nor a number is known. */
export const UNKNOWN_ITEMS = 12;

/**
 * Chance that a yes/no matter or the next level, not reached so far, is reached by the end of the year. One year says
 * little about a yes or no: last year moves the chance between 55 % and 90 %. The later it is, the less is left of it.
 *
 * @source docs/forecast.md
 */
export function chanceOfDoing(outlook: Outlook, elapsed: number): number {
  const { lastYear, openTasks = 0, overdueTasks, tasksAfterClosing = 0 } = outlook;
  const wholeYear = lastYear === undefined ? 0.75 : 0.55 + 0.35 * lastYear;
  const left = (wholeYear * (1 - elapsed)) / (1 - wholeYear * elapsed);
  if (overdueTasks) return Math.min(left, 0.3);
  if (openTasks > tasksAfterClosing) return Math.max(left, 0.75);
  return tasksAfterClosing > 0 ? Math.min(left, TOO_LATE) : left;
}

/** Last year's points as a rate of items: points of bands and of all-or-nothing fall much faster than their ratio. */
export function rateOfLastYear(lastYear: number, arePointsInSteps: boolean): number {
  return arePointsInSteps || lastYear < 0.5 ? 0.65 + 0.3 * lastYear : lastYear;
}

/** Beta parameters of a success rate: this year's items and last year's, discounted. */
export function rateBelief(successes: number, failures: number, lastRate: number | undefined): [number, number] {
  if (lastRate === undefined) return [successes + NO_HISTORY.successes, failures + NO_HISTORY.failures];
  const kept = Math.min(0.98, Math.max(0.02, lastRate));
  return [successes + LAST_YEAR_ITEMS * kept, failures + LAST_YEAR_ITEMS * (1 - kept)];
}
