import type { RecordId } from '../kernel/ids.ts';
import { type SeedRecord, seedRecords } from '../slices/registers/server.ts';
import type { Context } from './context.ts';
import type { Person } from './http.ts';
import { digitalSample } from './sample-registers/digital.ts';
import { directionSample } from './sample-registers/direction.ts';
import { institutionsSample } from './sample-registers/institutions.ts';
import { moneySample } from './sample-registers/money.ts';
import { organisationSample } from './sample-registers/organisation.ts';
import { proceduresSample } from './sample-registers/procedures.ts';
import { ratingsSample } from './sample-registers/ratings.ts';
import { linkTo, type SampleRecord } from './sample-registers/sample-record.ts';
import { serviceSample } from './sample-registers/service.ts';

/** A living year of every shipped register, and some of the year before. */
export const sampleRecords = (): SampleRecord[] => [
  ...directionSample(),
  ...institutionsSample(),
  ...proceduresSample(),
  ...serviceSample(),
  ...organisationSample(),
  ...ratingsSample(),
  ...moneySample(),
  ...digitalSample(),
];

type Identified = { readonly byRegister: Map<string, SeedRecord[]>; readonly byHandle: Map<string, RecordId> };

/** Gives every record an identifier and puts it where others link to it. */
function withIds(records: readonly SampleRecord[], newId: Context['newId']): Identified {
  const ids = records.map((): RecordId => newId('record'));
  const byHandle = new Map(
    records.flatMap(({ handle }, at) => {
      const recordId = ids[at];
      return handle && recordId ? [[handle, recordId] as const] : [];
    }),
  );
  const links = new Map([...byHandle].map(([handle, recordId]) => [linkTo(handle), recordId]));
  const resolve = (value: unknown): unknown => (typeof value === 'string' ? (links.get(value) ?? value) : value);
  const byRegister = new Map<string, SeedRecord[]>();
  records.forEach(({ register, step, values }, at) => {
    const recordId = ids[at];
    if (!recordId) return;
    const resolved = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, resolve(value)]));
    const known = byRegister.get(register) ?? [];
    known.push({ recordId, step, values: resolved });
    byRegister.set(register, known);
  });
  return { byRegister, byHandle };
}

/**
 * Fills the shipped registers of the sample. Facts of no real office, and nobody's name.
 *
 * @returns records by their handle
 */
export async function seedSampleRegisters(context: Context, person: Person): Promise<ReadonlyMap<string, RecordId>> {
  const { byRegister, byHandle } = withIds(sampleRecords(), context.newId);
  await seedRecords(context, person, byRegister);
  return byHandle;
}
