import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Caller, openTestApp, type TestApp } from '../../testing/app.ts';
import { testEngines } from '../../testing/database.ts';

const form = {
  title: 'Việc để thử quyền',
  areaOrdinal: null,
  products: ['Báo cáo'],
  leadId: 'unit_khtc',
  coordinatorIds: [] as string[],
  deadlineText: null,
  deadlines: [],
};

/** truongphong heads unit_vpdk, chuyenvien works there; cchc may everything with any unit's tasks. */
describe('who may do what to a task', () => {
  let site: TestApp;
  let callers: Record<'officer' | 'head' | 'specialist' | 'reader', Caller>;
  const tasks: Record<string, string> = {};
  beforeAll(async () => {
    const [engine] = testEngines;
    if (!engine) throw new Error('no engine');
    site = await openTestApp(engine);
    callers = {
      officer: await site.logIn('cchc'),
      head: await site.logIn('truongphong'),
      specialist: await site.logIn('chuyenvien'),
      reader: await site.logIn('khach'),
    };
    const make = async (more: object): Promise<string> => {
      const body = { ...form, planId: null, planYear: 2026, deficitId: null, ...more };
      return String((await callers.officer('POST', '/api/tasks', body)).body.taskId);
    };
    tasks.own = await make({ leadId: 'unit_vpdk' });
    tasks.shared = await make({ coordinatorIds: ['unit_vpdk'] });
    tasks.other = await make({});
  });
  afterAll(() => site.close());

  type Deed = (call: Caller, taskId: string) => Promise<number>;
  const deeds: Record<string, Deed> = {
    read: async (call, taskId) => (await call('GET', `/api/tasks/${taskId}`)).status,
    report: async (call, taskId) => (await call('POST', `/api/tasks/${taskId}/progress`, { note: 'đang làm' })).status,
    'hand down': async (call, taskId) => (await call('PUT', `/api/tasks/${taskId}/people`, { userIds: [] })).status,
    approve: async (call, taskId) =>
      (await call('POST', `/api/tasks/${taskId}/steps`, { version: 99, to: 'done', note: null })).status,
    change: async (call, taskId) => {
      const { body } = await callers.officer('GET', `/api/tasks/${taskId}`);
      const { version, leads, coordinators } = body.task as Record<'leads' | 'coordinators', { unitId: string }[]> & {
        version: number;
      };
      const coordinatorIds = coordinators.map(({ unitId }) => unitId);
      return (await call('PUT', `/api/tasks/${taskId}`, { ...form, leadId: leads[0]?.unitId, coordinatorIds, version }))
        .status;
    },
  };
  /** 409: the right was there, the version or the step was not. */
  const [yes, no, late] = [200, 403, 409];

  test.each([
    { who: 'head', deed: 'read', own: yes, shared: yes, other: no },
    { who: 'head', deed: 'report', own: yes, shared: yes, other: no },
    { who: 'head', deed: 'hand down', own: yes, shared: yes, other: no },
    { who: 'head', deed: 'approve', own: late, shared: no, other: no },
    { who: 'head', deed: 'change', own: yes, shared: no, other: no },
    { who: 'specialist', deed: 'read', own: yes, shared: yes, other: no },
    { who: 'specialist', deed: 'report', own: yes, shared: yes, other: no },
    { who: 'specialist', deed: 'hand down', own: no, shared: no, other: no },
    { who: 'specialist', deed: 'approve', own: no, shared: no, other: no },
    { who: 'specialist', deed: 'change', own: no, shared: no, other: no },
    { who: 'reader', deed: 'read', own: yes, shared: yes, other: yes },
    { who: 'reader', deed: 'report', own: no, shared: no, other: no },
    { who: 'officer', deed: 'change', own: yes, shared: yes, other: yes },
    { who: 'officer', deed: 'approve', own: late, shared: late, other: late },
  ] as const)('$who, $deed: own $own, shared $shared, other $other', async ({ who, deed, ...expected }) => {
    for (const kind of ['own', 'shared', 'other'] as const) {
      const status = await deeds[deed]?.(callers[who], tasks[kind] ?? '');
      expect({ kind, status }).toEqual({ kind, status: expected[kind] });
    }
  });

  test('a unit head cannot hand the own task to another unit', async () => {
    const url = `/api/tasks/${tasks.own}`;
    const { version } = (await callers.head('GET', url)).body.task as { version: number };
    const answer = await callers.head('PUT', url, { ...form, leadId: 'unit_khtc', version });
    expect(answer.body).toMatchObject({ code: 'task-not-yours' });
  });

  test('the list of a unit’s people shows the tasks of their unit only', async () => {
    const seen = async (call: Caller): Promise<string[]> =>
      ((await call('GET', '/api/tasks?year=2026&limit=200')).body.tasks as { taskId: string }[]).map(
        ({ taskId }) => taskId,
      );
    for (const who of ['head', 'specialist'] as const) {
      const ids = await seen(callers[who]);
      expect(ids).toEqual(expect.arrayContaining([tasks.own, tasks.shared]));
      expect(ids).not.toContain(tasks.other);
    }
    expect(await seen(callers.officer)).toContain(tasks.other);
  });
});
