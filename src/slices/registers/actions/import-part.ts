import { unpackContributions } from '../rules/contribution-text.ts';
import { deltaLines, sumDeltas } from '../rules/deltas.ts';
import { openClocks } from '../rules/derive.ts';
import { fromLines, toLines } from '../rules/lines.ts';
import { contributionsCell, type NewRecord, recordRows } from '../rules/record-rows.ts';
import { type ClockRow, clockLines, latestLines, type UniqueRow, uniqueLines } from '../rules/side-rows.ts';
import { latestRows } from '../rules/tally.ts';
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
    deltas: deltaLines(deltas),
    latest: latestLines(latestRows(contributions)),
    clocks: clockLines(clocks),
    unique: uniqueLines(unique),
    cells: JSON.stringify(cells),
  };
}

/** A part without the records whose values another record holds by now, and their rows as faults. */
export function withoutTaken(
  part: ImportPart,
  taken: ReadonlySet<string>,
  field: string,
): { readonly part: ImportPart; readonly faults: readonly FaultyRow[] } {
  const keep = (text: string): string[][] => fromLines(text).filter(([recordId = '']) => !taken.has(recordId));
  const records = keep(part.records);
  const added = records.flatMap((cells) => unpackContributions(cells[contributionsCell] ?? ''));
  const faults = (JSON.parse(part.cells) as PartRow[])
    .filter(({ recordId }) => taken.has(recordId))
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
    records: toLines(records),
    deltas: deltaLines(sumDeltas([], added)),
    latest: toLines(keep(part.latest)),
    clocks: toLines(keep(part.clocks)),
    unique: toLines(keep(part.unique)),
  };
  return { part: left, faults };
}
