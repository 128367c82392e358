import { checkFigures } from '../../consistency/index.ts';
import { namesArea } from './area-words.ts';
import { type AreaSection, NO_AREA_FIGURES, readAreaSections } from './areas.ts';
import { completeDeficits } from './complete-deficits.ts';
import { readDeficitsWithoutAreas, readProseDeficits } from './deficits-in-prose.ts';
import { readDeficitRow, readPoints } from './deficits-in-tables.ts';
import type { Excerpt } from './excerpt.ts';
import { fieldAt, NOT_STATED, SURE, textField } from './fields.ts';
import type { Grid } from './grid.ts';
import {
  type Parts,
  partsOf,
  readAgency,
  readNumber,
  readPlaceAndDate,
  readProvince,
  readRecipients,
  readSigner,
  readTitle,
} from './head.ts';
import { collectUnits, type ReadingContext } from './known-units.ts';
import { readLegalBases } from './legal-bases.ts';
import { mergeAreas } from './merge-areas.ts';
import { obligationsInAssignment, obligationsInBody } from './obligations.ts';
import { type Line, type Outline, outlineOf } from './outline.ts';
import type {
  AreaReading,
  Count,
  DeficitReading,
  HeadReading,
  ObligationReading,
  PlanReading,
  ResultReading,
  TaskReading,
} from './plan-reading.ts';
import { readKind, readYears } from './plan-years.ts';
import { readResult } from './result.ts';
import type { SourceDocument } from './source-document.ts';
import { areaLevel, type RowCells, readRows } from './table-rows.ts';
import { readShape, type TableShape } from './table-shape.ts';
import { readTask } from './tasks.ts';
import { cleanWording, foldLetters } from './wording.ts';

/** All that a plan says, every value with its place and how sure its reading is. */
export function readPlan(document: SourceDocument): PlanReading {
  const outline = outlineOf(document);
  const parts = partsOf(outline);
  const result = readResult(parts.lines);
  const tables = shapedTables(outline);
  const head = readHead(
    parts,
    result,
    tables.some((table) => table.shape.kind === 'deficits'),
  );
  const context: ReadingContext = { year: head.planYear.value, units: collectUnits(outline) };
  const sections = readAreaSections(outline);
  const inTables = readTables(tables, context);
  const told =
    sections.length > 0
      ? readProseDeficits(sections, document.footnotes, context)
      : readDeficitsWithoutAreas(bodyOf(parts), document.footnotes, context);
  const merged = mergeAreas(
    inTables.areas,
    inTables.areas.length > 0 ? areasToldOf(sections, told) : sections.map((section) => section.area),
  );
  const inProse = told.map((deficit) => ({ ...deficit, area: merged.renumberProse(deficit.area) }));
  const inRows = inTables.deficits.map((deficit) => ({ ...deficit, area: merged.renumber(deficit.area) }));
  const deficits = inRows.length > 0 ? completeDeficits(inRows, inProse) : inProse;
  return {
    document: head,
    result:
      result && head.assessedYear.value !== null && result.year.value === null
        ? { ...result, year: head.assessedYear }
        : result,
    areas: merged.areas,
    deficits,
    tasks: inTables.tasks.map((task) => ({ ...task, area: merged.renumber(task.area) })),
    obligations: [
      ...obligationsInBody(parts.lines, new Set(sections.flatMap((section) => section.lines)), context),
      ...inTables.obligations,
    ],
    figures: checkFigures(document),
  };
}

function readHead(parts: Parts, result: ResultReading | null, hasDeficits: boolean): HeadReading {
  const title = readTitle(parts.opening);
  const { place, date } = readPlaceAndDate(parts.lines);
  const number = readNumber(parts);
  const kind = readKind(title, hasDeficits);
  const known = { title, date: date.value === null ? number.date : date, resultYear: result?.year ?? NOT_STATED };
  return {
    kind,
    title,
    agency: readAgency(parts),
    province: readProvince(parts, place),
    number: number.number,
    place,
    date: known.date,
    ...readYears({ ...known, opening: parts.opening, lines: parts.lines, kind: kind.value }),
    signer: readSigner(parts.lines),
    recipients: readRecipients(parts.lines),
    legalBases: readLegalBases(parts.opening),
  };
}

/** The lines after the opening, up to the recipients. */
function bodyOf({ opening, lines }: Parts): Line[] {
  const end = lines.findIndex((line) => /^Nơi nhận/iu.test(line.body.text));
  return lines.slice(opening.length, end < 0 ? lines.length : end);
}

/** Areas of the prose that have figures, or of which something is told: only these stand beside a table's areas. */
function areasToldOf(sections: readonly AreaSection[], told: readonly DeficitReading[]): AreaReading[] {
  const areas = sections.map((section) => section.area);
  const numbers = new Set(told.map((deficit) => deficit.area.value));
  return areas.filter(
    (area) => numbers.has(area.ordinal.value) || area.score.value !== null || area.max.value !== null,
  );
}

type ShapedTable = { readonly grid: Grid; readonly shape: TableShape };

function shapedTables(outline: Outline): ShapedTable[] {
  return outline.flatMap((item) => {
    const shape = item.kind === 'grid' ? readShape(item.grid) : null;
    return item.kind === 'grid' && shape ? [{ grid: item.grid, shape }] : [];
  });
}

type TableReading = {
  readonly areas: AreaReading[];
  readonly deficits: DeficitReading[];
  readonly tasks: TaskReading[];
  readonly obligations: ObligationReading[];
};

function readTables(tables: readonly ShapedTable[], context: ReadingContext): TableReading {
  const reading: TableReading = { areas: [], deficits: [], tasks: [], obligations: [] };
  for (const table of tables) {
    if (table.shape.kind !== 'scores') readTable(table, reading, context);
  }
  return reading;
}

function readTable({ grid, shape }: ShapedTable, reading: TableReading, context: ReadingContext): void {
  const rows = readRows(grid, shape);
  const level = areaLevel(rows);
  let area: Count = NOT_STATED;
  for (const row of rows) {
    if (row.kind === 'heading') {
      if (row.level === level) area = areaOf(reading.areas, row.name, readPoints(row.cells));
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
    reading.obligations.push(...obligationsInAssignment(row.cells.excerpt('assignment'), task.deadlines, context));
  }
}

/** A column "Lĩnh vực", filled where a new area begins. */
function areaOfGroup(areas: AreaReading[], cells: RowCells): Count | null {
  const group = cells.excerpt('group');
  return group && namesArea(group.text) ? areaOf(areas, group, { score: NOT_STATED, max: NOT_STATED }) : null;
}

/** The area of that name, or a new one. */
function areaOf(areas: AreaReading[], name: Excerpt, points: Pick<AreaReading, 'score' | 'max'>): Count {
  const key = foldLetters(cleanWording(name.text));
  let area = areas.find((known) => foldLetters(known.name.value) === key);
  if (!area) {
    area = {
      ordinal: fieldAt(areas.length + 1, name, SURE.byHeader),
      name: textField(name, SURE.byHeader),
      ...NO_AREA_FIGURES,
      ...points,
    };
    areas.push(area);
  }
  return area.ordinal;
}
