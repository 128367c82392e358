import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, type Caller, openTestApp, type TestApp } from '../../testing/app.ts';
import { testEngines } from '../../testing/database.ts';
import { matchUnit, type Unit } from './index.ts';
import { findAliases, findUnits, saveAlias } from './server.ts';

const fields = { shortName: 'Mới', kind: 'division', parentId: null, position: 50 };

describe.each(testEngines)('units with their history on $name', (engine) => {
  let site: TestApp;
  let administrator: Caller;
  beforeAll(async () => {
    site = await openTestApp(engine);
    administrator = await site.logIn('quantri');
  });
  afterAll(() => site.close());

  const unitsOn = async (day: string): Promise<Unit[]> =>
    (await administrator('GET', `/api/units?on=${day}`)).body.units as Unit[];
  const namesOn = async (day: string): Promise<string[]> => (await unitsOn(day)).map(({ name }) => name);
  const create = async (name: string, more: object = {}): Promise<string> => {
    const { body } = await administrator('POST', '/api/units', { ...fields, name, validFrom: '2024-01-01', ...more });
    return String(body.unitId);
  };
  const reorganise = (plan: object): Promise<Answer> =>
    administrator('POST', '/api/units/changes', {
      effectiveOn: '2025-03-01',
      decisionNumber: '12/QĐ-UBND',
      successorIds: [],
      newUnits: [],
      ...plan,
    });

  test('two units merge into a new one; each stands on its own days, and what was below stands below the new one', async () => {
    const [first, second] = [await create('Phòng Một'), await create('Phòng Hai')];
    const below = await create('Tổ dưới Phòng Một', { parentId: first });
    const merged = { name: 'Phòng Một và Hai', ...fields };
    const answer = await reorganise({ kind: 'merge', predecessorIds: [first, second], newUnits: [merged] });
    const [heir] = answer.body.newUnitIds as string[];
    expect(await namesOn('2025-02-28')).toEqual(expect.arrayContaining(['Phòng Một', 'Phòng Hai']));
    expect(await namesOn('2025-02-28')).not.toContain('Phòng Một và Hai');
    expect(await namesOn('2025-03-01')).toContain('Phòng Một và Hai');
    expect(await namesOn('2025-03-01')).not.toContain('Phòng Một');
    const parentOn = async (day: string) => (await unitsOn(day)).find(({ unitId }) => unitId === below)?.parentId;
    expect([await parentOn('2025-02-28'), await parentOn('2025-03-01')]).toEqual([first, heir]);
  });

  test('a unit is split into one that goes on and a new one', async () => {
    const whole = await create('Phòng Chia');
    const part = { name: 'Phòng Tách ra', ...fields };
    await reorganise({ kind: 'split', predecessorIds: [whole], successorIds: [whole], newUnits: [part] });
    expect(await namesOn('2025-03-01')).toEqual(expect.arrayContaining(['Phòng Chia', 'Phòng Tách ra']));
    const { body } = await administrator('GET', '/api/units');
    const [change] = (body.changes as { kind: string; pairs: { from: string; to: string }[] }[]).filter(
      ({ kind }) => kind === 'split',
    );
    expect(change?.pairs).toMatchObject([{ from: whole }]);
  });

  test('a renamed unit keeps its old name on the old days', async () => {
    const old = await create('Phòng Tên cũ');
    await reorganise({ kind: 'rename', predecessorIds: [old], newUnits: [{ name: 'Phòng Tên mới', ...fields }] });
    expect(await namesOn('2025-02-28')).toContain('Phòng Tên cũ');
    expect(await namesOn('2025-03-01')).toContain('Phòng Tên mới');
  });

  test('a dissolved unit stands until the day before and is never deleted', async () => {
    const gone = await create('Phòng Giải thể');
    await reorganise({ kind: 'dissolve', predecessorIds: [gone] });
    expect(await namesOn('2025-02-28')).toContain('Phòng Giải thể');
    expect(await namesOn('2025-03-01')).not.toContain('Phòng Giải thể');
    const all = (await administrator('GET', '/api/units')).body.units as Unit[];
    expect(all.map(({ name }) => name)).toContain('Phòng Giải thể');
  });

  test('a refused reorganisation changes nothing, not even the units before the wrong one', async () => {
    const [standing, ended] = [await create('Phòng Còn'), await create('Phòng Hết')];
    await reorganise({ kind: 'dissolve', predecessorIds: [ended] });
    const refused = await reorganise({
      kind: 'merge',
      effectiveOn: '2025-06-01',
      predecessorIds: [standing, ended],
      newUnits: [{ name: 'Phòng Không thành', ...fields }],
    });
    expect(refused).toMatchObject({ status: 409, body: { code: 'unit-ended' } });
    expect(await namesOn('2025-06-01')).toContain('Phòng Còn');
    expect(await namesOn('2025-06-01')).not.toContain('Phòng Không thành');
  });

  test.each([
    { kind: 'merge', more: {}, code: 'successors-missing' },
    { kind: 'split', more: { newUnits: [{ name: 'Chỉ một', ...fields }] }, code: 'successors-missing' },
    { kind: 'merge', more: { successorIds: ['unit_khongco'] }, code: 'unit-not-found' },
    { kind: 'dissolve', more: { effectiveOn: '2023-01-01' }, code: 'unit-span' },
  ])('$kind is refused with $code', async ({ kind, more, code }) => {
    const unitId = await create(`Phòng ${crypto.randomUUID()}`);
    expect((await reorganise({ kind, predecessorIds: [unitId], ...more })).body).toMatchObject({ code });
  });

  test('a unit that does not stand yet cannot take over', async () => {
    const successorIds = [await create('Phòng Đến sau')];
    const plan = { kind: 'merge', effectiveOn: '2023-01-01', predecessorIds: ['unit_qhgd'], successorIds };
    expect((await reorganise(plan)).body).toMatchObject({ code: 'successor-not-standing' });
    expect(await namesOn('2023-01-01')).toContain('Phòng Quy hoạch - Giao đất');
  });

  test('a unit cannot stand below itself', async () => {
    const top = await create('Phòng Trên');
    const below = await create('Phòng Dưới', { parentId: top });
    const body = { ...fields, name: 'Phòng Trên', validFrom: '2024-01-01', version: 1 };
    for (const parentId of [top, below]) {
      const answer = await administrator('PUT', `/api/units/${top}`, { ...body, parentId });
      expect(answer.body).toMatchObject({ code: 'unit-below-itself' });
    }
  });

  test('two people cannot correct a unit over each other', async () => {
    const unitId = await create('Phòng Sửa');
    const body = { ...fields, name: 'Phòng Đã sửa', validFrom: '2024-01-01', version: 1 };
    expect((await administrator('PUT', `/api/units/${unitId}`, body)).status).toBe(200);
    expect((await administrator('PUT', `/api/units/${unitId}`, body)).body).toMatchObject({ code: 'unit-changed' });
  });

  test('heads follow each other, also when one is entered late', async () => {
    const appoint = (userId: string, validFrom: string) =>
      administrator('PUT', '/api/units/unit_khtc/head', { userId, validFrom });
    await appoint('user_cchc', '2024-01-01');
    await appoint('user_truongphong', '2026-01-01');
    await appoint('user_giamdoc', '2025-01-01');
    const { body } = await administrator('GET', '/api/units');
    const heads = (body.heads as { unitId: string }[]).filter(({ unitId }) => unitId === 'unit_khtc');
    expect(heads).toMatchObject([
      { userId: 'user_cchc', validFrom: '2024-01-01', validTo: '2024-12-31' },
      { userId: 'user_giamdoc', validFrom: '2025-01-01', validTo: '2025-12-31' },
      { userId: 'user_truongphong', validFrom: '2026-01-01', validTo: null },
    ]);
    expect((await appoint('user_khongco', '2026-02-01')).body).toMatchObject({ code: 'user-not-found' });
  });

  test('an alias that was learned decides, and the newest answer wins', async () => {
    const { database } = site.context;
    const match = async (): Promise<unknown> => {
      const units = await findUnits(database, 'agency_sample');
      return matchUnit('Trung tâm một cửa', units, await findAliases(database, 'agency_sample'));
    };
    const learn = (unitId: 'unit_cntt' | 'unit_ptqd') =>
      database.transaction((tx) =>
        saveAlias(tx, 'agency_sample', { alias: 'TRUNG TÂM  Một cửa', unitId, origin: 'learned' }),
      );
    expect(await match()).not.toMatchObject({ kind: 'sure' });
    await learn('unit_ptqd');
    await learn('unit_cntt');
    expect(await match()).toEqual({ kind: 'sure', unitId: 'unit_cntt' });
    expect((await administrator('DELETE', '/api/units/aliases/trung%20tam%20mot%20cua')).status).toBe(200);
    expect(await match()).not.toMatchObject({ kind: 'sure' });
  });

  test('a person of a unit that was merged reaches the records of the merged one', async () => {
    const head = await site.logIn('truongphong');
    const reach = async () => ((await head('GET', '/api/session')).body.user as { unitIds: string[] }).unitIds;
    expect(await reach()).toEqual(['unit_vpdk']);
    const answer = await reorganise({
      kind: 'rename',
      effectiveOn: '2026-11-20',
      predecessorIds: ['unit_vpdk'],
      newUnits: [{ name: 'Văn phòng Đăng ký đất đai mới', ...fields }],
    });
    const [heir] = answer.body.newUnitIds as string[];
    expect((await reach()).sort()).toEqual(['unit_vpdk', heir].sort());
  });

  test('every change is in the audit chain', async () => {
    const { body } = await administrator('GET', '/api/audit?subjectKind=unit&limit=200');
    const actions = new Set((body.entries as { action: string }[]).map(({ action }) => action));
    expect([...actions].sort()).toEqual(
      ['unit.appoint-head', 'unit.correct', 'unit.create', 'unit.remove-alias', 'unit.reorganise'].sort(),
    );
    expect((await administrator('GET', '/api/audit/verdict')).body).toMatchObject({ isWhole: true });
  });
});
