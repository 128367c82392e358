import type { RecordId } from '../../../kernel/ids.ts';
import { sumDeltas } from '../rules/deltas.ts';
import { openClocks } from '../rules/derive.ts';
import { type NewRecord, recordRows } from '../rules/record-rows.ts';
import { type Contribution, latestRows } from '../rules/tally.ts';
import type { ClockRow, UniqueRow } from '../store/bulk.ts';
import type { FaultyRow, ImportPart, PartRow } from './import-messages.ts';

export type DerivedRow = {
  readonly record: NewRecord;
  readonly unique: readonly { readonly rule: number; readonly hash: string }[];
  readonly cells: FaultyRow['cells'];
};

/** Everything that one part of a sheet writes, as texts. */
export function partOf(rows: readonly DerivedRow[], lastRow: number): ImportPart {
  const records = rows.map(({ record }) => record);
  const contributions = records.map(({ recordId, derived }) => ({ recordId, contributions: derived.contributions }));
  const deltas = sumDeltas(
    [],
    contributions.flatMap((one) => one.contributions),
  );
  const clocks = records.flatMap(({ recordId, derived }): ClockRow[] =>
    openClocks(derived).map((clock) => ({ ...clock, recordId })),
  );
  const unique = rows.flatMap(({ record: { recordId }, unique: keys }): UniqueRow[] =>
    keys.map((key) => ({ ...key, recordId })),
  );
  const cells = rows.flatMap(({ record: { recordId, importRow }, unique: keys, cells: kept }): PartRow[] =>
    keys.length > 0 ? [{ recordId, row: importRow ?? 0, cells: kept }] : [],
  );
  return {
    kind: 'part',
    made: rows.length,
    firstRow: records[0]?.importRow ?? lastRow,
    lastRow,
    records: recordRows(records),
    deltas: JSON.stringify(deltas),
    latest: JSON.stringify(latestRows(contributions)),
    clocks: JSON.stringify(clocks),
    unique: JSON.stringify(unique),
    cells: JSON.stringify(cells),
  };
}

type WrittenRow = { readonly record_id: RecordId; readonly contributions: readonly Contribution[] };
const read = <Row>(text: string): Row[] => JSON.parse(text) as Row[];

/** A part without the records whose values another record holds by now, and their rows as faults. */
export function withoutTaken(
  part: ImportPart,
  taken: ReadonlySet<string>,
  field: string,
): { readonly part: ImportPart; readonly faults: readonly FaultyRow[] } {
  const isTaken = ({ recordId }: { recordId: RecordId }): boolean => taken.has(recordId);
  const keep = (text: string): string =>
    JSON.stringify(read<{ recordId: RecordId }>(text).filter((one) => !isTaken(one)));
  const records = read<WrittenRow>(part.records).filter(({ record_id }) => !taken.has(record_id));
  const added = records.flatMap(({ contributions }) => contributions);
  const faults = read<PartRow>(part.cells)
    .filter(isTaken)
    .map(
      ({ row, cells }): FaultyRow => ({
        row,
        ok: false,
        cells,
        faults: [{ column: null, field, code: 'stands-already' }],
      }),
    );
  const left = {
    ...part,
    made: records.length,
    records: JSON.stringify(records),
    deltas: JSON.stringify(sumDeltas([], added)),
    latest: keep(part.latest),
    clocks: keep(part.clocks),
    unique: keep(part.unique),
  };
  return { part: left, faults };
}
