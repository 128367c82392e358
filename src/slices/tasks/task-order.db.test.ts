import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Caller, openTestApp, type TestApp } from '../../testing/app.ts';
import { testEngines } from '../../testing/database.ts';
import { aTaskForm } from '../../testing/task-forms.ts';
import { taskOrders } from './rules/task-order.ts';

const YEAR = 2031;
type Listed = { tasks: { taskId: string; title: string }[]; total: number; counts: object };

describe.each(testEngines)('the order of a list of tasks on $name', (engine) => {
  let site: TestApp;
  let officer: Caller;
  beforeAll(async () => {
    site = await openTestApp(engine);
    officer = await site.logIn('cchc');
    const make = async (
      title: string,
      change: { on: string | null; done?: string; state?: string; handedIn?: string },
    ) => {
      const form = { ...aTaskForm(title, 'unit_vpdk', null), planYear: YEAR };
      const taskId = String((await officer('POST', '/api/tasks', form)).body.taskId);
      const { on, done = null, state = 'assigned', handedIn = null } = change;
      await site.context.database.execute(sql`
        update task set next_on = ${on}::date, due_on = ${on}::date, original_due_on = ${on}::date, done_on = ${done}::date,
               handed_in_on = ${handedIn}::date, state = ${done ? 'done' : state}
         where task_id = ${taskId}`);
    };
    await make('xong lâu', { on: '2026-02-01', done: '2026-02-01' });
    await make('chưa có ngày', { on: null });
    await make('sắp đến hạn', { on: '2026-11-25' });
    await make('xong mới đây', { on: '2026-01-05', done: '2026-11-19' });
    await make('trễ nhiều', { on: '2026-03-01' });
    await make('nộp đúng hạn, chờ duyệt', { on: '2026-03-02', state: 'handed-in', handedIn: '2026-02-27' });
    await make('trễ ít', { on: '2026-11-18', state: 'in-progress' });
    await make('cuối năm', { on: '2026-12-31' });
  });
  afterAll(() => site.close());

  const list = async (words: string): Promise<Listed> => {
    const { status, body } = await officer('GET', `/api/tasks?year=${YEAR}&${words}`);
    expect(status, JSON.stringify(body)).toBe(200);
    return body as Listed;
  };
  const titles = ({ tasks }: Listed): string[] => tasks.map(({ title }) => title);

  const inOrder = [
    'trễ nhiều',
    'trễ ít',
    'nộp đúng hạn, chờ duyệt',
    'sắp đến hạn',
    'cuối năm',
    'chưa có ngày',
    'xong mới đây',
    'xong lâu',
  ];

  test('late first, then by day, then without a day; what is done stands below, the newest first', async () => {
    expect(titles(await list(''))).toEqual(inOrder);
    expect(titles(await list('order=work'))).toEqual(inOrder);
  });

  test('how many are open, late and done is told whatever state is shown', async () => {
    const counts = { open: 6, late: 2, done: 2 };
    for (const words of ['', 'state=done', 'due=late', 'state=open'])
      expect((await list(words)).counts, words).toEqual(counts);
    expect((await list('state=done')).total).toBe(2);
    expect((await list('due=late')).total).toBe(2);
    expect((await list('text=tre')).counts).toEqual({ open: 2, late: 2, done: 0 });
  });

  test.each([
    { order: 'due', first: ['xong mới đây', 'xong lâu'], last: 'chưa có ngày' },
    { order: '-due', first: ['cuối năm', 'sắp đến hạn'], last: 'chưa có ngày' },
    { order: 'title', first: ['chưa có ngày', 'cuối năm'], last: 'xong mới đây' },
    { order: 'state', first: ['chưa có ngày', 'sắp đến hạn'], last: 'xong mới đây' },
  ])('by $order: $first first, $last last', async ({ order, first, last }) => {
    const shown = titles(await list(`order=${order}`));
    expect(shown.slice(0, 2)).toEqual(first);
    expect(shown.at(-1)).toBe(last);
  });

  test.each(taskOrders)(
    'by %s, pages put together are the whole list: nothing twice, nothing missing',
    async (order) => {
      const whole = (await list(`order=${order}`)).tasks.map(({ taskId }) => taskId);
      const pages = await Promise.all([0, 3, 6].map((offset) => list(`order=${order}&limit=3&offset=${offset}`)));
      expect(pages.flatMap(({ tasks }) => tasks.map(({ taskId }) => taskId))).toEqual(whole);
      expect(pages.map(({ total }) => total)).toEqual([8, 8, 8]);
    },
  );
});
