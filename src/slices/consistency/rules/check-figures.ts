import { findAreaTotals } from './area-totals.ts';
import type { CheckableDocument } from './checkable-document.ts';
import { findAreaDenominators, findCountsOfListsBelow, findListedCounts } from './counts.ts';
import { findChanges, findRemainders } from './differences.ts';
import { findEquations } from './equations.ts';
import type { FigureFinding } from './figure-finding.ts';
import { findAreaLosses, findDeductions } from './listed-losses.ts';
import { findParts } from './parts.ts';
import { type Passage, readPassage } from './passage.ts';
import { findRatios } from './ratios.ts';
import type { Relation } from './relation.ts';
import { findRepairs } from './repair.ts';
import { findScoredDocument } from './scored-areas.ts';
import { settle } from './settle.ts';
import { byPlace, describeFinding } from './wording.ts';

/** What one sentence, one paragraph or one cell claims about its own numbers. */
const SENTENCE_RULES: readonly ((passage: Passage) => Relation[])[] = [
  findRatios,
  findDeductions,
  findEquations,
  findParts,
  findChanges,
  findRemainders,
  findListedCounts,
];

/**
 * Every arithmetic relation that the document's own numbers allow, with what is stated, what is computed and whether it holds.
 * A failing relation is reported only where the grammar leaves no doubt that the document claims it; where another relation
 * confirms a correction, it is proposed. Stated numbers are never changed.
 *
 * @source domain.md §1.6 (consistency of published figures)
 */
export function checkFigures(document: CheckableDocument): FigureFinding[] {
  const paragraphs = document.blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [readPassage(block.text, block.place, block.listMarker)] : [],
  );
  const cells = document.blocks.flatMap((block) =>
    block.kind === 'table'
      ? block.rows.flatMap((row) => row.flatMap((cell) => (cell ? [readPassage(cell.text, cell.place)] : [])))
      : [],
  );
  const inSentences = [...paragraphs, ...cells]
    .filter((passage) => passage.numbers.length > 0)
    .flatMap((passage) => SENTENCE_RULES.flatMap((find) => find(passage)));
  const settled = settle([...inSentences, ...findInAreas(paragraphs), ...findCountsOfListsBelow(paragraphs)]);
  const repairs = findRepairs(settled);
  return settled.map((one) => describeFinding(one, repairs.get(one) ?? null)).sort(byPlace);
}

function findInAreas(paragraphs: readonly Passage[]): Relation[] {
  const scored = findScoredDocument(paragraphs);
  if (!scored) return [];
  return [
    ...findAreaTotals(scored),
    ...scored.areas.flatMap((area) => [...findAreaLosses(area), ...findAreaDenominators(area)]),
  ];
}
