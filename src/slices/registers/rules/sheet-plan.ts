import { foldVietnamese } from '../../../kernel/vietnamese.ts';
import { type DocumentPart, documentParts, type RawCell, type SheetColumn, sheetColumns } from './cells.ts';
import type { RegisterDeclaration } from './declaration.ts';

/** A sheet as its reader hands it over, merged cells already filled. */
export type RawSheet = { readonly name: string; readonly rows: readonly (readonly RawCell[])[] };

/** What a column of a sheet means. */
export type ColumnTarget = { readonly field: string; readonly part: DocumentPart | null };
export type PlannedColumn = { readonly column: number; readonly header: string; readonly target: ColumnTarget | null };

/** How a sheet is read: where its header stands and what each column means. */
export type SheetPlan = {
  readonly sheet: number;
  /** First row of the header, from 0. */
  readonly headerRow: number;
  readonly headerRows: number;
  readonly columns: readonly PlannedColumn[];
};

const LOOKED_AT = 20;
const GOOD_FIT = 0.6;

const wordsOf = (text: string): string[] =>
  foldVietnamese(text)
    .split(/[^a-z0-9]+/)
    .filter(Boolean);

/** How well a header names a column, 0–1: the same words, in whatever order. */
export function headerFit(header: string, name: string): number {
  const [given, wanted] = [wordsOf(header), wordsOf(name)];
  if (given.length === 0 || wanted.length === 0) return 0;
  if (given.join(' ') === wanted.join(' ')) return 1;
  const both = given.filter((word) => wanted.includes(word)).length;
  return (0.95 * both) / (given.length + wanted.length - both);
}

const textOf = (cell: RawCell | undefined): string =>
  cell === null || cell === undefined || cell instanceof Date ? '' : String(cell).replace(/\s+/g, ' ').trim();

/** Headers of one or two rows: what stands above is put before what stands below. */
export function headersAt({ rows }: RawSheet, headerRow: number, headerRows: number): string[] {
  const width = Math.max(0, ...rows.slice(headerRow, headerRow + headerRows).map((row) => row.length));
  return Array.from({ length: width }, (_, column) => {
    const parts = Array.from({ length: headerRows }, (_one, row) => textOf(rows[headerRow + row]?.[column]));
    return [...new Set(parts.filter(Boolean))].join(': ');
  });
}

/** Columns that were meant before, by folded header. */
export type Remembered = ReadonlyMap<string, ColumnTarget>;

const targetKey = ({ field, part }: ColumnTarget): string => `${field} ${part ?? ''}`;

/** Which column each header means, and how well in all: what was meant before, then the best fit; no column twice. */
function matchHeaders(
  headers: readonly string[],
  wanted: readonly SheetColumn[],
  remembered: Remembered,
): { columns: PlannedColumn[]; score: number } {
  const taken = new Set<string>();
  const targets = new Map<number, ColumnTarget>();
  let score = 0;
  const take = (column: number, target: ColumnTarget, fit: number): void => {
    if (taken.has(targetKey(target)) || targets.has(column)) return;
    taken.add(targetKey(target));
    targets.set(column, { field: target.field, part: target.part });
    score += fit;
  };
  const known = new Set(wanted.map(targetKey));
  for (const [column, header] of headers.entries()) {
    const before = remembered.get(foldVietnamese(header));
    if (header && before && known.has(targetKey(before))) take(column, before, 1);
  }
  const fits = headers.flatMap((header, column) =>
    wanted.map((one) => ({ column, one, fit: headerFit(header, one.header) })),
  );
  for (const { column, one, fit } of fits.sort((a, b) => b.fit - a.fit || a.column - b.column))
    if (fit >= GOOD_FIT) take(column, one, fit);
  const columns = headers.map((header, column) => ({ column, header, target: targets.get(column) ?? null }));
  return { columns, score };
}

const isNumbering = (row: readonly RawCell[] | undefined): boolean => {
  const cells = (row ?? []).map(textOf).filter(Boolean);
  return cells.length > 2 && cells.every((cell, place) => cell.replace(/[()]/g, '') === String(place + 1));
};

/** Finds the header of a sheet, of one or two rows, and what its columns mean. */
export function planSheet(
  declaration: Pick<RegisterDeclaration, 'fields' | 'steps'>,
  sheets: readonly RawSheet[],
  remembered: Remembered,
): SheetPlan {
  const wanted = sheetColumns(declaration);
  let best: { plan: SheetPlan; score: number } = {
    plan: { sheet: 0, headerRow: 0, headerRows: 1, columns: [] },
    score: -1,
  };
  for (const [sheet, raw] of sheets.entries()) {
    for (let headerRow = 0; headerRow < Math.min(LOOKED_AT, raw.rows.length); headerRow += 1) {
      for (const headerRows of [1, 2]) {
        const { columns, score } = matchHeaders(headersAt(raw, headerRow, headerRows), wanted, remembered);
        // How well the headers fit decides, not how many do: half a name over two columns fits both, but neither well.
        if (score - headerRows / 10 > best.score)
          best = { plan: { sheet, headerRow, headerRows, columns }, score: score - headerRows / 10 };
      }
    }
  }
  const { plan } = best;
  const below = sheets[plan.sheet]?.rows[plan.headerRow + plan.headerRows];
  return isNumbering(below) ? { ...plan, headerRows: plan.headerRows + 1 } : plan;
}

/** A plan that a person corrected, as far as it fits the sheet and the declaration; null where it does not. */
export function checkPlan(
  declaration: Pick<RegisterDeclaration, 'fields' | 'steps'>,
  plan: SheetPlan,
): SheetPlan | null {
  const known = new Set(sheetColumns(declaration).map(targetKey));
  const targets = plan.columns.flatMap(({ target }) => (target ? [targetKey(target)] : []));
  return targets.every((one) => known.has(one)) && new Set(targets).size === targets.length ? plan : null;
}

export const isDocumentPart = (text: string): text is DocumentPart =>
  (documentParts as readonly string[]).includes(text);
