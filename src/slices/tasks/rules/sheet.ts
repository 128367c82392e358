import { type CivilDate, formatDay } from '../../../kernel/civil-date.ts';
import type { UnitId } from '../../../kernel/ids.ts';
import { foldVietnamese } from '../../../kernel/vietnamese.ts';
import { readDeadlines } from '../../deadlines/index.ts';
import type { UnitMatch } from '../../units/index.ts';
import { dueOf } from './task.ts';
import type { TaskDeadline } from './task-shapes.ts';

/** Columns of the spreadsheet of tasks, in order. The first names the task that a row changes; empty makes a new one. */
export const sheetColumns = [
  { key: 'taskId', title: 'Mã công việc' },
  { key: 'title', title: 'Tên công việc' },
  { key: 'area', title: 'Lĩnh vực' },
  { key: 'lead', title: 'Chủ trì' },
  { key: 'coordinators', title: 'Phối hợp' },
  { key: 'deadline', title: 'Thời hạn' },
  { key: 'products', title: 'Sản phẩm' },
  { key: 'state', title: 'Trạng thái' },
  { key: 'due', title: 'Ngày đến hạn' },
  { key: 'percent', title: 'Tiến độ (%)' },
] as const;
export type SheetColumn = (typeof sheetColumns)[number]['key'];

/** A cell as it was read, with where it stands: row and column count from 1, as a spreadsheet shows them. */
export type ReadCell = { readonly text: string; readonly row: number; readonly column: number };
export type CellError = {
  readonly row: number;
  readonly column: number;
  /** "C5" */
  readonly cell: string;
  readonly code:
    | 'title-missing'
    | 'title-long'
    | 'area-wrong'
    | 'unit-missing'
    | 'unit-unknown'
    | 'unit-unsure'
    | 'deadline-unread'
    | 'deadline-past'
    | 'task-unknown'
    | 'task-twice';
  readonly text: string;
};

export type SheetRow = {
  readonly row: number;
  readonly taskId: string | null;
  readonly title: string;
  readonly areaOrdinal: number | null;
  readonly leadId: UnitId;
  readonly coordinatorIds: readonly UnitId[];
  readonly deadlineText: string | null;
  readonly deadlines: readonly TaskDeadline[];
  readonly products: readonly string[];
};

export type SheetContext = {
  readonly matchUnit: (name: string) => UnitMatch;
  readonly knownTaskIds: ReadonlySet<string>;
  readonly year: number;
  readonly today: CivilDate;
};

/** 1 → A, 27 → AA. */
export function columnName(column: number): string {
  let name = '';
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26))
    name = String.fromCharCode(65 + ((left - 1) % 26)) + name;
  return name;
}

/** Where each column stands, by the words of the first row that names "Tên công việc"; null where no row does. */
export function findHeader(
  rows: readonly (readonly ReadCell[])[],
): { at: number; columns: Map<SheetColumn, number> } | null {
  const titles = new Map(sheetColumns.map(({ key, title }) => [foldVietnamese(title), key]));
  for (const [at, cells] of rows.entries()) {
    const columns = new Map<SheetColumn, number>();
    for (const { text, column } of cells) {
      const key = titles.get(foldVietnamese(text));
      if (key !== undefined && !columns.has(key)) columns.set(key, column);
    }
    if (columns.has('title') && columns.has('lead')) return { at, columns };
  }
  return null;
}

const listOf = (text: string): string[] =>
  text
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter(Boolean);

type Reading = { readonly errors: CellError[]; readonly context: SheetContext };

/** Reads one row; what is wrong is added to `errors`, each with its cell. */
function readRow(
  cellOf: (key: SheetColumn) => ReadCell,
  seen: Set<string>,
  { errors, context }: Reading,
): SheetRow | null {
  const before = errors.length;
  const wrong = ({ row, column, text }: ReadCell, code: CellError['code']): void => {
    errors.push({ row, column, cell: `${columnName(column)}${row}`, code, text });
  };
  const unitOf = (cell: ReadCell, name: string): UnitId | null => {
    const match = context.matchUnit(name);
    if (match.kind === 'sure') return match.unitId;
    wrong({ ...cell, text: name }, match.kind === 'unsure' ? 'unit-unsure' : 'unit-unknown');
    return null;
  };
  const [id, title, area, lead] = [cellOf('taskId'), cellOf('title'), cellOf('area'), cellOf('lead')];
  if (id.text !== '' && !context.knownTaskIds.has(id.text)) wrong(id, 'task-unknown');
  if (id.text !== '' && seen.has(id.text)) wrong(id, 'task-twice');
  seen.add(id.text);
  if (title.text.length < 3) wrong(title, 'title-missing');
  if (title.text.length > 2000) wrong({ ...title, text: `${title.text.slice(0, 40)}…` }, 'title-long');
  if (area.text !== '' && !/^\d{1,2}$/.test(area.text)) wrong(area, 'area-wrong');
  if (lead.text === '') wrong(lead, 'unit-missing');
  const leadId = lead.text === '' ? null : unitOf(lead, lead.text);
  const others = listOf(cellOf('coordinators').text).map((name) => unitOf(cellOf('coordinators'), name));
  const deadlines = readDeadline(cellOf('deadline'), context, wrong);
  if (errors.length > before || leadId === null) return null;
  return {
    row: title.row,
    taskId: id.text || null,
    title: title.text,
    areaOrdinal: area.text === '' ? null : Number(area.text),
    leadId,
    coordinatorIds: others.filter((one) => one !== null && one !== leadId).filter((one) => one !== null),
    deadlineText: cellOf('deadline').text || null,
    deadlines,
    products: listOf(cellOf('products').text),
  };
}

/** A spreadsheet writes a day in its own way; the phrase grammar reads the rest. A day that is over is told for new tasks. */
function readDeadline(
  cell: ReadCell,
  { year, today }: SheetContext,
  wrong: (cell: ReadCell, code: CellError['code']) => void,
): TaskDeadline[] {
  if (cell.text === '') return [];
  const iso = /^(\d{4}-\d{2}-\d{2})(T.*)?$/.exec(cell.text)?.[1];
  const phrase = iso ? formatDay(iso as CivilDate) : cell.text;
  const deadlines = readDeadlines(phrase, { year }).map(({ deadline }) => deadline);
  const { dueOn } = dueOf(deadlines);
  if (deadlines.length === 0) wrong(cell, 'deadline-unread');
  else if (dueOn !== null && dueOn < today) wrong(cell, 'deadline-past');
  return deadlines as TaskDeadline[];
}

/**
 * Reads a sheet of tasks. Nothing is taken while a cell is wrong: every wrong cell is told at once, with where it stands.
 *
 * @returns null where no row names the columns
 */
export function readSheetRows(
  rows: readonly (readonly ReadCell[])[],
  context: SheetContext,
): { rows: SheetRow[]; errors: CellError[] } | null {
  const header = findHeader(rows);
  if (!header) return null;
  const errors: CellError[] = [];
  const seen = new Set<string>();
  const read = rows.slice(header.at + 1).flatMap((cells) => {
    const row = cells[0]?.row ?? 0;
    const cellOf = (key: SheetColumn): ReadCell => {
      const column = header.columns.get(key) ?? 0;
      const found = cells.find((cell) => cell.column === column);
      return { row, column, text: found?.text.trim() ?? '' };
    };
    if (sheetColumns.every(({ key }) => cellOf(key).text === '')) return [];
    if (cellOf('taskId').text === '') seen.delete('');
    const one = readRow(cellOf, seen, { errors, context });
    return one ? [one] : [];
  });
  return { rows: read, errors };
}
