import { readXlsx, writeXlsx } from 'hucre';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleAccounts } from '../../server/sample.ts';
import { type Caller, openTestApp, type TestApp } from '../../testing/app.ts';
import { testEngines } from '../../testing/database.ts';
import { operationsOf } from '../../testing/operations.ts';
import {
  actionsNamed,
  cellsOf,
  type Deed,
  isLetIn,
  OTHER_UNIT,
  OWN_UNIT,
  operationsNeeding,
  tells,
  wrongCells,
} from '../../testing/rights-matrix.ts';
import { aFileForm, aTaskForm } from '../../testing/task-forms.ts';

/** A task that the own unit leads; one that it helps with; one that is not its business. */
type Relation = 'own' | 'shared' | 'other';
const relations = ['own', 'shared', 'other'] as const satisfies readonly Relation[];
const leadOf = { own: OWN_UNIT, shared: OTHER_UNIT, other: OTHER_UNIT } as const satisfies Record<Relation, string>;
/** Somebody who works in each unit, by the name that a list of people would show. */
const someoneIn = { [OWN_UNIT]: 'Chuyên viên VPĐK đất đai', [OTHER_UNIT]: 'Người của đơn vị khác' } as const;
const titleOf = (relation: Relation): string => `Việc thử quyền ${relation}`;
const records = '/api/registers/assigned-tasks/records';
const phrase = 'Ngày 25 hằng tháng';
const note = 'thử quyền';

type Place = { readonly taskId: string; readonly recordId: string };
const places = new Map<Relation, Place>();
function placeOf(relation: Relation): Place {
  const place = places.get(relation);
  if (!place) throw new Error(`no task for ${relation}`);
  return place;
}

let site: TestApp;
const usernames = new Map<Caller, string>();
const cookies = new Map<string, string>();
const cookieOf = (call: Caller): string => cookies.get(usernames.get(call) ?? '') ?? '';

const lead = ['own'] as const;
const sharing = ['own', 'shared'] as const;
const everything = relations;
const span = 'firstDay=2026-11-01&lastDay=2026-11-30';
const lists =
  (url: string): Deed<Relation>['run'] =>
  (call, relation) =>
    tells(call('GET', url), placeOf(relation).taskId);
const planUrl = (relation: Relation): string => `/api/unit-plans/2026/${leadOf[relation]}`;

/** A spreadsheet with one new task of a unit. */
async function sheetFor(unitName: string) {
  const head = ['Mã công việc', 'Tên công việc', 'Lĩnh vực', 'Chủ trì', 'Phối hợp', 'Thời hạn', 'Sản phẩm'];
  const rows = [head, ['', 'Việc từ bảng tính', '', unitName, '', '', '']];
  return aFileForm('viec.xlsx', await writeXlsx({ sheets: [{ name: 'Công việc', rows }] }));
}
const nameOf = { own: 'VPĐK đất đai', shared: 'Phòng KH-TC', other: 'Phòng KH-TC' } as const;

const deeds: Readonly<Record<string, Deed<Relation>>> = {
  list: { operation: 'findTasks', action: 'task.read', covers: sharing, run: lists('/api/tasks?year=2026&limit=500') },
  'mark on board and timeline': {
    operation: 'findTaskMarks',
    action: 'task.read',
    covers: sharing,
    run: lists('/api/task-marks?year=2026'),
  },
  'list occurrences': {
    operation: 'findOccurrences',
    action: 'task.read',
    covers: sharing,
    run: lists(`/api/task-occurrences?${span}`),
  },
  'take out as a spreadsheet': {
    operation: 'exportTasks',
    action: 'task.read',
    covers: sharing,
    run: async (call, relation) => {
      const url = '/api/tasks/sheet.xlsx?year=2026';
      const answer = await site.app.inject({ method: 'GET', url, headers: { cookie: cookieOf(call) } });
      const { sheets } = answer.statusCode === 200 ? await readXlsx(answer.rawPayload) : { sheets: [] };
      return JSON.stringify(sheets.map(({ rows }) => rows)).includes(titleOf(relation));
    },
  },
  'change as one of many': {
    operation: 'changeManyTasks',
    action: 'task.change',
    covers: sharing,
    run: async (call, relation) => {
      const change = { kind: 'people', userIds: [] };
      const tasks = [{ taskId: placeOf(relation).taskId, version: 1 }];
      const { status, body } = await call('POST', '/api/tasks/bulk', { tasks, change });
      return status === 200 && (body.answers as { code: string | null }[])[0]?.code !== 'task-not-yours';
    },
  },
  'report as one of many': {
    operation: 'changeManyTasks',
    action: 'task.report',
    covers: sharing,
    run: async (call, relation) => {
      const change = { kind: 'move', to: 'in-progress', note };
      const tasks = [{ taskId: placeOf(relation).taskId, version: 999 }];
      const { status, body } = await call('POST', '/api/tasks/bulk', { tasks, change });
      return status === 200 && (body.answers as { code: string | null }[])[0]?.code !== 'task-not-yours';
    },
  },
  'approve as one of many': {
    operation: 'changeManyTasks',
    action: 'task.approve',
    covers: lead,
    run: async (call, relation) => {
      const change = { kind: 'move', to: 'done', note };
      const tasks = [{ taskId: placeOf(relation).taskId, version: 999 }];
      const { status, body } = await call('POST', '/api/tasks/bulk', { tasks, change });
      return status === 200 && (body.answers as { code: string | null }[])[0]?.code !== 'task-not-yours';
    },
  },
  'make by hand': {
    operation: 'createTask',
    action: 'task.change',
    covers: lead,
    run: (call, relation) =>
      isLetIn(
        call('POST', '/api/tasks', aTaskForm('Việc thêm', leadOf[relation], null, { coordinatorIds: [OWN_UNIT] })),
      ),
  },
  'make from a spreadsheet': {
    operation: 'importTasks',
    action: 'task.change',
    covers: lead,
    run: async (call, relation) => {
      const { payload, headers } = await sheetFor(nameOf[relation]);
      const url = '/api/tasks/sheet?year=2026';
      const answer = await site.app.inject({
        method: 'POST',
        url,
        payload,
        headers: { ...headers, cookie: cookieOf(call) },
      });
      return answer.statusCode === 200;
    },
  },
  'find people to hand down to': {
    operation: 'findColleagues',
    action: 'task.change',
    covers: lead,
    run: (call, relation) =>
      tells(call('GET', `/api/colleagues?unitIds=${leadOf[relation]}`), someoneIn[leadOf[relation]]),
  },
  'see saved views': {
    operation: 'findViews',
    action: 'task.read',
    covers: everything,
    run: (call) => isLetIn(call('GET', '/api/views?page=tasks')),
  },
  'save a view': {
    operation: 'saveView',
    action: 'task.read',
    covers: everything,
    run: (call) => isLetIn(call('POST', '/api/views', { page: 'tasks', name: note, words: '', isShared: false })),
  },
  'drop a view': {
    operation: 'dropView',
    action: 'task.read',
    covers: everything,
    run: (call) => isLetIn(call('DELETE', '/api/views/view_none')),
  },
  'read the rules of the office': {
    operation: 'getTaskSettings',
    action: 'task.read',
    covers: everything,
    run: (call) => isLetIn(call('GET', '/api/task-settings')),
  },
  'set the rules of the office': {
    operation: 'changeTaskSettings',
    action: 'task.change',
    covers: [],
    run: async (call) => isLetIn(call('PUT', '/api/task-settings', (await officer('GET', '/api/task-settings')).body)),
  },
  'review the month': {
    operation: 'getTaskReview',
    action: 'task.read',
    covers: lead,
    run: lists(`/api/task-review?${span}`),
  },
  'record a meeting': {
    operation: 'recordMeeting',
    action: 'task.change',
    covers: [],
    run: (call) => {
      const days = { heldOn: '2026-11-20', firstDay: '2026-11-01', lastDay: '2026-11-30' };
      return isLetIn(call('POST', '/api/meetings', { ...days, note, planYear: 2026, decisions: [] }));
    },
  },
  'see requests for a later day': {
    operation: 'findExtensionRequests',
    action: 'task.read',
    covers: lead,
    run: lists('/api/extension-requests'),
  },
  'see which unit has a plan': {
    operation: 'findUnitPlans',
    action: 'task.read',
    covers: lead,
    run: (call, relation) => tells(call('GET', '/api/unit-plans?year=2026'), leadOf[relation]),
  },
  'open a unit’s plan': {
    operation: 'getUnitPlan',
    action: 'task.read',
    covers: lead,
    run: (call, relation) => isLetIn(call('GET', planUrl(relation))),
  },
  'write a unit’s plan': {
    operation: 'saveUnitPlan',
    action: 'task.change',
    covers: lead,
    run: (call, relation) =>
      isLetIn(call('PUT', planUrl(relation), { version: 999, items: [], number: null, issuedOn: null })),
  },
  'hand a unit’s plan in': {
    operation: 'moveUnitPlan',
    action: 'task.change',
    covers: lead,
    run: (call, relation) => movePlan(call, relation, 'handed-in'),
  },
  'approve a unit’s plan': {
    operation: 'moveUnitPlan',
    action: 'task.approve',
    covers: [],
    run: (call, relation) => movePlan(call, relation, 'approved'),
  },
  'return a unit’s plan': {
    operation: 'moveUnitPlan',
    action: 'task.approve',
    covers: [],
    run: (call, relation) => movePlan(call, relation, 'returned'),
  },
  'see tasks of a record': {
    operation: 'findTasksOfRecord',
    action: 'task.read',
    covers: sharing,
    run: (call, relation) =>
      tells(call('GET', `${records}/${placeOf(relation).recordId}/tasks`), placeOf(relation).taskId),
  },
  'hand a record out': {
    operation: 'handOutRecord',
    action: 'task.change',
    covers: lead,
    run: (call, relation) => {
      const tasks = [aTaskForm('Việc của bản ghi', OWN_UNIT, null)];
      return isLetIn(call('POST', `${records}/${placeOf(relation).recordId}/tasks`, { planYear: 2026, tasks }));
    },
  },
  'watch tasks of the province': {
    operation: 'watchProvinceTasks',
    action: 'task.read',
    covers: sharing,
    run: lists('/api/province-tasks?year=2026'),
  },
};

/** The version of a plan is asked after the right, by what the plan is now: a wrong one is told as such. */
async function movePlan(call: Caller, relation: Relation, to: string): Promise<boolean> {
  const { version } = (await officer('GET', planUrl(relation))).body as { version: number };
  return isLetIn(call('POST', `${planUrl(relation)}/steps`, { version, to, reason: note }));
}

let officer: Caller;
async function makePlace(relation: Relation): Promise<Place> {
  const assigned = { number: '100/UBND-NL', date: '2026-10-05', issuer: 'UBND tỉnh', subject: null };
  const values = {
    content: note,
    assigner: 'committee',
    assignedBy: assigned,
    assignedOn: '2026-10-05',
    unit: leadOf[relation],
    dueOn: '2026-12-15',
  };
  const record = await officer('POST', records, { values, step: null });
  const recordId = String(record.body.recordId);
  const coordinatorIds = relation === 'shared' ? [OWN_UNIT] : [];
  const tasks = [aTaskForm(titleOf(relation), leadOf[relation], phrase, { coordinatorIds })];
  const { body } = await officer('POST', `${records}/${recordId}/tasks`, { planYear: 2026, tasks });
  const [taskId = ''] = body.taskIds as string[];
  const asked = { occurrenceKey: 'M12', newDay: '2026-12-30', reason: note };
  const extension = await officer('POST', `/api/tasks/${taskId}/extensions`, asked);
  if (extension.status !== 200) throw new Error(JSON.stringify(extension.body));
  return { taskId, recordId };
}

describe('every deed on lists, plans and rules of tasks, for every role and every relation', () => {
  const callers = new Map<string, Caller>();
  beforeAll(async () => {
    const [engine] = testEngines;
    if (!engine) throw new Error('no engine');
    site = await openTestApp(engine);
    for (const { username } of sampleAccounts) {
      const call = await site.logIn(username);
      callers.set(username, call);
      usernames.set(call, username);
      cookies.set(username, await site.cookieOf(username));
    }
    officer = callers.get('cchc') ?? site.anonymous;
    const stranger = { username: 'nguoi.khac', displayName: someoneIn[OTHER_UNIT], password: 'mat-khau-thu-2026' };
    await callers.get('quantri')?.('POST', '/api/users', { ...stranger, role: 'specialist', unitId: OTHER_UNIT });
    for (const relation of relations) places.set(relation, await makePlace(relation));
  }, 240_000);
  afterAll(() => site.close());

  const cells = cellsOf(deeds, relations);

  test('beside the operations on one task, none that needs a right to tasks is without a deed', () => {
    const onTask = operationsOf(site.app).filter(({ url }) => url.startsWith('/api/tasks/task_'));
    const matrixOfTasks = new Set(onTask.map(({ operationId }) => operationId));
    const others = operationsNeeding('task.').filter((operation) => !matrixOfTasks.has(operation));
    expect(new Set(Object.values(deeds).map(({ operation }) => operation))).toEqual(new Set(others));
    expect(new Set(Object.values(deeds).map(({ action }) => action))).toEqual(new Set(actionsNamed('task.')));
  });

  test('no cell is missing', () => {
    expect(cells).toHaveLength(sampleAccounts.length * Object.keys(deeds).length * relations.length);
  });

  test.each(sampleAccounts)('$role', async ({ username, role }) => {
    const call = callers.get(username);
    if (!call) throw new Error(`nobody is logged in as ${username}`);
    expect(await wrongCells(cells, deeds, role, call)).toEqual([]);
  });
});
