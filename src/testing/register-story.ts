import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { civilDate } from '../kernel/civil-date.ts';
import type { RecordId } from '../kernel/ids.ts';
import type { Outcome } from '../kernel/outcome.ts';
import { samplePerson } from '../server/sample.ts';
import { parseCriteriaSet } from '../slices/criteria/index.ts';
import { changeRecord } from '../slices/registers/actions/change-record.ts';
import { createRecord } from '../slices/registers/actions/create-record.ts';
import { stepRecord } from '../slices/registers/actions/step-record.ts';
import {
  leafInput,
  type MeasureFigures,
  type MeasureKey,
  type ShippedName,
  type ShippedValues,
} from '../slices/registers/index.ts';
import { registerMeasures, seedRecords } from '../slices/registers/server.ts';
import { reckonSet, scoreLeaf } from '../slices/scoring/index.ts';
import { openTestApp, type TestApp } from './app.ts';
import type { TestEngine } from './database.ts';

const setFile = join(import.meta.dirname, '..', '..', 'sample', 'criteria', 'department-sample.yaml');

type Given<Name extends ShippedName> = Partial<ShippedValues<Name>>;

/** A year that a test tells in order: records entered and changed on their days, then the figures and the points. */
export type Story = {
  readonly site: TestApp;
  /** Goes on to this day. */
  readonly on: (day: string) => void;
  readonly enter: <Name extends ShippedName>(name: Name, values: Given<Name>, step?: string) => Promise<string>;
  /** Enters many records at once, as the sample does. */
  readonly enterMany: <Name extends ShippedName>(name: Name, rows: readonly Given<Name>[]) => Promise<void>;
  readonly change: <Name extends ShippedName>(name: Name, id: string, values: Given<Name>) => Promise<void>;
  readonly step: (name: ShippedName, id: string, to: string) => Promise<void>;
  /** Code of the refusal of a change; "accepted" where it was not refused. */
  readonly refusalOf: (tried: Promise<Outcome<unknown, { code: string }>>) => Promise<string>;
  readonly figures: (measure: string, year?: number) => Promise<MeasureFigures | null>;
  /** Points of a leaf, bonus or penalty by the sample set, from everything that feeds it; null: no data. */
  readonly points: (code: string, year?: number) => Promise<string | null>;
};

export const keyOfRegister = (name: string): string =>
  name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

function loadSet() {
  const parsed = parseCriteriaSet(readFileSync(setFile, 'utf8'), 'department-sample.yaml');
  if (!parsed.ok) throw new Error('the sample set has faults');
  return parsed.value;
}

function accepted<Value>(outcome: Outcome<Value, { code: string }>): Value {
  if (!outcome.ok) throw new Error(`the story was refused: ${JSON.stringify(outcome.refusal)}`);
  return outcome.value;
}

/** The sample office with empty registers, and a clock that the story moves. */
export async function openStory(engine: TestEngine): Promise<Story> {
  const site = await openTestApp(engine, '2026-01-05T01:00:00Z');
  const { context, clock } = site;
  const { agencyId } = samplePerson;
  const set = loadSet();
  const versions = new Map<string, number>();
  const scopeOf = (year: number) => ({
    unitId: null,
    firstDay: civilDate(`${year}-01-01`),
    lastDay: civilDate(`${year}-12-31`),
    today: clock.today(),
  });
  const read = async (key: MeasureKey, year: number): Promise<MeasureFigures | null> => {
    const reading = await registerMeasures.read(context.database, agencyId, key, scopeOf(year));
    if (!reading) throw new Error(`there is no measure ${key}`);
    return reading.figures;
  };
  const inputOf = async (code: string, year: number): Promise<Record<string, unknown> | null> => {
    const rule = [...set.leaves, ...set.bonus, ...set.penalty].find((one) => one.code === code)?.rule;
    if (!rule) throw new Error(`the sample set has no ${code}`);
    const fed = (await registerMeasures.find(context.database, agencyId)).filter(({ leaves }) => leaves.includes(code));
    const readings = [];
    for (const definition of fed) readings.push({ ...definition, figures: await read(definition.key, year) });
    const input = leafInput(rule, readings);
    return input.ok ? { ...input.value } : null;
  };
  return {
    site,
    on: (day) => clock.moveTo(`${day}T03:00:00Z`),
    enter: async (name, values, step) => {
      const form = { values, step: step ?? null };
      const made = accepted(await createRecord(context, samplePerson, keyOfRegister(name), form));
      versions.set(made.recordId, made.version);
      return made.recordId;
    },
    enterMany: async (name, rows) => {
      const seeds = rows.map((values) => ({ recordId: context.newId('record'), step: null, values }));
      await seedRecords(context, samplePerson, new Map([[keyOfRegister(name), seeds]]));
    },
    change: async (name, id, values) => {
      const recordId = id as RecordId;
      const form = { recordId, version: versions.get(id) ?? 1, values };
      versions.set(id, accepted(await changeRecord(context, samplePerson, keyOfRegister(name), form)).version);
    },
    step: async (name, id, to) => {
      const recordId = id as RecordId;
      const form = { recordId, version: versions.get(id) ?? 1, to, note: null };
      versions.set(id, accepted(await stepRecord(context, samplePerson, keyOfRegister(name), form)).version);
    },
    refusalOf: async (tried) => {
      const outcome = await tried;
      return outcome.ok ? 'accepted' : outcome.refusal.code;
    },
    figures: (measure, year = 2026) => read(`register:${measure}` as MeasureKey, year),
    points: async (code, year = 2026) => {
      const input = await inputOf(code, year);
      const leaf = set.leaves.find((one) => one.code === code);
      if (leaf) return scoreLeaf(set, leaf, input, 'self').points?.toFixed() ?? null;
      const { bonus, penalty } = reckonSet(set, { [code]: input });
      return [...bonus, ...penalty].find((one) => one.code === code)?.points.toFixed() ?? null;
    },
  };
}

/** An official document in one line. */
export const paper = (number: string, date: string) => ({ number, date, issuer: null, subject: null });
