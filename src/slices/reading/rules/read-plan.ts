import { checkFigures } from '../../consistency/index.ts';
import { readAreaList, withListedFigures } from './area-lists.ts';
import { type AreaSection, readAreaSections } from './areas.ts';
import { completeDeficits } from './complete-deficits.ts';
import { readDeficitsWithoutAreas, readProseDeficits } from './deficits-in-prose.ts';
import { NOT_STATED } from './fields.ts';
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
import { obligationsInBody } from './obligations.ts';
import { type Line, outlineOf } from './outline.ts';
import type { AreaReading, Count, DeficitReading, HeadReading, PlanReading, ResultReading } from './plan-reading.ts';
import { readKind, readYears } from './plan-years.ts';
import { readTables, shapedTables, type TableReading } from './read-tables.ts';
import { readResult } from './result.ts';
import type { SourceDocument } from './source-document.ts';

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
  const firstTime = sections.filter((section) => !section.isAgain);
  const told =
    sections.length > 0
      ? deficitsOf(sections, document.footnotes, context)
      : readDeficitsWithoutAreas(bodyOf(parts), document.footnotes, context);
  const { areas, deficits, tasks } = bringTogether(inTables, firstTime, told);
  const assessed = new Set(sections.flatMap((section) => section.lines));
  return {
    document: head,
    result: withYear(result, head.assessedYear),
    areas: withListedFigures(areas, readAreaList(parts.lines)),
    deficits,
    tasks,
    obligations: [...obligationsInBody(parts.lines, assessed, context), ...inTables.obligations],
    figures: checkFigures(document),
  };
}

/** Where the areas are gone through twice, losses are told the first time or, if not, the second, with their points. */
function deficitsOf(
  sections: readonly AreaSection[],
  footnotes: SourceDocument['footnotes'],
  context: ReadingContext,
): DeficitReading[] {
  const of = (again: boolean) =>
    readProseDeficits(
      sections.filter(({ isAgain = false }) => isAgain === again),
      footnotes,
      context,
    );
  const first = of(false);
  return first.length > 0 ? first : of(true).filter(({ score, max }) => score.value !== null || max.value !== null);
}

/** What tables and prose tell, with one numbering of the areas. */
function bringTogether(
  inTables: TableReading,
  sections: readonly AreaSection[],
  told: readonly DeficitReading[],
): Pick<PlanReading, 'areas' | 'deficits' | 'tasks'> {
  const inProse = inTables.areas.length > 0 ? areasToldOf(sections, told) : sections.map((section) => section.area);
  const { areas, renumber, renumberProse } = mergeAreas(inTables.areas, inProse);
  const toldDeficits = told.map((deficit) => ({ ...deficit, area: renumberProse(deficit.area) }));
  const rows = inTables.deficits.map((deficit) => ({ ...deficit, area: renumber(deficit.area) }));
  return {
    areas,
    deficits: rows.length > 0 ? completeDeficits(rows, toldDeficits) : toldDeficits,
    tasks: inTables.tasks.map((task) => ({ ...task, area: renumber(task.area) })),
  };
}

/** A result without a year of its own is that of the assessed year. */
function withYear(result: ResultReading | null, assessedYear: Count): ResultReading | null {
  return result && result.year.value === null && assessedYear.value !== null
    ? { ...result, year: assessedYear }
    : result;
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
