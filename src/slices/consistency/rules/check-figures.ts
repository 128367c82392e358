import { findAreaTotals } from './area-totals.ts';
import { findAverages } from './averages.ts';
import { findChanges } from './changes.ts';
import type { CheckableDocument, CheckableTable } from './checkable-document.ts';
import { findComplements } from './complements.ts';
import { findAreaDenominators, findCountsOfListsBelow, findListedCounts } from './counts.ts';
import { findDirections } from './directions.ts';
import { findDivisions } from './divisions.ts';
import { findEquations } from './equations.ts';
import type { FigureFinding } from './figure-finding.ts';
import { findExcess, findGrowth } from './growth.ts';
import { findImplied } from './implied.ts';
import { findLabelLines } from './label-lines.ts';
import { findLimits } from './limits.ts';
import { findAreaLosses, findDeductions } from './listed-losses.ts';
import { findLossLists } from './loss-lists.ts';
import { findRestsOfNeighbours, findResultsOfNeighbours, findSharesOfNamed } from './neighbours.ts';
import { findNounLists } from './noun-lists.ts';
import { findParts, findPartsBelow } from './parts.ts';
import { type Passage, readPassage } from './passage.ts';
import { findRatios } from './ratios.ts';
import type { Relation } from './relation.ts';
import { findRemainders } from './remainders.ts';
import { findRepairs } from './repair.ts';
import { findRestsOfMaxima } from './rest-of-maximum.ts';
import { findRunningLines } from './running-lines.ts';
import { findRunningTotals } from './running-totals.ts';
import { findScoreLists } from './score-lists.ts';
import { findScoreTables } from './score-tables.ts';
import { findScoredDocument } from './scored-areas.ts';
import { type Settled, settle } from './settle.ts';
import { findShares, findSharesBelow } from './shares.ts';
import { findColumnRelations } from './table-columns.ts';
import { joinSplitFigures, readTable } from './table-figures.ts';
import { findScoresBeyondMaxima } from './table-maxima.ts';
import { findRowSums } from './table-sums.ts';
import { findToldLosses } from './told-losses.ts';
import { findToldResults } from './told-results.ts';
import { findToldSums } from './told-sums.ts';
import { findTwoValues } from './two-values.ts';
import { byPlace, describeFinding } from './wording.ts';

/** What one sentence, one paragraph or one cell claims about its own numbers. */
const SENTENCE_RULES: readonly ((passage: Passage) => Relation[])[] = [
  findRatios,
  findShares,
  findDeductions,
  findEquations,
  findParts,
  findChanges,
  findToldResults,
  findRemainders,
  findImplied,
  findListedCounts,
  findTwoValues,
  findDivisions,
  findToldLosses,
  findLimits,
  findGrowth,
  findExcess,
  findComplements,
  findAverages,
];

/**
 * Every arithmetic relation that the document's own numbers allow, with what is stated, what is computed and whether it holds.
 * A failing relation is reported only where the grammar leaves no doubt that the document claims it; where another relation
 * confirms a correction, it is proposed. Stated numbers are never changed.
 *
 * @source domain.md §1.6 (consistency of published figures)
 */
export function checkFigures(document: CheckableDocument): FigureFinding[] {
  const { blocks, footnotes = [] } = document;
  const paragraphs = blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [readPassage(block.text, block.place, block.listMarker)] : [],
  );
  const notes = footnotes.map((note) => readPassage(note.text, note.place));
  const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
  const figures = tables.flatMap((table) => readTable(table) ?? []);
  const settled = withoutDoubledLimits(
    settle([
      ...[...paragraphs, ...notes, ...tables.flatMap(wordyCells)].flatMap(findInSentences),
      ...findInAreas(paragraphs),
      ...findLossLists(paragraphs),
      ...findCountsOfListsBelow(paragraphs),
      ...findPartsBelow(paragraphs),
      ...findNounLists(paragraphs),
      ...findScoreLists(paragraphs),
      ...findSharesBelow(paragraphs),
      ...findResultsOfNeighbours(paragraphs),
      ...findRestsOfNeighbours(paragraphs),
      ...findSharesOfNamed(paragraphs),
      ...findLabelLines(paragraphs),
      ...findToldSums(paragraphs),
      ...findRunningLines(paragraphs),
      ...findDirections(paragraphs),
      ...findRestsOfMaxima(paragraphs),
      ...figures.flatMap((table) => [
        ...findRowSums(table),
        ...findRunningTotals(table),
        ...findScoresBeyondMaxima(table),
      ]),
      ...joinSplitFigures(figures).flatMap(findColumnRelations),
      ...findScoreTables(figures, paragraphs),
    ]),
  );
  const repairs = findRepairs(settled);
  return settled.map((one) => describeFinding(one, repairs.get(one) ?? null)).sort(byPlace);
}

/** What cannot be is told by itself only where no other relation of the number fails. */
function withoutDoubledLimits(settled: readonly Settled[]): Settled[] {
  const failing = settled.filter(({ relation, verdict }) => !verdict.holds && !relation.isLimit);
  const known = new Set(failing.flatMap(({ numbers }) => numbers));
  return settled.filter(({ relation, numbers }) => !relation.isLimit || !numbers.some((number) => known.has(number)));
}

function findInSentences(passage: Passage): Relation[] {
  return passage.numbers.length === 0 ? [] : SENTENCE_RULES.flatMap((find) => find(passage));
}

const SHORTEST_CLAIM = 8;

/** Cells long enough to claim a relation of their own; bare numbers are the table's. */
function wordyCells(table: CheckableTable): Passage[] {
  const cells = table.rows.flat().filter((cell) => cell !== null && cell.text.length >= SHORTEST_CLAIM);
  return cells.flatMap((cell) => (cell && /\d/.test(cell.text) ? [readPassage(cell.text, cell.place)] : []));
}

function findInAreas(paragraphs: readonly Passage[]): Relation[] {
  const scored = findScoredDocument(paragraphs);
  if (!scored) return [];
  return [
    ...findAreaTotals(scored),
    ...scored.areas.flatMap((area) => [...findAreaLosses(area), ...findAreaDenominators(area)]),
  ];
}
