import type { RecordId } from '../../../kernel/ids.ts';
import { accept, refuse } from '../../../kernel/outcome.ts';
import type { Context } from '../../../server/context.ts';
import type { Transaction } from '../../../server/database.ts';
import type { Person } from '../../../server/http.ts';
import { findChanges } from '../store/changes.ts';
import type { LockedRecord } from '../store/records.ts';
import { saveChanged, toNewRecord } from './save-record.ts';
import { tell } from './tell.ts';
import { type Answer, decidedOf, inWork, missingNeeds, refuseNeeds, takeRecord, type Work } from './work.ts';

export type StepForm = {
  readonly recordId: RecordId;
  readonly version: number;
  readonly to: string;
  readonly note: string | null;
};

/** Whoever moved the record since the version that the person saw; fields that others changed do not stand in the way. */
async function findMoved(
  tx: Transaction,
  { place }: Work,
  record: LockedRecord,
  version: number,
): Promise<Answer<null>> {
  if (version === record.version) return accept(null);
  const since = await findChanges(tx, place, record.recordId, version);
  const moved = since.find(({ after }) => '~step' in after);
  if (!moved && version < record.version) return accept(null);
  return refuse({
    code: 'record-moved',
    version: record.version,
    step: record.step,
    by: moved?.actorName ?? record.changedName,
    at: moved?.at ?? record.changedAt,
  });
}

async function moveStep(tx: Transaction, work: Work, form: StepForm): Promise<Answer<{ version: number }>> {
  const { register, place, author, calendar, context } = work;
  const taken = await takeRecord(tx, work, form.recordId);
  if (!taken.ok) return taken;
  const record = taken.value;
  const { steps = {} } = register.declaration;
  if (record.deletedAt !== null) return refuse({ code: 'record-deleted' });
  if (!Object.hasOwn(steps, form.to)) return refuse({ code: 'step-unknown' });
  const moved = await findMoved(tx, work, record, form.version);
  if (!moved.ok) return moved;
  const next = record.step === null ? undefined : steps[record.step]?.next;
  if (record.step === form.to || (next && !next.includes(form.to)))
    return refuse({ code: 'step-not-next', from: record.step, to: form.to });
  const needs = missingNeeds(register, form.to, record.values);
  if (needs.length > 0) return refuseNeeds(work, needs);
  const decided = { ...decidedOf(record, record.values), step: form.to, stepOn: context.clock.today() };
  await saveChanged(tx, place, record, toNewRecord(register, decided, calendar), author);
  const version = record.version + 1;
  const [before, after] = [{ '~step': record.step }, { '~step': form.to }];
  await tell(tx, work, record.recordId, { kind: 'step', version, note: form.note, before, after });
  return accept({ version });
}

/**
 * Moves a record to another step. Two people who move one record meet as two who change one field do: the second is told
 * where the first moved it to, and decides again.
 */
export function stepRecord(
  context: Context,
  person: Person,
  key: string,
  form: StepForm,
): Promise<Answer<{ version: number }>> {
  return inWork(context, person, key, (tx, work) => moveStep(tx, work, form));
}
