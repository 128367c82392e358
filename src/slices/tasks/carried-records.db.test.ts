import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Caller, openTestApp, type TestApp } from '../../testing/app.ts';
import { testEngines } from '../../testing/database.ts';
import { aTaskForm } from '../../testing/task-forms.ts';

const records = '/api/registers/assigned-tasks/records';

type Shown = { values: { doneOn: string | null; product: { number: string } | null }; step: string; version: number };

describe.each(testEngines)('records that tasks carry out on $name', (engine) => {
  let site: TestApp;
  let officer: Caller;
  let head: Caller;
  let recordId: string;
  let taskIds: string[];
  beforeAll(async () => {
    site = await openTestApp(engine, '2026-11-20T02:00:00Z');
    [officer, head] = [await site.logIn('cchc'), await site.logIn('truongphong')];
  });
  afterAll(() => site.close());

  /** A record with two tasks of the province, both handed in by the head. */
  beforeEach(async () => {
    site.clock.moveTo('2026-11-20T02:00:00Z');
    const values = {
      content: 'Báo cáo quỹ đất công',
      assigner: 'committee',
      assignedBy: { number: '100/UBND-NL', date: '2026-10-05', issuer: 'UBND tỉnh', subject: null },
      assignedOn: '2026-10-05',
      unit: 'unit_vpdk',
      dueOn: '2026-12-15',
    };
    const made = await officer('POST', records, { values, step: null });
    expect(made.status, JSON.stringify(made.body)).toBe(200);
    recordId = String(made.body.recordId);
    const forms = ['Lập danh sách', 'Viết báo cáo'].map((title) =>
      aTaskForm(title, 'unit_vpdk', 'Trước ngày 10/12/2026'),
    );
    const given = { planYear: 2026, tasks: forms };
    const handedOut = await officer('POST', `${records}/${recordId}/tasks`, given);
    expect(handedOut.status, JSON.stringify(handedOut.body)).toBe(200);
    taskIds = handedOut.body.taskIds as string[];
    const paper = { title: 'Báo cáo quỹ đất', documentNumber: '88/BC-VPĐK', documentDay: '2026-11-19' };
    await head('POST', `/api/tasks/${taskIds[1]}/documents`, paper);
    await move(head, 0, 'handed-in', 'Đã lập');
    await move(head, 1, 'handed-in');
  });

  async function move(call: Caller, at: number, to: string, note: string | null = null): Promise<void> {
    const url = `/api/tasks/${taskIds[at]}`;
    const { task } = (await officer('GET', url)).body as { task: { version: number } };
    const answer = await call('POST', `${url}/steps`, { version: task.version, to, note });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  }
  const record = async (): Promise<Shown> =>
    (await officer('GET', `${records}/${recordId}`)).body.record as unknown as Shown;

  test('are finished with the last of their tasks, with its day and document', async () => {
    await move(officer, 1, 'done');
    expect(await record()).toMatchObject({ values: { doneOn: null }, step: 'given' });
    site.clock.moveTo('2026-11-23T02:00:00Z');
    [officer, head] = [await site.logIn('cchc'), await site.logIn('truongphong')];
    await move(officer, 0, 'sent-back', 'Thiếu hai thửa');
    await move(head, 0, 'handed-in', 'Đã bổ sung');
    await move(officer, 0, 'done');
    expect(await record()).toMatchObject({
      values: { doneOn: '2026-11-23', product: { number: '88/BC-VPĐK' } },
      step: 'done',
    });
    const { events } = (await officer('GET', `/api/tasks/${taskIds[0]}`)).body as { events: { kind: string }[] };
    expect(events[0]?.kind).toBe('record-finished');
  });

  test('move on to their end with the document that the end asks for, and back when a task is opened again', async () => {
    await move(officer, 0, 'done');
    await move(officer, 1, 'done');
    expect(await record()).toMatchObject({
      values: { doneOn: '2026-11-20', product: { number: '88/BC-VPĐK' } },
      step: 'done',
    });
    await move(head, 1, 'in-progress', 'Còn thiếu');
    expect(await record()).toMatchObject({ values: { doneOn: null, product: null }, step: 'given' });
    await move(head, 1, 'handed-in', 'Đã đủ');
    await move(officer, 1, 'done');
    expect(await record()).toMatchObject({ values: { doneOn: '2026-11-20' }, step: 'done' });
  });

  test('end without the tasks that were dropped', async () => {
    await move(officer, 1, 'done');
    await move(officer, 0, 'sent-back', 'Không cần nữa');
    await move(officer, 0, 'dropped');
    expect(await record()).toMatchObject({ values: { doneOn: '2026-11-20' }, step: 'done' });
    await move(officer, 0, 'assigned');
    expect(await record()).toMatchObject({ values: { doneOn: null }, step: 'given' });
  });

  test('keep the day that somebody entered, when a task ends and when it is opened again', async () => {
    const { version } = await record();
    const typed = { version, values: { doneOn: '2026-11-18' } };
    expect((await officer('PUT', `${records}/${recordId}`, typed)).status).toBe(200);
    await move(officer, 0, 'done');
    await move(officer, 1, 'done');
    expect(await record()).toMatchObject({ values: { doneOn: '2026-11-18' } });
    await move(head, 1, 'in-progress', 'Còn thiếu');
    expect(await record()).toMatchObject({ values: { doneOn: '2026-11-18' } });
  });

  test('of two tasks approved at the same moment the second ends the record', async () => {
    const versions = await Promise.all(
      taskIds.map(async (id) => ((await officer('GET', `/api/tasks/${id}`)).body.task as { version: number }).version),
    );
    const answers = await Promise.all(
      taskIds.map((id, at) =>
        officer('POST', `/api/tasks/${id}/steps`, { version: versions[at], to: 'done', note: null }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await record()).toMatchObject({ values: { doneOn: '2026-11-20' } });
    const administrator = await site.logIn('quantri');
    expect((await administrator('GET', '/api/audit/verdict')).body).toMatchObject({ isWhole: true });
  });
});
