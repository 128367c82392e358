import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { ImportId, RecordId } from '../../../kernel/ids.ts';
import { type SlotKind, slotNames } from './compile.ts';
import { packContributions } from './contribution-text.ts';
import type { Derived } from './derive.ts';
import { arrayText, type Cell, toLines } from './lines.ts';

const slotTypes = { t: 'text', d: 'date', n: 'numeric' } as const satisfies Record<SlotKind, string>;

/** A record that is to be written: what was decided, and what follows from it. */
export type NewRecord = {
  readonly recordId: RecordId;
  readonly derived: Derived;
  readonly step: string | null;
  readonly stepOn: CivilDate | null;
  readonly importId: ImportId | null;
  readonly importRow: number | null;
};

/** The cells of a record's line in their order, with the types that the database reads them as. */
export const recordColumns = [
  ['record_id', 'text'],
  ['contributions', 'text'],
  ['vals', 'jsonb'],
  ['computed', 'jsonb'],
  ['keys', 'jsonb'],
  ['unit_id', 'text'],
  ['holder_id', 'text'],
  ['step', 'text'],
  ['step_on', 'date'],
  ['due_on', 'date'],
  ['original_due_on', 'date'],
  ['finished_on', 'date'],
  ['words', 'lexemes'],
  ['import_id', 'text'],
  ['import_row', 'int'],
  ...slotNames.map((slot) => [slot, slotTypes[slot[0] as SlotKind]] as const),
] as const;

/** Where a record's line holds what it adds to measures. */
export const contributionsCell = recordColumns.findIndex(([name]) => name === 'contributions');

function cellsOf({ recordId, derived, step, stepOn, importId, importRow }: NewRecord): Cell[] {
  const { facts } = derived;
  return [
    recordId,
    packContributions(derived.contributions),
    JSON.stringify(facts.values),
    JSON.stringify(facts.computed),
    JSON.stringify(derived.keys),
    derived.unitId,
    derived.holderId,
    step,
    stepOn,
    facts.dueOn,
    derived.originalDueOn,
    facts.finishedOn,
    arrayText(derived.lexemes),
    importId,
    importRow,
    ...slotNames.map((slot) => derived.slots[slot]),
  ];
}

/** Records as the database takes them in, in one text: made by whoever has the time, a thread for instance. */
export const recordRows = (records: readonly NewRecord[]): string => toLines(records.map(cellsOf));
