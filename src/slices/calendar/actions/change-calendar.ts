import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { Instant } from '../../../kernel/clock.ts';
import type { AgencyId, NewId } from '../../../kernel/ids.ts';
import { accept, type Outcome, refuse } from '../../../kernel/outcome.ts';
import type { Context } from '../../../server/context.ts';
import { brokenConstraint, commitOrRefuse, type Transaction } from '../../../server/database.ts';
import type { Person } from '../../../server/http.ts';
import { type Actor, type AuditFact, appendAudit } from '../../audit/server.ts';
import { actorOf } from '../../identity/server.ts';
import { type CalendarId, MAIN_CALENDAR } from '../rules/calendar-id.ts';
import {
  type CalendarSettings,
  changeDaysOf,
  type DayChange,
  daysOutside,
  wrongSettings,
} from '../rules/changed-days.ts';
import type { DayException } from '../rules/day-exception.ts';
import { areSessions, type WeekPattern } from '../rules/office-hours.ts';
import { SHIPPED_PLAN } from '../rules/shipped-calendar.ts';
import { makeCalendar } from '../rules/working-calendar.ts';
import {
  type CalendarRow,
  deleteDay,
  findDays,
  holdCalendar,
  insertCalendar,
  insertDayHistory,
  insertSettingsHistory,
  raiseVersion,
  saveDay,
  saveSettings,
} from '../store/calendars.ts';
import { type FoundCalendar, findCalendar, loadOfficeTime, type OfficeTime, SHIPPED_RULE } from './find-calendar.ts';
import type { CalendarRefusal } from './refusals.ts';

export type DaysToChange = {
  readonly calendarId: CalendarId;
  /** The version that the editor saw; 0 for the shipped calendar. */
  readonly version: number;
  readonly changes: readonly DayChange[];
};

/** Given by the composing server: carries open deadlines over to the changed calendar, in the same transaction. */
export type Redate = (
  tx: Transaction,
  by: { readonly agencyId: AgencyId; readonly actor: Actor; readonly at: Instant; readonly newId: NewId },
  times: { readonly before: OfficeTime; readonly after: OfficeTime },
) => Promise<void>;

/** Runs a change of one calendar that the editor saw in this version, and carries the open deadlines over. */
function changeCalendar(
  { database, clock, newId, redate }: Context & { redate: Redate },
  person: Person,
  { calendarId, version }: { readonly calendarId: CalendarId; readonly version: number },
  work: (tx: Transaction, row: CalendarRow) => Promise<CalendarRefusal | null>,
): Promise<Outcome<null, CalendarRefusal>> {
  return commitOrRefuse<null, CalendarRefusal>(database, async (tx) => {
    const row = await holdOrShip(tx, person, calendarId);
    if (!row) return refuse({ code: 'calendar-not-found' });
    if (version !== row.version && !(version === 0 && row.version === 1)) return refuse({ code: 'calendar-changed' });
    const before = await loadOfficeTime(tx, person.agencyId);
    const refusal = await work(tx, row);
    if (refusal) return refuse(refusal);
    if (calendarId === MAIN_CALENDAR) {
      const after = await loadOfficeTime(tx, person.agencyId);
      const by = { agencyId: person.agencyId, actor: actorOf(person), at: clock.now(), newId };
      await redate(tx, by, { before, after });
    }
    return accept(null);
  }).catch(refusalOfBreak);
}

/** Changes days; what they were stays in the history. */
export function changeDays(
  context: Context & { redate: Redate },
  person: Person,
  { changes, ...seen }: DaysToChange,
): Promise<Outcome<null, CalendarRefusal>> {
  const { clock } = context;
  const { calendarId } = seen;
  return changeCalendar(context, person, seen, async (tx, row) => {
    const refusal = wrongDays(row, changes);
    if (refusal) return refusal;
    const days = await findDays(tx, person.agencyId, calendarId);
    const before = new Map(days.map((one): [CivilDate, DayException] => [one.day, one]));
    const facts: AuditFact[] = [];
    for (const { day, exception } of lastOfEachDay(changes)) {
      const oldDay = before.get(day) ?? null;
      if (exception) await saveDay(tx, person.agencyId, calendarId, exception);
      else await deleteDay(tx, person.agencyId, calendarId, day);
      const change = { changedAt: clock.now(), changedBy: person.userId, oldDay, newDay: exception };
      await insertDayHistory(tx, person.agencyId, calendarId, { day, version: row.version, ...change });
      facts.push(fact('calendar.change-day', `${calendarId} ${day}`, oldDay, exception));
    }
    await raiseVersion(tx, person.agencyId, calendarId);
    await appendAudit(tx, actorOf(person), clock.now(), facts);
    return null;
  });
}

/** Changes name, hours or the day-off rule; what they were stays in the history. */
export function changeSettings(
  context: Context & { redate: Redate },
  person: Person,
  { settings, ...seen }: { calendarId: CalendarId; version: number; settings: CalendarSettings },
): Promise<Outcome<null, CalendarRefusal>> {
  const { clock } = context;
  return changeCalendar(context, person, seen, async (tx, row) => {
    const wrong = wrongSettings(settings, row);
    if (wrong) return { code: wrong };
    const { name, week, laterWeeks, dayOffRule } = row;
    const before: CalendarSettings = { name, week, laterWeeks, dayOffRule };
    const at = clock.now();
    await saveSettings(tx, person.agencyId, seen.calendarId, settings);
    const change = { version: row.version, changedAt: at, changedBy: person.userId, before, after: settings };
    await insertSettingsHistory(tx, person.agencyId, seen.calendarId, change);
    await appendAudit(tx, actorOf(person), at, [fact('calendar.change-settings', seen.calendarId, before, settings)]);
    return null;
  });
}

/** Two people changed the shipped calendar for the first time at once: the second one looks again. */
function refusalOfBreak(error: unknown): Outcome<never, CalendarRefusal> {
  if (brokenConstraint(error) === 'office_calendar_pkey') return refuse({ code: 'calendar-changed' });
  throw error;
}

/** A day named twice keeps the last word. */
function lastOfEachDay(changes: readonly DayChange[]): readonly DayChange[] {
  return [...new Map(changes.map((change) => [change.day, change])).values()];
}

/** The shipped calendar is stored when it is changed for the first time. */
async function holdOrShip(tx: Transaction, person: Person, calendarId: CalendarId): Promise<CalendarRow | null> {
  const row = await holdCalendar(tx, person.agencyId, calendarId);
  if (row || calendarId !== MAIN_CALENDAR) return row;
  await insertCalendar(tx, person.agencyId, MAIN_CALENDAR, { ...SHIPPED_PLAN, dayOffRule: SHIPPED_RULE });
  return holdCalendar(tx, person.agencyId, MAIN_CALENDAR);
}

function wrongDays(row: CalendarRow, changes: readonly DayChange[]): CalendarRefusal | null {
  if (daysOutside({ ...row, exceptions: [] }, changes).length > 0) return { code: 'day-outside' };
  const areRight = changes.every(({ exception }) => !exception?.sessions || areSessions(exception.sessions));
  return areRight ? null : { code: 'sessions-wrong' };
}

/** A further calendar (Saturday reception, winter hours) with the days of an existing one. */
export function createCalendar(
  { database, clock, newId }: Context,
  person: Person,
  { name, week, copyFrom }: { readonly name: string; readonly week: WeekPattern; readonly copyFrom: CalendarId },
): Promise<Outcome<{ calendarId: CalendarId }, CalendarRefusal>> {
  return commitOrRefuse<{ calendarId: CalendarId }, CalendarRefusal>(database, async (tx) => {
    if (!Object.values(week).every(areSessions)) return refuse({ code: 'sessions-wrong' });
    const source = await findCalendar(tx, person.agencyId, copyFrom);
    if (!source) return refuse({ code: 'calendar-not-found' });
    const calendarId = newId('calendar');
    const { plan, dayOffRule } = source;
    await insertCalendar(tx, person.agencyId, calendarId, { ...plan, name, week, laterWeeks: [], dayOffRule });
    const facts = [fact('calendar.create', calendarId, null, { name, week, copyFrom })];
    await appendAudit(tx, actorOf(person), clock.now(), facts);
    return accept({ calendarId });
  });
}

/** What an editor is about to save: days, or the settings of the calendar. */
export type Supposed = { readonly changes: readonly DayChange[] } | { readonly settings: CalendarSettings };

/**
 * How the agency counts now and how it would count: what a preview compares. Open deadlines are counted on the main
 * calendar; a change of another one moves none.
 */
export async function suppose(
  { database }: Context,
  person: Person,
  { calendarId, supposed }: { readonly calendarId: CalendarId; readonly supposed: Supposed },
): Promise<Outcome<{ before: OfficeTime; after: OfficeTime }, CalendarRefusal>> {
  const found: FoundCalendar | null = await findCalendar(database, person.agencyId, calendarId);
  if (!found) return refuse({ code: 'calendar-not-found' });
  const { plan, dayOffRule } = found;
  const before = { calendar: makeCalendar(plan), dayOffRule };
  if (calendarId !== MAIN_CALENDAR) return accept({ before, after: before });
  if ('changes' in supposed) {
    return accept({ before, after: { calendar: makeCalendar(changeDaysOf(plan, supposed.changes)), dayOffRule } });
  }
  const { dayOffRule: otherRule, ...settings } = supposed.settings;
  const wrong = wrongSettings(settings, plan);
  if (wrong) return refuse({ code: wrong });
  return accept({ before, after: { calendar: makeCalendar({ ...plan, ...settings }), dayOffRule: otherRule } });
}

const fact = (action: string, subjectId: string, before: object | null, after: object | null): AuditFact => ({
  action,
  subjectKind: 'calendar',
  subjectId,
  before: before && { ...before },
  after: after && { ...after },
});
