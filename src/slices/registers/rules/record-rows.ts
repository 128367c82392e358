import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { ImportId, RecordId } from '../../../kernel/ids.ts';
import type { Derived } from './derive.ts';

/** A record that is to be written: what was decided, and what follows from it. */
export type NewRecord = {
  readonly recordId: RecordId;
  readonly derived: Derived;
  readonly step: string | null;
  readonly stepOn: CivilDate | null;
  readonly importId: ImportId | null;
  readonly importRow: number | null;
};

function rowOf({ recordId, derived, step, stepOn, importId, importRow }: NewRecord): Record<string, unknown> {
  const { facts } = derived;
  return {
    record_id: recordId,
    vals: facts.values,
    computed: facts.computed,
    keys: derived.keys,
    unit_id: derived.unitId,
    holder_id: derived.holderId,
    step,
    step_on: stepOn,
    due_on: facts.dueOn,
    original_due_on: derived.originalDueOn,
    finished_on: facts.finishedOn,
    ...derived.slots,
    words: derived.lexemes,
    contributions: derived.contributions,
    import_id: importId,
    import_row: importRow,
  };
}

/** Records as the database takes them in, in one text: made by whoever has the time, a thread for instance. */
export const recordRows = (records: readonly NewRecord[]): string => JSON.stringify(records.map(rowOf));
