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
import { aFileForm } from '../../testing/task-forms.ts';

/** A duty of the own unit alone; one of another unit that the own unit receives; one that is not the own unit's business. */
type Relation = 'own' | 'received' | 'other';
const relations = ['own', 'received', 'other'] as const satisfies readonly Relation[];
const unitOf = { own: OWN_UNIT, received: OTHER_UNIT, other: OTHER_UNIT } as const satisfies Record<Relation, string>;
const receiverOf = { own: 'unit_vanphong', received: OWN_UNIT, other: 'unit_vanphong' } as const satisfies Record<
  Relation,
  string
>;
const nameOf = (relation: Relation): string => `Báo cáo thử quyền ${relation}`;
const KEY = '2026-M10';
const RATHER_LATE = '2026-12-24';

type Place = { readonly dutyId: string; readonly period: string; readonly report: string; readonly fileId: string };
const places = new Map<Relation, Place>();
function placeOf(relation: Relation): Place {
  const place = places.get(relation);
  if (!place) throw new Error(`no duty for ${relation}`);
  return place;
}

let site: TestApp;
/** Rows of a spreadsheet that the caller gets, as one text; empty where it is refused. */
async function sheetOf(call: Caller, url: string): Promise<{ status: number; text: string }> {
  const username = usernames.get(call) ?? '';
  const answer = await site.app.inject({ method: 'GET', url, headers: { cookie: cookies.get(username) ?? '' } });
  const sheets = answer.statusCode === 200 ? (await readXlsx(answer.rawPayload)).sheets : [];
  return { status: answer.statusCode, text: JSON.stringify(sheets.map(({ rows }) => rows)) };
}
const usernames = new Map<Caller, string>();
const cookies = new Map<string, string>();

const own = ['own'] as const;
const received = ['received'] as const;
const both = ['own', 'received'] as const;
const note = 'thử quyền';
const compile = (path: string, body: object): Deed<Relation>['run'] => {
  return (call, relation) => isLetIn(call('POST', `${placeOf(relation).period}${path}`, body));
};

const deeds: Readonly<Record<string, Deed<Relation>>> = {
  'see in the grid': {
    operation: 'getReportGrid',
    action: 'report.read',
    covers: both,
    run: (call, relation) => tells(call('GET', '/api/reports?year=2026'), placeOf(relation).dutyId),
  },
  'see in the spreadsheet of the grid': {
    operation: 'exportReportGrid',
    action: 'report.read',
    covers: both,
    run: async (call, relation) =>
      (await sheetOf(call, '/api/reports/grid.xlsx?year=2026')).text.includes(nameOf(relation)),
  },
  'count in the menu': {
    operation: 'countLateReports',
    action: 'report.read',
    covers: relations,
    run: (call) => isLetIn(call('GET', '/api/reports/late?year=2026')),
  },
  'see what a unit owes': {
    operation: 'findUnitReports',
    action: 'report.read',
    covers: own,
    run: (call, relation) =>
      tells(call('GET', `/api/reports/units?year=2026&unitId=${unitOf[relation]}`), placeOf(relation).dutyId),
  },
  'see what the own units owe': {
    operation: 'findUnitReports',
    action: 'report.read',
    covers: relations,
    run: (call) => isLetIn(call('GET', '/api/reports/units?year=2026')),
  },
  'open a report': {
    operation: 'getReport',
    action: 'report.read',
    covers: both,
    run: (call, relation) => isLetIn(call('GET', placeOf(relation).report)),
  },
  'fill a report in': {
    operation: 'saveReport',
    action: 'report.submit',
    covers: own,
    run: (call, relation) =>
      isLetIn(call('POST', `${placeOf(relation).report}/changes`, { changes: [], confirmations: [] })),
  },
  'hand a report in': {
    operation: 'handInReport',
    action: 'report.submit',
    covers: own,
    run: (call, relation) => isLetIn(call('POST', `${placeOf(relation).report}/hand-ins`)),
  },
  'return a report': {
    operation: 'returnReport',
    action: 'report.compile',
    covers: received,
    run: (call, relation) =>
      isLetIn(call('POST', `${placeOf(relation).report}/returns`, { reason: note, againBy: RATHER_LATE })),
  },
  'attach a file': {
    operation: 'attachReportFile',
    action: 'report.submit',
    covers: own,
    run: async (call, relation) => {
      const form = aFileForm('a.txt', Buffer.from('a'));
      const headers = { ...form.headers, cookie: cookies.get(usernames.get(call) ?? '') ?? '' };
      const url = `${placeOf(relation).report}/files`;
      return (await site.app.inject({ method: 'POST', url, headers, payload: form.payload })).statusCode !== 403;
    },
  },
  'take a file out': {
    operation: 'detachReportFile',
    action: 'report.submit',
    covers: own,
    run: (call, relation) => isLetIn(call('DELETE', `${placeOf(relation).report}/files/file_none`)),
  },
  'open a file': {
    operation: 'getReportFile',
    action: 'report.read',
    covers: both,
    run: (call, relation) => isLetIn(call('GET', `/api/report-files/${placeOf(relation).fileId}`)),
  },
  'open a period with all its reports': {
    operation: 'getReportPeriod',
    action: 'report.read',
    covers: received,
    run: (call, relation) => isLetIn(call('GET', placeOf(relation).period)),
  },
  'take the figures of a period out': {
    operation: 'exportReportFigures',
    action: 'report.read',
    covers: received,
    run: async (call, relation) => (await sheetOf(call, `${placeOf(relation).period}/figures.xlsx`)).status !== 403,
  },
  'write the text of the office': {
    operation: 'editCompilation',
    action: 'report.compile',
    covers: received,
    run: compile('/texts', { changes: [] }),
  },
  compile: {
    operation: 'compileReports',
    action: 'report.compile',
    covers: received,
    run: compile('/compilation', { replace: [] }),
  },
  // Without accepting what is missing: the period stays open for the deeds that follow.
  close: {
    operation: 'closeReportPeriod',
    action: 'report.compile',
    covers: received,
    run: compile('/closing', { acceptMissing: false }),
  },
  reopen: {
    operation: 'reopenReportPeriod',
    action: 'report.compile',
    covers: received,
    run: compile('/reopening', { reason: note }),
  },
  'record the sending': {
    operation: 'recordReportSending',
    action: 'report.compile',
    covers: received,
    run: compile('/sending', { number: '1/BC', documentOn: '2026-11-20', sentOn: '2026-11-20' }),
  },
  'record the passing on': {
    operation: 'recordReportPassing',
    action: 'report.compile',
    covers: received,
    run: compile('/passing', { passedOn: '2026-11-20' }),
  },
  'list duties': {
    operation: 'findDuties',
    action: 'report.declare',
    covers: [],
    run: (call, relation) => tells(call('GET', '/api/report-duties'), placeOf(relation).dutyId),
  },
  'open a duty': {
    operation: 'getDuty',
    action: 'report.declare',
    covers: [],
    run: (call, relation) => isLetIn(call('GET', `/api/report-duties/${placeOf(relation).dutyId}`)),
  },
  'declare a duty': {
    operation: 'createDuty',
    action: 'report.declare',
    covers: [],
    run: async (call, relation) =>
      isLetIn(call('POST', '/api/report-duties', await dutyOf(relation, ['unit_khongco']))),
  },
  'change a duty': {
    operation: 'changeDuty',
    action: 'report.declare',
    covers: [],
    run: async (call, relation) => {
      const changed = { ...(await dutyOf(relation, ['unit_khongco'])), number: 999 };
      return isLetIn(call('PUT', `/api/report-duties/${placeOf(relation).dutyId}`, changed));
    },
  },
  'look at a duty before it is kept': {
    operation: 'previewDuty',
    action: 'report.declare',
    covers: [],
    run: async (call, relation) =>
      isLetIn(call('POST', '/api/report-duties/preview?year=2026', await dutyOf(relation, [unitOf[relation]]))),
  },
};

let officer: Caller;
/** A monthly duty of one unit, as its form sends it; made after one that is shipped. */
async function dutyOf(relation: Relation, unitIds: readonly string[]) {
  const shipped = (await officer('GET', '/api/report-duties/duty_khac-phuc')).body.form as object;
  const units = { who: 'listed', kinds: [], unitIds, except: [] };
  const form = { ...shipped, name: nameOf(relation), units, receivers: [receiverOf[relation]] };
  return { validFrom: '2026-01-01', form };
}

async function makeDuty(relation: Relation): Promise<Place> {
  const made = await officer('POST', '/api/report-duties', await dutyOf(relation, [unitOf[relation]]));
  const dutyId = String(made.body.dutyId);
  const period = `/api/reports/${dutyId}/${KEY}`;
  const report = `${period}/units/${unitOf[relation]}`;
  const { payload, headers } = aFileForm('a.txt', Buffer.from('a'));
  const cookie = cookies.get('cchc') ?? '';
  const file = await site.app.inject({
    method: 'POST',
    url: `${report}/files`,
    headers: { ...headers, cookie },
    payload,
  });
  return { dutyId, period, report, fileId: file.json<{ fileId: string }>().fileId };
}

describe('every deed on a report, for every role and every relation to it', () => {
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
    for (const relation of relations) places.set(relation, await makeDuty(relation));
  }, 240_000);
  afterAll(() => site.close());

  const cells = cellsOf(deeds, relations);

  test('no operation that needs a right to reports is without a deed, and no right to reports either', () => {
    const listed = Object.values(deeds);
    expect(new Set(listed.map(({ operation }) => operation))).toEqual(new Set(operationsNeeding('report.')));
    expect(new Set(listed.map(({ action }) => action))).toEqual(new Set(actionsNamed('report.')));
  });

  test('no cell is missing', () => {
    expect(cells).toHaveLength(sampleAccounts.length * Object.keys(deeds).length * relations.length);
  });

  test.each(sampleAccounts)('$role', async ({ username, role }) => {
    const call = callers.get(username);
    if (!call) throw new Error(`nobody is logged in as ${username}`);
    expect(await wrongCells(cells, deeds, role, call)).toEqual([]);
  });

  test.each(sampleAccounts.filter(({ role }) => role !== 'reader'))(
    '$role: the count in the menu tells of no report that the grid does not show',
    async ({ username }) => {
      const call = callers.get(username) ?? site.anonymous;
      const { body } = await call('GET', '/api/reports?year=2026');
      const cellsSeen = body.cells as {
        counts: { overdue: number };
        isWhole: boolean;
        cutOffs: { standing: string }[];
      }[];
      const late = cellsSeen.reduce((sum, { counts, isWhole, cutOffs }) => {
        const ours = isWhole ? cutOffs.filter(({ standing }) => standing === 'overdue').length : 0;
        return sum + counts.overdue + ours;
      }, 0);
      expect((await call('GET', '/api/reports/late?year=2026')).body).toEqual({ late });
    },
  );
});
