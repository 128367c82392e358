import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, type Caller, openTestApp, type TestApp } from '../../testing/app.ts';
import { testEngines } from '../../testing/database.ts';
import { aTaskForm } from '../../testing/task-forms.ts';
import { MAIN_CALENDAR } from '../calendar/index.ts';

type Page = {
  task: { version: number; nextOn: string; daysLate: number };
  occurrences: {
    key: string;
    dueOn: string;
    originalDueOn: string | null;
    state: string;
    askBy: string;
    timesLeft: number;
  }[];
  extensions: { extensionId: string; occurrenceKey: string | null; fromDay: string; newDay: string; state: string }[];
  events: { kind: string; details: Record<string, unknown> | null }[];
};

describe.each(testEngines)('a later day for one occurrence on $name', (engine) => {
  let site: TestApp;
  let specialist: Caller;
  let director: Caller;
  let taskId: string;
  beforeAll(async () => {
    site = await openTestApp(engine, '2026-06-01T02:00:00Z');
    [specialist, director] = [await site.logIn('chuyenvien'), await site.logIn('giamdoc')];
    const officer = await site.logIn('cchc');
    const form = aTaskForm('Báo cáo số liệu hồ sơ', 'unit_vpdk', 'Trước ngày 21 hằng tháng');
    taskId = String((await officer('POST', '/api/tasks', form)).body.taskId);
  });
  afterAll(() => site.close());

  const page = async (): Promise<Page> => (await director('GET', `/api/tasks/${taskId}`)).body as unknown as Page;
  const of = async (key: string) => (await page()).occurrences.find((one) => one.key === key);
  const ask = (occurrenceKey: string | null, newDay: string, reason = 'Chờ số liệu thuế'): Promise<Answer> =>
    specialist('POST', `/api/tasks/${taskId}/extensions`, { occurrenceKey, newDay, reason });
  const decide = (asked: Answer, decision: string, answer: string | null = null, newDay: string | null = null) =>
    director('PUT', `/api/tasks/${taskId}/extensions/${asked.body.extensionId}`, { decision, answer, newDay });

  test('is asked for, and granted on another day: only that occurrence moves, the first day stays visible', async () => {
    expect(await of('M6')).toMatchObject({
      dueOn: '2026-06-20',
      originalDueOn: null,
      askBy: '2026-06-18',
      timesLeft: 2,
    });
    const asked = await ask('M6', '2026-06-30');
    expect(asked.status, JSON.stringify(asked.body)).toBe(200);
    expect(await of('M6')).toMatchObject({ dueOn: '2026-06-20' });
    expect((await decide(asked, 'granted', 'Đồng ý', '2026-06-26')).status).toBe(200);
    expect(await of('M6')).toMatchObject({ dueOn: '2026-06-26', originalDueOn: '2026-06-20', timesLeft: 1 });
    expect(await of('M7')).toMatchObject({ dueOn: '2026-07-20', originalDueOn: null, timesLeft: 2 });
    const { task, extensions, events } = await page();
    expect(task.nextOn).toBe('2026-06-26');
    expect(extensions).toMatchObject([
      { occurrenceKey: 'M6', fromDay: '2026-06-20', newDay: '2026-06-26', state: 'granted' },
    ]);
    expect(events[0]).toMatchObject({ kind: 'extension-granted', details: { occurrence: 'M6' } });
  });

  test('is asked for one at a time, an occurrence; two occurrences may wait at once', async () => {
    const july = await ask('M7', '2026-07-25');
    expect(await ask('M7', '2026-07-26')).toMatchObject({ status: 409, body: { code: 'extension-open' } });
    const august = await ask('M8', '2026-08-25');
    expect(august.status).toBe(200);
    const { requests } = (await director('GET', '/api/extension-requests')).body as { requests: object[] };
    expect(requests).toMatchObject([{ period: 'Tháng 7/2026' }, { period: 'Tháng 8/2026' }]);
    expect(await decide(july, 'refused')).toMatchObject({ status: 422, body: { code: 'reason-missing' } });
    expect((await decide(july, 'refused', 'Tháng này không lùi được')).status).toBe(200);
    expect(await of('M7')).toMatchObject({ dueOn: '2026-07-20', originalDueOn: null, timesLeft: 2 });
    expect((await specialist('DELETE', `/api/tasks/${taskId}/extensions/${august.body.extensionId}`)).status).toBe(200);
  });

  test('is refused too late, too often, to an earlier day, for a period that there is not, and for the task as a whole', async () => {
    expect(await ask('M7', '2026-07-19')).toMatchObject({ status: 422, body: { code: 'extension-not-later' } });
    expect(await ask('M13', '2026-07-25')).toMatchObject({ status: 404, body: { code: 'occurrence-not-found' } });
    expect(await ask(null, '2026-07-25')).toMatchObject({ status: 409, body: { code: 'extension-no-day' } });
    expect((await decide(await ask('M6', '2026-06-29'), 'granted')).status).toBe(200);
    expect(await ask('M6', '2026-07-10')).toMatchObject({ status: 409, body: { code: 'extension-limit' } });
    site.clock.moveTo('2026-07-19T02:00:00Z');
    specialist = await site.logIn('chuyenvien');
    director = await site.logIn('giamdoc');
    expect(await ask('M7', '2026-07-30')).toMatchObject({ status: 409, body: { code: 'extension-too-late' } });
  });

  test('is kept when the task is edited and when the calendar changes', async () => {
    const officer = await site.logIn('cchc');
    const { task } = await page();
    const form = aTaskForm('Báo cáo số liệu, tên mới', 'unit_vpdk', 'Trước ngày 21 hằng tháng');
    expect((await officer('PUT', `/api/tasks/${taskId}`, { ...form, version: task.version })).status).toBe(200);
    expect(await of('M6')).toMatchObject({ dueOn: '2026-06-29', originalDueOn: '2026-06-20' });

    const asked = await ask('M9', '2026-09-24');
    expect((await decide(asked, 'granted')).status).toBe(200);
    const rules = { name: 'Lịch', week: undefined, dayOffRule: 'previous' };
    const { body } = await officer('GET', '/api/calendars');
    const [calendar] = body.calendars as [Record<string, unknown>];
    const { version, name, week, laterWeeks } = calendar;
    const settings = { ...rules, name, week, laterWeeks };
    const url = `/api/calendars/${MAIN_CALENDAR}`;
    expect((await officer('PUT', url, { version, settings })).status).toBe(200);
    expect(await of('M9')).toMatchObject({ dueOn: '2026-09-24', originalDueOn: '2026-09-20' });
    expect(await of('M12')).toMatchObject({ dueOn: '2026-12-18', originalDueOn: null });
  });

  test('counts for lateness: on time against the day promised, late against the first', async () => {
    const url = `/api/tasks/${taskId}/occurrences/M9/steps`;
    site.clock.moveTo('2026-09-23T02:00:00Z');
    specialist = await site.logIn('chuyenvien');
    expect((await specialist('POST', url, { to: 'handed-in', note: 'Đã gửi' })).status).toBe(200);
    expect(await ask('M9', '2026-09-30')).toMatchObject({ status: 409, body: { code: 'task-step' } });
    const head = await site.logIn('truongphong');
    expect((await head('POST', url, { to: 'done', note: null })).status).toBe(200);
    const review = await head('GET', '/api/task-review?firstDay=2026-09-01&lastDay=2026-09-30');
    const work = review.body.work as { taskId: string; daysLate: number; daysLateOriginal: number }[];
    expect(work.find((one) => one.taskId === taskId && one.daysLate === 0)).toMatchObject({ daysLateOriginal: 3 });
    expect((review.body.units as { unitId: string }[]).find(({ unitId }) => unitId === 'unit_vpdk')).toMatchObject({
      onTime: 1,
      extensions: 1,
    });
  });
});
