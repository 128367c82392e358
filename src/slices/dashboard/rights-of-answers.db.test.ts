import { readXlsx } from 'hucre';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleAccounts } from '../../server/sample.ts';
import { type Caller, openTestApp, type TestApp } from '../../testing/app.ts';
import { testEngines } from '../../testing/database.ts';
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
import { aTaskForm } from '../../testing/task-forms.ts';

type Relation = 'own' | 'other';
const relations = ['own', 'other'] as const satisfies readonly Relation[];
const unitOf = { own: OWN_UNIT, other: OTHER_UNIT } as const satisfies Record<Relation, string>;
const nameOf = { own: 'Văn phòng Đăng ký đất đai', other: 'Phòng Kế hoạch - Tài chính' } as const;
const titleOf = (relation: Relation): string => `Việc chờ ${relation}.`;
const span = 'firstDay=2026-01-01&lastDay=2026-12-31';

let site: TestApp;
const cookies = new Map<Caller, string>();
const own = ['own'] as const;

const deeds: Readonly<Record<string, Deed<Relation>>> = {
  'see who answers for what': {
    operation: 'getAnswers',
    action: 'answers.read',
    covers: own,
    run: (call, relation) => tells(call('GET', `/api/answers?${span}`), unitOf[relation]),
  },
  'take it out as a spreadsheet': {
    operation: 'exportAnswers',
    action: 'answers.read',
    covers: own,
    run: async (call, relation) => {
      const headers = { cookie: cookies.get(call) ?? '' };
      const answer = await site.app.inject({ method: 'GET', url: `/api/answers/sheet?${span}`, headers });
      const { sheets } = answer.statusCode === 200 ? await readXlsx(answer.rawPayload) : { sheets: [] };
      return JSON.stringify(sheets.map(({ rows }) => rows)).includes(nameOf[relation]);
    },
  },
  'set from which figures on is proposed': {
    operation: 'changeThresholds',
    action: 'answers.change',
    covers: [],
    run: async (call) => {
      const { thresholds } = (await officer('GET', `/api/answers?${span}`)).body;
      return isLetIn(call('PUT', '/api/answers/thresholds', { thresholds, version: 999 }));
    },
  },
};

let officer: Caller;

describe('who sees who answers for what, and what waits, for every role and the own or another unit', () => {
  const callers = new Map<string, Caller>();
  beforeAll(async () => {
    const [engine] = testEngines;
    if (!engine) throw new Error('no engine');
    site = await openTestApp(engine);
    for (const { username } of sampleAccounts) {
      const call = await site.logIn(username);
      callers.set(username, call);
      cookies.set(call, await site.cookieOf(username));
    }
    officer = callers.get('cchc') ?? site.anonymous;
    const stranger = { username: 'nguoi.khac', displayName: 'Người khác', password: 'mat-khau-thu-2026' };
    await callers.get('quantri')?.('POST', '/api/users', { ...stranger, role: 'unit-head', unitId: OTHER_UNIT });
    for (const relation of relations)
      await officer('POST', '/api/tasks', aTaskForm(titleOf(relation), unitOf[relation], 'Trước ngày 10/12/2026'));
  }, 240_000);
  afterAll(() => site.close());

  const cells = cellsOf(deeds, relations);

  test('no operation that needs a right to answers is without a deed, and no such right either', () => {
    expect(new Set(Object.values(deeds).map(({ operation }) => operation))).toEqual(
      new Set(operationsNeeding('answers.')),
    );
    expect(new Set(Object.values(deeds).map(({ action }) => action))).toEqual(new Set(actionsNamed('answers.')));
  });

  test.each(sampleAccounts)('$role', async ({ username, role, unitId }) => {
    const call = callers.get(username);
    if (!call) throw new Error(`nobody is logged in as ${username}`);
    expect(await wrongCells(cells, deeds, role, call)).toEqual([]);
    // What waits for the head of a unit is seen by its people only, whatever else their role may read.
    for (const scope of ['mine', 'unit', 'unowned'])
      for (const relation of relations) {
        const isTold = await tells(call('GET', `/api/my-work?scope=${scope}`), titleOf(relation));
        const isHeads = scope === 'mine' && role === 'unit-head';
        const isOfUnit = scope === 'unit' && unitId === OWN_UNIT;
        expect({ scope, relation, isTold }).toEqual({
          scope,
          relation,
          isTold: relation === 'own' && (isHeads || isOfUnit),
        });
      }
  });
});
