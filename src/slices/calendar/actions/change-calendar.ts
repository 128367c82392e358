import type { CivilDate } from '../../../kernel/civil-date.ts';
import { accept, type Outcome, refuse } from '../../../kernel/outcome.ts';
import type { Context } from '../../../server/context.ts';
import { brokenConstraint, commitOrRefuse, type Transaction } from '../../../server/database.ts';
import type { Person } from '../../../server/http.ts';
import { type AuditFact, appendAudit } from '../../audit/server.ts';
import { actorOf } from '../../identity/server.ts';
import { type CalendarId, MAIN_CALENDAR } from '../rules/calendar-id.ts';
import { changeDaysOf, type DayChange, daysOutside } from '../rules/changed-days.ts';
import type { DayException } from '../rules/day-exception.ts';
import { areSessions, type WeekPattern } from '../rules/office-hours.ts';
import { SHIPPED_PLAN } from '../rules/shipped-calendar.ts';
import { makeCalendar, type WorkingCalendar } from '../rules/working-calendar.ts';
import {
  type CalendarRow,
  deleteDay,
  findDays,
  holdCalendar,
  insertCalendar,
  insertDayHistory,
  raiseVersion,
  saveDay,
} from '../store/calendars.ts';
import { type FoundCalendar, findCalendar } from './find-calendar.ts';
import type { CalendarRefusal } from './refusals.ts';

export type DaysToChange = {
  readonly calendarId: CalendarId;
  /** The version that the editor saw; 0 for the shipped calendar. */
  readonly version: number;
  readonly changes: readonly DayChange[];
};

/** Changes days; what they were stays in the history. */
export function changeDays(
  { database, clock }: Context,
  person: Person,
  { calendarId, version, changes }: DaysToChange,
): Promise<Outcome<null, CalendarRefusal>> {
  return commitOrRefuse<null, CalendarRefusal>(database, async (tx) => {
    const row = await holdOrShip(tx, person, calendarId);
    if (!row) return refuse({ code: 'calendar-not-found' });
    if (version !== row.version && !(version === 0 && row.version === 1)) return refuse({ code: 'calendar-changed' });
    const refusal = wrongDays(row, changes);
    if (refusal) return refuse(refusal);
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
    return accept(null);
  }).catch(refusalOfBreak);
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
  await insertCalendar(tx, person.agencyId, MAIN_CALENDAR, SHIPPED_PLAN);
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
    await insertCalendar(tx, person.agencyId, calendarId, { ...source.plan, name, week });
    const facts = [fact('calendar.create', calendarId, null, { name, week, copyFrom })];
    await appendAudit(tx, actorOf(person), clock.now(), facts);
    return accept({ calendarId });
  });
}

/** The calendar as it is and as it would be: what a preview compares. */
export async function suppose(
  { database }: Context,
  person: Person,
  { calendarId, changes }: Omit<DaysToChange, 'version'>,
): Promise<Outcome<{ before: WorkingCalendar; after: WorkingCalendar }, CalendarRefusal>> {
  const found: FoundCalendar | null = await findCalendar(database, person.agencyId, calendarId);
  if (!found) return refuse({ code: 'calendar-not-found' });
  const after = changeDaysOf(found.plan, changes);
  return accept({ before: makeCalendar(found.plan), after: makeCalendar(after) });
}

const fact = (action: string, subjectId: string, before: object | null, after: object | null): AuditFact => ({
  action,
  subjectKind: 'calendar',
  subjectId,
  before: before && { ...before },
  after: after && { ...after },
});
