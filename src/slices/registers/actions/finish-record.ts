import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { RecordId } from '../../../kernel/ids.ts';
import type { Context } from '../../../server/context.ts';
import type { Transaction } from '../../../server/database.ts';
import type { Person } from '../../../server/http.ts';
import type { RecordFinisher, WrittenBack } from '../../../server/sources.ts';
import { loadWorkingCalendar } from '../../calendar/server.ts';
import type { OfficialDocument, RegisterDeclaration } from '../rules/declaration.ts';
import { isAbsent, type Values } from '../rules/values.ts';
import { type LockedRecord, lockRecord } from '../store/records.ts';

import { holdRegister } from './load-register.ts';
import { createdOnOf, saveChanged, toNewRecord } from './save-record.ts';
import { tell } from './tell.ts';
import type { Work } from './work.ts';

type Held = Pick<Work, 'person' | 'register' | 'place' | 'author' | 'calendar'>;
type Found = { readonly held: Held; readonly record: LockedRecord };

/** The record, locked; null where there is none, or its register has no day that says when a record was finished. */
async function find(
  tx: Transaction,
  context: Context,
  person: Person,
  key: { registerKey: string; recordId: RecordId },
): Promise<Found | null> {
  const loaded = await holdRegister(tx, person.agencyId, key.registerKey);
  if (!loaded || loaded.whole.declaration.finishedOn === undefined) return null;
  const place = { agencyId: person.agencyId, register: loaded.whole };
  const record = await lockRecord(tx, place, key.recordId);
  if (!record || record.deletedAt !== null) return null;
  const calendar = await loadWorkingCalendar(tx, person.agencyId);
  const author = { at: context.clock.now(), userId: person.userId, name: person.displayName };
  return { held: { person, register: loaded.whole, place, author, calendar }, record };
}

/** The step at which a record needs nothing more, where the declaration has just one. */
function endStepOf({ steps = {} }: RegisterDeclaration): string | null {
  const ends = Object.keys(steps).filter((name) => steps[name]?.isEnd);
  return ends.length === 1 ? (ends[0] ?? null) : null;
}

const mayGo = ({ steps = {} }: RegisterDeclaration, from: string | null, to: string): boolean =>
  from !== to && (from === null || (steps[from]?.next?.includes(to) ?? true));

/** What is written of finished work: the day, and the document where the end step asks for one that nobody entered. */
function fieldsOf(
  declaration: RegisterDeclaration,
  values: Values,
  work: { doneOn: CivilDate; document: OfficialDocument | null },
): Record<string, unknown> {
  const end = endStepOf(declaration);
  const needs = end === null ? [] : (declaration.steps?.[end]?.needs ?? []);
  const paper = needs.find((name) => declaration.fields[name]?.kind === 'document' && isAbsent(values[name]));
  return {
    [declaration.finishedOn ?? '']: work.doneOn,
    ...(paper && work.document ? { [paper]: work.document } : {}),
  };
}

async function write(
  tx: Transaction,
  context: Context,
  { held, record }: Found,
  after: { values: Values; step: string | null },
): Promise<boolean> {
  const { register, place, author, calendar } = held;
  const isStepped = after.step !== record.step;
  const decided = {
    recordId: record.recordId,
    values: after.values,
    step: after.step,
    stepOn: isStepped ? context.clock.today() : record.stepOn,
    createdOn: createdOnOf(record.createdAt),
  };
  if (await saveChanged(tx, place, record, toNewRecord(register, decided, calendar), author)) return false;
  const steps = isStepped ? [{ '~step': record.step }, { '~step': after.step }] : [{}, {}];
  await tell(tx, held, record.recordId, {
    kind: 'changed',
    version: record.version + 1,
    note: null,
    before: { ...record.values, ...steps[0] },
    after: { ...after.values, ...steps[1] },
  });
  return true;
}

/**
 * Lets finished work end the record that it carries out. What somebody entered stays as it is; what is written here can be
 * taken back when the work is opened again. It follows from the approval of the work and asks for no right of its own.
 */
export const finishRecords: RecordFinisher = {
  finish: async (tx, { context, person }, key, work) => {
    const found = await find(tx, context, person, key);
    const finishedOn = found?.held.register.declaration.finishedOn;
    if (!found || finishedOn === undefined || !isAbsent(found.record.values[finishedOn])) return null;
    const { record, held } = found;
    const { declaration } = held.register;
    const fields = fieldsOf(declaration, record.values, work);
    const values: Values = { ...record.values, ...(fields as Values) };
    const end = endStepOf(declaration);
    const isWhole = (declaration.steps?.[end ?? '']?.needs ?? []).every((name) => !isAbsent(values[name]));
    const step = end !== null && isWhole && mayGo(declaration, record.step, end) ? end : record.step;
    if (!(await write(tx, context, found, { values, step }))) return null;
    return { fields, step: step === record.step ? null : { from: record.step, to: step } } satisfies WrittenBack;
  },

  reopen: async (tx, { context, person }, key, { fields, step }) => {
    const found = await find(tx, context, person, key);
    if (!found) return;
    const { record } = found;
    const own = Object.keys(fields).filter(
      (name) => JSON.stringify(record.values[name]) === JSON.stringify(fields[name]),
    );
    if (own.length === 0) return;
    const values: Values = { ...record.values, ...Object.fromEntries(own.map((name) => [name, null])) };
    const back = step !== null && record.step === step.to ? step.from : record.step;
    await write(tx, context, found, { values, step: back });
  },
};
