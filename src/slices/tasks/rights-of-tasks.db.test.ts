import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleAccounts } from '../../server/sample.ts';
import { type Caller, openTestApp, type TestApp } from '../../testing/app.ts';
import { testEngines } from '../../testing/database.ts';
import { rightsOnPaper } from '../../testing/rights-page.ts';
import { aTaskForm } from '../../testing/task-forms.ts';

type Relation = 'own' | 'shared' | 'other';
const relations = ['own', 'shared', 'other'] as const satisfies readonly Relation[];
const OWN_UNIT = 'unit_vpdk';

/** What a deed needs, and which relations a reach "own" covers: the lead's own, or a task that the unit shares. */
type Deed = {
  action: string;
  covers: readonly Relation[];
  run: (call: Caller, task: string) => Promise<{ status: number; body: Record<string, unknown> }>;
};
const note = 'thử quyền';
const step = (to: string) => (call: Caller, task: string) =>
  call('POST', `/api/tasks/${task}/steps`, { version: 999, to, note });
const lead = ['own'] as const;
const sharing = ['own', 'shared'] as const;

const deeds: Readonly<Record<string, Deed>> = {
  read: { action: 'task.read', covers: sharing, run: (call, task) => call('GET', `/api/tasks/${task}`) },
  'see mentions': {
    action: 'task.read',
    covers: sharing,
    run: (call, task) => call('POST', `/api/tasks/${task}/mentions/seen`),
  },
  report: {
    action: 'task.report',
    covers: sharing,
    run: (call, task) => call('POST', `/api/tasks/${task}/progress`, { note }),
  },
  start: { action: 'task.report', covers: sharing, run: step('in-progress') },
  'hand in': { action: 'task.report', covers: sharing, run: step('handed-in') },
  'name a product': {
    action: 'task.report',
    covers: sharing,
    run: (call, task) =>
      call('POST', `/api/tasks/${task}/documents`, { title: note, documentNumber: '1/BC', documentDay: null }),
  },
  'hand in an occurrence': {
    action: 'task.report',
    covers: sharing,
    run: (call, task) => call('POST', `/api/tasks/${task}/occurrences/none/steps`, { to: 'handed-in', note }),
  },
  'ask for a later day': {
    action: 'task.report',
    covers: lead,
    run: (call, task) => call('POST', `/api/tasks/${task}/extensions`, { newDay: '2027-06-01', reason: note }),
  },
  approve: { action: 'task.approve', covers: lead, run: step('done') },
  'send back': { action: 'task.approve', covers: lead, run: step('sent-back') },
  'approve an occurrence': {
    action: 'task.approve',
    covers: lead,
    run: (call, task) => call('POST', `/api/tasks/${task}/occurrences/none/steps`, { to: 'done', note }),
  },
  'decide on a later day': {
    action: 'task.approve',
    covers: [],
    run: (call, task) =>
      call('PUT', `/api/tasks/${task}/extensions/extension_none`, { decision: 'refused', answer: note }),
  },
  drop: { action: 'task.change', covers: lead, run: step('dropped') },
  change: {
    action: 'task.change',
    covers: lead,
    run: (call, task) =>
      call('PUT', `/api/tasks/${task}`, { ...aTaskForm(note, OWN_UNIT, null), version: 999 } as object),
  },
  'hand down': {
    action: 'task.change',
    covers: sharing,
    run: (call, task) => call('PUT', `/api/tasks/${task}/people`, { userIds: [] }),
  },
  'describe parts': {
    action: 'task.change',
    covers: lead,
    run: (call, task) => call('PUT', `/api/tasks/${task}/parts`, { parts: [] }),
  },
  'record the event': {
    action: 'task.change',
    covers: lead,
    run: (call, task) =>
      call('PUT', `/api/tasks/${task}/start`, { happenedOn: '2026-11-01', documentNumber: null, reason: null }),
  },
};

describe('every deed on a task, for every role and every relation to the task', () => {
  let site: TestApp;
  const tasks: Record<Relation, string> = { own: '', shared: '', other: '' };
  const callers = new Map<string, Caller>();
  beforeAll(async () => {
    const [engine] = testEngines;
    if (!engine) throw new Error('no engine');
    site = await openTestApp(engine);
    for (const { username, role } of sampleAccounts) callers.set(role, await site.logIn(username));
    const officer = callers.get('par-officer');
    const make = async (leadId: string, coordinatorIds: string[] = []): Promise<string> =>
      String((await officer?.('POST', '/api/tasks', aTaskForm(note, leadId, null, { coordinatorIds })))?.body.taskId);
    tasks.own = await make(OWN_UNIT);
    tasks.shared = await make('unit_khtc', [OWN_UNIT]);
    tasks.other = await make('unit_khtc');
  }, 240_000);
  afterAll(() => site.close());

  const reachOnPaper = (role: string, action: string): string =>
    rightsOnPaper.find((cell) => cell.role === role && cell.action === action)?.reach ?? '–';

  const cells = sampleAccounts.flatMap(({ role, unitId }) =>
    Object.entries(deeds).flatMap(([name, { action, covers }]) => {
      const reach = reachOnPaper(role, action);
      const isOwnUnit = unitId === OWN_UNIT;
      return relations.map((relation) => ({
        role,
        name,
        relation,
        isAllowed: reach === 'any' || (reach === 'own' && isOwnUnit && covers.includes(relation)),
      }));
    }),
  );

  test('no cell is missing', () => {
    expect(cells).toHaveLength(sampleAccounts.length * Object.keys(deeds).length * relations.length);
  });

  test.each(sampleAccounts.map(({ role }) => role))('%s', async (role) => {
    const call = callers.get(role);
    if (!call) throw new Error(`no account for ${role}`);
    for (const { name, relation, isAllowed } of cells.filter((cell) => cell.role === role)) {
      const answer = await deeds[name]?.run(call, tasks[relation]);
      expect({ role, name, relation, isAllowed: answer?.status !== 403 }).toEqual({ role, name, relation, isAllowed });
    }
  });
});
