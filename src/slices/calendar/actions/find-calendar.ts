import type { AgencyId } from '../../../kernel/ids.ts';
import type { Db } from '../../../server/database.ts';
import { type CalendarId, MAIN_CALENDAR } from '../rules/calendar-id.ts';
import type { CalendarPlan } from '../rules/day-exception.ts';
import { SHIPPED_PLAN } from '../rules/shipped-calendar.ts';
import { makeCalendar, type WorkingCalendar } from '../rules/working-calendar.ts';
import { type CalendarRow, findCalendarRows, findDays } from '../store/calendars.ts';

/** A calendar as stored, or as shipped while nobody has changed it (version 0). */
export type FoundCalendar = { readonly calendarId: CalendarId; readonly version: number; readonly plan: CalendarPlan };

const SHIPPED: FoundCalendar = { calendarId: MAIN_CALENDAR, version: 0, plan: SHIPPED_PLAN };

/** Every calendar of an agency without its days, the main one first. */
export async function findCalendars(db: Db, agencyId: AgencyId): Promise<CalendarRow[]> {
  const rows = await findCalendarRows(db, agencyId);
  const main = rows.find(({ calendarId }) => calendarId === MAIN_CALENDAR);
  const { exceptions: _days, ...shipped } = SHIPPED_PLAN;
  const first: CalendarRow = main ?? { calendarId: MAIN_CALENDAR, version: 0, ...shipped };
  return [first, ...rows.filter(({ calendarId }) => calendarId !== MAIN_CALENDAR)];
}

export async function findCalendar(db: Db, agencyId: AgencyId, calendarId: CalendarId): Promise<FoundCalendar | null> {
  const row = (await findCalendarRows(db, agencyId)).find((one) => one.calendarId === calendarId);
  if (!row) return calendarId === MAIN_CALENDAR ? SHIPPED : null;
  const { version, calendarId: _id, ...plan } = row;
  return { calendarId, version, plan: { ...plan, exceptions: await findDays(db, agencyId, calendarId) } };
}

/** The agency's main calendar, ready for counting. */
export async function loadWorkingCalendar(db: Db, agencyId: AgencyId): Promise<WorkingCalendar> {
  const found = await findCalendar(db, agencyId, MAIN_CALENDAR);
  return makeCalendar((found ?? SHIPPED).plan);
}
