import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Caller, openTestApp, type TestApp } from '../../testing/app.ts';
import { testEngines } from '../../testing/database.ts';
import { aTaskForm } from '../../testing/task-forms.ts';
import { MAIN_CALENDAR } from '../calendar/index.ts';
import { makeMissingOccurrences } from './server.ts';

type Page = {
  task: {
    dueOn: string | null;
    nextOn: string | null;
    originalDueOn: string | null;
    version: number;
    deadlineText: string;
  };
  occurrences: { key: string; dueOn: string; state: string }[];
  events: { kind: string; actorName: string; details: Record<string, unknown> | null }[];
};

describe.each(testEngines)('tasks and a changed calendar on $name', (engine) => {
  let site: TestApp;
  let officer: Caller;
  beforeAll(async () => {
    site = await openTestApp(engine, '2026-06-01T02:00:00Z');
    officer = await site.logIn('cchc');
    await setRule('previous');
  });
  afterAll(() => site.close());

  const make = async (title: string, phrase: string): Promise<string> => {
    const answer = await officer('POST', '/api/tasks', aTaskForm(title, 'unit_vpdk', phrase));
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    return String(answer.body.taskId);
  };
  const pageOf = async (taskId: string): Promise<Page> =>
    (await officer('GET', `/api/tasks/${taskId}`)).body as unknown as Page;
  const calendar = async () => {
    const { body } = await officer('GET', '/api/calendars');
    return (body.calendars as [{ version: number } & Record<string, unknown>])[0];
  };
  const url = `/api/calendars/${MAIN_CALENDAR}`;
  async function setRule(dayOffRule: string): Promise<void> {
    const { version, name, week, laterWeeks } = await calendar();
    const settings = { name, week, laterWeeks, dayOffRule };
    expect((await officer('PUT', url, { version, settings })).status).toBe(200);
  }
  const off = (day: string) => ({
    day,
    exception: { kind: 'off', reason: 'Nghỉ bão', decision: '7/QĐ-UBND', isProvisional: false },
  });
  type Told = { id: string; title: string; from: string; to: string; isKept?: boolean };
  const preview = async (changes: object[]): Promise<Told[]> =>
    (await officer('POST', `${url}/preview`, { changes })).body.moved as Told[];
  const change = async (...changes: object[]): Promise<void> => {
    const { version } = await calendar();
    expect((await officer('PUT', `${url}/days`, { version, changes })).status).toBe(200);
  };

  test('open periods of a recurring task move as the preview says, with the history, and what is due next', async () => {
    const taskId = await make('Báo cáo hằng tháng', 'Trước ngày 20 hằng tháng');
    const at = async (key: string) => (await pageOf(taskId)).occurrences.find((one) => one.key === key);
    expect(await at('M6')).toMatchObject({ dueOn: '2026-06-19' });
    expect((await pageOf(taskId)).task.nextOn).toBe('2026-06-19');
    const told = (await preview([off('2026-06-19')])).filter(({ id }) => id.startsWith(taskId));
    expect(told).toEqual([
      { id: `${taskId} M6`, title: 'Báo cáo hằng tháng: Tháng 6/2026', from: '2026-06-19', to: '2026-06-18' },
    ]);
    await change(off('2026-06-19'));
    expect(await at('M6')).toMatchObject({ dueOn: '2026-06-18', state: 'open' });
    const page = await pageOf(taskId);
    expect(page.task).toMatchObject({ nextOn: '2026-06-18', deadlineText: 'Trước ngày 20 hằng tháng' });
    expect(page.events[0]).toMatchObject({
      kind: 'redated',
      details: { occurrences: [{ key: 'M6', from: '2026-06-19', to: '2026-06-18' }] },
    });
    expect(await preview([off('2026-06-19')])).toEqual([]);
  });

  test('the month’s check of a continuous task moves, too', async () => {
    const taskId = await make('Việc thường xuyên', 'Thường xuyên');
    const at = async () => (await pageOf(taskId)).occurrences.find(({ key }) => key === 'check-M7')?.dueOn;
    expect(await at()).toBe('2026-07-31');
    await change(off('2026-07-31'));
    expect(await at()).toBe('2026-07-30');
  });

  test('a period that was handed in by its day stays', async () => {
    const taskId = await make('Báo cáo đã nộp', 'Trước ngày 02 hằng tháng');
    const handIn = await officer('POST', `/api/tasks/${taskId}/occurrences/M6/steps`, {
      to: 'handed-in',
      note: null,
      documentNumber: null,
    });
    expect(handIn.status, JSON.stringify(handIn.body)).toBe(200);
    expect((await preview([off('2026-06-01')])).filter(({ id }) => id.startsWith(taskId))).toEqual([]);
    await change(off('2026-06-01'));
    const june = (await pageOf(taskId)).occurrences.find(({ key }) => key === 'M6');
    expect(june).toMatchObject({ dueOn: '2026-06-01', state: 'handed-in' });
  });

  test('the day after an event is counted anew; the first day goes with it and the words stay', async () => {
    const phrase = 'Chậm nhất 05 ngày làm việc kể từ ngày có văn bản';
    const taskId = await make('Việc chờ văn bản', phrase);
    await officer('PUT', `/api/tasks/${taskId}/start`, {
      happenedOn: '2026-05-29',
      minuteOfDay: null,
      documentNumber: '12/UBND',
      reason: null,
    });
    const { dueOn } = (await pageOf(taskId)).task;
    expect(dueOn).toBe('2026-06-08');
    expect(await preview([off('2026-06-04')])).toContainEqual({
      id: taskId,
      title: 'Việc chờ văn bản',
      from: '2026-06-08',
      to: '2026-06-09',
    });
    await change(off('2026-06-04'));
    expect(await pageOf(taskId)).toMatchObject({
      task: { dueOn: '2026-06-09', nextOn: '2026-06-09', originalDueOn: '2026-06-09', deadlineText: phrase },
      events: expect.arrayContaining([
        expect.objectContaining({ kind: 'redated', details: { from: '2026-06-08', to: '2026-06-09' } }),
      ]),
    });
  });

  test('a granted day stays, the preview tells it, and editing the title afterwards keeps it', async () => {
    const phrase = 'Chậm nhất ngày 25/09/2026';
    const taskId = await make('Việc được gia hạn', phrase);
    const head = await site.logIn('truongphong');
    const director = await site.logIn('giamdoc');
    const asked = await head('POST', `/api/tasks/${taskId}/extensions`, {
      newDay: '2026-10-05',
      reason: 'Chờ số liệu',
    });
    const extensionUrl = `/api/tasks/${taskId}/extensions/${asked.body.extensionId}`;
    expect((await director('PUT', extensionUrl, { decision: 'granted' })).status).toBe(200);
    expect(await preview([off('2026-09-25')])).toContainEqual({
      id: taskId,
      title: 'Việc được gia hạn',
      from: '2026-10-05',
      to: '2026-10-05',
      isKept: true,
    });
    await change(off('2026-09-25'));
    const { task } = await pageOf(taskId);
    expect(task).toMatchObject({ dueOn: '2026-10-05', originalDueOn: '2026-09-25' });
    const form = { ...aTaskForm('Việc được gia hạn, tên mới', 'unit_vpdk', phrase), version: task.version };
    expect((await officer('PUT', `/api/tasks/${taskId}`, form)).status).toBe(200);
    expect((await pageOf(taskId)).task).toMatchObject({ dueOn: '2026-10-05', originalDueOn: '2026-09-25' });
  });

  test('an extension of a day after an event holds when the task is edited', async () => {
    const phrase = '10 ngày kể từ ngày có văn bản';
    const taskId = await make('Việc chờ, được gia hạn', phrase);
    const start = { happenedOn: '2026-06-01', minuteOfDay: null, documentNumber: null, reason: null };
    await officer('PUT', `/api/tasks/${taskId}/start`, start);
    const head = await site.logIn('truongphong');
    const director = await site.logIn('giamdoc');
    const asked = await head('POST', `/api/tasks/${taskId}/extensions`, {
      newDay: '2026-06-30',
      reason: 'Chờ số liệu',
    });
    await director('PUT', `/api/tasks/${taskId}/extensions/${asked.body.extensionId}`, { decision: 'granted' });
    const { version } = (await pageOf(taskId)).task;
    const form = { ...aTaskForm('Việc chờ, tên mới', 'unit_vpdk', phrase), version };
    expect((await officer('PUT', `/api/tasks/${taskId}`, form)).status).toBe(200);
    expect((await pageOf(taskId)).task).toMatchObject({ dueOn: '2026-06-30', nextOn: '2026-06-30' });
  });

  test('a change that fails moves nothing', async () => {
    const taskId = await make('Báo cáo đứng yên', 'Trước ngày 21 hằng tháng');
    const before = (await pageOf(taskId)).occurrences;
    const { version } = await calendar();
    const refused = await officer('PUT', `${url}/days`, { version: version - 1, changes: [off('2026-08-20')] });
    expect(refused.status).toBe(409);
    expect((await pageOf(taskId)).occurrences).toEqual(before);
  });

  test('recurring tasks from before there were occurrences get theirs at start, once', async () => {
    const taskId = await make('Việc cũ', 'Trước ngày 05 hằng tháng');
    const dropped = await make('Việc cũ đã bỏ', 'Trước ngày 05 hằng tháng');
    const { database } = site.context;
    await database.execute(sql`delete from task_occurrence where task_id in ${[taskId, dropped]}`);
    await database.execute(sql`update task set next_on = null where task_id in ${[taskId, dropped]}`);
    await database.execute(sql`update task set state = 'dropped' where task_id = ${dropped}`);
    const version = (await pageOf(taskId)).task.version;
    expect(await makeMissingOccurrences(site.context)).toBe(1);
    const page = await pageOf(taskId);
    // 04/06 was made a day off above.
    expect(page.occurrences.map(({ key }) => key)).toEqual(['M6', 'M7', 'M8', 'M9', 'M10', 'M11', 'M12']);
    expect(page.task).toMatchObject({ nextOn: '2026-06-03', version });
    expect((await pageOf(dropped)).occurrences).toEqual([]);
    expect(await makeMissingOccurrences(site.context)).toBe(0);
  });
});
