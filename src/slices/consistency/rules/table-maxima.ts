import { shorten } from './excerpt.ts';
import { ABOVE_MAXIMUM, beyondIn } from './limits.ts';
import type { PrintedNumber } from './printed-number.ts';
import { plus, type Relation } from './relation.ts';
import type { TableColumn, TableFigures, TableRow } from './table-figures.ts';

const MAXIMUM = /điểm (?:số )?tối đa|thang điểm|điểm chuẩn|mức điểm tối đa/iu;
const SCORE = /điểm (?:số )?(?:tự )?(?:đạt|chấm|đánh giá|thẩm định)|(?:tự (?:chấm|đánh giá)|thẩm định)(?: điểm)?$/iu;
const NO_SCORE = /trừ|mất|giảm|chênh|lệch|tăng|thưởng|cộng|%|tỷ lệ|tỉ lệ|năm trước|ghi chú/iu;
/** Extra points may stand above what a row can bring. */
const EXTRA_ROW = /thưởng|điểm cộng|cộng thêm|vượt/iu;
const FEWEST_WITHIN = 2;
/** Rows that keep to the maximum for each one that does not: else the columns mean something else. */
const WITHIN_FOR_EACH_BEYOND = 3;

/** Points above the maximum of their row, in a table whose other rows keep to it. */
export function findScoresBeyondMaxima(table: TableFigures): Relation[] {
  const [maximum, ...others] = table.columns.filter((column) => isMaximum(column));
  if (!maximum || others.length > 0) return [];
  return table.columns
    .filter((column) => column.index !== maximum.index && isScore(column))
    .flatMap((column) => beyondOf(table, maximum, column));
}

const leafOf = ({ path }: TableColumn): string => path.at(-1) ?? '';
const isMaximum = (column: TableColumn): boolean => MAXIMUM.test(leafOf(column)) && !NO_SCORE.test(leafOf(column));
const isScore = (column: TableColumn): boolean => SCORE.test(leafOf(column)) && !NO_SCORE.test(column.title);

type Scored = { readonly row: TableRow; readonly score: PrintedNumber; readonly most: PrintedNumber };

function beyondOf(table: TableFigures, maximum: TableColumn, column: TableColumn): Relation[] {
  const scored = table.rows.flatMap((row): Scored[] => {
    const [score, most] = [row.numbers[column.index], row.numbers[maximum.index]];
    const isClear = score && most && !score.alternative && !most.alternative && !score.isPercent && !most.isPercent;
    return isClear && !EXTRA_ROW.test(row.label) ? [{ row, score, most }] : [];
  });
  const over = scored.filter(({ score, most }) => score.value.gt(most.value));
  const within = scored.length - over.length;
  if (within < FEWEST_WITHIN || within < over.length * WITHIN_FOR_EACH_BEYOND) return [];
  return over.map(({ row, score, most }) => {
    const text = shorten(`${row.label}, cột “${column.title}” ${score.printed}; “${maximum.title}” ${most.printed}`);
    return beyondIn(text, { stated: score, computed: [plus(most)], remark: ABOVE_MAXIMUM });
  });
}
