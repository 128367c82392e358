import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shippedRegisters } from '../slices/registers/shipped/index.ts';
import { type Caller, openTestApp, type TestApp } from '../testing/app.ts';
import { testEngines } from '../testing/database.ts';
import { samplePerson } from './sample.ts';
import { sampleRecords, seedSampleRegisters } from './sample-registers.ts';

test('every shipped register has a sample', () => {
  const given = new Set(sampleRecords().map(({ register }) => register));
  expect(shippedRegisters.map(({ key }) => key).filter((key) => !given.has(key))).toEqual([]);
  expect([...given].filter((key) => !shippedRegisters.some((one) => one.key === key))).toEqual([]);
});

test('no sample names a person', () => {
  const personal = new Map(
    shippedRegisters.map(({ key, fields }) => [
      key,
      Object.entries(fields).flatMap(([name, one]) => (one.isPersonal ? [name] : [])),
    ]),
  );
  const named = sampleRecords().filter(({ register, values }) =>
    personal.get(register)?.some((name) => name in values),
  );
  expect(named).toEqual([]);
});

describe.each(testEngines)('the sample of the registers on $name', (engine) => {
  let site: TestApp;
  let officer: Caller;
  beforeAll(async () => {
    site = await openTestApp(engine);
    await seedSampleRegisters(site.context, samplePerson);
    officer = await site.logIn('cchc');
  });
  afterAll(() => site.close());

  test('stands on the shelf, each register with its records', async () => {
    const { registers } = (await officer('GET', '/api/registers')).body as {
      registers: { key: string; total: number }[];
    };
    const counts = new Map<string, number>();
    for (const { register } of sampleRecords()) counts.set(register, (counts.get(register) ?? 0) + 1);
    expect(Object.fromEntries(registers.map(({ key, total }) => [key, total]))).toEqual(Object.fromEntries(counts));
  });

  test('can be opened, and its links lead somewhere', async () => {
    const { body } = await officer('GET', '/api/registers/findings/records?limit=50');
    const text = JSON.stringify(body);
    expect(text).not.toContain('link_');
    const { records } = body as { records: { values: { inspection: string | null } }[] };
    const [linked] = records.filter(({ values }) => values.inspection !== null);
    expect(linked?.values.inspection).toMatch(/^record_/);
  });
});
