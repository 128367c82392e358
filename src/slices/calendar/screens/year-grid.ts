import { type CivilDate, civilDate, daysInMonth, weekdayOf } from '../../../kernel/civil-date.ts';
import { type LaterWeek, type WeekPattern, weekOn } from '../index.ts';
import type { CalendarDay } from './use-calendar.ts';

type WeekOf = { readonly week: WeekPattern; readonly laterWeeks: readonly LaterWeek[] };

export type DayLook = 'ordinary' | 'rest' | 'off' | 'working' | 'half-day';

/** One cell of the year: a day with how it is worked. */
export type DayCell = {
  readonly day: CivilDate;
  readonly number: number;
  readonly look: DayLook;
  readonly reason: string | null;
  readonly isProvisional: boolean;
};

export type MonthGrid = {
  readonly month: number;
  /** Empty cells before the first day; Monday first. */
  readonly lead: number;
  readonly cells: readonly DayCell[];
};

/** The year at a glance: twelve months of days, each looking as it is worked. */
export function yearGrid(year: number, calendar: WeekOf, days: readonly CalendarDay[]): MonthGrid[] {
  const exceptions = new Map(days.map((day) => [day.day, day]));
  return Array.from({ length: 12 }, (_, index) => {
    const month = index + 1;
    const cells = Array.from({ length: daysInMonth(year, month) }, (_day, at) => {
      const day = civilDate(`${year}-${String(month).padStart(2, '0')}-${String(at + 1).padStart(2, '0')}`);
      return cellOf(day, calendar, exceptions.get(day));
    });
    const [first] = cells;
    return { month, lead: first ? weekdayOf(first.day) - 1 : 0, cells };
  });
}

function cellOf(day: CivilDate, calendar: WeekOf, exception: CalendarDay | undefined): DayCell {
  const isRest = weekOn(calendar, day)[weekdayOf(day)].length === 0;
  return {
    day,
    number: Number(day.slice(8)),
    look: exception?.kind ?? (isRest ? 'rest' : 'ordinary'),
    reason: exception?.reason ?? null,
    isProvisional: exception?.isProvisional ?? false,
  };
}
