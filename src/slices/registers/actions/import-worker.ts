import { parentPort, workerData } from 'node:worker_threads';
import type { RecordId } from '../../../kernel/ids.ts';
import { makeCalendar } from '../../calendar/index.ts';
import { compileRegister, type Register } from '../rules/compile.ts';
import { deriveRecord } from '../rules/derive.ts';
import { dataRows, keptCells, type RowReader, readSheetRow, type SheetRow } from '../rules/read-sheet-rows.ts';
import { planSheet, type RawSheet } from '../rules/sheet-plan.ts';
import type { Analysis, FaultyRow, ImportAnswer, ImportTask } from './import-messages.ts';
import { type DerivedRow, partOf } from './import-part.ts';
import { readSheetFile } from './sheet-file.ts';
import { uniqueKeys } from './unique-keys.ts';

/** Entry of the import thread: reads, checks and derives; the database's side asks for one part after the other. */
const task = workerData as ImportTask;
const SAMPLE_ROWS = 8;
const LOOKED_AT = 1000;
const MOST_FAULTS = 2000;

const answer = (message: ImportAnswer): void => parentPort?.postMessage(message);

/** What the database's side has asked for and has not got yet: each wish brings identifiers for the records of a part. */
const wishes: (readonly RecordId[])[] = [];
let wake: (() => void) | null = null;
parentPort?.on('message', (ids: readonly RecordId[]) => {
  wishes.push(ids);
  wake?.();
});

async function asked(): Promise<readonly RecordId[]> {
  if (wishes.length === 0)
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
  wake = null;
  return wishes.shift() ?? [];
}

function readerOf(plan: RowReader['plan']): RowReader {
  const { declaration, lookups, rights } = task;
  const lookup = { units: new Map(lookups.units), people: new Map(lookups.people), guessUnit: () => null };
  return { declaration, plan, lookup, rights };
}

function* rowsOf(reader: RowReader, sheet: RawSheet): Generator<SheetRow> {
  for (const { cells, row } of dataRows(sheet, reader.plan)) {
    const read = readSheetRow(reader, cells, row);
    if (read) yield read;
  }
}

/** Columns that the person may not fill mean nothing to him. */
function unlocked(plan: RowReader['plan']): RowReader['plan'] {
  const isLocked = ({ field }: { field: string }): boolean =>
    !field.startsWith('~') && field !== task.declaration.owner && !task.rights.changeable.includes(field);
  const columns = plan.columns.map((one) => (one.target && isLocked(one.target) ? { ...one, target: null } : one));
  return { ...plan, columns };
}

const shown = (cell: unknown): string =>
  cell instanceof Date ? cell.toISOString().slice(0, 10) : cell === null || cell === undefined ? '' : String(cell);

function analyse(sheets: readonly RawSheet[]): Analysis {
  const plan = unlocked(task.plan ?? planSheet(task.declaration, sheets, new Map(task.remembered)));
  const sheet = sheets[plan.sheet] ?? { name: '', rows: [] };
  const rows = dataRows(sheet, plan);
  const reader = readerOf(plan);
  const faults: FaultyRow[] = [];
  for (const { cells, row } of rows.slice(0, LOOKED_AT)) {
    const read = readSheetRow(reader, cells, row);
    if (read && !read.ok) faults.push(read);
  }
  const sample = rows.slice(0, SAMPLE_ROWS).map(({ cells }) => cells.map(shown));
  return {
    sheets: sheets.map(({ name }) => name),
    plan,
    rowCount: rows.length,
    sample,
    faultyRows: faults.length,
    faults: faults.slice(0, 100),
  };
}

type CellsOf = (row: number) => FaultyRow['cells'];

/** Rows that hold the same values as an earlier one of the sheet, where these may stand only once. */
function findTwice(register: Register, rows: readonly SheetRow[]): Set<number> {
  const seen = new Set<string>();
  const twice = new Set<number>();
  for (const one of rows) {
    if (!one.ok) continue;
    for (const { rule, hash } of uniqueKeys(register, one.values)) {
      const key = `${rule} ${hash}`;
      if (seen.has(key)) twice.add(one.row);
      seen.add(key);
    }
  }
  return twice;
}

/** As faulty: rows whose values stand already in the sheet. */
function withoutTwice(register: Register, rows: readonly SheetRow[], cellsOf: CellsOf): SheetRow[] {
  if (!register.declaration.unique?.length) return [...rows];
  const twice = findTwice(register, rows);
  const [first = ''] = register.declaration.unique[0] ?? [];
  return rows.map((one) =>
    one.ok && twice.has(one.row)
      ? {
          row: one.row,
          ok: false,
          cells: cellsOf(one.row),
          faults: [{ column: null, field: first, code: 'stands-already' as const }],
        }
      : one,
  );
}

async function write(
  sheets: readonly RawSheet[],
  writing: NonNullable<ImportTask['writing']>,
  plan: RowReader['plan'],
): Promise<void> {
  const register = compileRegister(task.declaration, writing);
  const calendar = makeCalendar(writing.calendar);
  const sheet = sheets[plan.sheet] ?? { name: '', rows: [] };
  const cellsOf: CellsOf = (row) => keptCells(sheet.rows[row - 1] ?? []);
  const rows = withoutTwice(register, [...rowsOf(readerOf(plan), sheet)], cellsOf);
  const faults = rows.filter((one) => !one.ok);
  answer({ kind: 'checked', rows: rows.length, faultyRows: faults.length, faults: faults.slice(0, MOST_FAULTS) });
  const right = rows.filter((one) => one.ok).filter(({ row }) => row > writing.afterRow);
  const { today, importId } = writing;
  const derive = ({ row, values, step }: (typeof right)[number], recordId: RecordId): DerivedRow => {
    const stepOn = step === null ? null : today;
    const derived = deriveRecord(register, { values, step, stepOn, createdOn: today }, calendar);
    const unique = uniqueKeys(register, values);
    const record = { recordId, derived, step, stepOn, importId, importRow: row };
    return { record, unique, cells: unique.length > 0 ? cellsOf(row) : [] };
  };
  for (let at = 0; at < right.length; ) {
    const ids = await asked();
    const rowsOfPart = right.slice(at, at + ids.length);
    const derived = ids.flatMap((recordId, place) => {
      const row = rowsOfPart[place];
      return row ? [derive(row, recordId)] : [];
    });
    answer(partOf(derived, rowsOfPart.at(-1)?.row ?? 0));
    at += ids.length;
  }
  await asked();
  answer({ kind: 'end' });
}

const sheets = await readSheetFile(task.bytes).catch(() => null);
if (sheets === null || sheets.every(({ rows }) => rows.length === 0)) answer({ kind: 'unreadable' });
else if (task.writing && task.plan) await write(sheets, task.writing, task.plan);
else answer({ kind: 'analysed', analysis: analyse(sheets) });
parentPort?.close();
