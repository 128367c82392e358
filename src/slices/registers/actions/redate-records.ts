import { isDeepStrictEqual } from 'node:util';
import type { Instant } from '../../../kernel/clock.ts';
import type { AgencyId } from '../../../kernel/ids.ts';
import type { Context } from '../../../server/context.ts';
import type { Transaction } from '../../../server/database.ts';
import { appendAudit } from '../../audit/server.ts';
import type { Redate } from '../../calendar/server.ts';
import { loadWorkingCalendar } from '../../calendar/server.ts';
import { clockKey } from '../rules/compile.ts';
import { packContributions } from '../rules/contribution-text.ts';
import { calendarText, followsCalendar } from '../rules/follows-calendar.ts';
import { type DayMove, dayMoves, moveName } from '../rules/redated.ts';
import { insertChanges } from '../store/bulk.ts';
import type { NewChange } from '../store/changes.ts';
import type { LockedRecord, Place } from '../store/records.ts';
import {
  beginRedating,
  endRedating,
  findKeepers,
  findRedating,
  lockRedating,
  type Redating,
  raiseVersions,
  saveRedating,
} from '../store/redating.ts';
import { findRegisterRows, lockRegisterRow } from '../store/registers.ts';
import { builtWith, loadRegister, loadRegisters, staleness } from './load-register.ts';
import { type Renewed, rebuildPart } from './rebuild.ts';

/** Has the records of every register that follows the calendar dated anew in the background, in the transaction of its change. */
export const redateRecords: Redate = async (tx, { agencyId, actor, at }, { before, after }) => {
  if (calendarText(before.calendar) === calendarText(after.calendar)) return;
  const kept = (await loadRegisters(tx, agencyId)).filter(({ isStored, whole }) => isStored && followsCalendar(whole));
  const registers = kept.map(({ whole }) => ({ registerKey: whole.declaration.key, isWhole: false }));
  await beginRedating(tx, agencyId, registers, { at, by: actor.actorId, name: actor.actorName });
};

async function beginStaleOf(tx: Transaction, agencyId: AgencyId, at: Instant): Promise<void> {
  const calendar = await loadWorkingCalendar(tx, agencyId);
  const built = new Map((await findRegisterRows(tx, agencyId)).map((row) => [row.registerKey, row.builtWith]));
  const stale = (await loadRegisters(tx, agencyId)).flatMap(({ whole: { declaration }, rebuilt }) => {
    const standing = built.get(declaration.key);
    if (standing === undefined || rebuilt !== null) return [];
    const how = staleness({ declaration, built: standing }, calendar);
    return how === 'none' ? [] : [{ registerKey: declaration.key, isWhole: how === 'whole' }];
  });
  await beginRedating(tx, agencyId, stale, { at, by: null, name: 'Hệ thống' });
}

/** At start: registers whose records were derived with another calendar or declaration than holds now are dated anew. */
export async function beginStale({ database, clock }: Context): Promise<void> {
  for (const agencyId of await findKeepers(database))
    await database.transaction((tx) => beginStaleOf(tx, agencyId, clock.now()));
}

const asStored = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** Whether what is stored is something else than what follows now. */
function isOther({ record, made: { derived } }: Renewed): boolean {
  const { dueOn, finishedOn, computed } = derived.facts;
  return (
    record.dueOn !== dueOn ||
    record.originalDueOn !== derived.originalDueOn ||
    record.finishedOn !== finishedOn ||
    !isDeepStrictEqual(record.computed, asStored(computed)) ||
    packContributions(record.contributions) !== packContributions(derived.contributions)
  );
}

/** Days of the clocks that ran as they are stored beside the computed fields. */
function storedClocks({ register }: Place, { computed }: LockedRecord): Record<string, string> {
  const clocks = Object.keys(register.declaration.clocks ?? {});
  return Object.fromEntries(
    clocks.flatMap((clock) => (computed[clockKey(clock)] ? [[clock, computed[clockKey(clock)] ?? '']] : [])),
  );
}

type Moved = { readonly record: LockedRecord; readonly moves: readonly DayMove[] };

const daysOf = (moves: readonly DayMove[], side: 'from' | 'to'): Record<string, string | null> =>
  Object.fromEntries(moves.map((move) => [moveName(move.clock), move[side]]));

const toldOf = ({ record, moves }: Moved): NewChange => ({
  recordId: record.recordId,
  version: record.version + 1,
  kind: 'redated',
  note: null,
  before: daysOf(moves, 'from'),
  after: daysOf(moves, 'to'),
});

/** Tells each record's history and the audit chain from when to when its days moved. */
async function tellMoves(
  tx: Transaction,
  place: Place,
  written: readonly Renewed[],
  { at, redating }: { readonly at: Instant; readonly redating: Redating },
): Promise<void> {
  const moved = written.flatMap(({ record, made }): Moved[] => {
    if (record.deletedAt !== null) return [];
    const moves = dayMoves({ ...record, clocks: storedClocks(place, record) }, made.derived);
    return moves.length > 0 ? [{ record, moves }] : [];
  });
  if (moved.length === 0) return;
  const told = moved.map(toldOf);
  const { begunBy: userId, begunName: name } = redating;
  await raiseVersions(
    tx,
    place,
    moved.map(({ record }) => record.recordId),
  );
  await insertChanges(tx, place, told, { at, userId, name });
  const facts = told.map(({ recordId, before, after }) => ({
    action: 'register.redated',
    subjectKind: 'register-record',
    subjectId: recordId,
    before,
    after: { register: place.register.declaration.key, ...after },
  }));
  await appendAudit(tx, { agencyId: place.agencyId, actorId: userId, actorName: name }, at, facts);
}

/** Dates the next records of a register anew. @returns whether nothing of it is left to do */
async function redatePart(tx: Transaction, agencyId: AgencyId, key: string, at: Instant): Promise<boolean> {
  const redating = await lockRedating(tx, agencyId, key);
  if (!redating) return true;
  // Who began to write a record by the old calendar is waited for; whoever begins now sees the new one.
  if (redating.afterId === '') await lockRegisterRow(tx, agencyId, key);
  const loaded = await loadRegister(tx, agencyId, key);
  if (!loaded || loaded.rebuilt !== null) return true;
  const place = { agencyId, register: loaded.whole };
  const calendar = await loadWorkingCalendar(tx, agencyId);
  const isNeeded = redating.isWhole ? () => true : isOther;
  const part = await rebuildPart(tx, place, redating.afterId, { calendar, reshaped: [], isNeeded });
  if (!part) {
    await endRedating(tx, agencyId, key, builtWith(loaded.whole.declaration, calendar));
    return true;
  }
  await tellMoves(tx, place, part.written, { at, redating });
  await saveRedating(tx, agencyId, key, part);
  return false;
}

/** Dates the records of every register that waits for it anew, part by part, so that people go on working. */
export async function redateWaiting({ database, clock }: Context, isStopped: () => boolean): Promise<void> {
  for (const { agencyId, registerKey } of await findRedating(database)) {
    for (let isDone = false; !isDone && !isStopped(); )
      isDone = await database.transaction((tx) => redatePart(tx, agencyId, registerKey, clock.now()));
  }
}
