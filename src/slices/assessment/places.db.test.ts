import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { samplePerson } from '../../server/sample.ts';
import type { MeasureSource } from '../../server/sources.ts';
import { openTestApp, type TestApp } from '../../testing/app.ts';
import { testEngines } from '../../testing/database.ts';
import type { MeasureDefinition } from '../registers/index.ts';
import { setOfYear } from './actions/index-year.ts';
import { acceptProposals, freezeYear, type TieForm, tieMeasure } from './actions/leaf-measures.ts';
import { showIndex } from './actions/show-index.ts';
import { leafFigures, measureProposals } from './actions/show-measures.ts';
import { whatCounts } from './rules/what-counts.ts';

/** A leaf of the sample set with a checklist. */
const CHECKLIST = '2.3.2';

const definition = (name: string, place: number, leaves: readonly string[]): MeasureDefinition => ({
  key: `test.${name}`,
  label: { vi: `Số liệu ${name}`, en: `Measure ${name}` },
  kind: 'count',
  unit: null,
  target: null,
  leaves,
  place,
});

const counts: Record<string, string> = { a: '1', b: '0', c: '2', other: '5' };
const parts = ['a', 'b', 'c'].map((name, place) => definition(name, place, [CHECKLIST]));
const share: MeasureDefinition = { ...definition('share', 0, []), kind: 'share', unit: '%' };

const source: MeasureSource = {
  name: 'test',
  find: async () => [...parts, definition('other', 0, []), share, { ...definition('late', 0, []), kind: 'lateness' }],
  read: async (_db, _agency, key) => {
    const count = counts[key.slice('test.'.length)];
    const figures = count === undefined ? null : { count };
    return { figures, extractedAt: '2026-11-20T01:00:00.000Z' as never, address: '/registers/x' };
  },
  readBy: async () => [],
};

describe.each(testEngines)('measures at the places of a rule on $name', (engine) => {
  let site: TestApp;
  let places = 0;
  beforeAll(async () => {
    site = await openTestApp(engine);
    const set = await setOfYear(site.context.database, samplePerson, 2026);
    const leaf = set.ok ? set.value.leaves.find(({ code }) => code === CHECKLIST) : undefined;
    if (leaf?.rule.shape !== 'checklist') throw new Error('the leaf is no checklist any more');
    places = leaf.rule.parts.length;
    expect(places).toBe(parts.length);
    await site.context.database.execute(sql`delete from leaf_measure where leaf_code = ${CHECKLIST}`);
  });
  afterAll(() => site.close());

  const tie = (form: Partial<TieForm>) =>
    tieMeasure(site.context, [source], samplePerson, {
      year: 2026,
      leafCode: CHECKLIST,
      place: 0,
      measureKey: 'test.a',
      counts: 'computed',
      ...form,
    });
  const ties = async () =>
    (await showIndex(site.context, [source], samplePerson, 2026)).ties.filter((one) => one.leafCode === CHECKLIST);
  const input = async () => {
    const set = await setOfYear(site.context.database, samplePerson, 2026);
    const leaf = set.ok ? set.value.leaves.find(({ code }) => code === CHECKLIST) : undefined;
    return leaf ? whatCounts(leaf, await ties(), null).input : null;
  };

  test('every measure that can fill a part is offered, those made for the leaf first with their place', async () => {
    const shown = await leafFigures(site.context, [source], samplePerson, { year: 2026, leafCode: CHECKLIST });
    const offered = shown.ok ? shown.value.offered : [];
    expect(offered.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['test.a', 'test.b', 'test.other', 'test.share']),
    );
    expect(offered.slice(0, 3).map(({ isMadeForIt, place }) => [isMadeForIt, place])).toEqual(
      [0, 1, 2].map((place) => [true, place]),
    );
  });

  test('each part is proposed its own measure', async () => {
    const found = await measureProposals(site.context, [source], samplePerson, 2026);
    const own = found.ok ? found.value.proposals.filter(({ leafCode }) => leafCode === CHECKLIST) : [];
    expect(own.map(({ place, definition: { key } }) => [place, key])).toEqual(
      parts.slice(0, places).map(({ key }, place) => [place, key]),
    );
  });

  test('parts are tied one by one; the leaf has an input once every part has a figure', async () => {
    for (let place = 0; place < places; place += 1) {
      expect(await input()).toBeNull();
      expect((await tie({ place, measureKey: parts[place]?.key ?? '' })).ok).toBe(true);
    }
    expect(await input()).toEqual({
      parts: parts.slice(0, places).map(({ key }) => counts[key.slice('test.'.length)] !== '0'),
    });
    expect((await tie({ place: 0, measureKey: 'test.other' })).ok).toBe(true);
    expect((await ties()).map(({ measureKey }) => measureKey).slice(0, 2)).toEqual(['test.other', 'test.b']);
    expect((await tie({ place: 1, measureKey: null })).ok).toBe(true);
    expect((await ties()).map(({ place }) => place)).not.toContain(1);
    expect(await input()).toBeNull();
  });

  test('whose figure counts is said for the whole leaf', async () => {
    await tie({ place: 0, measureKey: 'test.a', counts: 'entered' });
    expect(new Set((await ties()).map((one) => one.counts))).toEqual(new Set(['entered']));
    await tie({ place: 1, measureKey: 'test.b', counts: 'computed' });
    expect(new Set((await ties()).map((one) => one.counts))).toEqual(new Set(['computed']));
  });

  test('a part that the rule lacks and a measure that it cannot take are refused', async () => {
    expect(await tie({ place: places })).toMatchObject({ refusal: { code: 'place-not-found' } });
    expect(await tie({ leafCode: '1.1.3', measureKey: 'test.a' })).toMatchObject({
      refusal: { code: 'measure-misfit' },
    });
  });

  test('a tie from before parts were tied stands for all that was made for the leaf, and can be changed part by part', async () => {
    const { database } = site.context;
    await database.execute(sql`update leaf_measure set place = -1 where leaf_code = ${CHECKLIST} and place = 0`);
    await database.execute(sql`delete from leaf_measure where leaf_code = ${CHECKLIST} and place >= 0`);
    expect((await ties()).map(({ place }) => place)).toEqual(parts.map((_, place) => place));
    await tie({ place: 1, measureKey: 'test.other' });
    expect((await ties()).map(({ measureKey }) => measureKey)).toEqual(
      parts.map(({ key }, place) => (place === 1 ? 'test.other' : key)),
    );
  });

  test('proposals fill the parts that are free; the closing keeps every part', async () => {
    await site.context.database.execute(sql`delete from leaf_measure where leaf_code = ${CHECKLIST}`);
    await tie({ place: 0, measureKey: 'test.other' });
    const form = { year: 2026, leafCodes: [CHECKLIST], counts: 'computed' as const };
    expect(await acceptProposals(site.context, [source], samplePerson, form)).toMatchObject({ value: { tied: 1 } });
    await freezeYear(site.context, [source], samplePerson, 2026);
    const { frozen } = await showIndex(site.context, [source], samplePerson, 2026);
    const kept = frozen.find(({ leafCode }) => leafCode === CHECKLIST);
    expect(kept?.places?.map(({ measureKey }) => measureKey)).toEqual([
      'test.other',
      ...parts.slice(1, places).map(({ key }) => key),
    ]);
    expect(kept?.input).toEqual({
      parts: parts.slice(0, places).map((_, at) => at === 0 || counts['abc'[at] ?? ''] !== '0'),
    });
  });
});
