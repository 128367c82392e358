import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Caller, openTestApp, type TestApp } from '../../testing/app.ts';
import { testEngines } from '../../testing/database.ts';

type Line = { key: string; isLate: boolean; dueOn: string | null; unitId: string | null };
type Answer = { unitId: string; rank: number | null; onTimePercent: string | null; pointsLost: string };

describe.each(testEngines)('my work and who answers on $name', (engine) => {
  let site: TestApp;
  const callers = new Map<string, Caller>();
  const as = (username: string): Caller => {
    const caller = callers.get(username);
    if (!caller) throw new Error(username);
    return caller;
  };
  beforeAll(async () => {
    site = await openTestApp(engine);
    for (const name of ['cchc', 'giamdoc', 'truongphong', 'chuyenvien', 'khach', 'thamdinh'])
      callers.set(name, await site.logIn(name));
  });
  afterAll(() => site.close());
  const year = 'firstDay=2026-01-01&lastDay=2026-12-31';

  test('the head sees what waits for his unit, late first; the badge counts the same', async () => {
    const { body } = await as('truongphong')('GET', '/api/my-work');
    const lines = body.lines as Line[];
    expect(lines.length).toBeGreaterThan(0);
    expect(new Set(lines.map(({ unitId }) => unitId))).toEqual(new Set(['unit_vpdk']));
    const days = lines.map(({ dueOn }) => dueOn ?? '9999');
    expect(days).toEqual([...days].sort());
    const counts = body.counts as { late: number };
    expect(lines.filter(({ isLate }) => isLate)).toHaveLength(counts.late);
    expect((await as('truongphong')('GET', '/api/my-work/count')).body.late).toBe(counts.late);
  });

  test('a late record of a register is on the list that the badge counts', async () => {
    const assigned = { number: '7/UBND-NL', date: '2026-10-05', issuer: 'UBND tỉnh', subject: null };
    const values = {
      content: 'Báo cáo quỹ đất công',
      assigner: 'committee',
      assignedBy: assigned,
      assignedOn: '2026-10-05',
      unit: 'unit_vpdk',
      dueOn: '2026-11-10',
    };
    const made = await as('cchc')('POST', '/api/registers/assigned-tasks/records', { values, step: null });
    const key = `register:assigned-tasks:${made.body.recordId}`;
    const { body } = await as('truongphong')('GET', '/api/my-work?source=register');
    expect(body.lines).toMatchObject([{ key, isLate: true, dueOn: '2026-11-10' }]);
    site.clock.moveTo('2026-11-20T01:10:00Z');
    const { late } = (await as('truongphong')('GET', '/api/my-work')).body.counts as { late: number };
    expect((await as('truongphong')('GET', '/api/my-work/count')).body.late).toBe(late);
  });

  test('the officer has his own and the office’s; what nobody has elsewhere is told apart', async () => {
    const { body } = await as('cchc')('GET', '/api/my-work');
    const units = new Set((body.lines as Line[]).map(({ unitId }) => unitId));
    expect([...units].every((unitId) => unitId === null || unitId === 'unit_vanphong')).toBe(true);
    const apart = await as('cchc')('GET', '/api/my-work?scope=unowned');
    expect(apart.body.total).toBe((body.counts as { unowned: number }).unowned);
    expect((apart.body.lines as Line[]).some(({ unitId }) => unitId === 'unit_vanphong')).toBe(false);
  });

  test('filters narrow the list and leave the counts alone', async () => {
    const all = (await as('truongphong')('GET', '/api/my-work')).body;
    const late = (await as('truongphong')('GET', '/api/my-work?due=late&source=report')).body;
    expect(late.counts).toEqual(all.counts);
    expect((late.lines as Line[]).every(({ isLate }) => isLate)).toBe(true);
    expect((await as('truongphong')('GET', '/api/my-work?text=khong-co-viec-nay')).body.total).toBe(0);
  });

  test.each(['khach', 'thamdinh'])('nothing waits for %s', async (username) => {
    expect((await as(username)('GET', '/api/my-work')).body).toMatchObject({
      lines: [],
      counts: { all: 0, unowned: 0 },
    });
  });

  test('who answers: every unit for the office, only his own for a head, nothing for a specialist', async () => {
    const officer = (await as('cchc')('GET', `/api/answers?${year}`)).body.answers as Answer[];
    expect(officer.length).toBeGreaterThan(5);
    const director = (await as('giamdoc')('GET', `/api/answers?${year}`)).body.answers as Answer[];
    expect(director).toEqual(officer);
    const head = (await as('truongphong')('GET', `/api/answers?${year}`)).body.answers as Answer[];
    expect(head.map(({ unitId }) => unitId)).toEqual(['unit_vpdk']);
    // His place is the one among all units.
    expect(head[0]).toEqual(officer.find(({ unitId }) => unitId === 'unit_vpdk'));
    for (const name of ['chuyenvien', 'khach', 'thamdinh'])
      expect((await as(name)('GET', `/api/answers?${year}`)).body.code).toBe('not-allowed');
  });

  test('points that a unit lost come from the records of losses', async () => {
    const { database } = site.context;
    await database.execute(sql`
      insert into lost_point (agency_id, loss_id, year, codes, amount, cause, origin, created_by, created_name, created_at)
      values ('agency_sample', 'loss_x', 2026, '[]'::jsonb, 0.75, 'trễ', 'typed', 'user_cchc', 'x', now())`);
    await database.execute(sql`
      insert into lost_point_unit (agency_id, loss_id, position, unit_id, name, weight, share)
      values ('agency_sample', 'loss_x', 0, 'unit_vpdk', 'VPĐK', 1, 0.75)`);
    const { body } = await as('truongphong')('GET', `/api/answers?${year}`);
    const [own] = body.answers as Answer[];
    expect(Number(own?.pointsLost)).toBeGreaterThanOrEqual(0.75);
    expect((body.costly as { unitId: string }[]).map(({ unitId }) => unitId)).toEqual(['unit_vpdk']);
    const proposals = body.proposals as { kind: string; facts: { name: string; threshold: string }[] }[];
    expect(proposals[0]?.kind).toBe('reprimand');
    expect(proposals[0]?.facts).toContainEqual({ name: 'points-lost', value: own?.pointsLost, threshold: '0.5' });
  });

  test.each(['firstDay=2026-12-31&lastDay=2026-01-01', 'firstDay=2020-01-01&lastDay=2026-01-01'])(
    'the span %s is refused',
    async (span) => {
      expect((await as('cchc')('GET', `/api/answers?${span}`)).body.code).toBe('span-wrong');
    },
  );

  test('the sheet is a spreadsheet with a row for each unit that may be seen', async () => {
    const answer = await site.app.inject({
      method: 'GET',
      url: `/api/answers/sheet?${year}`,
      headers: { cookie: await site.cookieOf('truongphong') },
    });
    expect([answer.statusCode, answer.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK']);
    expect(String(answer.headers['content-disposition'])).toContain('.xlsx');
  });

  test('thresholds are the officer’s to change, once per version', async () => {
    const { thresholds, version } = (await as('cchc')('GET', `/api/answers?${year}`)).body as {
      thresholds: { leastDecided: number };
      version: number;
    };
    const changed = { thresholds: { ...thresholds, leastDecided: 9 }, version };
    expect((await as('giamdoc')('PUT', '/api/answers/thresholds', changed)).body.code).toBe('not-allowed');
    expect((await as('cchc')('PUT', '/api/answers/thresholds', changed)).status).toBe(200);
    expect((await as('cchc')('PUT', '/api/answers/thresholds', changed)).body.code).toBe('thresholds-changed');
    const wrong = { thresholds: { ...thresholds, leastDecided: 0 }, version: version + 1 };
    expect((await as('cchc')('PUT', '/api/answers/thresholds', wrong)).body.code).toBe('thresholds-wrong');
    expect((await as('cchc')('GET', `/api/answers?${year}`)).body.thresholds).toMatchObject({ leastDecided: 9 });
  });
});
