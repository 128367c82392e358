import type { AgencyId } from '../../../kernel/ids.ts';
import type { Db } from '../../../server/database.ts';
import { type CalendarId, MAIN_CALENDAR } from '../rules/calendar-id.ts';
import type { CalendarPlan } from '../rules/day-exception.ts';
import { SHIPPED_PLAN } from '../rules/shipped-calendar.ts';
import { makeCalendar, type WorkingCalendar } from '../rules/working-calendar.ts';
import type { DayOffRule } from '../rules/working-days.ts';
import { type CalendarRow, findCalendarRows, findDays } from '../store/calendars.ts';

/** A calendar as stored, or as shipped while nobody has changed it (version 0). */
export type FoundCalendar = {
  readonly calendarId: CalendarId;
  readonly version: number;
  readonly plan: CalendarPlan;
  readonly dayOffRule: DayOffRule;
};

/** Nothing moves unless the office says so: whether internal deadlines on a day off move is custom, not law (domain.md §6.5). */
export const SHIPPED_RULE: DayOffRule = 'stay';
const SHIPPED: FoundCalendar = { calendarId: MAIN_CALENDAR, version: 0, plan: SHIPPED_PLAN, dayOffRule: SHIPPED_RULE };

/** Every calendar of an agency without its days, the main one first. */
export async function findCalendars(db: Db, agencyId: AgencyId): Promise<CalendarRow[]> {
  const rows = await findCalendarRows(db, agencyId);
  const main = rows.find(({ calendarId }) => calendarId === MAIN_CALENDAR);
  const { exceptions: _days, ...shipped } = SHIPPED_PLAN;
  const first: CalendarRow = main ?? {
    calendarId: MAIN_CALENDAR,
    version: 0,
    laterWeeks: [],
    dayOffRule: SHIPPED_RULE,
    ...shipped,
  };
  return [first, ...rows.filter(({ calendarId }) => calendarId !== MAIN_CALENDAR)];
}

export async function findCalendar(db: Db, agencyId: AgencyId, calendarId: CalendarId): Promise<FoundCalendar | null> {
  const row = (await findCalendarRows(db, agencyId)).find((one) => one.calendarId === calendarId);
  if (!row) return calendarId === MAIN_CALENDAR ? SHIPPED : null;
  const { version, calendarId: _id, dayOffRule, ...plan } = row;
  return { calendarId, version, dayOffRule, plan: { ...plan, exceptions: await findDays(db, agencyId, calendarId) } };
}

/** How an agency counts: its main calendar, and where a deadline on a fixed day ends that is a day off. */
export type OfficeTime = { readonly calendar: WorkingCalendar; readonly dayOffRule: DayOffRule };

export async function loadOfficeTime(db: Db, agencyId: AgencyId): Promise<OfficeTime> {
  const found = (await findCalendar(db, agencyId, MAIN_CALENDAR)) ?? SHIPPED;
  return { calendar: makeCalendar(found.plan), dayOffRule: found.dayOffRule };
}

/** The agency's main calendar, ready for counting. */
export async function loadWorkingCalendar(db: Db, agencyId: AgencyId): Promise<WorkingCalendar> {
  const found = await findCalendar(db, agencyId, MAIN_CALENDAR);
  return makeCalendar((found ?? SHIPPED).plan);
}
