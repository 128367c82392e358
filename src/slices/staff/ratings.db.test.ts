import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { samplePerson } from '../../server/sample.ts';
import { type Caller, openTestApp, type TestApp } from '../../testing/app.ts';
import { testEngines } from '../../testing/database.ts';
import { seedRecords } from '../registers/server.ts';

type Line = Record<string, unknown> & { code: string };

describe.each(testEngines)('ratings of people on $name', (engine) => {
  let site: TestApp;
  let officer: Caller;
  let head: Caller;
  const seed = (register: string, rows: readonly object[]) => {
    const seeds = rows.map((values) => ({ recordId: site.context.newId('record'), step: null, values: { ...values } }));
    return seedRecords(site.context, samplePerson, new Map([[register, seeds]]));
  };
  beforeAll(async () => {
    site = await openTestApp(engine);
    officer = await site.logIn('cchc');
    head = await site.logIn('truongphong');
    const month = { month: '2026-10-31', common: '28', quantity: '100', quality: '100', progress: '75', excused: '0' };
    await seed('staff-months', [
      { ...month, code: 'A', unit: 'unit_vpdk', handled: '471', late: '71' },
      { ...month, code: 'B', unit: 'unit_vpdk', handled: '100', late: '9', decided: 'good' },
      { ...month, code: 'C', unit: 'unit_khtc', handled: '10', late: '1', decided: 'good' },
      { code: 'D', unit: 'unit_vpdk', month: '2026-10-31', handled: '5', late: '0' },
    ]);
    const year = { unit: 'unit_vpdk', yearDay: '2026-12-31', kind: 'civil-servant' };
    await seed('staff-years', [
      ...Array.from({ length: 8 }, (_, at) => ({ ...year, code: `Y${at}`, grade: 'good' })),
      { ...year, code: 'A', grade: 'excellent' },
      { ...year, code: 'Z', grade: 'excellent' },
      { ...year, code: 'V', kind: 'employee' },
    ]);
  });
  afterAll(() => site.close());

  const linesOf = async (who: Caller, url = '/api/staff/months/2026-10'): Promise<Line[]> => {
    const { status, body } = await who('GET', url);
    expect(status).toBe(200);
    return body.lines as Line[];
  };
  const lineOf = async (who: Caller, code: string): Promise<Line | undefined> =>
    (await linesOf(who)).find((line) => line.code === code);

  test('the proposal is reckoned from the figures, with its arithmetic; what is missing proposes nothing', async () => {
    expect(await lineOf(officer, 'A')).toMatchObject({
      points: '92.17',
      lateShare: '15.07',
      ceiling: 'done',
      proposed: 'done',
      written: null,
      decided: null,
      isAboveCeiling: false,
    });
    expect(await lineOf(officer, 'B')).toMatchObject({
      lateShare: '9',
      ceiling: null,
      proposed: 'excellent',
      decided: 'good',
    });
    expect(await lineOf(officer, 'C')).toMatchObject({
      lateShare: '10',
      proposed: 'done',
      decided: 'good',
      isAboveCeiling: true,
    });
    expect(await lineOf(officer, 'D')).toMatchObject({ points: null, proposed: null, trace: [] });
  });

  test('a head sees and proposes for his own unit only', async () => {
    expect((await linesOf(head)).map(({ code }) => code).sort()).toEqual(['A', 'B', 'D']);
    expect((await head('POST', '/api/staff/months/2026-10/proposals')).body).toEqual({ changed: 2 });
    expect(await lineOf(officer, 'C')).toMatchObject({ written: null });
  });

  test('proposals are written with their trace, decisions stay, and doing it twice changes nothing', async () => {
    expect((await officer('POST', '/api/staff/months/2026-10/proposals')).body).toEqual({ changed: 1 });
    expect((await officer('POST', '/api/staff/months/2026-10/proposals')).body).toEqual({ changed: 0 });
    const { body } = await officer('GET', '/api/registers/staff-months/records?limit=50');
    const { records } = body as { records: { values: Record<string, string | null>; version: number }[] };
    const written = records.find(({ values }) => values.code === 'C');
    expect(written).toMatchObject({ version: 2, values: { proposed: 'done', decided: 'good' } });
    expect(written?.values.trace).toContain('10%');
  });

  test('nobody writes a proposal by hand', async () => {
    const { body } = await officer('GET', '/api/registers/staff-months/records?limit=50');
    const [first] = (body as { records: { recordId: string; version: number }[] }).records;
    const address = `/api/registers/staff-months/records/${first?.recordId}`;
    const answer = await officer('PUT', address, { version: first?.version, values: { proposed: 'excellent' } });
    expect(answer).toMatchObject({ status: 422, body: { code: 'values-faulty' } });
  });

  test('the decision on a year is recorded by the office, for a whole list, within the quota', async () => {
    const decision = { number: '655/QĐ', date: '2026-12-03', issuer: null, subject: null };
    const form = { kind: 'civil-servant', gradedOn: '2026-12-03', decision, isExceptional: false };
    const approve = (who: Caller, given: object) => who('POST', '/api/staff/years/2026/approval', given);
    const { body } = await officer('GET', '/api/staff/years/2026');
    expect(body.quotas).toEqual([
      { kind: 'civil-servant', rated: 10, ungraded: 0, goodOrBetter: 10, excellent: 2, allowed: 2, over: 0 },
      { kind: 'employee', rated: 0, ungraded: 1, goodOrBetter: 0, excellent: 0, allowed: 0, over: 0 },
    ]);
    const unlisted = body.unlisted as { code: string; proposed: string | null; grade?: unknown }[];
    expect(unlisted.map(({ code }) => code)).toEqual(['B', 'C']);
    expect(unlisted[0]).toMatchObject({ unitId: 'unit_vpdk', proposed: null, points: null, cappedBy: [] });
    expect((await approve(head, form)).body).toMatchObject({ code: 'office-only' });
    expect((await approve(officer, { ...form, kind: 'employee' })).body).toMatchObject({
      code: 'not-all-graded',
      details: { count: 1 },
    });
    expect((await approve(officer, { ...form, kind: 'worker' })).body).toMatchObject({ code: 'nothing-to-approve' });
    await seed('staff-years', [
      { unit: 'unit_vpdk', yearDay: '2026-12-31', kind: 'civil-servant', code: 'X', grade: 'excellent' },
    ]);
    expect((await approve(officer, form)).body).toMatchObject({
      code: 'quota-exceeded',
      details: { excellent: 3, allowed: 2 },
    });
    await seed('staff-years', [
      { unit: 'unit_vpdk', yearDay: '2026-12-31', kind: 'civil-servant', code: 'W', grade: 'good' },
    ]);
    expect((await approve(officer, { ...form, isExceptional: true })).body).toEqual({ changed: 12 });
    expect((await approve(officer, { ...form, isExceptional: true })).body).toEqual({ changed: 0 });
  });

  test('a reader and an appraiser see nobody’s rating', async () => {
    const [reader, appraiser] = [await site.logIn('khach'), await site.logIn('thamdinh')];
    expect((await reader('GET', '/api/staff/months/2026-10')).status).toBe(403);
    expect((await appraiser('GET', '/api/staff/months/2026-10')).body).toMatchObject({ code: 'register-not-found' });
  });
});
