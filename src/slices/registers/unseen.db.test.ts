import { readXlsx } from 'hucre';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Decimal } from '../../kernel/decimal.ts';
import { samplePerson } from '../../server/sample.ts';
import { type Caller, openTestApp, type TestApp } from '../../testing/app.ts';
import { testEngines } from '../../testing/database.ts';
import { makeRandom, randomDeclaration, randomValues } from '../../testing/random-registers.ts';
import { declareForTest } from '../../testing/registers.ts';
import type { Role } from '../identity/index.ts';
import { loadRegister } from './actions/load-register.ts';
import type { Register } from './rules/compile.ts';
import type { Field, RegisterDeclaration } from './rules/declaration.ts';
import { type RegisterView, viewOf } from './rules/view.ts';

type Values = Record<string, unknown>;
const READERS: readonly (readonly [username: string, role: Role])[] = [
  ['thamdinh', 'appraiser'],
  ['truongphong', 'unit-head'],
  ['chuyenvien', 'specialist'],
  ['giamdoc', 'director'],
];
const both = (text: string) => ({ vi: text, en: text });

/** A random register that surely has fields of every sight, a computed field and a measure over a hidden one. */
function declarationOf(seed: number): RegisterDeclaration {
  const random = makeRandom(seed);
  const base = randomDeclaration(random, `unseen-${seed}`);
  const fields: Record<string, Field> = {
    ...base.fields,
    secret: { kind: 'text', label: both('Chuyện kín của Văn phòng'), seenBy: ['par-officer'] },
    owed: { kind: 'money', label: both('Khoản nợ kín'), seenBy: ['par-officer', 'director'] },
    caller: { kind: 'text', label: both('Người gọi'), isPersonal: true },
    owedTwice: { kind: 'computed', label: both('Hai lần nợ kín'), formula: 'owed * 2', as: 'number' },
  };
  const measures = {
    ...base.measures,
    debt: { label: both('Tổng nợ kín'), kind: 'sum' as const, of: 'owed', periodBy: 'created-day' as const },
    calls: {
      label: both('Số người gọi kín'),
      kind: 'count' as const,
      distinct: 'caller',
      periodBy: 'created-day' as const,
    },
  };
  return { ...base, fields, measures };
}

/** A value that stands nowhere else, so that it is found wherever it leaks; null for kinds that have none. */
function markOf(field: Field, place: number): unknown {
  switch (field.kind) {
    case 'text':
    case 'long-text':
      return `Kinmat${place}zq`;
    case 'money':
      return String(7_313_370_000 + place);
    case 'number':
    case 'percent':
      return `${731_337 + place}.25`;
    case 'day':
      return `2037-02-${String(place + 1).padStart(2, '0')}`;
    case 'document':
      return { number: `Kinmat-${place}zq/QĐ`, date: null, issuer: null, subject: null };
    default:
      return null;
  }
}

/** How a value may be written: in an answer, in words, in a sheet. */
function writings(value: unknown): string[] {
  if (typeof value === 'object' && value !== null) return [(value as { number: string }).number];
  const text = String(value);
  if (/^\d{4}-/.test(text)) return [text, text.split('-').reverse().join('/')];
  return /^\d/.test(text) ? [text, text.replace('.', ','), new Decimal(text).times(2).toFixed()] : [text];
}

describe.each(testEngines)('what a role may not see of a generated register, on $name', (engine) => {
  let site: TestApp;
  let officer: Caller;
  beforeAll(async () => {
    site = await openTestApp(engine);
    officer = await site.logIn('cchc');
  });
  afterAll(() => site.close());

  /** Everything that the interface says to somebody about the register, in one text. */
  async function everythingTold(
    username: string,
    key: string,
    given: { ids: readonly string[]; marks: readonly string[]; unseen: readonly string[] },
  ): Promise<string> {
    const ask = await site.logIn(username);
    const address = `/api/registers/${key}`;
    const told: unknown[] = [];
    const tell = async (url: string): Promise<Values> => {
      const { body } = await ask('GET', url);
      told.push(body);
      return body;
    };
    for (const url of [address, '/api/registers', `${address}/records?limit=200`, `${address}/views`]) await tell(url);
    for (const id of given.ids) await tell(`${address}/records/${id}`);
    for (const mark of given.marks) {
      const { records } = await tell(`${address}/records?search=${encodeURIComponent(mark)}`);
      expect({ mark, records }).toEqual({ mark, records: [] });
      await tell(`/api/register-search?search=${encodeURIComponent(mark)}`);
    }
    for (const name of given.unseen) {
      const filter = encodeURIComponent(JSON.stringify({ field: name, isEmpty: false }));
      const refused = await ask('GET', `${address}/records?filter=${filter}`);
      const sorted = await ask('GET', `${address}/records?sort=${name}`);
      const exported = await ask('GET', `${address}/export?format=csv&filter=${filter}`);
      expect([refused, sorted, exported].map(({ status }) => status)).toEqual([422, 422, 422]);
      told.push(refused.body, sorted.body, exported.body);
      const change = { version: 1, values: { [name]: 'Kinmat' } };
      told.push((await ask('PUT', `${address}/records/${given.ids[0]}`, change)).body);
    }
    const cookie = await site.cookieOf(username);
    const download = (format: string) =>
      site.app.inject({ method: 'GET', url: `${address}/export?format=${format}`, headers: { cookie } });
    told.push((await download('csv')).body);
    told.push((await readXlsx(new Uint8Array((await download('xlsx')).rawPayload))).sheets);
    const { measures = [] } = (await tell('/api/measures?year=2026')) as { measures?: Values[] };
    for (const { key: measure, address: link, register } of measures) {
      if ((register as Values | null)?.key !== key) continue;
      await tell(`/api/measures/${encodeURIComponent(String(measure))}?year=2026`);
      const where = new URL(String(link), 'http://x').searchParams.get('where') ?? '';
      const behind = await ask('GET', `${address}/records?limit=200&filter=${encodeURIComponent(where)}`);
      expect(behind.status, JSON.stringify([measure, behind.body])).toBe(200);
      told.push(behind.body);
      const days = 'firstDay=2020-01-01&lastDay=2040-12-31';
      await tell(`/api/measures/${encodeURIComponent(String(measure))}/evidence?${days}`);
    }
    return JSON.stringify(told);
  }

  /** Words that must not be told: values of fields that are not open, labels of those that are hidden, other measures. */
  function forbiddenFor(register: Register, view: RegisterView, marks: ReadonlyMap<string, unknown>): string[] {
    const { fields, measures = {} } = register.declaration;
    const values = [...marks].flatMap(([name, value]) => (view.open.has(name) ? [] : writings(value)));
    const hidden = Object.keys(fields).filter((name) => !view.open.has(name) && !view.masked.has(name));
    const unseen = Object.keys(measures).filter((name) => !view.measures.has(name) && !name.startsWith('m'));
    return [
      ...values,
      ...hidden.flatMap((name) => fields[name]?.label.vi ?? []),
      ...unseen.flatMap((name) => measures[name]?.label.vi ?? []),
    ];
  }

  test.each([7, 19])(
    'seed %i: it is in no list, search, export, measure, link, error or log',
    { timeout: 180_000 },
    async (seed) => {
      const declaration = declarationOf(seed);
      const { key } = declaration;
      await declareForTest(site.context, declaration);
      const restricted = Object.entries(declaration.fields).filter(([, field]) => field.seenBy || field.isPersonal);
      const marks = new Map(
        restricted.flatMap(([name, field], place): [string, unknown][] => {
          const mark = markOf(field, place);
          return mark === null ? [] : [[name, mark]];
        }),
      );
      expect(marks.size).toBeGreaterThanOrEqual(3);
      const random = makeRandom(seed * 31);
      const ids: string[] = [];
      for (let count = 0; count < 3; count += 1) {
        const values = { ...randomValues(random, declaration), unit: 'unit_vpdk', ...Object.fromEntries(marks) };
        const made = await officer('POST', `/api/registers/${key}/records`, { values });
        expect(made.status, JSON.stringify(made.body)).toBe(200);
        ids.push(String(made.body.recordId));
      }
      // A list that colleagues share may ask for what some of them may not see.
      for (const [field, mark] of marks) {
        const is = writings(mark).slice(0, 1);
        const asked = [{ [`f.${field}`]: String(is[0]) }, { where: JSON.stringify({ not: { field, is } }) }];
        for (const query of asked) {
          const view = { name: 'Cách xem chung', isShared: true, query };
          expect((await officer('POST', `/api/registers/${key}/views`, view)).status).toBe(200);
        }
      }
      const name = `Tên mới ${seed}`;
      expect(
        (await officer('PUT', `/api/registers/${key}/records/${ids[0]}`, { version: 1, values: { name } })).status,
      ).toBe(200);

      const loaded = await loadRegister(site.context.database, samplePerson.agencyId, key);
      if (!loaded) throw new Error('not declared');
      const searched = [...marks.values()].flatMap((mark) => writings(mark).slice(0, 1));
      for (const [username, role] of READERS) {
        const view = viewOf(loaded.register, role);
        if (!view) throw new Error(`${role} does not see the register`);
        const unseen = Object.keys(declaration.fields).filter((one) => !view.open.has(one));
        const told = await everythingTold(username, key, { ids, marks: searched, unseen });
        expect(told).toContain(ids[0]);
        const leaked = forbiddenFor(loaded.register, view, marks).filter((word) => told.includes(word));
        expect({ username, leaked }).toEqual({ username, leaked: [] });
      }
      const log = JSON.stringify([
        (await officer('GET', '/api/audit?limit=200')).body,
        ...(await Promise.all(ids.map(async (id) => (await officer('GET', `/api/audit?subjectId=${id}`)).body))),
      ]);
      expect(log).toContain(ids[0]);
      const logged = [...marks.values()].flatMap(writings).filter((word) => log.includes(word));
      expect(logged).toEqual([]);
      // The officer, who may see it, is told: the marks would be found if they leaked.
      const own = JSON.stringify((await officer('GET', `/api/registers/${key}/records/${ids[0]}`)).body);
      expect(
        [...marks.values()].flatMap((mark) => writings(mark).slice(0, 1)).filter((one) => !own.includes(one)),
      ).toEqual([]);
    },
  );
});
