import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleAccounts } from '../../server/sample.ts';
import { type Caller, openTestApp, type TestApp } from '../../testing/app.ts';
import { testEngines } from '../../testing/database.ts';
import { operationsOf } from '../../testing/operations.ts';
import { rightsOnPaper } from '../../testing/rights-page.ts';
import { aTaskForm } from '../../testing/task-forms.ts';

type Relation = 'own' | 'shared' | 'other';
const relations = ['own', 'shared', 'other'] as const satisfies readonly Relation[];
const OWN_UNIT = 'unit_vpdk';

/** What a deed needs, and which relations a reach "own" covers: the lead's own, or a task that the unit shares. */
type Deed = {
  operation: string;
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
  read: {
    operation: 'getTask',
    action: 'task.read',
    covers: sharing,
    run: (call, task) => call('GET', `/api/tasks/${task}`),
  },
  'see mentions': {
    operation: 'markMentionsSeen',
    action: 'task.read',
    covers: sharing,
    run: (call, task) => call('POST', `/api/tasks/${task}/mentions/seen`),
  },
  report: {
    operation: 'reportProgress',
    action: 'task.report',
    covers: sharing,
    run: (call, task) => call('POST', `/api/tasks/${task}/progress`, { note }),
  },
  start: { operation: 'moveTask', action: 'task.report', covers: sharing, run: step('in-progress') },
  'hand in': { operation: 'moveTask', action: 'task.report', covers: sharing, run: step('handed-in') },
  'name a product': {
    operation: 'nameDocument',
    action: 'task.report',
    covers: sharing,
    run: (call, task) =>
      call('POST', `/api/tasks/${task}/documents`, { title: note, documentNumber: '1/BC', documentDay: null }),
  },
  'hand in an occurrence': {
    operation: 'moveOccurrence',
    action: 'task.report',
    covers: sharing,
    run: (call, task) => call('POST', `/api/tasks/${task}/occurrences/none/steps`, { to: 'handed-in', note }),
  },
  'ask for a later day': {
    operation: 'askExtension',
    action: 'task.report',
    covers: lead,
    run: (call, task) => call('POST', `/api/tasks/${task}/extensions`, { newDay: '2027-06-01', reason: note }),
  },
  approve: { operation: 'moveTask', action: 'task.approve', covers: lead, run: step('done') },
  'send back': { operation: 'moveTask', action: 'task.approve', covers: lead, run: step('sent-back') },
  'approve an occurrence': {
    operation: 'moveOccurrence',
    action: 'task.approve',
    covers: lead,
    run: (call, task) => call('POST', `/api/tasks/${task}/occurrences/none/steps`, { to: 'done', note }),
  },
  'decide on a later day': {
    operation: 'decideExtension',
    action: 'task.approve',
    covers: [],
    run: (call, task) =>
      call('PUT', `/api/tasks/${task}/extensions/extension_none`, { decision: 'refused', answer: note }),
  },
  drop: { operation: 'moveTask', action: 'task.change', covers: lead, run: step('dropped') },
  change: {
    operation: 'changeTask',
    action: 'task.change',
    covers: lead,
    run: (call, task) =>
      call('PUT', `/api/tasks/${task}`, { ...aTaskForm(note, OWN_UNIT, null), version: 999 } as object),
  },
  'hand down': {
    operation: 'assignPeople',
    action: 'task.change',
    covers: sharing,
    run: (call, task) => call('PUT', `/api/tasks/${task}/people`, { userIds: [] }),
  },
  'describe parts': {
    operation: 'describeParts',
    action: 'task.change',
    covers: lead,
    run: (call, task) => call('PUT', `/api/tasks/${task}/parts`, { parts: [] }),
  },
  'ask for a later day of a period': {
    operation: 'askExtension',
    action: 'task.report',
    covers: lead,
    run: (call, task) =>
      call('POST', `/api/tasks/${task}/extensions`, { occurrenceKey: 'M6', newDay: '2027-06-01', reason: note }),
  },
  'take a request back': {
    operation: 'withdrawExtension',
    action: 'task.report',
    covers: sharing,
    run: (call, task) => call('DELETE', `/api/tasks/${task}/extensions/extension_none`),
  },
  'move the part of the own unit': {
    operation: 'movePart',
    action: 'task.report',
    covers: relations,
    run: (call, task) => call('POST', `/api/tasks/${task}/parts/${OWN_UNIT}/steps`, { to: 'in-progress', note }),
  },
  'undo the event': {
    operation: 'cancelStart',
    action: 'task.change',
    covers: lead,
    run: (call, task) => call('POST', `/api/tasks/${task}/start/undoing`, { reason: note }),
  },
  'open a product': {
    operation: 'getProductFile',
    action: 'task.read',
    covers: sharing,
    run: (call, task) => call('GET', `/api/tasks/${task}/products/product_none/file`),
  },
  'take a product away': {
    operation: 'dropProduct',
    action: 'task.report',
    covers: relations,
    run: (call, task) => call('DELETE', `/api/tasks/${task}/products/product_none`),
  },
  'send a file': {
    operation: 'uploadProduct',
    action: 'task.report',
    // Without a file the form is refused for everybody who holds the right at all; whose task it is, is asked after it.
    covers: relations,
    run: (call, task) => call('POST', `/api/tasks/${task}/files`, {}),
  },
  'record the event': {
    operation: 'recordStart',
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

  test('every operation on a task is among the deeds', () => {
    const onTask = operationsOf(site.app)
      .filter(({ url }) => url.startsWith('/api/tasks/task_'))
      .map(({ operationId }) => operationId);
    expect(onTask.length).toBeGreaterThan(15);
    expect(new Set(Object.values(deeds).map(({ operation }) => operation))).toEqual(new Set(onTask));
  });

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
