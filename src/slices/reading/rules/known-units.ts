import { cut, type Excerpt } from './excerpt.ts';
import { readLabel } from './labels.ts';
import type { GridItem, Line, Outline } from './outline.ts';
import { readRows } from './table-rows.ts';
import { readShape } from './table-shape.ts';
import { lengthOfUnits, splitUnits, startsWithUnit } from './units-in-prose.ts';
import { foldLetters } from './wording.ts';

/** Names of units that the document itself lists, folded; the longest first. */
export type KnownUnits = readonly string[];

/** What the rules need to know about the document as a whole while they read a part of it. */
export type ReadingContext = {
  /** Year to read "Quý II" with, where the plan names none; null where it is not known. */
  readonly year: number | null;
  readonly units: KnownUnits;
};

const UNIT_ROLES = ['lead', 'coordinator', 'responsible'] as const;
const MOST_WORDS = 9;

/**
 * Units named where nothing else can stand: columns of units, "Trách nhiệm: …", "Giao …:". A sentence that begins with
 * one of them then needs no grammar to tell where the name ends ("Trung tâm Dịch vụ việc làm hướng dẫn …").
 */
export function collectUnits(outline: Outline): KnownUnits {
  const lists = outline.flatMap((item) => (item.kind === 'grid' ? unitCells(item) : unitLists(item)));
  const names = lists.flatMap(splitUnits).map((unit) => foldLetters(unit.text));
  const plain = names.filter((name) => startsWithUnit(name) || name.split(' ').length > 1);
  return [...new Set(plain.filter((name) => name.split(' ').length <= MOST_WORDS))].sort((a, b) => b.length - a.length);
}

function unitCells({ grid }: GridItem): Excerpt[] {
  const shape = readShape(grid);
  if (!shape) return [];
  return readRows(grid, shape).flatMap((row) =>
    UNIT_ROLES.flatMap((role) => {
      const cell = row.cells.excerpt(role);
      return cell && isListOfUnits(cell.text) ? [cell] : [];
    }),
  );
}

function isListOfUnits(text: string): boolean {
  return startsWithUnit(text) && !/chủ trì|phối hợp|tổng hợp|[.:]\s/iu.test(text);
}

function unitLists(line: Line): Excerpt[] {
  const label = readLabel(line.body);
  if (label?.label === 'responsible' && isListOfUnits(label.content.text)) return [label.content];
  const order = /^(?:Giao|Đối với)\s+(?=[^.]{4,120}:?$)/u.exec(line.body.text);
  const rest = order && cut(line.body, order[0].length);
  return rest && startsWithUnit(rest.text) && lengthOfUnits(rest.text) >= rest.text.length - 1 ? [rest] : [];
}

/** As `lengthOfUnits`, but a name that the document lists elsewhere ends where it ends there. */
export function lengthOfKnownUnits(sentence: string, known: KnownUnits): number {
  const byGrammar = lengthOfUnits(sentence);
  const folded = foldLetters(sentence);
  const name = known.find((unit) => folded.startsWith(unit) && !/[\p{L}\d]/u.test(folded.charAt(unit.length)));
  if (name === undefined) return byGrammar;
  const beyond = sentence.slice(name.length, byGrammar);
  if (byGrammar > name.length && !isOvershoot(name, beyond)) return byGrammar;
  const next = /^(?:[,;]|\s+và)\s+/u.exec(sentence.slice(name.length));
  if (!next || name.startsWith('cac ')) return name.length;
  const following = sentence.slice(name.length + next[0].length);
  const more = startsWithUnit(following) ? lengthOfKnownUnits(following, known) : 0;
  return more > 0 ? name.length + next[0].length + more : name.length;
}

/** "Trung tâm Khuyến nông" + " mở chuyên mục": small letters right after a full name are what it does. */
function isOvershoot(name: string, beyond: string): boolean {
  return (
    name.split(' ').length >= 3 &&
    !name.startsWith('cac ') &&
    /^\s\p{Ll}/u.test(beyond) &&
    !/^\s(?:thuộc|trực thuộc|và|cấp|tỉnh)/u.test(beyond)
  );
}
