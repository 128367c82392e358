import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Caller, openTestApp, type TestApp } from '../../testing/app.ts';
import { testEngines } from '../../testing/database.ts';
import { aFileForm, aTaskForm } from '../../testing/task-forms.ts';
import { zipOf } from '../../testing/zip-of.ts';
import { readDeadlines } from '../deadlines/index.ts';

const planUrl = '/api/unit-plans/2026/unit_vpdk';

describe.each(testEngines)('what is refused with advice on $name', (engine) => {
  let site: TestApp;
  let officer: Caller;
  let head: Caller;
  const tasks = { own: '', other: '' };
  beforeAll(async () => {
    site = await openTestApp(engine);
    [officer, head] = [await site.logIn('cchc'), await site.logIn('truongphong')];
    const make = async (leadId: string): Promise<string> => {
      const form = aTaskForm('Việc để thử nhập sai', leadId, 'Trước ngày 10/12/2026');
      return String((await officer('POST', '/api/tasks', form)).body.taskId);
    };
    tasks.own = await make('unit_vpdk');
    tasks.other = await make('unit_khtc');
  });
  afterAll(() => site.close());

  const upload = async (url: string, name: string, bytes: Uint8Array) => {
    const { payload, headers } = aFileForm(name, bytes);
    const cookie = await site.cookieOf('truongphong');
    const answer = await site.app.inject({ method: 'POST', url, payload, headers: { ...headers, cookie } });
    return { status: answer.statusCode, body: answer.json<{ code?: string; message?: string }>() };
  };

  test.each([
    { name: 'ho-so.zip', inside: ['bao-cao.pdf', 'cai-dat/setup.exe'], code: 'file-holds-program' },
    { name: 'bao-cao.docx', inside: ['word/document.xml', 'word/vbaProject.bin'], code: 'file-holds-program' },
    { name: 'bao-cao.docm', inside: ['word/document.xml'], code: 'file-is-program' },
    { name: 'trang.html', inside: [], code: 'file-is-program' },
  ])('$name as a product: $code, and the task has no product', async ({ name, inside, code }) => {
    const answer = await upload(`/api/tasks/${tasks.own}/files`, name, zipOf(inside));
    expect(answer).toMatchObject({ status: 422, body: { code } });
    expect((await officer('GET', `/api/tasks/${tasks.own}`)).body.products).toEqual([]);
  });

  test.each([{ inside: ['xl/vbaProject.bin'] }, { inside: ['xl/workbook.xml', 'thu.vbs'] }])(
    'a workbook with $inside is not attached to a report',
    async ({ inside }) => {
      const report = '/api/reports/duty_khac-phuc/2026-M12/units/unit_vpdk';
      expect(await upload(`${report}/files`, 'bieu.xlsx', zipOf(inside))).toMatchObject({
        status: 415,
        body: { code: 'file-is-program' },
      });
      const { content } = (await head('GET', report)).body as { content: { fileIds: string[] } };
      expect(content.fileIds).toEqual([]);
    },
  );

  test('a zip of documents is taken as a product', async () => {
    const answer = await upload(`/api/tasks/${tasks.own}/files`, 'ho-so.zip', zipOf(['a.pdf', 'b/c.docx']));
    expect(answer.status).toBe(200);
  });

  test('a review whose last day is before its first is refused, not broken', async () => {
    const span = { firstDay: '2026-11-30', lastDay: '2026-11-01' };
    const meeting = { ...span, heldOn: '2026-11-20', note: 'họp', planYear: 2026, decisions: [] };
    expect(await officer('POST', '/api/meetings', meeting)).toMatchObject({
      status: 422,
      body: { code: 'meeting-span' },
    });
    const review = `/api/task-review?firstDay=${span.firstDay}&lastDay=${span.lastDay}`;
    expect(await officer('GET', review)).toMatchObject({ status: 422, body: { code: 'meeting-span' } });
  });

  describe('the plan of a unit', () => {
    const line = (key: string, taskId: string | null, change: object = {}) => ({
      key,
      taskId,
      title: `Dòng ${key}`,
      product: null,
      userIds: ['user_chuyenvien'],
      deadlineText: null,
      deadlines: [],
      ...change,
    });
    const version = async (): Promise<number> => ((await head('GET', planUrl)).body as { version: number }).version;
    const save = async (items: object[]) =>
      head('PUT', planUrl, { version: await version(), items, number: null, issuedOn: null });

    test('takes no line below a task of another unit, or below one that is gone', async () => {
      for (const taskId of [tasks.other, 'task_khongco'])
        expect(await save([line('a', taskId)]), taskId).toMatchObject({
          status: 422,
          body: { code: 'unit-plan-task', details: { title: 'Dòng a' } },
        });
      expect(await version()).toBe(0);
    });

    test('loses no line to another one of the same key', async () => {
      expect((await save([line('a', tasks.own), line('a', null)])).body.code).toBe('unit-plan-key');
    });

    test('is not handed in with a line later than its task: the unit learns it, not the office', async () => {
      const deadlineText = 'Trước ngày 20/12/2026';
      const deadlines = readDeadlines(deadlineText, { year: 2026 }).map(({ deadline }) => deadline);
      expect((await save([line('a', tasks.own, { deadlineText, deadlines })])).status).toBe(200);
      const handIn = { version: await version(), to: 'handed-in', reason: null };
      expect(await head('POST', `${planUrl}/steps`, handIn)).toMatchObject({
        status: 422,
        body: { code: 'unit-plan-late', details: { title: 'Dòng a', dueOn: '2026-12-09' } },
      });
    });

    test('of a unit that there is not is not found', async () => {
      expect((await officer('GET', '/api/unit-plans/2026/unit_khongco')).body.code).toBe('unit-not-found');
    });
  });

  test('a duty that would end before it begins is refused', async () => {
    const { form } = (await officer('GET', '/api/report-duties/duty_khac-phuc')).body as { form: object };
    const given = { validFrom: '2026-06-01', form: { ...form, endsOn: '2026-01-01' } };
    expect(await officer('POST', '/api/report-duties', given)).toMatchObject({
      status: 422,
      body: { code: 'ends-before-start' },
    });
  });
});
