import type { Fraction, Passage } from './passage.ts';
import type { Relation } from './relation.ts';
import { sumScores } from './score-sums.ts';
import { findTotalScore } from './scored-areas.ts';
import type { TableColumn, TableFigures, TableRow } from './table-figures.ts';

const MAXIMUM = /tối đa|thang điểm|điểm chuẩn/iu;
const POINTS = /điểm/iu;
const LOST = /mất|trừ|giảm|tăng|chênh|thưởng/iu;

/** The total that the text tells against a table of areas with their maxima and scores, or against its total row. */
export function findScoreTables(tables: readonly TableFigures[], paragraphs: readonly Passage[]): Relation[] {
  const total = findTotalScore(paragraphs);
  if (!total?.max) return [];
  return tables.flatMap((table) => {
    const maximum = table.columns.find((column) => column.isAdditive && MAXIMUM.test(column.title));
    const scores = table.columns.filter((column) => isScoreColumn(column) && column !== maximum);
    const [score] = scores;
    if (!maximum || !score || scores.length > 1) return [];
    const parts = partsOf(table.rows, { score, maximum });
    const relations = parts.length === 0 ? [] : sumScores('Tổng điểm nêu trong văn bản', total, parts);
    return relations.every((relation) => !relation.isFirm) ? [] : relations;
  });
}

const isScoreColumn = (column: TableColumn): boolean =>
  column.isAdditive && POINTS.test(column.title) && !LOST.test(column.title) && !MAXIMUM.test(column.title);

type ScoreColumns = { readonly score: TableColumn; readonly maximum: TableColumn };

/** The last total row alone, or the rows of the highest mark where there is none. */
function partsOf(rows: readonly TableRow[], columns: ScoreColumns): Fraction[] {
  const total = rows.findLast((row) => row.isTotal);
  const depths = rows.flatMap((row) => row.depth ?? []);
  const top = Math.min(...depths);
  const members = total ? [total] : depths.length === 0 ? rows : rows.filter((row) => row.depth === top);
  const fractions = members.map((row) => scoreIn(row, columns));
  return fractions.every((fraction) => fraction !== null) ? fractions : [];
}

function scoreIn(row: TableRow, { score, maximum }: ScoreColumns): Fraction | null {
  const [above, below] = [row.numbers[score.index], row.numbers[maximum.index]];
  return above && below ? { above, below } : null;
}
