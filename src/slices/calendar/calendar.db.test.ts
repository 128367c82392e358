import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { civilDate } from '../../kernel/civil-date.ts';
import type { AgencyId } from '../../kernel/ids.ts';
import { type Answer, type Caller, openTestApp, type TestApp } from '../../testing/app.ts';
import { testEngines } from '../../testing/database.ts';
import { isWorkingDay, MAIN_CALENDAR, STANDARD_WEEK } from './index.ts';
import { loadWorkingCalendar } from './server.ts';

type Day = { day: string; kind: string; reason: string; isProvisional: boolean };

const off = (day: string, reason = 'thử') => ({
  day,
  exception: { kind: 'off', reason, decision: '1/QĐ-UBND', isProvisional: false },
});

describe.each(testEngines)('the calendars of an agency on $name', (engine) => {
  let site: TestApp;
  let officer: Caller;
  beforeAll(async () => {
    site = await openTestApp(engine);
    officer = await site.logIn('cchc');
  });
  afterAll(() => site.close());

  const versionOf = async (calendarId: string): Promise<number> => {
    const { body } = await officer('GET', '/api/calendars');
    const all = body.calendars as { calendarId: string; version: number }[];
    return all.find((one) => one.calendarId === calendarId)?.version ?? -1;
  };
  const yearOf = async (year: number, calendarId: string = MAIN_CALENDAR) =>
    (await officer('GET', `/api/calendars/${calendarId}/years/${year}`)).body as { days: Day[]; history: object[] };
  const change = async (changes: object[], version?: number): Promise<Answer> =>
    officer('PUT', `/api/calendars/${MAIN_CALENDAR}/days`, {
      version: version ?? (await versionOf(MAIN_CALENDAR)),
      changes,
    });

  test('an agency starts with the shipped calendar, stored when it is first changed, with the old day in the history', async () => {
    expect(await versionOf(MAIN_CALENDAR)).toBe(0);
    const shipped = await yearOf(2026);
    expect(shipped.days.map(({ day }) => day)).toContain('2026-08-22');
    expect((await change([off('2026-12-24')])).status).toBe(200);
    expect(await versionOf(MAIN_CALENDAR)).toBe(2);
    const changed = await yearOf(2026);
    expect(changed.days).toHaveLength(shipped.days.length + 1);
    expect(changed.history).toMatchObject([{ day: '2026-12-24', oldDay: null, newDay: { kind: 'off' } }]);
  });

  test('the agency counts with its own days, and a day can be made ordinary again', async () => {
    await change([off('2026-12-23')]);
    const { rows } = await site.context.database.execute<{ agencyId: AgencyId }>(
      (await import('drizzle-orm')).sql`select agency_id as "agencyId" from agency limit 1`,
    );
    const [agency] = rows;
    if (!agency) throw new Error('no agency');
    const load = () => loadWorkingCalendar(site.context.database, agency.agencyId);
    expect(isWorkingDay(await load(), civilDate('2026-12-23'))).toBe(false);
    await change([{ day: '2026-12-23', exception: null }]);
    expect(isWorkingDay(await load(), civilDate('2026-12-23'))).toBe(true);
  });

  test('somebody who saw an older calendar is told to look again', async () => {
    const seen = await versionOf(MAIN_CALENDAR);
    await change([off('2026-12-22')]);
    expect(await change([off('2026-12-21')], seen)).toMatchObject({ status: 409, body: { code: 'calendar-changed' } });
  });

  test('a day outside the years, sessions out of order and an unknown calendar are refused', async () => {
    expect((await change([off('2099-01-01')])).body.code).toBe('day-outside');
    const twisted = {
      kind: 'half-day',
      sessions: [{ from: 600, until: 500 }],
      reason: 'x',
      decision: null,
      isProvisional: true,
    };
    expect((await change([{ day: '2026-12-21', exception: twisted }])).body.code).toBe('sessions-wrong');
    expect((await officer('GET', '/api/calendars/calendar_khongco/years/2026')).status).toBe(404);
  });

  test('before saving, the open deadlines that would move are listed, from when to when', async () => {
    const task = {
      planYear: 2026,
      title: 'Báo cáo thử lịch',
      deadlineText: 'Chậm nhất ngày 17/12/2026',
    };
    const dueDay = await makeTaskDueOn('2026-12-17', task.title);
    const { body } = await officer('POST', `/api/calendars/${MAIN_CALENDAR}/preview`, { changes: [off(dueDay)] });
    expect(body.moved).toContainEqual(
      expect.objectContaining({ title: task.title, from: '2026-12-17', to: '2026-12-18' }),
    );
    const nothing = await officer('POST', `/api/calendars/${MAIN_CALENDAR}/preview`, { changes: [off('2026-12-20')] });
    expect(nothing.body.moved).toEqual([]);
  });

  async function makeTaskDueOn(day: string, title: string): Promise<string> {
    const { sql } = await import('drizzle-orm');
    await site.context.database.execute(sql`
      insert into task (agency_id, task_id, plan_year, position, title, folded_title, due_on, due_kind, created_at, changed_at)
      select agency_id, 'task_lich', 2026, 1, ${title}, 'bao cao thu lich', ${day}::date, 'day', now(), now() from agency limit 1`);
    return day;
  }

  test('a further calendar keeps the days off and has hours of its own', async () => {
    const saturday = { ...STANDARD_WEEK, 6: [{ from: 450, until: 660 }] };
    const made = await officer('POST', '/api/calendars', {
      name: 'Tiếp dân sáng thứ Bảy',
      week: saturday,
      copyFrom: MAIN_CALENDAR,
    });
    expect(made.status).toBe(200);
    const calendarId = String(made.body.calendarId);
    expect((await yearOf(2026, calendarId)).days).toEqual((await yearOf(2026)).days);
    expect(await versionOf(calendarId)).toBe(1);
  });

  test('who may only read cannot change, preview or add', async () => {
    const director = await site.logIn('giamdoc');
    expect((await director('GET', '/api/calendars')).status).toBe(200);
    const answers = await Promise.all([
      director('PUT', `/api/calendars/${MAIN_CALENDAR}/days`, { version: 1, changes: [off('2026-12-21')] }),
      director('POST', `/api/calendars/${MAIN_CALENDAR}/preview`, { changes: [off('2026-12-21')] }),
      director('POST', '/api/calendars', { name: 'Khác', week: STANDARD_WEEK, copyFrom: MAIN_CALENDAR }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
  });

  test('each changed day is one entry of the audit chain', async () => {
    const administrator = await site.logIn('quantri');
    const { body } = await administrator('GET', '/api/audit?action=calendar.change-day');
    expect(JSON.stringify(body)).toContain('calendar_main 2026-12-24');
  });
});
