import type { Cell, Table } from '../source-document.ts';
import { dropTags } from './markup.ts';
import type { TextLine } from './text-lines.ts';

/** A cell as HTML writes it. */
export type HtmlCell = { readonly text: string; readonly columnSpan: number; readonly rowSpan: number };
export type FoundHtmlTable = { readonly rows: readonly (readonly HtmlCell[])[]; readonly next: number };

const MOST_LINES = 5_000;
const MOST_SPAN = 100;

/** `<table>` … `</table>` in the lines of a text, as text recognition writes its tables. */
export function findHtmlTable(lines: readonly TextLine[], start: number): FoundHtmlTable | null {
  if (!/^\s*<table[\s>]/i.test(lines[start]?.text ?? '')) return null;
  const end = lines.findIndex(
    (line, index) => index >= start && index < start + MOST_LINES && /<\/table>/i.test(line.text),
  );
  if (end < 0) return null;
  const source = lines.slice(start, end + 1).map((line) => line.text);
  return { rows: htmlRows(source.join('\n')), next: end + 1 };
}

function htmlRows(source: string): HtmlCell[][] {
  return source
    .split(/<tr(?:\s[^<>]{0,300})?>/i)
    .slice(1)
    .map((row) =>
      row
        .split(/<(?=t[dh][\s>])/i)
        .slice(1)
        .map(htmlCell),
    )
    .filter((row) => row.length > 0);
}

function htmlCell(source: string): HtmlCell {
  const close = source.indexOf('>');
  const attributes = source.slice(0, close);
  return {
    text: dropTags(source.slice(close + 1).replace(/<\/t[dhr]>|<\/table>|<\/?thead>|<\/?tbody>/gi, '')),
    columnSpan: spanOf(attributes, 'colspan'),
    rowSpan: spanOf(attributes, 'rowspan'),
  };
}

function spanOf(attributes: string, name: string): number {
  const match = new RegExp(`${name}\\s*=\\s*["']?(\\d{1,3})`, 'i').exec(attributes);
  return Math.min(Math.max(1, Number(match?.[1] ?? 1)), MOST_SPAN);
}

/** A full grid: a merged cell stands at its first place, the places it covers hold null. */
export function makeHtmlGrid(rows: readonly (readonly HtmlCell[])[], block: number, page: number): Table {
  const grid: (Cell | null | undefined)[][] = rows.map(() => []);
  for (const [row, cells] of rows.entries()) {
    let column = 0;
    for (const cell of cells) {
      while (grid[row]?.[column] !== undefined) column += 1;
      const rowSpan = Math.min(cell.rowSpan, rows.length - row);
      coverPlaces(grid.slice(row, row + rowSpan), column, cell.columnSpan);
      grid[row]?.splice(column, 1, { ...cell, rowSpan, place: { block, page, row, column } });
      column += cell.columnSpan;
    }
  }
  const width = Math.max(0, ...grid.map((row) => row.length));
  const emptyCell = (row: number, column: number): Cell => ({
    text: '',
    place: { block, page, row, column },
    columnSpan: 1,
    rowSpan: 1,
  });
  return {
    kind: 'table',
    place: { block, page },
    rows: grid.map((cells, row) =>
      Array.from({ length: width }, (_, column) => {
        const cell = cells[column];
        return cell === undefined ? emptyCell(row, column) : cell;
      }),
    ),
  };
}

function coverPlaces(rows: readonly (Cell | null | undefined)[][], column: number, columnSpan: number): void {
  for (const row of rows) {
    for (let at = column; at < column + columnSpan; at += 1) row[at] = null;
  }
}
