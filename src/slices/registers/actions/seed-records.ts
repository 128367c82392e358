import type { RecordId } from '../../../kernel/ids.ts';
import type { Context } from '../../../server/context.ts';
import type { Transaction } from '../../../server/database.ts';
import type { Person } from '../../../server/http.ts';
import { appendAudit } from '../../audit/server.ts';
import type { WorkingCalendar } from '../../calendar/index.ts';
import { loadWorkingCalendar } from '../../calendar/server.ts';
import { actorOf } from '../../identity/server.ts';
import { openClocks } from '../rules/derive.ts';
import type { NewRecord } from '../rules/record-rows.ts';
import { clockLines, uniqueLines } from '../rules/side-rows.ts';
import { isAbsent, readValues } from '../rules/values.ts';
import { insertChanges, insertClocks, insertUniqueKeys } from '../store/bulk.ts';
import { type Author, insertRecords, type Place } from '../store/records.ts';
import { touchRegister } from '../store/registers.ts';
import { applyContributions, saveLatest } from '../store/tallies.ts';
import { ensureRegister, loadRegister } from './load-register.ts';
import { toNewRecord } from './save-record.ts';
import { uniqueKeys } from './unique-keys.ts';

/** A record of a sample, its identifier chosen before so that others can link to it. */
export type SeedRecord = {
  readonly recordId: RecordId;
  readonly step: string | null;
  readonly values: Readonly<Record<string, unknown>>;
};

type Seeding = { readonly context: Context; readonly person: Person; readonly calendar: WorkingCalendar };

/** Derives a record as an entry by hand would; a sample that the register would refuse is a fault. */
function derive({ context, calendar }: Seeding, { register }: Place, seed: SeedRecord): NewRecord {
  const { declaration } = register;
  const read = readValues(declaration, seed.values);
  if (!read.ok) throw new Error(`the sample of “${declaration.key}” was refused: ${JSON.stringify(read.faults)}`);
  const step = seed.step ?? declaration.firstStep ?? null;
  const needs = step === null ? [] : (declaration.steps?.[step]?.needs ?? []);
  const missing = needs.filter((name) => isAbsent(read.values[name]));
  if (missing.length > 0) throw new Error(`the sample of “${declaration.key}” lacks ${missing.join(', ')} at ${step}`);
  const today = context.clock.today();
  const stepOn = step === null ? null : today;
  const decided = { recordId: seed.recordId, values: read.values, step, stepOn, createdOn: today };
  return toNewRecord(register, decided, calendar);
}

async function write(tx: Transaction, place: Place, records: readonly NewRecord[], author: Author): Promise<void> {
  const contributions = records.flatMap(({ derived }) => derived.contributions);
  await insertRecords(tx, place, records, author);
  await applyContributions(tx, place, [], contributions);
  const latest = records.map(({ recordId, derived }) => ({ recordId, removed: [], added: derived.contributions }));
  await saveLatest(tx, place, latest);
  const { declaration } = place.register;
  const clocks = records.flatMap(({ recordId, derived }) =>
    openClocks(derived).map((clock) => ({ ...clock, recordId })),
  );
  if (declaration.clocks) await insertClocks(tx, place, clockLines(clocks));
  const keys = records.flatMap(({ recordId, derived }) =>
    uniqueKeys(place.register, derived.facts.values).map((key) => ({ ...key, recordId })),
  );
  await insertUniqueKeys(tx, place, uniqueLines(keys));
  const created = records.map(({ recordId, derived, step }) => ({
    recordId,
    version: 1,
    kind: 'created' as const,
    note: null,
    before: {},
    after: { ...derived.facts.values, ...(step === null ? {} : { '~step': step }) },
  }));
  await insertChanges(tx, place, created, author);
}

/** Enters the sample of one register in a few statements: one line of the audit chain for all of it. */
async function seedRegister(
  tx: Transaction,
  seeding: Seeding,
  key: string,
  seeds: readonly SeedRecord[],
): Promise<void> {
  const { context, person, calendar } = seeding;
  const loaded = await loadRegister(tx, person.agencyId, key);
  if (!loaded) throw new Error(`there is no register “${key}” for the sample`);
  const author = { at: context.clock.now(), userId: person.userId, name: person.displayName };
  await ensureRegister(tx, person.agencyId, loaded, { calendar, change: { at: author.at, by: author.userId } });
  const place = { agencyId: person.agencyId, register: loaded.register };
  const records = seeds.map((seed) => derive(seeding, place, seed));
  await write(tx, place, records, author);
  await touchRegister(tx, person.agencyId, key, author);
  await appendAudit(tx, actorOf(person), author.at, [
    { action: 'register.create', subjectKind: 'register', subjectId: key, after: { records: records.length } },
  ]);
}

/** Enters the sample of many registers in one transaction. */
export async function seedRecords(
  context: Context,
  person: Person,
  byRegister: ReadonlyMap<string, readonly SeedRecord[]>,
): Promise<void> {
  await context.database.transaction(async (tx) => {
    const calendar = await loadWorkingCalendar(tx, person.agencyId);
    for (const [key, seeds] of byRegister) await seedRegister(tx, { context, person, calendar }, key, seeds);
  });
}
