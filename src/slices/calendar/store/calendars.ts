import { sql } from 'drizzle-orm';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { Instant } from '../../../kernel/clock.ts';
import type { AgencyId, UserId } from '../../../kernel/ids.ts';
import type { Db, Transaction } from '../../../server/database.ts';
import type { CalendarId } from '../rules/calendar-id.ts';
import type { CalendarSettings } from '../rules/changed-days.ts';
import type { CalendarPlan, DayException, LaterWeek } from '../rules/day-exception.ts';
import type { Session, WeekPattern } from '../rules/office-hours.ts';
import type { DayOffRule } from '../rules/working-days.ts';

/** A stored calendar with its version; the days are loaded apart. */
export type CalendarRow = {
  calendarId: CalendarId;
  name: string;
  firstYear: number;
  lastYear: number;
  week: WeekPattern;
  laterWeeks: readonly LaterWeek[];
  dayOffRule: DayOffRule;
  version: number;
};

const COLUMNS = sql`calendar_id as "calendarId", name, first_year as "firstYear", last_year as "lastYear", week,
  later_weeks as "laterWeeks", day_off_rule as "dayOffRule", version`;
const MOST_CALENDARS = 100;
const MOST_DAYS = 10_000;

export async function findCalendarRows(db: Db, agencyId: AgencyId): Promise<CalendarRow[]> {
  const { rows } = await db.execute<CalendarRow>(sql`
    select ${COLUMNS} from office_calendar where agency_id = ${agencyId} order by name, calendar_id limit ${MOST_CALENDARS}`);
  return rows;
}

/** @returns the row, held until the transaction ends */
export async function holdCalendar(
  tx: Transaction,
  agencyId: AgencyId,
  calendarId: CalendarId,
): Promise<CalendarRow | null> {
  const { rows } = await tx.execute<CalendarRow>(sql`
    select ${COLUMNS} from office_calendar where agency_id = ${agencyId} and calendar_id = ${calendarId} for update`);
  return rows[0] ?? null;
}

type DayRow = Omit<DayException, 'sessions'> & { sessions: readonly Session[] | null };

export async function findDays(db: Db, agencyId: AgencyId, calendarId: CalendarId): Promise<DayException[]> {
  const { rows } = await db.execute<DayRow>(sql`
    select day, kind, sessions, reason, decision, is_provisional as "isProvisional"
      from calendar_day where agency_id = ${agencyId} and calendar_id = ${calendarId} order by day limit ${MOST_DAYS}`);
  return rows.map(({ sessions, ...rest }) => (sessions ? { ...rest, sessions } : rest));
}

export async function insertCalendar(
  tx: Transaction,
  agencyId: AgencyId,
  calendarId: CalendarId,
  plan: CalendarPlan & { readonly dayOffRule: DayOffRule },
): Promise<void> {
  await tx.execute(sql`
    insert into office_calendar (agency_id, calendar_id, name, first_year, last_year, week, later_weeks, day_off_rule)
    values (${agencyId}, ${calendarId}, ${plan.name}, ${plan.firstYear}, ${plan.lastYear}, ${JSON.stringify(plan.week)}::jsonb,
      ${JSON.stringify(plan.laterWeeks ?? [])}::jsonb, ${plan.dayOffRule})`);
  for (const exception of plan.exceptions) await saveDay(tx, agencyId, calendarId, exception);
}

export async function saveDay(
  tx: Transaction,
  agencyId: AgencyId,
  calendarId: CalendarId,
  { day, kind, sessions, reason, decision, isProvisional }: DayException,
): Promise<void> {
  await tx.execute(sql`
    insert into calendar_day (agency_id, calendar_id, day, kind, sessions, reason, decision, is_provisional)
    values (${agencyId}, ${calendarId}, ${day}::date, ${kind}, ${sessions ? JSON.stringify(sessions) : null}::jsonb,
      ${reason}, ${decision}, ${isProvisional})
    on conflict (agency_id, calendar_id, day) do update set kind = excluded.kind, sessions = excluded.sessions,
      reason = excluded.reason, decision = excluded.decision, is_provisional = excluded.is_provisional`);
}

export async function deleteDay(
  tx: Transaction,
  agencyId: AgencyId,
  calendarId: CalendarId,
  day: CivilDate,
): Promise<void> {
  await tx.execute(sql`
    delete from calendar_day where agency_id = ${agencyId} and calendar_id = ${calendarId} and day = ${day}::date`);
}

export async function raiseVersion(tx: Transaction, agencyId: AgencyId, calendarId: CalendarId): Promise<void> {
  await tx.execute(sql`
    update office_calendar set version = version + 1 where agency_id = ${agencyId} and calendar_id = ${calendarId}`);
}

export async function saveSettings(
  tx: Transaction,
  agencyId: AgencyId,
  calendarId: CalendarId,
  { name, week, laterWeeks, dayOffRule }: CalendarSettings,
): Promise<void> {
  await tx.execute(sql`
    update office_calendar set name = ${name}, week = ${JSON.stringify(week)}::jsonb,
           later_weeks = ${JSON.stringify(laterWeeks)}::jsonb, day_off_rule = ${dayOffRule}, version = version + 1
     where agency_id = ${agencyId} and calendar_id = ${calendarId}`);
}

/** What the settings of a calendar were and became, when, by whom. */
export type SettingsHistory = {
  version: number;
  changedAt: Instant;
  changedBy: UserId;
  before: CalendarSettings;
  after: CalendarSettings;
};

export async function insertSettingsHistory(
  tx: Transaction,
  agencyId: AgencyId,
  calendarId: CalendarId,
  { version, changedAt, changedBy, before, after }: SettingsHistory,
): Promise<void> {
  await tx.execute(sql`
    insert into calendar_setting_change (agency_id, calendar_id, version, changed_at, changed_by, before, after)
    values (${agencyId}, ${calendarId}, ${version}, ${changedAt}::timestamptz, ${changedBy},
      ${JSON.stringify(before)}::jsonb, ${JSON.stringify(after)}::jsonb)`);
}

/** Newest first. */
export async function findSettingsHistory(
  db: Db,
  agencyId: AgencyId,
  calendarId: CalendarId,
): Promise<SettingsHistory[]> {
  const { rows } = await db.execute<SettingsHistory>(sql`
    select version, changed_at as "changedAt", changed_by as "changedBy", before, after
      from calendar_setting_change where agency_id = ${agencyId} and calendar_id = ${calendarId}
     order by version desc limit ${MOST_CALENDARS}`);
  return rows;
}

/** What a day was and became, when, by whom. */
export type DayHistory = {
  day: CivilDate;
  /** Version of the calendar that the change was made to. */
  version: number;
  changedAt: Instant;
  changedBy: UserId;
  oldDay: DayException | null;
  newDay: DayException | null;
};

export async function insertDayHistory(
  tx: Transaction,
  agencyId: AgencyId,
  calendarId: CalendarId,
  { day, version, changedAt, changedBy, oldDay, newDay }: DayHistory,
): Promise<void> {
  const json = (value: DayException | null): string | null => (value ? JSON.stringify(value) : null);
  await tx.execute(sql`
    insert into calendar_day_change (agency_id, calendar_id, day, version, changed_at, changed_by, old_day, new_day)
    values (${agencyId}, ${calendarId}, ${day}::date, ${version}, ${changedAt}::timestamptz, ${changedBy},
      ${json(oldDay)}::jsonb, ${json(newDay)}::jsonb)`);
}

/** Newest first. */
export async function findDayHistory(
  db: Db,
  agencyId: AgencyId,
  calendarId: CalendarId,
  year: number,
): Promise<DayHistory[]> {
  const { rows } = await db.execute<DayHistory>(sql`
    select day, version, changed_at as "changedAt", changed_by as "changedBy", old_day as "oldDay", new_day as "newDay"
      from calendar_day_change
     where agency_id = ${agencyId} and calendar_id = ${calendarId}
       and day between make_date(${year}::int, 1, 1) and make_date(${year}::int, 12, 31)
     order by version desc, day limit ${MOST_DAYS}`);
  return rows;
}
