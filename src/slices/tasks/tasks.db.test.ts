import { connect } from 'node:net';
import { sql } from 'drizzle-orm';
import { writeXlsx } from 'hucre';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { civilDate } from '../../kernel/civil-date.ts';
import { sampleAgency } from '../../server/sample.ts';
import { type Caller, openTestApp, type TestApp } from '../../testing/app.ts';
import { testEngines } from '../../testing/database.ts';
import { aFileForm, aTaskForm } from '../../testing/task-forms.ts';
import { taskMeasureSource, taskRecords, waitingTasks } from './server.ts';

describe.each(testEngines)('tasks on $name', (engine) => {
  let site: TestApp;
  let callers: Record<'officer' | 'head' | 'specialist' | 'director' | 'administrator', Caller>;
  beforeAll(async () => {
    site = await openTestApp(engine, '2026-06-01T02:00:00Z');
    callers = {
      officer: await site.logIn('cchc'),
      head: await site.logIn('truongphong'),
      specialist: await site.logIn('chuyenvien'),
      director: await site.logIn('giamdoc'),
      administrator: await site.logIn('quantri'),
    };
  });
  afterAll(() => site.close());

  const make = async (title: string, phrase: string | null, change: object = {}): Promise<string> => {
    const answer = await callers.officer('POST', '/api/tasks', aTaskForm(title, 'unit_vpdk', phrase, change));
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    return String(answer.body.taskId);
  };
  const taskOf = async (taskId: string): Promise<{ version: number } & Record<string, unknown>> =>
    (await callers.officer('GET', `/api/tasks/${taskId}`)).body.task as { version: number };
  const upload = async (taskId: string, name: string, bytes: Uint8Array) => {
    const { payload, headers } = aFileForm(name, bytes);
    const cookie = await site.cookieOf('chuyenvien');
    return site.app.inject({
      method: 'POST',
      url: `/api/tasks/${taskId}/files`,
      headers: { ...headers, cookie },
      payload,
    });
  };
  const countOf = async (table: string): Promise<unknown> =>
    (await site.context.database.execute(sql`select count(*) as count from ${sql.identifier(table)}`)).rows[0]?.count;

  test('two people edit one task: the second is told what the first changed, and nothing of his is taken', async () => {
    const taskId = await make('Việc hai người sửa', 'Trước ngày 15/08/2026');
    const { version } = await taskOf(taskId);
    const form = (title: string, phrase: string): object => ({ ...aTaskForm(title, 'unit_vpdk', phrase), version });
    const url = `/api/tasks/${taskId}`;
    expect((await callers.officer('PUT', url, form('Tên mới', 'Trước ngày 15/08/2026'))).status).toBe(200);
    const second = await callers.officer('PUT', url, form('Việc hai người sửa', 'Trước ngày 30/08/2026'));
    expect(second).toMatchObject({
      status: 409,
      body: {
        code: 'task-changed',
        details: { version: version + 1, changes: [{ kind: 'changed', from: { title: 'Việc hai người sửa' } }] },
      },
    });
    expect(await taskOf(taskId)).toMatchObject({ title: 'Tên mới', deadlineText: 'Trước ngày 15/08/2026' });
  });

  test('a unit does not move the deadline it was given; it asks', async () => {
    const taskId = await make('Việc có hạn', 'Trước ngày 15/08/2026');
    const { version } = await taskOf(taskId);
    const changed = { ...aTaskForm('Việc có hạn', 'unit_vpdk', 'Trước ngày 15/12/2026'), version };
    expect(await callers.head('PUT', `/api/tasks/${taskId}`, changed)).toMatchObject({
      status: 403,
      body: { code: 'deadline-by-extension' },
    });
  });

  test('an extension is granted so often as the office says, and no more', async () => {
    const settings = (await callers.officer('GET', '/api/task-settings')).body as { extensions: object };
    const extensions = { ...settings.extensions, hand: { askDaysBefore: 5, mostTimes: 1 } };
    expect((await callers.head('PUT', '/api/task-settings', { ...settings, extensions })).status).toBe(403);
    expect((await callers.officer('PUT', '/api/task-settings', { ...settings, extensions })).status).toBe(200);
    const taskId = await make('Việc gia hạn', 'Trước ngày 11/06/2026');
    const url = `/api/tasks/${taskId}/extensions`;
    const asked = await callers.specialist('POST', url, { newDay: '2026-06-20', reason: 'Chờ số liệu' });
    const twice = await callers.specialist('POST', url, { newDay: '2026-06-25', reason: 'Chờ nữa' });
    expect(twice.body).toMatchObject({ code: 'extension-open' });
    const refused = await callers.director('PUT', `${url}/${asked.body.extensionId}`, { decision: 'refused' });
    expect(refused.body).toMatchObject({ code: 'reason-missing' });
    await callers.director('PUT', `${url}/${asked.body.extensionId}`, { decision: 'granted' });
    const more = await callers.specialist('POST', url, { newDay: '2026-07-20', reason: 'Chờ nữa' });
    expect(more).toMatchObject({ status: 409, body: { code: 'extension-limit' } });
    const { extensions: told } = (await callers.officer('GET', `/api/tasks/${taskId}`)).body;
    expect(told).toMatchObject([{ state: 'granted', fromDay: '2026-06-10', newDay: '2026-06-20' }]);
    await callers.officer('PUT', '/api/task-settings', settings);
  });

  test('a program is refused whatever its name says, an empty file too; nothing of them is kept', async () => {
    const taskId = await make('Việc có tệp', null);
    const before = [await countOf('stored_file'), await countOf('task_product')];
    const program = await upload(taskId, 'bao-cao.pdf', Buffer.from('MZ\x90\0 chương trình'));
    expect([program.statusCode, program.json().code]).toEqual([422, 'file-is-program']);
    expect(program.json().message).toContain('chương trình');
    const script = await upload(taskId, 'bao-cao.bat', Buffer.from('del *.*'));
    expect(script.json().code).toBe('file-is-program');
    expect((await upload(taskId, 'rong.pdf', Buffer.alloc(0))).json().code).toBe('file-empty');
    expect([await countOf('stored_file'), await countOf('task_product')]).toEqual(before);
  });

  test('a file comes back as it was, and only as a download', async () => {
    const taskId = await make('Việc nộp tệp', null);
    const bytes = Buffer.from('%PDF-1.7 nội dung báo cáo');
    const { productId } = (await upload(taskId, 'Báo cáo.pdf', bytes)).json() as { productId: string };
    const cookie = await site.cookieOf('cchc');
    const url = `/api/tasks/${taskId}/products/${productId}/file`;
    const answer = await site.app.inject({ method: 'GET', url, headers: { cookie } });
    expect(answer.rawPayload.equals(bytes)).toBe(true);
    expect(answer.headers['content-disposition']).toContain('attachment');
    expect((await callers.specialist('DELETE', `/api/tasks/${taskId}/products/${productId}`)).status).toBe(200);
  });

  test('an upload of two gigabytes is refused before it is sent', async () => {
    const taskId = await make('Việc tệp lớn', null);
    const cookie = await site.cookieOf('chuyenvien');
    const address = await site.app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = new URL(address);
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), '127.0.0.1', () => {
        const head = [
          `POST /api/tasks/${taskId}/files HTTP/1.1`,
          `Host: 127.0.0.1:${port}`,
          `Cookie: ${cookie}`,
          'Content-Type: multipart/form-data; boundary=x',
          `Content-Length: ${2 * 1024 ** 3}`,
        ];
        socket.write(`${head.join('\r\n')}\r\n\r\n--x\r\n`);
      });
      socket.setTimeout(20_000, () => reject(new Error('no answer to the head of the upload')));
      socket.once('data', (part) => {
        resolve(part.toString());
        socket.destroy();
      });
      socket.once('error', reject);
    });
    expect(answer).toContain('413');
  });

  test('who is called in the log finds it waiting, until he opens the task', async () => {
    const taskId = await make('Việc cần hỏi', null);
    const note = 'Nhờ @truongphong cho ý kiến; @khach không liên quan';
    const said = await callers.officer('POST', `/api/tasks/${taskId}/progress`, { note, percent: 30 });
    expect(said.body.mentioned).toEqual(expect.arrayContaining(['user_truongphong']));
    const waiting = async (): Promise<unknown[]> =>
      (
        await waitingTasks.find(site.context.database, sampleAgency, { today: civilDate('2026-06-01'), until: null })
      ).filter(({ step, userIds }) => step === 'answer' && userIds.includes('user_truongphong'));
    expect(await waiting()).toHaveLength(1);
    await callers.head('POST', `/api/tasks/${taskId}/mentions/seen`);
    expect(await waiting()).toEqual([]);
    expect(await taskOf(taskId)).toMatchObject({ percent: 30 });
  });

  test('a task of somebody who left waits for the head of the unit', async () => {
    const made = await callers.administrator('POST', '/api/users', {
      username: 'nghiviec',
      displayName: 'Người sẽ nghỉ',
      role: 'specialist',
      unitId: 'unit_vpdk',
      password: 'mat-khau-tam-2026',
    });
    const userId = String(made.body.userId);
    const taskId = await make('Việc của người nghỉ', 'Trước ngày 15/07/2026');
    expect((await callers.head('PUT', `/api/tasks/${taskId}/people`, { userIds: [userId] })).status).toBe(200);
    const find = async () =>
      (
        await waitingTasks.find(site.context.database, sampleAgency, {
          today: civilDate('2026-06-01'),
          until: civilDate('2026-08-01'),
        })
      ).find(({ key }) => key === taskId);
    expect(await find()).toMatchObject({ userIds: [userId], unitId: 'unit_vpdk', step: 'accept' });
    await site.context.database.execute(
      sql`update app_user set is_active = false where agency_id = ${sampleAgency} and user_id = ${userId}`,
    );
    expect(await find()).toMatchObject({ userIds: [], unitId: 'unit_vpdk' });
    const again = await callers.head('PUT', `/api/tasks/${taskId}/people`, { userIds: [userId] });
    expect(again.body).toMatchObject({ code: 'not-of-unit' });
  });

  test('measures count what fell due, by month and unit, and agree with the records of units', async () => {
    const done = await make('Việc đo đúng hạn', 'Trước ngày 06/06/2026', { leadId: 'unit_qbvmt' });
    const { version } = await taskOf(done);
    const url = `/api/tasks/${done}/steps`;
    await callers.officer('POST', url, { version, to: 'handed-in', note: 'xong' });
    await callers.director('POST', url, { version: version + 1, to: 'done', note: null });
    const span = {
      firstDay: civilDate('2026-06-01'),
      lastDay: civilDate('2026-06-30'),
      today: civilDate('2026-07-10'),
    };
    const { database } = site.context;
    const scope = { ...span, unitId: 'unit_qbvmt' } as const;
    const reading = await taskMeasureSource.read(database, sampleAgency, 'tasks.on-time', scope);
    expect(reading?.figures).toEqual({ numerator: '1', denominator: '1' });
    const months = await taskMeasureSource.readBy(database, sampleAgency, 'tasks.done', { ...scope, by: 'month' });
    expect(months).toEqual([{ month: '2026-06', unitId: 'unit_qbvmt', figures: { count: '1' } }]);
    const whole = { ...span, unitId: null };
    const byUnit = await taskMeasureSource.readBy(database, sampleAgency, 'tasks.done', { ...whole, by: 'unit' });
    expect(byUnit).toContainEqual({ month: null, unitId: 'unit_qbvmt', figures: { count: '1' } });
    const records = await taskRecords.find(database, sampleAgency, span);
    expect(records.find(({ unitId }) => unitId === 'unit_qbvmt')).toMatchObject({ due: 1, onTime: 1, late: 0 });
    const none = await taskMeasureSource.read(database, sampleAgency, 'tasks.none', scope);
    expect(none).toBeNull();
  });

  test('a spreadsheet goes out, is changed, and comes in again; a wrong cell holds everything up', async () => {
    await make('Việc trong bảng', 'Trước ngày 15/09/2026');
    const cookie = await site.cookieOf('cchc');
    const out = await site.app.inject({ method: 'GET', url: '/api/tasks/sheet.xlsx?year=2026', headers: { cookie } });
    expect(out.statusCode).toBe(200);
    const send = async (bytes: Uint8Array, isTrial = 'no') => {
      const { payload, headers } = aFileForm('cong-viec.xlsx', bytes);
      const url = `/api/tasks/sheet?year=2026&isTrial=${isTrial}`;
      return site.app.inject({ method: 'POST', url, headers: { ...headers, cookie }, payload });
    };
    const trial = await send(out.rawPayload, 'yes');
    expect(trial.json()).toMatchObject({ made: 0 });
    const head = ['Mã công việc', 'Tên công việc', 'Lĩnh vực', 'Chủ trì', 'Phối hợp', 'Thời hạn', 'Sản phẩm'];
    const sheet = async (...rows: string[][]): Promise<Uint8Array> =>
      writeXlsx({ sheets: [{ name: 'Công việc', rows: [head, ...rows] }] });
    const before = await countOf('task');
    const wrong = await send(
      await sheet(
        ['', 'Việc mới từ bảng', '1', 'Thanh tra Sở', '', 'Trước ngày 01/10/2026', ''],
        ['', 'Việc lạ', '1', 'Ban Không Có', '', 'Hàng quý', ''],
      ),
    );
    expect(wrong.statusCode).toBe(422);
    expect(wrong.json()).toMatchObject({
      code: 'sheet-wrong',
      details: { errors: [{ cell: 'D3', code: 'unit-unknown' }] },
    });
    expect(await countOf('task')).toBe(before);
    const right = await send(await sheet(['', 'Việc mới từ bảng', '1', 'Thanh tra Sở', '', 'Hàng quý', 'Báo cáo']));
    expect(right.json()).toMatchObject({ made: 1, changed: 0 });
    expect(await countOf('task')).toBe(Number(before) + 1);
  });

  test('many tasks are changed at once, and what may not be changed is told by itself', async () => {
    const ids = [await make('Việc hàng loạt một', null), await make('Việc hàng loạt hai', null)];
    const tasks = await Promise.all(ids.map(async (taskId) => ({ taskId, version: (await taskOf(taskId)).version })));
    const change = { kind: 'move', to: 'in-progress', note: null };
    const stale = tasks.map((one, at) => (at === 1 ? { ...one, version: 99 } : one));
    const { body } = await callers.head('POST', '/api/tasks/bulk', { tasks: stale, change });
    expect((body.answers as { code: string | null }[]).map(({ code }) => code)).toEqual([null, 'task-changed']);
  });

  test('a record of a register is handed out to units, and both know each other', async () => {
    const forms = ['unit_vpdk', 'unit_khtc'].map((leadId) =>
      aTaskForm('Việc tỉnh giao', leadId, 'Trước ngày 15/07/2026'),
    );
    const url = '/api/registers/assigned-tasks/records';
    const missing = await callers.officer('POST', `${url}/record_none/tasks`, { planYear: 2026, tasks: forms });
    expect(missing).toMatchObject({ status: 404, body: { code: 'record-not-found' } });
  });

  test('filters are kept under a name, shared or not, and dropped by their owner only', async () => {
    const view = { page: 'tasks', name: 'Trễ của đơn vị', words: 'due=late&scope=unit', isShared: true };
    const { viewId } = (await callers.head('POST', '/api/views', view)).body;
    const seen = (await callers.specialist('GET', '/api/views?page=tasks')).body.views;
    expect(seen).toMatchObject([{ viewId, isOwn: false }]);
    expect((await callers.specialist('DELETE', `/api/views/${viewId}`)).status).toBe(404);
    expect((await callers.head('DELETE', `/api/views/${viewId}`)).status).toBe(200);
  });
});
