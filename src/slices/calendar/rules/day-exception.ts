import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { Session, WeekPattern } from './office-hours.ts';

/** A day on which the office does not keep its week pattern. */
export type DayException = {
  readonly day: CivilDate;
  /** `working`: a swapped Saturday, with the sessions of an ordinary Monday unless `sessions` are given. */
  readonly kind: 'off' | 'working' | 'half-day';
  /** Of a half-day: which sessions remain. */
  readonly sessions?: readonly Session[];
  readonly reason: string;
  /** Number of the decision, where there is one. */
  readonly decision: string | null;
  /** "dự kiến": not yet confirmed by a decision that we have seen. */
  readonly isProvisional: boolean;
};

/** A week pattern that holds from a day on, until the next one. */
export type LaterWeek = { readonly from: CivilDate; readonly week: WeekPattern };

/** The week pattern that holds on a day. */
export function weekOn(
  { week, laterWeeks = [] }: { readonly week: WeekPattern; readonly laterWeeks?: readonly LaterWeek[] },
  day: CivilDate,
): WeekPattern {
  return laterWeeks.findLast(({ from }) => from <= day)?.week ?? week;
}

/** What a calendar is made of; several offices may have several (Saturday reception, winter hours). */
export type CalendarPlan = {
  readonly name: string;
  readonly firstYear: number;
  readonly lastYear: number;
  /** From the first day of the calendar on. */
  readonly week: WeekPattern;
  /** Hours that begin later (winter hours, a decision of the province), in order of days. */
  readonly laterWeeks?: readonly LaterWeek[];
  readonly exceptions: readonly DayException[];
};
