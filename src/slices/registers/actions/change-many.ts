import type { RecordId } from '../../../kernel/ids.ts';
import type { Context } from '../../../server/context.ts';
import type { Person } from '../../../server/http.ts';
import { findRecord } from '../store/records.ts';
import { changeRecord } from './change-record.ts';
import { deleteRecord, restoreRecord } from './delete-record.ts';
import { loadRegister } from './load-register.ts';
import type { RegisterRefusal } from './refusals.ts';
import { stepRecord } from './step-record.ts';

export type BulkForm = {
  readonly recordIds: readonly RecordId[];
  readonly change:
    | { readonly kind: 'values'; readonly values: Readonly<Record<string, unknown>> }
    | { readonly kind: 'step'; readonly to: string; readonly note: string | null }
    | { readonly kind: 'delete' }
    | { readonly kind: 'restore' };
};
export type BulkResult = {
  readonly done: readonly RecordId[];
  readonly refused: readonly { readonly recordId: RecordId; readonly refusal: RegisterRefusal }[];
};

/** The newest version, so that what others changed meanwhile in the same field is written over knowingly. */
async function versionOf(context: Context, person: Person, key: string, recordId: RecordId): Promise<number> {
  const loaded = await loadRegister(context.database, person.agencyId, key);
  if (!loaded) return 0;
  const place = { agencyId: person.agencyId, register: loaded.register };
  const record = await findRecord(context.database, place, recordId);
  return record?.version ?? 0;
}

async function changeOne(
  context: Context,
  person: Person,
  key: string,
  recordId: RecordId,
  { change: asked }: BulkForm,
) {
  if (asked.kind === 'delete') return deleteRecord(context, person, key, recordId);
  if (asked.kind === 'restore') return restoreRecord(context, person, key, recordId);
  const version = await versionOf(context, person, key, recordId);
  if (asked.kind === 'step')
    return stepRecord(context, person, key, { recordId, version, to: asked.to, note: asked.note });
  return changeRecord(context, person, key, { recordId, version, values: asked.values });
}

/** One change for many records: each is a change of its own, and each that is refused says why. */
export async function changeMany(context: Context, person: Person, key: string, form: BulkForm): Promise<BulkResult> {
  const done: RecordId[] = [];
  const refused: { recordId: RecordId; refusal: RegisterRefusal }[] = [];
  for (const recordId of new Set(form.recordIds)) {
    const outcome = await changeOne(context, person, key, recordId, form);
    if (outcome.ok) done.push(recordId);
    else refused.push({ recordId, refusal: outcome.refusal });
  }
  return { done, refused };
}
