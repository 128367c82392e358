import { writeXlsx } from 'hucre';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { civilDate } from '../../kernel/civil-date.ts';
import type { AgencyId } from '../../kernel/ids.ts';
import { type Answer, type Caller, openTestApp, type TestApp } from '../../testing/app.ts';
import { testEngines } from '../../testing/database.ts';
import { isWorkingDay, MAIN_CALENDAR, readDayRows, STANDARD_WEEK } from './index.ts';
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

  const settingsOf = async (change: object = {}): Promise<object> => {
    const { body } = await officer('GET', '/api/calendars');
    const [{ name, week, laterWeeks, dayOffRule }] = body.calendars as [Record<string, unknown>];
    return { name, week, laterWeeks, dayOffRule, ...change };
  };
  const setMain = async (change: object): Promise<Answer> =>
    officer('PUT', `/api/calendars/${MAIN_CALENDAR}`, {
      version: await versionOf(MAIN_CALENDAR),
      settings: await settingsOf(change),
    });
  const previewOf = async (body: object) =>
    (await officer('POST', `/api/calendars/${MAIN_CALENDAR}/preview`, body)).body.moved as object[];

  /** Saturday 19/12/2026 as the document words it. */
  const makeTask = async (title: string): Promise<string> => {
    const { body } = await officer('GET', '/api/units');
    const [{ unitId }] = body.units as [{ unitId: string }];
    const deadlines = [{ kind: 'by', date: '2026-12-19', inclusive: true, text: 'Chậm nhất ngày 19/12/2026' }];
    const made = await officer('POST', '/api/tasks', {
      ...{ planId: null, planYear: 2026, deficitId: null, title, areaOrdinal: null, products: [] },
      ...{ leadId: unitId, coordinatorIds: [], deadlineText: 'Chậm nhất ngày 19/12/2026', deadlines },
    });
    expect(made.status).toBe(200);
    return String(made.body.taskId);
  };
  const dueOf = async (taskId: string) => {
    const { body } = await officer('GET', `/api/tasks/${taskId}`);
    return body as { task: { dueOn: string; dayOff: object | null }; events: { kind: string; details: object }[] };
  };

  test('the rule for days off is the office’s: the preview says what moves, saving moves it and tells the task', async () => {
    const taskId = await makeTask('Báo cáo thử lịch');
    expect((await dueOf(taskId)).task).toMatchObject({
      dueOn: '2026-12-19',
      dayOff: { wordedOn: '2026-12-19', previous: '2026-12-18', next: expect.stringMatching(/^2026-12-2/) },
    });
    const moved = await previewOf({ settings: await settingsOf({ dayOffRule: 'previous' }) });
    expect(moved).toContainEqual(expect.objectContaining({ id: taskId, from: '2026-12-19', to: '2026-12-18' }));
    expect((await setMain({ dayOffRule: 'previous' })).status).toBe(200);
    const after = await dueOf(taskId);
    expect(after.task.dueOn).toBe('2026-12-18');
    expect(after.events).toContainEqual(
      expect.objectContaining({ kind: 'redated', details: { from: '2026-12-19', to: '2026-12-18' } }),
    );
    expect((await setMain({ dayOffRule: 'stay' })).status).toBe(200);
    expect((await dueOf(taskId)).task.dueOn).toBe('2026-12-19');
  });

  test('before a day is saved, the open deadlines that would move are listed, and saving moves them', async () => {
    await setMain({ dayOffRule: 'previous' });
    const taskId = await makeTask('Báo cáo thử ngày nghỉ');
    expect((await dueOf(taskId)).task.dueOn).toBe('2026-12-18');
    const changes = [off('2026-12-18')];
    expect(await previewOf({ changes })).toContainEqual(
      expect.objectContaining({ id: taskId, from: '2026-12-18', to: '2026-12-17' }),
    );
    expect(await previewOf({ changes: [off('2026-12-20')] })).toEqual([]);
    expect((await change(changes)).status).toBe(200);
    expect((await dueOf(taskId)).task.dueOn).toBe('2026-12-17');
    await change([{ day: '2026-12-18', exception: null }]);
    await setMain({ dayOffRule: 'stay' });
  });

  test('winter hours begin on a day; what the settings were stays in the history', async () => {
    const winter = { ...STANDARD_WEEK, 6: [{ from: 450, until: 690 }] };
    const laterWeeks = [{ from: '2026-11-28', week: winter }];
    expect((await setMain({ laterWeeks })).status).toBe(200);
    const { settingsHistory } = (await yearOf(2026)) as unknown as { settingsHistory: object[] };
    expect(settingsHistory[0]).toMatchObject({ before: { laterWeeks: [] }, after: { laterWeeks } });
    const moved = await previewOf({ settings: await settingsOf({ laterWeeks: [], dayOffRule: 'stay' }) });
    expect(moved).toEqual([]);
    await setMain({ laterWeeks: [] });
  });

  test.each([
    { settings: { name: ' ' }, status: 400, code: 'bad-input' },
    { settings: { dayOffRule: 'sometimes' }, status: 400, code: 'bad-input' },
    { settings: { week: { ...STANDARD_WEEK, 1: [{ from: 600, until: 500 }] } }, status: 422, code: 'sessions-wrong' },
    { settings: { week: { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] } }, status: 422, code: 'weeks-wrong' },
    { settings: { laterWeeks: [{ from: '2099-01-01', week: STANDARD_WEEK }] }, status: 422, code: 'weeks-wrong' },
    {
      settings: {
        laterWeeks: [
          { from: '2026-11-28', week: STANDARD_WEEK },
          { from: '2026-11-28', week: STANDARD_WEEK },
        ],
      },
      status: 422,
      code: 'weeks-wrong',
    },
  ])('settings that cannot be kept are refused: $code', async ({ settings, status, code }) => {
    const before = await versionOf(MAIN_CALENDAR);
    expect(await setMain(settings)).toMatchObject({ status, body: { code } });
    expect(await versionOf(MAIN_CALENDAR)).toBe(before);
  });

  const upload = async (username: string, name: string, bytes: Uint8Array) => {
    const form = new FormData();
    form.append('file', new Blob([bytes.slice().buffer]), name);
    const request = new Request('http://localhost', { method: 'POST', body: form });
    const headers = {
      cookie: await site.cookieOf(username),
      'content-type': request.headers.get('content-type') ?? '',
    };
    const payload = Buffer.from(await request.arrayBuffer());
    return site.app.inject({ method: 'POST', url: '/api/calendars/rows', headers, payload });
  };

  test('the days of a decision come out of its spreadsheet as they would be pasted', async () => {
    const rows = [
      ['Ngày', 'Loại', 'Lý do', 'Số quyết định'],
      [new Date(Date.UTC(2027, 8, 3)), 'nghỉ', 'Quốc khánh', '12/TB-VP'],
      ['11/9/2027', 'làm việc', 'Làm bù', '12/TB-VP'],
    ];
    const bytes = await writeXlsx({ sheets: [{ name: 'Lịch', rows }] });
    const answer = await upload('cchc', 'lich-nghi.xlsx', bytes);
    expect(answer.statusCode).toBe(200);
    const text = (answer.json().rows as string[][]).map((row) => row.join('\t')).join('\n');
    expect(readDayRows(text)).toMatchObject({
      problems: [],
      days: [
        { day: '2027-09-03', kind: 'off', decision: '12/TB-VP' },
        { day: '2027-09-11', kind: 'working' },
      ],
    });
  });

  test('a file that is no spreadsheet is refused with what to do; who may not change may not upload', async () => {
    const answer = await upload('cchc', 'anh.xlsx', new TextEncoder().encode('không phải bảng tính'));
    expect(answer.statusCode).toBe(422);
    expect(answer.json().code).toBe('sheet-not-read');
    expect((await upload('giamdoc', 'lich.xlsx', new Uint8Array([1]))).statusCode).toBe(403);
  });

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
