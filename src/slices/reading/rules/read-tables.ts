import { namesArea } from './area-words.ts';
import { areaOfHeading, NO_AREA_FIGURES, readRowHeading } from './areas.ts';
import { readCount, readDeficitRow, readPercent, readPoints } from './deficits-in-tables.ts';
import { cut, type Excerpt } from './excerpt.ts';
import { fieldAt, NOT_STATED, SURE, textField } from './fields.ts';
import type { Grid } from './grid.ts';
import type { ReadingContext } from './known-units.ts';
import { obligationsInAssignment } from './obligations.ts';
import type { Outline } from './outline.ts';
import type { AreaReading, Count, DeficitReading, ObligationReading, TaskReading } from './plan-reading.ts';
import { areaLevel, type PlanRow, type RowCells, readRows, splitTypedOrdinal } from './table-rows.ts';
import { readShape, type TableShape } from './table-shape.ts';
import { readTask } from './tasks.ts';
import { cleanWording, foldLetters } from './wording.ts';

/** A table whose columns are known. */
export type ShapedTable = {
  readonly grid: Grid;
  readonly shape: TableShape;
  /** The area that the heading right above the table names. */
  readonly above: Excerpt | null;
};

export function shapedTables(outline: Outline): ShapedTable[] {
  return outline.flatMap((item, index) => {
    const shape = item.kind === 'grid' ? readShape(item.grid) : null;
    const line = outline[index - 1];
    const above = line?.kind === 'line' ? areaOfHeading(line) : null;
    return item.kind === 'grid' && shape ? [{ grid: item.grid, shape, above }] : [];
  });
}

/** What the tables of a plan hold; their areas are numbered in their order. */
export type TableReading = {
  readonly areas: AreaReading[];
  readonly deficits: DeficitReading[];
  readonly tasks: TaskReading[];
  readonly obligations: ObligationReading[];
};

export function readTables(tables: readonly ShapedTable[], context: ReadingContext): TableReading {
  const reading: TableReading = { areas: [], deficits: [], tasks: [], obligations: [] };
  for (const table of tables) {
    if (table.shape.kind === 'scores') readScores(table, reading);
    else readTable(table, reading, context);
  }
  return reading;
}

function readTable({ grid, shape, above }: ShapedTable, reading: TableReading, context: ReadingContext): void {
  const rows = readRows(grid, shape);
  const level = areaLevel(rows);
  let area: Count = above && rows[0]?.kind === 'data' ? areaOf(reading.areas, above, {}) : NOT_STATED;
  for (const [index, row] of rows.entries()) {
    if (isOverSubRows(row, rows[index + 1])) continue;
    if (row.kind === 'heading') {
      if (row.level === level) area = areaOfRow(reading.areas, row);
      continue;
    }
    if (level === null) area = areaOfGroup(reading.areas, row.cells) ?? area;
    if (shape.kind === 'deficits') {
      const deficit = readDeficitRow(row.cells, area, context);
      if (deficit) reading.deficits.push(deficit);
      continue;
    }
    const task = readTask(row.cells, area, context);
    if (!task) continue;
    reading.tasks.push(task);
    const assignment = row.cells.excerpt('assignment') ?? row.cells.excerpt('lead');
    reading.obligations.push(
      ...obligationsInAssignment(assignment, task.deadlines, context),
      ...obligationsInAssignment(row.cells.excerpt('note'), task.deadlines, context, task.leads),
    );
  }
}

const SAYS_MORE = ['product', 'deadline', 'lead', 'coordinator', 'assignment', 'remedy', 'reason', 'target'] as const;

/** A task that only names what its rows a), b) … are parts of. */
function isOverSubRows(row: PlanRow, next: PlanRow | undefined): boolean {
  const sign = (of: PlanRow | undefined): string =>
    of?.kind === 'data' ? (of.cells.excerpt('ordinal')?.text.trim() ?? '') : '';
  return (
    /^\d{1,2}(?:\.\d{1,2})*[.)]?$/.test(sign(row)) &&
    /^a[.)]?$/.test(sign(next)) &&
    SAYS_MORE.every((role) => (row.cells.excerpt(role)?.text.trim() ?? '') === '')
  );
}

/** A table that gives points area by area. */
function readScores({ grid, shape }: ShapedTable, reading: TableReading): void {
  for (const { cells } of readRows(grid, shape)) {
    const cell = cells.excerpt('group') ?? cells.excerpt('criterion') ?? cells.excerpt('task');
    const name = cell && splitTypedOrdinal(cell).rest;
    const isArea = name && (namesArea(name.text) || (cells.excerpt('group') && !/^(?:tổng|cộng)/iu.test(name.text)));
    if (!name || !isArea || !/\p{L}/u.test(name.text)) continue;
    areaOf(reading.areas, name, {
      ...readPoints(cells),
      percent: readPercent(cells),
      criteria: readCount(cells, 'criteriaCount'),
      subcriteria: readCount(cells, 'subcriteriaCount'),
    });
  }
}

/** A heading over rows: its points in their columns, or behind its name. */
function areaOfRow(areas: AreaReading[], { name, cells }: Extract<PlanRow, { kind: 'heading' }>): Count {
  const inColumns = readPoints(cells);
  const heading = readRowHeading(name);
  const isStated = inColumns.score.value !== null || inColumns.max.value !== null;
  return areaOf(areas, heading.name, isStated ? { ...heading.figures, ...inColumns } : heading.figures);
}

/** A column "Lĩnh vực", filled where a new area begins. */
function areaOfGroup(areas: AreaReading[], cells: RowCells): Count | null {
  const group = cells.excerpt('group');
  if (!group) return null;
  const number = /^\s*(?<number>\d{1,2})\s*$/.exec(group.text)?.groups?.number;
  if (number !== undefined) return numbered(areas, Number(number), group);
  return namesArea(group.text) ? areaOf(areas, withoutSign(group), {}) : null;
}

/** "03" in the column of areas: the area of that number in the table before. */
function numbered(areas: readonly AreaReading[], number: number, cell: Excerpt): Count | null {
  return areas.some((area) => area.ordinal.value === number) ? fieldAt(number, cell, SURE.byHeader) : null;
}

/** "I. Chỉ đạo, điều hành", "Lĩnh vực 1: …" without what only numbers it. */
function withoutSign(name: Excerpt): Excerpt {
  const sign = /^\s*(?:lĩnh vực\s+)?(?:[IVX]{1,5}|[A-H]|\d{1,2})[.):]\s+(?=\p{L})/iu.exec(name.text);
  return sign ? cut(name, sign[0].length) : name;
}

/** The area of that name, or a new one. */
function areaOf(areas: AreaReading[], name: Excerpt, figures: Partial<AreaReading>): Count {
  const key = foldLetters(cleanWording(name.text));
  let area = areas.find((known) => foldLetters(known.name.value) === key);
  if (!area) {
    area = {
      ordinal: fieldAt(areas.length + 1, name, SURE.byHeader),
      name: textField(name, SURE.byHeader),
      ...NO_AREA_FIGURES,
      ...figures,
    };
    areas.push(area);
  }
  return area.ordinal;
}
