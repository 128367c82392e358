import process from 'node:process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, civilDate } from '../../kernel/civil-date.ts';
import type { RecordId } from '../../kernel/ids.ts';
import { samplePerson } from '../../server/sample.ts';
import { openTestApp, type TestApp } from '../../testing/app.ts';
import { testEngines } from '../../testing/database.ts';
import {
  makeRandom,
  type Random,
  randomDeclaration,
  randomFilter,
  randomValues,
} from '../../testing/random-registers.ts';
import { type FactsRecord, factsOf } from '../../testing/record-facts.ts';
import { declareForTest } from '../../testing/registers.ts';
import { changeRecord } from './actions/change-record.ts';
import { createRecord } from './actions/create-record.ts';
import { deleteRecord, restoreRecord } from './actions/delete-record.ts';
import { exportRecords } from './actions/export-records.ts';
import { findOwnImport, runImport, uploadImport } from './actions/imports.ts';
import { loadRegister } from './actions/load-register.ts';
import { readCells, readFigures } from './actions/measure-source.ts';
import { runWaitingImports } from './actions/run-imports.ts';
import { stepRecord } from './actions/step-record.ts';
import type { Register } from './rules/compile.ts';
import { compareKeys, sortKeyOf } from './rules/derive.ts';
import { factOf, matchesFilter, settleFilter } from './rules/filters.ts';
import { recount } from './rules/recount.ts';
import { matchesSearch, searchWordsOf, typedWords } from './rules/words.ts';
import { findPage, findRecords, type ListQuery } from './store/lists.ts';
import type { Place } from './store/records.ts';

const TODAY = civilDate('2026-11-20');
const SEEDS = (process.env.SEEDS ?? '11,22,33').split(',').map(Number);

/** Enters, changes, moves, deletes and brings back at random; refused changes are part of it. @returns how many changes held */
async function live({ context }: TestApp, register: Register, random: Random, deeds = 45): Promise<number> {
  const { key, steps = {} } = register.declaration;
  const versions = new Map<RecordId, number>();
  let held = 0;
  for (let count = 0; count < deeds; count += 1) {
    const known = [...versions.keys()];
    const recordId = known.length > 3 ? random.of(known) : null;
    const deed = recordId === null ? 0 : random.below(9);
    if (deed < 4 || recordId === null) {
      const values = randomValues(random, register.declaration);
      const made = await createRecord(context, samplePerson, key, { values, step: null });
      if (!made.ok) throw new Error(JSON.stringify(made.refusal));
      versions.set(made.value.recordId, 1);
      continue;
    }
    const version = versions.get(recordId) ?? 0;
    const given = { recordId, version };
    const outcome =
      deed < 6
        ? await changeRecord(context, samplePerson, key, {
            ...given,
            values: randomValues(random, register.declaration, 0.3),
          })
        : deed === 6 && Object.keys(steps).length
          ? await stepRecord(context, samplePerson, key, { ...given, to: random.of(Object.keys(steps)), note: null })
          : deed === 7
            ? await deleteRecord(context, samplePerson, key, recordId)
            : await restoreRecord(context, samplePerson, key, recordId);
    if (!outcome.ok) continue;
    held += 1;
    versions.set(recordId, outcome.value.version);
  }
  return held;
}

async function checkMeasures(site: TestApp, register: Register, records: readonly FactsRecord[]): Promise<void> {
  const { database } = site.context;
  const { agencyId } = samplePerson;
  const scope = { firstDay: civilDate('2026-01-01'), lastDay: civilDate('2026-12-31'), units: 0 };
  for (const [name, measure] of Object.entries(register.declaration.measures ?? {})) {
    const found = { register, name, measure };
    for (const today of [TODAY, addDays(TODAY, 200), civilDate('2025-10-05')]) {
      const fast = await readFigures(database, agencyId, found, { ...scope, today, unitIds: null });
      const slow = recount(register, measure, { ...scope, records, unitId: null, today });
      expect({ name, measure, today, figures: fast }).toEqual({ name, measure, today, figures: slow });
    }
    const cells = await readCells(database, agencyId, found, { ...scope, today: TODAY, unitIds: null }, 'unit');
    for (const { unitId, figures } of cells)
      expect(figures).toEqual(recount(register, measure, { ...scope, records, unitId: unitId ?? '', today: TODAY }));
  }
}

const asked: Omit<ListQuery, 'filter' | 'typed' | 'sort'> = {
  unitIds: null,
  after: null,
  limit: 500,
  isDeleted: false,
};

async function checkFilters(
  site: TestApp,
  place: Place,
  records: readonly FactsRecord[],
  random: Random,
): Promise<void> {
  const { register } = place;
  const { database } = site.context;
  for (let count = 0; count < 25; count += 1) {
    const settled = settleFilter(register.declaration, randomFilter(random, register.declaration));
    if (!settled.ok) continue;
    const { filter } = settled;
    const rows = await findRecords(
      database,
      { ...place, today: TODAY },
      { ...asked, filter, typed: [], sort: { name: 'created-day', isDescending: false } },
    );
    const expected = records
      .filter((one) => matchesFilter(register.declaration, filter, one, TODAY))
      .map(({ recordId }) => recordId);
    expect({ filter, ids: rows.map(({ recordId }) => recordId) }).toEqual({ filter, ids: expected.sort() });
  }
}

/** Where no index answers, a page stops after so many records and goes on behind them: in the end the same, each once. */
async function checkBounds(
  site: TestApp,
  place: Place,
  records: readonly FactsRecord[],
  random: Random,
): Promise<void> {
  const { declaration } = place.register;
  const names = ['created-day', ...Object.keys(declaration.fields).filter((name) => place.register.layout[name])];
  for (let count = 0; count < 12; count += 1) {
    const settled = settleFilter(declaration, randomFilter(random, declaration));
    if (!settled.ok) continue;
    const sort = { name: random.of(names), isDescending: random.chance(0.5) };
    const query = { ...asked, filter: settled.filter, typed: [], sort };
    const whole = await findRecords(site.context.database, { ...place, today: TODAY }, query);
    const ids: string[] = [];
    let after: ListQuery['after'] = null;
    for (let page = 0; page <= records.length; page += 1) {
      const bounded: ListQuery = { ...query, after, limit: 4, bound: 3 };
      const found = await findPage(site.context.database, { ...place, today: TODAY }, bounded);
      ids.push(...found.records.map(({ recordId }) => recordId));
      after = found.cut ?? (found.records.length === 4 ? (found.records.at(-1)?.cursor ?? null) : null);
      if (after === null) break;
    }
    expect({ query, ids }).toEqual({ query, ids: whole.map(({ recordId }) => recordId) });
  }
}

async function checkSearch(
  site: TestApp,
  place: Place,
  records: readonly FactsRecord[],
  random: Random,
): Promise<void> {
  for (let count = 0; count < 6; count += 1) {
    const source = random.of(records);
    const words = searchWordsOf(place.register.declaration, source.values);
    const typed = typedWords(
      words
        .filter(() => random.chance(0.4))
        .join(' ')
        .slice(0, -1),
    );
    const query = { ...asked, filter: { all: [] }, typed, sort: { name: 'created-day', isDescending: false } };
    const rows = await findRecords(site.context.database, { ...place, today: TODAY }, query);
    const expected = records.filter(({ values }) =>
      matchesSearch(searchWordsOf(place.register.declaration, values), typed),
    );
    expect({ typed, ids: rows.map(({ recordId }) => recordId) }).toEqual({
      typed,
      ids: expected.map(({ recordId }) => recordId).sort(),
    });
  }
}

/** Every field that can be sorted by, both ways, in pages of seven: in order, and each record once. */
async function checkOrder(site: TestApp, place: Place, records: readonly FactsRecord[]): Promise<void> {
  const { register } = place;
  for (const [name, field] of Object.entries(register.declaration.fields)) {
    if (
      ['long-text', 'files', 'link', 'person', 'unit'].includes(field.kind) ||
      (field.kind === 'choice' && field.isMultiple)
    )
      continue;
    for (const isDescending of [false, true]) {
      const ids: string[] = [];
      let after: ListQuery['after'] = null;
      do {
        const query: ListQuery = {
          ...asked,
          filter: { all: [] },
          typed: [],
          sort: { name, isDescending },
          after,
          limit: 7,
        };
        const rows = await findRecords(site.context.database, { ...place, today: TODAY }, query);
        ids.push(...rows.map(({ recordId }) => recordId));
        after = rows.length === 7 ? (rows.at(-1)?.cursor ?? null) : null;
      } while (after !== null);
      const keyed = records.map((one) => ({ recordId: one.recordId, key: sortKeyOf(field, factOf(one, name)) }));
      const turn = isDescending ? -1 : 1;
      keyed.sort((a, b) => {
        const order = compareKeys(field, a.key, b.key);
        const isKeyless = a.key === null || b.key === null;
        return (isKeyless && order !== 0 ? order : order * turn) || (a.recordId < b.recordId ? -turn : turn);
      });
      expect({ name, isDescending, ids }).toEqual({ name, isDescending, ids: keyed.map(({ recordId }) => recordId) });
    }
  }
}

/** The register goes out as a sheet and comes in again: the same values at the same steps, and measures that say the same. */
async function checkSheets(site: TestApp, register: Register): Promise<void> {
  const { context } = site;
  const { key } = register.declaration;
  const place = { agencyId: samplePerson.agencyId, register };
  const all = { filter: null, search: '', sort: 'created-day', after: null, limit: 1, isDeleted: false };
  const exported = await exportRecords(context, samplePerson, key, { ...all, format: 'xlsx' });
  if (!exported.ok) throw new Error(JSON.stringify(exported.refusal));
  const held = async () => {
    const query = { ...asked, filter: { all: [] }, typed: [], sort: { name: 'created-day', isDescending: false } };
    return findRecords(context.database, { ...place, today: TODAY }, query);
  };
  const kept = (records: Awaited<ReturnType<typeof held>>): string[] =>
    records.map(({ values, step }) => JSON.stringify([Object.entries(values).sort(), step])).sort();
  const before = await held();
  const upload = { bytes: exported.value.bytes, name: exported.value.name, mediaType: '' };
  const looked = await uploadImport(context, samplePerson, key, upload);
  if (!looked.ok) throw new Error(JSON.stringify(looked.refusal));
  for (const { recordId } of before) await deleteRecord(context, samplePerson, key, recordId);
  const { importId } = looked.value;
  await runImport(context, samplePerson, key, { importId, skipFaulty: false });
  await runWaitingImports(context, () => false);
  const done = await findOwnImport(context, samplePerson, key, importId);
  expect(done).toMatchObject({ value: { state: 'done', madeRows: before.length, faults: [] } });
  expect(kept(await held())).toEqual(kept(before));
  await checkMeasures(site, register, await factsOf(context.database, place));
}

describe.each(testEngines)('generated registers on $name', (engine) => {
  let site: TestApp;
  beforeAll(async () => {
    site = await openTestApp(engine);
  });
  afterAll(() => site.close());

  test.each(SEEDS)(
    'seed %i: what lists, searches and measures say equals a plain recount of the records',
    async (seed) => {
      const random = makeRandom(seed);
      const key = `random-${seed}`;
      await declareForTest(site.context, randomDeclaration(random, key));
      const loaded = await loadRegister(site.context.database, samplePerson.agencyId, key);
      if (!loaded) throw new Error('not declared');
      const { register } = loaded;
      const place = { agencyId: samplePerson.agencyId, register };
      expect(await live(site, register, random)).toBeGreaterThan(5);
      const records = await factsOf(site.context.database, place);
      expect(records.length).toBeGreaterThan(5);
      await checkMeasures(site, register, records);
      await checkFilters(site, place, records, random);
      await checkBounds(site, place, records, random);
      await checkSearch(site, place, records, random);
      await checkOrder(site, place, records);
      if (seed === SEEDS[0]) await checkSheets(site, register);
    },
  );
});
