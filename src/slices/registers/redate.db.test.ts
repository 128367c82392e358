import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { civilDate } from '../../kernel/civil-date.ts';
import { calendarPorts } from '../../server/calendar-ports.ts';
import { samplePerson } from '../../server/sample.ts';
import { type Caller, openTestApp, type TestApp } from '../../testing/app.ts';
import { testEngines } from '../../testing/database.ts';
import { factsOf } from '../../testing/record-facts.ts';
import { declareForTest } from '../../testing/registers.ts';
import { MAIN_CALENDAR, makeCalendar, SHIPPED_PLAN } from '../calendar/index.ts';
import { loadWorkingCalendar } from '../calendar/server.ts';
import { loadRegister } from './actions/load-register.ts';
import { countUnits, readFigures } from './actions/measure-source.ts';
import { beginStale, redateWaiting } from './actions/redate-records.ts';
import { seedRecords } from './actions/seed-records.ts';
import { recount } from './rules/recount.ts';

const RECORDS = '/api/registers/letters/records';
const { agencyId } = samplePerson;
const off = (day: string) => ({
  day,
  exception: { kind: 'off', reason: 'Nghỉ bão', decision: '7/QĐ-UBND', isProvisional: false },
});

describe.each(testEngines)('records and a changed calendar on $name', (engine) => {
  let site: TestApp;
  let officer: Caller;
  beforeAll(async () => {
    site = await openTestApp(engine);
    await declareForTest(site.context);
    officer = await site.logIn('cchc');
  });
  afterAll(() => site.close());

  let next = 0;
  const enter = async (values: object = {}): Promise<string> => {
    next += 1;
    const given = { subject: `Đơn số ${next}`, unit: 'unit_vpdk', received: '2026-11-02', ...values };
    const { body } = await officer('POST', RECORDS, { values: given });
    return String(body.recordId);
  };
  const pageOf = async (recordId: string) =>
    (await officer('GET', `${RECORDS}/${recordId}`)).body as {
      record: { dueOn: string; version: number; timing: string; computed: Record<string, string> };
      history: { kind: string; actorName: string; days: object[] }[];
    };
  const url = `/api/calendars/${MAIN_CALENDAR}`;
  const preview = async (...changes: object[]) =>
    (await officer('POST', `${url}/preview`, { changes })).body.moved as { id: string }[];
  const change = async (...changes: object[]): Promise<void> => {
    const { body } = await officer('GET', '/api/calendars');
    const [{ version }] = body.calendars as [{ version: number }];
    expect((await officer('PUT', `${url}/days`, { version, changes })).status).toBe(200);
  };
  const work = () => redateWaiting(site.context, () => false);
  const waiting = async () =>
    (await site.context.database.execute(sql`select register_key as key, after_id as after from register_redating`))
      .rows;

  /** Every measure of the register against a plain recount of all records with the calendar as it is. */
  const checkMeasures = async (): Promise<void> => {
    const { database } = site.context;
    const loaded = await loadRegister(database, agencyId, 'letters');
    if (!loaded) throw new Error('no register');
    const { whole: register } = loaded;
    const records = await factsOf(database, { agencyId, register });
    const scope = {
      firstDay: civilDate('2026-01-01'),
      lastDay: civilDate('2026-12-31'),
      units: await countUnits(database, agencyId, civilDate('2026-12-31'), null),
      today: civilDate('2026-11-20'),
    };
    for (const [name, measure] of Object.entries(register.measures)) {
      const fast = await readFigures(database, agencyId, { register, name, measure }, { ...scope, unitIds: null });
      expect({ name, fast }).toEqual({ name, fast: recount(register, measure, { ...scope, records, unitId: null }) });
    }
  };

  test('what the preview lists is what moves, in the background, with history, sums and clocks', async () => {
    const open = await enter();
    const extended = await enter({ extendedTo: '2026-11-25' });
    const answered = await enter({ answered: '2026-11-09' });
    expect((await pageOf(answered)).record).toMatchObject({ dueOn: '2026-11-09', timing: 'on-time' });
    const listed = (await preview(off('2026-11-05'), off('2026-11-10'))).filter(({ id }) =>
      id.startsWith('register:letters:'),
    );
    expect(listed).toEqual([
      expect.objectContaining({ id: `register:letters:${open}`, from: '2026-11-09', to: '2026-11-11' }),
      expect.objectContaining({ id: `register:letters:${answered}:publish`, from: '2026-11-11', to: '2026-11-12' }),
    ]);
    await change(off('2026-11-05'), off('2026-11-10'));
    expect(await waiting()).toContainEqual({ key: 'letters', after: '' });
    await work();
    expect(await waiting()).toEqual([]);
    expect(await pageOf(open)).toMatchObject({
      record: { dueOn: '2026-11-11', version: 2 },
      history: [
        { kind: 'redated', days: [{ clock: null, from: '2026-11-09', to: '2026-11-11' }] },
        { kind: 'created', days: [] },
      ],
    });
    expect((await pageOf(extended)).record).toMatchObject({ dueOn: '2026-11-25', version: 1 });
    const done = await pageOf(answered);
    expect(done.record).toMatchObject({ dueOn: '2026-11-11', timing: 'early', computed: { days: '4' } });
    expect(done.history[0]?.days).toContainEqual({ clock: 'publish', from: '2026-11-11', to: '2026-11-12' });
    await checkMeasures();
    expect(await preview(off('2026-11-05'))).toEqual([]);
  });

  test('a change of what does not count waits for nothing', async () => {
    await change({ ...off('2026-11-05'), exception: { ...off('2026-11-05').exception, reason: 'Nghỉ lụt' } });
    expect(await waiting()).toEqual([]);
  });

  test('a stopped server goes on where it was, and a further change begins again', async () => {
    const seeds = Array.from({ length: 620 }, (_, count) => ({
      recordId: site.context.newId('record'),
      step: null,
      values: { subject: `Đơn hàng loạt ${count}`, unit: 'unit_khtc', received: '2026-11-12' },
    }));
    await seedRecords(site.context, samplePerson, new Map([['letters', seeds]]));
    await change(off('2026-11-17'));
    let looks = 0;
    await redateWaiting(site.context, () => {
      looks += 1;
      return looks > 1;
    });
    const [left] = await waiting();
    expect(left?.after).toMatch(/^record_/);
    const told = (await officer('GET', '/api/registers/letters')).body.redated as { percent: number };
    expect(told).toMatchObject({ by: expect.any(String) });
    expect(told.percent).toBeGreaterThan(70);
    expect(told.percent).toBeLessThan(100);
    const shelf = (await officer('GET', '/api/registers')).body.registers as { key: string; isRedated: boolean }[];
    expect(shelf.find(({ key }) => key === 'letters')?.isRedated).toBe(true);
    await change(off('2026-11-18'));
    expect(await waiting()).toContainEqual({ key: 'letters', after: '' });
    expect((await officer('GET', '/api/registers/letters')).body.redated).toMatchObject({ percent: 0 });
    await work();
    expect((await officer('GET', '/api/registers/letters')).body.redated).toBeNull();
    const { rows } = await site.context.database.execute(sql`
      select due_on as day, count(*)::int as count from register_record
       where agency_id = ${agencyId} and register_key = 'letters' and unit_id = 'unit_khtc' group by 1`);
    expect(rows).toEqual([{ day: '2026-11-23', count: 620 }]);
    await checkMeasures();
  });

  test('a change that is rolled back moves nothing', async () => {
    const { database, clock, newId } = site.context;
    const before = { calendar: await loadWorkingCalendar(database, agencyId), dayOffRule: 'stay' } as const;
    const after = { ...before, calendar: makeCalendar(SHIPPED_PLAN) };
    const actor = { agencyId, actorId: null, actorName: 'Thử' };
    const failing = database.transaction(async (tx) => {
      await calendarPorts.redate(tx, { agencyId, actor, at: clock.now(), newId }, { before, after });
      throw new Error('taken back');
    });
    await expect(failing).rejects.toThrow('taken back');
    expect(await waiting()).toEqual([]);
  });

  test('records that another calendar or declaration derived are found at start, once', async () => {
    const { database } = site.context;
    const recordId = await enter({ received: '2026-11-24' });
    const { dueOn } = (await pageOf(recordId)).record;
    await beginStale(site.context);
    expect(await waiting()).toEqual([]);
    await database.execute(sql`update register_record set due_on = '2026-11-30' where record_id = ${recordId}`);
    await database.execute(sql`update register set built_with = 'cũ' where register_key = 'letters'`);
    await beginStale(site.context);
    expect(await waiting()).toEqual([{ key: 'letters', after: '' }]);
    await work();
    expect(await pageOf(recordId)).toMatchObject({
      record: { dueOn },
      history: [{ kind: 'redated', actorName: 'Hệ thống' }, {}],
    });
    await beginStale(site.context);
    expect(await waiting()).toEqual([]);
  });
});
