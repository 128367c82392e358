import { type SQL, sql } from 'drizzle-orm';
import { NULL_CELL, PERCENTED } from '../rules/lines.ts';

/** Name of a cell and its type; `percented text` for a free text, `lexemes` for an array of words. */
export type LineColumn = readonly [name: string, type: string];

const unpercentedSql = PERCENTED.reduce(
  (text, [written, sign]) => `replace(${text}, '${written}', chr(${sign.charCodeAt(0)}))`,
  '$cell',
);

function cellOf([name, type]: LineColumn, place: number): string {
  const cell = `l.cells[${place + 1}]`;
  const value =
    type === 'percented text'
      ? unpercentedSql.replace('$cell', cell)
      : type === 'lexemes'
        ? `array_to_tsvector(${cell}::text[])`
        : type === 'text'
          ? cell
          : `${cell}::${type}`;
  return `${value} as "${name}"`;
}

/** Rows of a text that `toLines` wrote, as the table `x`. @param columns in the order in which the cells stand */
export function linesAs(lines: string, columns: readonly LineColumn[]): SQL {
  const cells = sql.raw(columns.map(cellOf).join(', '));
  return sql`(select ${cells} from (select string_to_array(line, chr(9), ${NULL_CELL}) as cells
    from string_to_table(${lines}::text, chr(10)) line where line <> '' offset 0) l) x`;
}
