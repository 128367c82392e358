import type { AgencyId } from '../../../kernel/ids.ts';
import type { Context } from '../../../server/context.ts';
import type { Transaction } from '../../../server/database.ts';
import type { WorkingCalendar } from '../../calendar/index.ts';
import { loadWorkingCalendar } from '../../calendar/server.ts';
import { openClocks } from '../rules/derive.ts';
import type { NewRecord } from '../rules/record-rows.ts';
import { convertValues } from '../rules/redeclare.ts';
import { clockLines } from '../rules/side-rows.ts';
import { insertClocks } from '../store/bulk.ts';
import { dropClocks } from '../store/changes.ts';
import { type LockedRecord, lockNextRecords, type Place, renewRecords } from '../store/records.ts';
import { findRebuilding, lockRegisterRow, saveRebuilt, updateRegister } from '../store/registers.ts';
import { applyContributions, saveLatest } from '../store/tallies.ts';
import { builtWith, loadRegister } from './load-register.ts';
import { createdOnOf, toNewRecord } from './save-record.ts';

const PART_SIZE = 500;

type Renewal = {
  readonly calendar: WorkingCalendar;
  readonly reshaped: readonly string[];
  /** Whether a record is to be written; every one where it is left out. */
  readonly isNeeded?: (one: Renewed) => boolean;
};
/** A record before and as it is derived anew. */
export type Renewed = { readonly record: LockedRecord; readonly made: NewRecord };

function renewed(place: Place, record: LockedRecord, { calendar, reshaped }: Renewal): NewRecord {
  const { recordId, step, stepOn, createdAt } = record;
  const values = convertValues(place.register.declaration, reshaped, record.values);
  const made = toNewRecord(
    place.register,
    { recordId, values, step, stepOn, createdOn: createdOnOf(createdAt) },
    calendar,
  );
  if (record.deletedAt === null) return made;
  return { ...made, derived: { ...made.derived, lexemes: [], contributions: [] } };
}

/** Derives the next records anew. @returns the last one's identifier, or null when there are no more */
export async function rebuildPart(
  tx: Transaction,
  place: Place,
  after: string,
  renewal: Renewal,
): Promise<{ last: string; count: number; written: readonly Renewed[] } | null> {
  const locked = await lockNextRecords(tx, place, after, PART_SIZE);
  if (locked.length === 0) return null;
  const { isNeeded = () => true } = renewal;
  const written = locked.map((record) => ({ record, made: renewed(place, record, renewal) })).filter(isNeeded);
  const through = { last: locked.at(-1)?.recordId ?? after, count: locked.length, written };
  if (written.length === 0) return through;
  const records = written.map(({ record }) => record);
  const made = written.map((one) => one.made);
  await renewRecords(tx, place, made);
  const removed = records.flatMap(({ contributions }) => contributions);
  await applyContributions(
    tx,
    place,
    removed,
    made.flatMap(({ derived }) => derived.contributions),
  );
  await saveLatest(
    tx,
    place,
    made.map(({ recordId, derived }, at) => ({
      recordId,
      removed: records[at]?.contributions ?? [],
      added: derived.contributions,
    })),
  );
  await dropClocks(
    tx,
    place,
    made.map(({ recordId }) => recordId),
  );
  const open = made.filter((_, at) => records[at]?.deletedAt === null);
  await insertClocks(
    tx,
    place,
    clockLines(open.flatMap(({ recordId, derived }) => openClocks(derived).map((clock) => ({ ...clock, recordId })))),
  );
  return through;
}

/** Derives every record anew in the transaction of the change: for registers that are quickly gone through. */
export async function rebuildAll(tx: Transaction, place: Place, renewal: Renewal): Promise<void> {
  for (let after = ''; ; ) {
    const part = await rebuildPart(tx, place, after, renewal);
    if (!part) return;
    after = part.last;
  }
}

/** Derives a large register anew part by part, so that people go on working; a restarted server begins again. */
async function rebuildInParts(
  context: Context,
  agencyId: AgencyId,
  key: string,
  isStopped: () => boolean,
): Promise<void> {
  const { database, clock } = context;
  const calendar = await loadWorkingCalendar(database, agencyId);
  let [after, done] = ['', 0];
  while (!isStopped()) {
    const isDone = await database.transaction(async (tx) => {
      const loaded = await loadRegister(tx, agencyId, key);
      if (!loaded || loaded.rebuilt === null) return true;
      const place = { agencyId, register: loaded.whole };
      const part = await rebuildPart(tx, place, after, { calendar, reshaped: [] });
      if (part) {
        [after, done] = [part.last, done + part.count];
        await saveRebuilt(tx, agencyId, key, done);
        return false;
      }
      const row = await lockRegisterRow(tx, agencyId, key);
      const built = builtWith(loaded.register.declaration, calendar);
      if (row)
        await updateRegister(tx, agencyId, { ...row, builtWith: built, rebuilt: null }, { at: clock.now(), by: null });
      return true;
    });
    if (isDone) return;
  }
}

/** Takes up every register that waits to be derived anew, one after the other. */
export async function rebuildWaiting(context: Context, isStopped: () => boolean): Promise<void> {
  for (const { agencyId, registerKey } of await findRebuilding(context.database))
    await rebuildInParts(context, agencyId, registerKey, isStopped);
}
