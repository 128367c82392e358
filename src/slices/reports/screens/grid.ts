import type { GetReportGridAnswer } from '../../../web/client.generated.ts';

export type GridCell = GetReportGridAnswer['cells'][number];

/** The months of a year and one more column: what falls due after the year. */
export const MONTH_COLUMNS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13] as const;

/** The column of a cell: the month in which units are due; 13 for a day after the year. */
export function columnOf({ dueOn }: Pick<GridCell, 'dueOn'>, year: number): number {
  const [dueYear, month] = [Number(dueOn.slice(0, 4)), Number(dueOn.slice(5, 7))];
  if (dueYear > year) return 13;
  return dueYear < year ? 1 : month;
}

export type GridRow = { dutyId: string; name: string; cells: readonly GridCell[] };

/** Cells by duty, in the order in which the server sends them. A duty that changed its name goes by the latest. */
export function rowsOf(cells: readonly GridCell[]): GridRow[] {
  const rows = new Map<string, GridCell[]>();
  for (const cell of cells) rows.set(cell.dutyId, [...(rows.get(cell.dutyId) ?? []), cell]);
  return [...rows].map(([dutyId, own]) => ({ dutyId, name: own.at(-1)?.name ?? '', cells: own }));
}

/** Columns that have a cell: an empty month after the year takes no room. */
export function columnsOf(cells: readonly GridCell[], year: number): number[] {
  const used = new Set(cells.map((cell) => columnOf(cell, year)));
  return MONTH_COLUMNS.filter((month) => month <= 12 || used.has(month));
}

export type CellLook = 'late' | 'done' | 'running' | 'ahead';

/** Late is red, all in or closed is done, a cut-off to come that nobody has begun is quiet. */
export function lookOf({ counts, isClosed, cutOffs }: GridCell): CellLook {
  if (cutOffs.some(({ standing }) => standing === 'overdue')) return 'late';
  if (counts.overdue > 0) return 'late';
  if (isClosed || (counts.expected > 0 && counts.handedIn === counts.expected)) return 'done';
  return counts.handedIn > 0 || counts.returned > 0 ? 'running' : 'ahead';
}

export type GridSums = {
  expected: number;
  handedIn: number;
  onTime: number;
  late: number;
  overdue: number;
  missing: number;
  returned: number;
};

/** Over the whole year: what counts so far and what is still open. */
export function sumsOf(cells: readonly GridCell[]): GridSums {
  const sum = (of: (counts: GridCell['counts']) => number): number =>
    cells.reduce((all, { counts }) => all + of(counts), 0);
  const [handedIn, late] = [sum((one) => one.handedIn), sum((one) => one.late)];
  return {
    expected: sum((one) => one.expected),
    handedIn,
    late,
    onTime: handedIn - late,
    overdue: sum((one) => one.overdue),
    missing: sum((one) => one.missing),
    returned: sum((one) => one.returned),
  };
}
