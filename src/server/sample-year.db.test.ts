import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStates, taskStates } from '../slices/tasks/index.ts';
import { type Caller, openTestApp, type TestApp } from '../testing/app.ts';
import { testEngines } from '../testing/database.ts';
import { seedSample } from './sample.ts';

type Row = Record<string, unknown>;

/** The sample as `npm start` makes it, on a day of its year. */
async function openSample(engine: (typeof testEngines)[number], today: string): Promise<TestApp> {
  return openTestApp(engine, `${today}T03:00:00Z`, seedSample);
}

describe.each(testEngines)('the sample year on $name', (engine) => {
  let site: TestApp;
  let officer: Caller;
  beforeAll(async () => {
    site = await openSample(engine, '2026-11-28');
    officer = await site.logIn('cchc');
  });
  afterAll(() => site.close());

  const rowsOf = async (call: Caller, url: string, list: string): Promise<Row[]> => {
    const answer = await call('GET', url);
    expect(answer.status).toBe(200);
    return answer.body[list] as Row[];
  };

  test('has a task in every state, some of them late, with people, parts and extensions of every kind', async () => {
    const tasks = [
      ...(await rowsOf(officer, '/api/tasks?year=2026&limit=200', 'tasks')),
      ...(await rowsOf(officer, '/api/tasks?year=2026&state=dropped', 'tasks')),
    ];
    expect(new Set(tasks.map(({ state }) => state))).toEqual(new Set(taskStates));
    const late = tasks.filter(({ state, daysLate }) => openStates.some((one) => one === state) && Number(daysLate) > 0);
    expect(late.length).toBeGreaterThanOrEqual(3);
    expect(new Set(tasks.map(({ origin }) => origin))).toEqual(
      new Set(['plan', 'hand', 'province', 'meeting', 'unit']),
    );
    const pages = await Promise.all(
      tasks.map(async ({ taskId }) => (await officer('GET', `/api/tasks/${taskId}`)).body),
    );
    const all = (list: string): Row[] => pages.flatMap((page) => page[list] as Row[]);
    expect(new Set(all('extensions').map(({ state }) => state))).toEqual(new Set(['asked', 'granted', 'refused']));
    expect(new Set(all('parts').map(({ state }) => state))).toEqual(
      new Set(['assigned', 'in-progress', 'handed-in', 'sent-back', 'done']),
    );
    expect(new Set(all('products').map(({ state }) => state))).toEqual(
      new Set(['attached', 'handed-in', 'approved', 'sent-back']),
    );
    expect(new Set(all('occurrences').map(({ state }) => state))).toEqual(new Set(['open', 'handed-in', 'done']));
  });

  test('has review meetings whose decisions are tasks', async () => {
    const review = await officer('GET', '/api/task-review?firstDay=2026-10-01&lastDay=2026-10-31');
    expect(review.body.meetings).toMatchObject([{ decisions: 3 }, { decisions: 2 }]);
  });

  test('has plans of units approved, returned, waiting, being written and missing, some late', async () => {
    const plans = await rowsOf(officer, '/api/unit-plans?year=2026', 'plans');
    expect(new Set(plans.map(({ state }) => state))).toEqual(
      new Set(['approved', 'returned', 'handed-in', 'drafting', null]),
    );
    expect(plans.some(({ state, isLate }) => state === 'approved' && isLate === true)).toBe(true);
  });

  test('has a head for every unit but one, and calls the officer into a task', async () => {
    const units = await rowsOf(officer, '/api/units', 'units');
    const heads = await rowsOf(officer, '/api/units', 'heads');
    const headed = new Set(heads.map(({ unitId }) => unitId));
    expect(units.filter(({ unitId }) => !headed.has(unitId)).map(({ unitId }) => unitId)).toEqual(['unit_dktk']);
    const waiting = await rowsOf(officer, '/api/my-work', 'lines');
    expect(new Set(waiting.map(({ step }) => step))).toEqual(
      new Set(['approve', 'decide-extension', 'review', 'answer']),
    );
  });

  test('is a whole chain in the audit log, and nothing in it is of a day to come', async () => {
    const administrator = await site.logIn('quantri');
    expect((await administrator('GET', '/api/audit/verdict')).body).toMatchObject({ isWhole: true });
    const tasks = await rowsOf(officer, '/api/tasks?year=2026&limit=200', 'tasks');
    for (const { taskId } of tasks) {
      const { events } = (await officer('GET', `/api/tasks/${taskId}`)).body as { events: { at: string }[] };
      const moments = events.map(({ at }) => at);
      expect(moments).toEqual([...moments].sort().reverse());
      expect(moments[0] ?? '').toMatch(/^2026-/);
    }
  });
});

test('in the middle of its year the sample has lived half of it', async () => {
  const [engine] = testEngines;
  if (!engine) throw new Error('there is an engine');
  const site = await openSample(engine, '2026-06-15');
  const officer = await site.logIn('cchc');
  const { tasks } = (await officer('GET', '/api/tasks?year=2026&limit=200')).body as { tasks: Row[] };
  expect(tasks.every(({ origin }) => origin !== 'meeting' && origin !== 'province')).toBe(true);
  expect(tasks.filter(({ state }) => state === 'in-progress').length).toBeGreaterThanOrEqual(4);
  await site.close();
});
