import { namesArea } from './area-words.ts';
import type { ColumnRole } from './column-roles.ts';
import { cut, type Excerpt } from './excerpt.ts';
import { type Grid, type GridCell, type GridRow, isEmptyRow } from './grid.ts';
import type { TableShape } from './table-shape.ts';
import { isCapitals } from './wording.ts';

/** A row of a plan's table: a heading over rows, or a row with something in it. */
export type PlanRow =
  | {
      readonly kind: 'heading';
      readonly level: number;
      readonly ordinal: string | null;
      readonly name: Excerpt;
      readonly cells: RowCells;
    }
  | { readonly kind: 'data'; readonly cells: RowCells };

/** A number that the author typed into the first words of a row: "1.1. Báo cáo …". */
const TYPED_ORDINAL = /^\s*(?<ordinal>\d{1,2}(?:\.\d{1,2}){1,3}|\d{1,2}(?=[.)]))[.)]?\s+(?=\p{Lu})/u;

export function splitTypedOrdinal(excerpt: Excerpt): { ordinal: string | null; rest: Excerpt } {
  const match = TYPED_ORDINAL.exec(excerpt.text);
  return match
    ? { ordinal: match.groups?.ordinal ?? null, rest: cut(excerpt, match[0].length) }
    : { ordinal: null, rest: excerpt };
}

/** The cells of a row by what they hold. */
export type RowCells = {
  readonly at: (role: ColumnRole) => GridCell | null;
  readonly excerpt: (role: ColumnRole) => Excerpt | null;
};

/** Rank of a heading's sign: parts, areas, groups of tasks. */
const HEADING_STYLES: readonly RegExp[] = [/^[A-H]$/, /^[IVX]{1,5}$/, /^$/, /^\d{1,2}$/, /^\d{1,2}\.\d{1,2}$/];

/** Columns that a heading row may fill besides its name: its own points. */
const HEADING_ROLES: ReadonlySet<ColumnRole | null> = new Set([
  'selfPoints',
  'ordinal',
  'maxPoints',
  'points',
  'lostPoints',
  'percent',
  'criteriaCount',
  'subcriteriaCount',
  'note',
]);

export function readRows(grid: Grid, shape: TableShape): PlanRow[] {
  const rows = grid.rows.slice(shape.headRows).filter((row) => !isEmptyRow(row));
  return rows.map((row) => readRow(row, shape));
}

function readRow(row: GridRow, shape: TableShape): PlanRow {
  const cells = cellsOf(row, shape);
  const numberCell = cells.at('ordinal');
  const hasNumber = numberCell !== null && roleIn(numberCell, 'ordinal') === 'ordinal';
  const ordinal = hasNumber ? numberCell.excerpt.text.trim().replace(/[.)]+$/, '') : '';
  const filled = row.cells.flatMap((cell, column) =>
    cell && !cell.isInherited && cell.excerpt.text.trim() !== ''
      ? [{ cell, role: roleIn(cell, shape.columns[column]?.role ?? null) }]
      : [],
  );
  const named = filled.filter(({ role }) => !HEADING_ROLES.has(role));
  const inherits = row.cells.some(
    (cell, column) => cell?.isInherited && !HEADING_ROLES.has(shape.columns[column]?.role ?? null),
  );
  const only = named[0];
  if (only && named.length === 1 && isHeading(only, { ordinal, inherits, isLone: filled.length === 1 })) {
    const split = splitOrdinal(only.cell.excerpt, ordinal);
    return { kind: 'heading', level: levelOf(split.ordinal), ordinal: split.ordinal || null, name: split.name, cells };
  }
  return { kind: 'data', cells };
}

/** A heading merged over all columns stands in the column of numbers: it is no number. */
function roleIn(cell: GridCell, role: ColumnRole | null): ColumnRole | null {
  const text = cell.excerpt.text.trim();
  const isNamed = text.length > LONGEST_ORDINAL || SIGNED_WORDS.test(text);
  return role === 'ordinal' && (cell.columnSpan > 1 || isNamed) ? null : role;
}

const LONGEST_ORDINAL = 10;
/** "V. CÔNG VỤ": words after the sign. */
const SIGNED_WORDS = /^(?:[IVX]{1,5}|[A-H]|\d{1,2})[.)]?\s+\p{L}{2}/u;

function cellsOf(row: GridRow, shape: TableShape): RowCells {
  const at = (role: ColumnRole): GridCell | null => {
    const column = shape.columns.findIndex((candidate) => candidate.role === role);
    return column < 0 ? null : (row.cells[column] ?? null);
  };
  return { at, excerpt: (role) => at(role)?.excerpt ?? null };
}

type HeadingSigns = { readonly ordinal: string; readonly inherits: boolean; readonly isLone: boolean };

/** One cell filled in a row: a heading, unless it only goes on with a merged row. */
function isHeading(
  only: { cell: GridCell; role: ColumnRole | null },
  { ordinal, inherits, isLone }: HeadingSigns,
): boolean {
  const text = only.cell.excerpt.text.trim();
  if (/^[IVX]{1,5}$|^[A-H]$/.test(ordinal)) return true;
  if (inherits || text.length > 250) return false;
  if (only.cell.columnSpan > 2 || isCapitals(text) || namesArea(text) || /^(?:[IVX]{1,5}|[A-H])[.)]\s/.test(text))
    return true;
  return isLone ? text.length < 160 : /^\d/.test(ordinal);
}

function splitOrdinal(excerpt: Excerpt, ordinal: string): { ordinal: string; name: Excerpt } {
  if (ordinal !== '') return { ordinal, name: excerpt };
  const match = /^\s*([IVX]{1,5}|[A-H]|\d{1,2}(?:\.\d{1,2})?)[.)/:\s-]\s*(?=\S)/.exec(excerpt.text);
  if (!match?.[1]) return { ordinal, name: excerpt };
  return { ordinal: match[1], name: cut(excerpt, match[0].length) };
}

function levelOf(ordinal: string): number {
  const level = HEADING_STYLES.findIndex((style) => style.test(ordinal));
  return level < 0 ? HEADING_STYLES.length : level;
}

/**
 * The level whose headings are the reform areas: Roman numbers where there are any, else the highest that occurs more
 * than once or names an area.
 */
export function areaLevel(rows: readonly PlanRow[]): number | null {
  const headings = rows.filter((row) => row.kind === 'heading');
  if (headings.some((row) => row.level === 1)) return 1;
  const levels = [...new Set(headings.map((row) => row.level))].sort((a, b) => a - b);
  return (
    levels.find(
      (level) =>
        headings.filter((row) => row.level === level).length > 1 ||
        headings.some((row) => row.level === level && namesArea(row.name.text)),
    ) ?? null
  );
}
