import { foldVietnamese } from '../../../kernel/vietnamese.ts';
import {
  type CellFault,
  type CellLookup,
  type DocumentPart,
  isBlank,
  joinDocument,
  type RawCell,
  readCell,
  STEP_COLUMN,
} from './cells.ts';
import type { Field, RegisterDeclaration } from './declaration.ts';
import { mergedNumber, UNCOMPUTED } from './marked-cells.ts';
import type { PlannedColumn, RawSheet, SheetPlan } from './sheet-plan.ts';
import { isAbsent, readValues, type ValueFault, type Values } from './values.ts';

/** What is wrong with a cell of a row. `column` is null where a field is missing altogether. */
export type RowFault = {
  readonly column: number | null;
  readonly field: string;
  readonly code:
    | CellFault
    | ValueFault['code']
    | 'step-unknown'
    | 'step-needs'
    | 'stands-already'
    | 'formula'
    | 'merged';
};

/** A row of a sheet as a record, or what is wrong with it. Rows count as the spreadsheet does, from 1. */
export type SheetRow =
  | { readonly row: number; readonly ok: true; readonly values: Values; readonly step: string | null }
  | {
      readonly row: number;
      readonly ok: false;
      readonly cells: readonly RawCell[];
      readonly faults: readonly RowFault[];
    };

/** Who imports: the fields he may change, and the units within his reach (null: any). */
export type ImportRights = {
  readonly changeable: readonly string[];
  readonly unitIds: readonly string[] | null;
  readonly ownUnitId: string | null;
};

export type RowReader = {
  readonly declaration: RegisterDeclaration;
  readonly plan: SheetPlan;
  readonly lookup: CellLookup;
  readonly rights: ImportRights;
};

const dayOrMoment = (date: Date): string => {
  const text = date.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19).replace('T', ' ');
};

/** The cells of a refused row in a form that is kept, written into the sheet of errors and read again. */
export const keptCells = (cells: readonly RawCell[]): RawCell[] =>
  Array.from(cells, (cell) => {
    if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? null : dayOrMoment(cell);
    return cell === UNCOMPUTED ? null : (mergedNumber(cell ?? null) ?? cell ?? null);
  });

type Given = { values: Record<string, unknown>; step: string | null; faults: RowFault[] };

function readStep({ steps = {} }: RegisterDeclaration, text: string): string | null {
  const folded = foldVietnamese(text);
  const found = Object.entries(steps).find(
    ([key, { label }]) => key === text || [label.vi, label.en].some((one) => foldVietnamese(one) === folded),
  );
  return found?.[0] ?? null;
}

const isFigure = ({ kind }: Field): boolean => kind === 'number' || kind === 'money' || kind === 'percent';

/** What a cell holds, or why it cannot be told: a formula without a value, a figure merged over several rows. */
function unmarked(field: Field | undefined, cell: RawCell): { raw: RawCell } | { fault: 'formula' | 'merged' } {
  if (cell === UNCOMPUTED) return { fault: 'formula' };
  const merged = mergedNumber(cell);
  if (merged === null) return { raw: cell };
  return field && isFigure(field) ? { fault: 'merged' } : { raw: merged };
}

function readOne(reader: RowReader, given: Given, { column, target }: PlannedColumn, cell: RawCell): void {
  if (target === null || isBlank(cell)) return;
  const { declaration, lookup } = reader;
  const held = unmarked(declaration.fields[target.field], cell);
  if ('fault' in held) {
    given.faults.push({ column, field: target.field, code: held.fault });
    return;
  }
  const { raw } = held;
  if (target.field === STEP_COLUMN) {
    given.step = readStep(declaration, String(raw).trim());
    if (given.step === null) given.faults.push({ column, field: STEP_COLUMN, code: 'step-unknown' });
    return;
  }
  const field = declaration.fields[target.field];
  if (!field || field.kind === 'computed' || field.kind === 'files') return;
  const read = readCell(field, target.part, raw, lookup);
  if ('fault' in read) given.faults.push({ column, field: target.field, code: read.fault });
  else if (target.part === null) given.values[target.field] = read.value;
  else
    given.values[target.field] = { ...(given.values[target.field] as object | undefined), [target.part]: read.value };
}

function joinDocuments({ declaration }: RowReader, given: Given): void {
  for (const [name, value] of Object.entries(given.values)) {
    if (declaration.fields[name]?.kind === 'document')
      given.values[name] = joinDocument(value as Partial<Record<DocumentPart, unknown>>);
  }
}

/** Somebody whose right ends at his units imports for his unit where the sheet names none. */
function fillOwner({ declaration: { owner }, rights }: RowReader, given: Given): void {
  if (rights.unitIds !== null && rights.ownUnitId !== null && isAbsent(given.values[owner] as Values[string]))
    given.values[owner] = rights.ownUnitId;
}

function checkRights(
  { declaration: { owner }, rights }: RowReader,
  given: Given,
  columnOf: (field: string) => number | null,
): void {
  for (const field of Object.keys(given.values))
    if (!rights.changeable.includes(field) && field !== owner && !isAbsent(given.values[field] as Values[string]))
      given.faults.push({ column: columnOf(field), field, code: 'not-yours' });
  const unit = given.values[owner];
  if (rights.unitIds !== null && !(typeof unit === 'string' && rights.unitIds.includes(unit)))
    given.faults.push({ column: columnOf(owner), field: owner, code: 'not-yours' });
}

/** Reads a row of the sheet as an entry by hand would be read; a blank row is null. */
export function readSheetRow(reader: RowReader, cells: readonly RawCell[], row: number): SheetRow | null {
  if (cells.every((cell) => isBlank(cell ?? null))) return null;
  const { declaration, plan, rights } = reader;
  const given: Given = { values: {}, step: null, faults: [] };
  for (const planned of plan.columns) readOne(reader, given, planned, cells[planned.column] ?? null);
  joinDocuments(reader, given);
  fillOwner(reader, given);
  const columnOf = (field: string): number | null =>
    plan.columns.find(({ target }) => target?.field === field)?.column ?? null;
  checkRights(reader, given, columnOf);
  const faulty = new Set(given.faults.map(({ field }) => field));
  const read = readValues(declaration, given.values, {}, new Set(rights.changeable));
  const faults = read.ok ? [] : read.faults.filter(({ field }) => !faulty.has(field));
  const all = [
    ...given.faults,
    ...faults.map(({ field, code }): RowFault => ({ column: columnOf(field), field, code })),
  ];
  if (!read.ok || all.length > 0) return { row, ok: false, cells: keptCells(cells), faults: all };
  const step = given.step ?? declaration.firstStep ?? null;
  const needs =
    step === null ? [] : (declaration.steps?.[step]?.needs ?? []).filter((name) => isAbsent(read.values[name]));
  if (needs.length > 0)
    return {
      row,
      ok: false,
      cells: keptCells(cells),
      faults: needs.map((field) => ({ column: columnOf(field), field, code: 'step-needs' as const })),
    };
  return { row, ok: true, values: read.values, step };
}

/** Rows below the header, with their numbers as the spreadsheet shows them. */
export function dataRows(
  sheet: RawSheet,
  { headerRow, headerRows }: SheetPlan,
): { cells: readonly RawCell[]; row: number }[] {
  const first = headerRow + headerRows;
  return sheet.rows.slice(first).map((cells, place) => ({ cells, row: first + place + 1 }));
}
