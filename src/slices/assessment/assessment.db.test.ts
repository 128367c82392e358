import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../../testing/app.ts';
import { testEngines } from '../../testing/database.ts';

describe.each(testEngines)('the index of a year on $name', (engine) => {
  let site: TestApp;
  beforeAll(async () => {
    site = await openTestApp(engine);
  });
  afterAll(() => site.close());

  test('comes with its set, its figures, last year and the ranking', async () => {
    const officer = await site.logIn('cchc');
    const { status, body } = await officer('GET', '/api/index?year=2026');
    expect(status).toBe(200);
    expect(body.settings).toMatchObject({ target: '88', closingOn: '2026-12-15' });
    expect((body.lastYear as unknown[]).length).toBeGreaterThan(90);
    expect((body.lastRanking as unknown[]).length).toBe(14);
  });

  test('how equal results share places is kept with the year, by whoever may change the index', async () => {
    const officer = await site.logIn('cchc');
    const kept = async () => {
      const { body } = await officer('GET', '/api/index?year=2026');
      return (body.settings as { ties: string }).ties;
    };
    expect(await kept()).toBe('skip');
    const path = '/api/index/ranking/ties';
    expect((await officer('PUT', path, { year: 2026, ties: 'dense' })).status).toBe(200);
    expect(await kept()).toBe('dense');
    expect((await officer('PUT', path, { year: 2026, ties: 'other' })).status).toBe(400);
    expect((await officer('PUT', path, { year: 2050, ties: 'dense' })).status).toBe(409);
    const guest = await site.logIn('khach');
    expect((await guest('PUT', path, { year: 2026, ties: 'skip' })).status).toBe(403);
    expect(await kept()).toBe('dense');
  });

  test('a figure that the rule cannot score is refused with its reason and not stored', async () => {
    const officer = await site.logIn('cchc');
    const before = await officer('GET', '/api/index/measures/1.1.3?year=2026');
    const form = {
      year: 2026,
      forms: [{ leafCode: '1.1.3', input: { numerator: 3, denominator: -1 }, extractedOn: null, evidence: null }],
    };
    const answer = await officer('POST', '/api/index/measures', form);
    expect(answer).toMatchObject({
      status: 422,
      body: { code: 'measure-refused', details: { reason: expect.any(String) } },
    });
    expect((await officer('GET', '/api/index/measures/1.1.3?year=2026')).body).toEqual(before.body);
  });

  test('a new figure counts, the old one stays in the history', async () => {
    const officer = await site.logIn('cchc');
    const form = {
      year: 2026,
      forms: [
        {
          leafCode: '1.1.3',
          input: { numerator: 5, denominator: 6 },
          extractedOn: '2026-11-18',
          evidence: 'Báo cáo 12/BC',
        },
      ],
    };
    expect((await officer('POST', '/api/index/measures', form)).status).toBe(200);
    const { body } = await officer('GET', '/api/index/measures/1.1.3?year=2026');
    expect((body.entries as { input: unknown }[])[0]?.input).toEqual({ numerator: 5, denominator: 6 });
  });

  test('figures freeze once; later changes stand beside the frozen ones', async () => {
    const officer = await site.logIn('cchc');
    expect((await officer('POST', '/api/index/freeze', { year: 2026 })).status).toBe(200);
    expect(await officer('POST', '/api/index/freeze', { year: 2026 })).toMatchObject({
      status: 409,
      body: { code: 'already-frozen' },
    });
    const form = {
      year: 2026,
      forms: [{ leafCode: '1.1.3', input: { numerator: 6, denominator: 6 }, extractedOn: null, evidence: null }],
    };
    await officer('POST', '/api/index/measures', form);
    const { body } = await officer('GET', '/api/index?year=2026');
    const of = (list: unknown) =>
      (list as { leafCode: string; input: unknown }[]).find(({ leafCode }) => leafCode === '1.1.3')?.input;
    expect(of(body.frozen)).toEqual({ numerator: 5, denominator: 6 });
    expect(of(body.measures)).toEqual({ numerator: 6, denominator: 6 });
  });

  test('a published set never changes', async () => {
    const officer = await site.logIn('cchc');
    const { body } = await officer('GET', '/api/criteria-sets');
    const [set] = body.sets as { setId: string; version: number }[];
    const answer = await officer('PUT', `/api/criteria-sets/${set?.setId}`, {
      title: 'Bộ khác',
      source: 'meta: {}',
      version: set?.version,
    });
    expect(answer).toMatchObject({ status: 409, body: { code: 'set-published' } });
  });

  test('a faulty draft may be saved but not published: its faults are named', async () => {
    const officer = await site.logIn('cchc');
    const { body } = await officer('POST', '/api/criteria-sets', {
      title: 'Bản nháp',
      year: 2027,
      source: 'areas: []',
      basedOn: null,
    });
    const answer = await officer('POST', `/api/criteria-sets/${body.setId}/publication`);
    expect(answer).toMatchObject({ status: 422, body: { code: 'set-faulty' } });
  });

  test('who only reads may not enter figures', async () => {
    const reader = await site.logIn('khach');
    expect((await reader('GET', '/api/index?year=2026')).status).toBe(200);
    const form = { year: 2026, forms: [{ leafCode: '1.1.3', input: null, extractedOn: null, evidence: null }] };
    expect((await reader('POST', '/api/index/measures', form)).status).toBe(403);
  });
});
