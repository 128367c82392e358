import { type CivilDate, yearOf } from '../../../kernel/civil-date.ts';
import type { CalendarPlan, DayException, LaterWeek } from './day-exception.ts';
import { areSessions } from './office-hours.ts';
import type { DayOffRule } from './working-days.ts';

/** What a day is to be: an exception, or null for an ordinary day of the week pattern. */
export type DayChange = { readonly day: CivilDate; readonly exception: DayException | null };

/** The plan with the days changed; a day named twice keeps the last word. */
export function changeDaysOf(plan: CalendarPlan, changes: readonly DayChange[]): CalendarPlan {
  const days = new Map(plan.exceptions.map((exception) => [exception.day, exception]));
  for (const { day, exception } of changes) {
    if (exception) days.set(day, exception);
    else days.delete(day);
  }
  const exceptions = [...days.values()].sort((one, other) => (one.day < other.day ? -1 : 1));
  return { ...plan, exceptions };
}

/** What an office decides about a calendar as a whole. */
export type CalendarSettings = Pick<CalendarPlan, 'name' | 'week'> & {
  readonly laterWeeks: readonly LaterWeek[];
  readonly dayOffRule: DayOffRule;
};

/** Why settings cannot be kept; null where they can. Later weeks stand in order, inside the years, each day once. */
export function wrongSettings(
  settings: Pick<CalendarSettings, 'week' | 'laterWeeks'>,
  { firstYear, lastYear }: Pick<CalendarPlan, 'firstYear' | 'lastYear'>,
): 'sessions-wrong' | 'weeks-wrong' | null {
  const weeks = [settings.week, ...settings.laterWeeks.map(({ week }) => week)];
  if (!weeks.every((week) => Object.values(week).every(areSessions))) return 'sessions-wrong';
  if (weeks.some((week) => Object.values(week).every((sessions) => sessions.length === 0))) return 'weeks-wrong';
  const days = settings.laterWeeks.map(({ from }) => from);
  const areOrdered = days.every((day, at) => at === 0 || day > (days[at - 1] ?? ''));
  const areInside = days.every((day) => yearOf(day) >= firstYear && yearOf(day) <= lastYear);
  return areOrdered && areInside ? null : 'weeks-wrong';
}

/** Days outside the plan's years: they would change nothing and are refused. */
export function daysOutside(plan: CalendarPlan, changes: readonly DayChange[]): CivilDate[] {
  return changes.map(({ day }) => day).filter((day) => yearOf(day) < plan.firstYear || yearOf(day) > plan.lastYear);
}
