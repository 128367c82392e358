import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { civilDate } from '../../kernel/civil-date.ts';
import { Decimal } from '../../kernel/decimal.ts';
import type { UnitId } from '../../kernel/ids.ts';
import { samplePerson } from '../../server/sample.ts';
import type { MeasureSource } from '../../server/sources.ts';
import { openTestApp, type TestApp } from '../../testing/app.ts';
import { testEngines } from '../../testing/database.ts';
import type { MeasureFigures } from '../registers/index.ts';
import { freezeYear, tieMeasure } from './actions/leaf-measures.ts';
import { showIndex } from './actions/show-index.ts';
import { pointsLostBy } from './server.ts';

/** A source as colleagues offer theirs: one number that the test moves. */
function aSource(start: MeasureFigures | null): MeasureSource & { set: (figures: MeasureFigures | null) => void } {
  let now = start;
  return {
    name: 'test',
    set: (figures) => {
      now = figures;
    },
    find: async () => [
      {
        key: 'test.done',
        label: { vi: 'Nhiệm vụ xong đúng hạn', en: 'Tasks done on time' },
        kind: 'share',
        unit: '%',
        target: null,
        leaves: ['1.1.3'],
      },
    ],
    read: async (_db, _agency, key) =>
      key === 'test.done'
        ? { figures: now, extractedAt: '2026-11-20T01:00:00.000Z' as never, address: '/tasks?state=done' }
        : null,
    readBy: async (_db, _agency, _key, { by }) =>
      now && by === 'unit' ? [{ month: null, unitId: 'unit_vpdk', figures: now }] : [],
  };
}

describe.each(testEngines)('what feeds, proves and takes points on $name', (engine) => {
  let site: TestApp;
  const source = aSource({ numerator: '9', denominator: '10' });
  beforeAll(async () => {
    site = await openTestApp(engine);
  });
  afterAll(() => site.close());

  const show = () => showIndex(site.context, [source], samplePerson, 2026);
  const tie = (counts: 'computed' | 'entered', measureKey: string | null = 'test.done') =>
    tieMeasure(site.context, [source], samplePerson, { year: 2026, leafCode: '1.1.3', place: 0, measureKey, counts });

  test('a leaf is tied to a measure; its figure of now, its time and its records come along', async () => {
    expect((await tie('computed')).ok).toBe(true);
    const tieOf = async () => (await show()).ties.find(({ leafCode }) => leafCode === '1.1.3');
    expect(await tieOf()).toMatchObject({
      counts: 'computed',
      figures: { numerator: '9', denominator: '10' },
      address: '/tasks?state=done',
    });
    source.set(null);
    expect(await tieOf()).toMatchObject({ figures: null });
    source.set({ numerator: '9', denominator: '10' });
  });

  test('a measure that nobody offers and a leaf that the set lacks are refused', async () => {
    expect(await tie('computed', 'test.nothing')).toMatchObject({ refusal: { code: 'measure-not-found' } });
    const wrong = { year: 2026, leafCode: '99.9', place: 0, measureKey: 'test.done', counts: 'computed' } as const;
    expect(await tieMeasure(site.context, [source], samplePerson, wrong)).toMatchObject({
      refusal: { code: 'leaf-not-found' },
    });
  });

  test('the closing date freezes computed and entered figures at once; the records move on beside them', async () => {
    await freezeYear(site.context, [source], samplePerson, 2026);
    source.set({ numerator: '10', denominator: '10' });
    const { frozen, ties, settings } = await show();
    expect(settings?.frozenAt).not.toBeNull();
    expect(frozen.length).toBeGreaterThan(80);
    expect(frozen.find(({ leafCode }) => leafCode === '1.1.3')).toMatchObject({
      source: 'computed',
      input: { numerator: '9', denominator: '10' },
      byUnit: [{ unitId: 'unit_vpdk' }],
    });
    expect(ties.find(({ leafCode }) => leafCode === '1.1.3')?.figures).toEqual({ numerator: '10', denominator: '10' });
    expect(frozen.find(({ leafCode }) => leafCode === '1.1.2')).toMatchObject({ source: 'entered', measureKey: null });
  });

  test('one file proves several leaves; it is listed, fetched and taken away', async () => {
    const officer = await site.logIn('cchc');
    const boundary = 'x';
    const payload = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="kế hoạch.txt"\r\ncontent-type: text/plain\r\n\r\nKế hoạch CCHC\r\n--${boundary}--\r\n`;
    const upload = await site.app.inject({
      method: 'POST',
      url: '/api/index/files',
      headers: { cookie: await site.cookieOf('cchc'), 'content-type': `multipart/form-data; boundary=${boundary}` },
      payload,
    });
    expect(upload.statusCode).toBe(200);
    const piece = {
      year: 2026,
      title: 'Kế hoạch CCHC năm 2026',
      fileId: upload.json().fileId,
      documentNumber: '12/KH-STNMT',
      documentDate: '2026-01-20',
      issuer: null,
      address: null,
      leaves: [
        { leafCode: '1.1.1', wanted: 0 },
        { leafCode: '1.1.2', wanted: 0 },
      ],
    };
    const { body } = await officer('POST', '/api/index/evidence', piece);
    const index = await officer('GET', '/api/index?year=2026');
    const pieces = index.body.evidence as { evidenceId: string }[];
    expect(pieces.find(({ evidenceId }) => evidenceId === body.evidenceId)).toMatchObject({
      title: piece.title,
      fileName: 'kế hoạch.txt',
      leaves: piece.leaves,
    });
    const reader = await site.logIn('khach');
    const file = await reader('GET', `/api/index/evidence/${body.evidenceId}/file`);
    expect(file.status).toBe(200);
    expect(String(file.headers['content-disposition'])).toContain('attachment');
    expect((await reader('DELETE', `/api/index/evidence/${body.evidenceId}`)).status).toBe(403);
    expect((await officer('DELETE', `/api/index/evidence/${body.evidenceId}`)).status).toBe(200);
    expect((await officer('GET', `/api/index/evidence/${body.evidenceId}/file`)).status).toBe(404);
  });

  test('evidence of nothing, of a foreign file, or leading out of the product is refused', async () => {
    const officer = await site.logIn('cchc');
    const before = (await officer('GET', '/api/index?year=2026')).body.evidence;
    const piece = {
      year: 2026,
      title: 'Không có gì',
      fileId: null,
      documentNumber: null,
      documentDate: null,
      issuer: null,
      address: null,
      leaves: [{ leafCode: '1.1.1', wanted: null }],
    };
    expect(await officer('POST', '/api/index/evidence', piece)).toMatchObject({
      status: 422,
      body: { code: 'evidence-empty' },
    });
    expect(await officer('POST', '/api/index/evidence', { ...piece, fileId: 'file_other' })).toMatchObject({
      status: 404,
      body: { code: 'file-not-found' },
    });
    expect((await officer('POST', '/api/index/evidence', { ...piece, address: 'https://evil.example/' })).status).toBe(
      400,
    );
    expect((await officer('POST', '/api/index/evidence', { ...piece, address: '//evil.example/' })).status).toBe(400);
    expect((await officer('GET', '/api/index?year=2026')).body.evidence).toEqual(before);
  });

  const loss = {
    codes: ['3.4.1'],
    amount: '1',
    cause: '71 hồ sơ trễ hạn',
    remedy: 'Cảnh báo trước hạn',
    deficitId: null,
    units: [
      { unitId: 'unit_vpdk', name: 'VPĐK', weight: '66' },
      { unitId: 'unit_qhgd', name: 'QHGĐ', weight: '4' },
      { unitId: null, name: 'Đơn vị khác', weight: '1' },
    ],
    taskIds: [],
  };

  test('a loss is recorded with shares that add up; it is changed, summed by unit, and dropped', async () => {
    const officer = await site.logIn('cchc');
    const { database } = site.context;
    const span = { firstDay: civilDate('2025-01-01'), lastDay: civilDate('2025-12-31') };
    const lostBy = async (unitId: UnitId) =>
      new Decimal(await pointsLostBy(database, samplePerson.agencyId, unitId, span));
    const before = await lostBy('unit_vpdk');
    const { body } = await officer('POST', '/api/index/losses', { year: 2025, origin: 'typed', losses: [loss] });
    const [lossId] = body.lossIds as string[];
    const find = async () =>
      (
        (await officer('GET', '/api/index?year=2025')).body.losses as { lossId: string; units: { share: string }[] }[]
      ).find((one) => one.lossId === lossId);
    const shares = (await find())?.units.map(({ share }) => share);
    expect(shares).toEqual(['0.93', '0.056', '0.014']);
    expect((await lostBy('unit_vpdk')).minus(before).toFixed()).toBe('0.93');
    expect((await lostBy('unit_nobody')).toFixed()).toBe('0');
    const changed = { ...loss, amount: '2', version: 1 };
    expect((await officer('PUT', `/api/index/losses/${lossId}`, changed)).status).toBe(200);
    expect(await officer('PUT', `/api/index/losses/${lossId}`, changed)).toMatchObject({
      status: 409,
      body: { code: 'loss-changed' },
    });
    expect((await find())?.units.map(({ share }) => share)).toEqual(['1.859', '0.113', '0.028']);
    expect((await officer('DELETE', `/api/index/losses/${lossId}`)).status).toBe(200);
    expect(await find()).toBeUndefined();
  });

  test('one wrong line keeps every line out', async () => {
    const officer = await site.logIn('cchc');
    const before = (await officer('GET', '/api/index?year=2025')).body.losses;
    const losses = [loss, { ...loss, amount: '99' }];
    expect(await officer('POST', '/api/index/losses', { year: 2025, origin: 'imported', losses })).toMatchObject({
      status: 422,
      body: { code: 'loss-refused', details: { line: 2, reason: 'above-maximum' } },
    });
    expect((await officer('GET', '/api/index?year=2025')).body.losses).toEqual(before);
    const reader = await site.logIn('khach');
    expect((await reader('POST', '/api/index/losses', { year: 2025, origin: 'typed', losses: [loss] })).status).toBe(
      403,
    );
  });

  test('the map of two years is kept only when no leaf is left out, and carries last year along', async () => {
    const officer = await site.logIn('cchc');
    const { body } = await officer('GET', '/api/index?year=2026');
    const links = (body.carried as { link: { kind: string; from: string[]; to: string[] } }[]).map(({ link }) => link);
    const merged = [
      ...links.filter(({ from }) => !['1.1.1', '1.1.2'].includes(from[0] ?? '')),
      { kind: 'merged', from: ['1.1.1', '1.1.2'], to: ['1.1.1'] },
      { kind: 'new', from: [], to: ['1.1.2'] },
    ];
    expect((await officer('PUT', '/api/index/year-map', { year: 2026, links: merged })).status).toBe(200);
    const after = (await officer('GET', '/api/index?year=2026')).body.carried as {
      link: { from: string[] };
      oldMax: string;
      comparison: string;
    }[];
    expect(after.find(({ link }) => link.from.length === 2)).toMatchObject({ oldMax: '1', comparison: 'by-percent' });
    expect(await officer('PUT', '/api/index/year-map', { year: 2026, links: links.slice(1) })).toMatchObject({
      status: 422,
      body: { code: 'map-incomplete' },
    });
    expect(await officer('PUT', '/api/index/year-map', { year: 2025, links: [] })).toMatchObject({
      status: 409,
      body: { code: 'no-last-year' },
    });
  });

  test('owners and efforts of many leaves are set at once, by who may, and never over what somebody else just said', async () => {
    const officer = await site.logIn('cchc');
    const reach = (leafCode: string, effort: string | null, ownerUnitId: string | null) => ({
      leafCode,
      effort,
      certainty: null,
      ownerUnitId,
    });
    const seenOf = async (codes: readonly string[]) => {
      const { reaches } = (await officer('GET', '/api/index?year=2026')).body as { reaches: { leafCode: string }[] };
      return codes.map((code) => reaches.find(({ leafCode }) => leafCode === code) ?? reach(code, null, null));
    };
    const codes = ['1.1.1', '1.1.2'];
    const seen = await seenOf(codes);
    const reaches = codes.map((code) => reach(code, '2.50', 'unit_vpdk'));
    const path = '/api/index/reaches';
    expect((await officer('PUT', path, { year: 2026, reaches, seen })).status).toBe(200);
    expect(await seenOf(codes)).toMatchObject([
      { effort: '2.5', ownerUnitId: 'unit_vpdk' },
      { effort: '2.5', ownerUnitId: 'unit_vpdk' },
    ]);
    const stale = await officer('PUT', path, { year: 2026, reaches: seen, seen });
    expect([stale.status, stale.body.code]).toEqual([409, 'reach-changed']);
    expect((await officer('PUT', path, { year: 2026, reaches: seen, seen: reaches })).status).toBe(200);
    expect(await seenOf(codes)).toEqual(seen);
    const strange = [reach('1.1.1', null, 'unit_khong-co')];
    expect(
      (await officer('PUT', path, { year: 2026, reaches: strange, seen: await seenOf(['1.1.1']) })).body.code,
    ).toBe('unit-not-found');
    const guest = await site.logIn('khach');
    expect((await guest('PUT', path, { year: 2026, reaches, seen })).status).toBe(403);
    const { rows } = await site.context.database.execute<{ count: string }>(
      sql`select count(*) as count from audit_entry where action = 'index.set-reach' and actor_id is not null`,
    );
    expect(Number(rows[0]?.count)).toBeGreaterThanOrEqual(2);
  });
});
