import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import fontkit from '@pdf-lib/fontkit';
import { PDFDocument, type PDFFont, type PDFPage } from 'pdf-lib';
import type { SourceDocument, Paragraph as SourceParagraph, Table as SourceTable } from '../slices/reading/index.ts';

const fontFolder = join(
  dirname(createRequire(import.meta.url).resolve('@fontsource/be-vietnam-pro/package.json')),
  'files',
);
const PARTS = ['latin', 'vietnamese', 'latin-ext'] as const;
const PAGE = { width: 595, height: 842, top: 57, bottom: 785, left: 85, right: 553 };
const TEXT = { size: 12.5, leading: 18 };
const CELL = { size: 10.5, leading: 14.5, padding: 4 };

type Face = readonly PDFFont[];
/** Files of a font for each weight; a letter is drawn with the first that holds it. */
export type Fonts = { readonly plain: readonly Uint8Array[]; readonly bold: readonly Uint8Array[] };
type Cursor = { page: PDFPage; y: number };
type Pen = {
  readonly faces: { readonly plain: Face; readonly bold: Face };
  readonly cursor: Cursor;
  readonly turnPage: () => void;
};

/** The same content as a text PDF: lines set in a column, tables ruled, rows and repeated heads over the pages. */
export async function makePdfFromDocument(
  document: SourceDocument,
  isRuled: (table: SourceTable) => boolean = () => true,
  fonts: Fonts = packagedFonts(),
): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.registerFontkit(fontkit);
  const embed = (files: readonly Uint8Array[]): Promise<Face> =>
    Promise.all(files.map((file) => pdf.embedFont(file, { subset: true })));
  const faces = { plain: await embed(fonts.plain), bold: await embed(fonts.bold) };
  const cursor: Cursor = { page: pdf.addPage([PAGE.width, PAGE.height]), y: PAGE.top };
  const turnPage = (): void => {
    cursor.page = pdf.addPage([PAGE.width, PAGE.height]);
    cursor.y = PAGE.top;
    draw(cursor.page, { words: `${pdf.getPageCount()}`, x: 315, y: 40, size: 11, face: faces.plain });
  };
  const pen: Pen = { faces, cursor, turnPage };
  for (const block of document.blocks) {
    if (block.kind === 'table') setTable(pen, block, isRuled(block));
    else setParagraph(pen, block);
  }
  return pdf.save();
}

/** The font that comes with the packages, so that tests need nothing from the machine. */
function packagedFonts(): Fonts {
  const files = (weight: 400 | 700) =>
    PARTS.map((part) => readFileSync(join(fontFolder, `be-vietnam-pro-${part}-${weight}-normal.woff`)));
  return { plain: files(400), bold: files(700) };
}

type Line = {
  readonly words: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly face: Face;
};

function draw(page: PDFPage, { words, x, y, size, face }: Line): void {
  let at = x;
  for (const { part, font } of runsOf(words, face)) {
    page.drawText(part, { x: at, y: PAGE.height - y, size, font });
    at += font.widthOfTextAtSize(part, size);
  }
}

function setParagraph(pen: Pen, paragraph: SourceParagraph): void {
  const face = paragraph.isBold ? pen.faces.bold : pen.faces.plain;
  const text = `${paragraph.listMarker === undefined ? '' : `${paragraph.listMarker} `}${paragraph.text}`;
  const indent = paragraph.isCentred ? 0 : 30;
  const width = PAGE.right - PAGE.left;
  pen.cursor.y += 5;
  for (const [index, words] of wrap(text, face, TEXT.size, width, indent).entries()) {
    if (pen.cursor.y + TEXT.leading > PAGE.bottom) pen.turnPage();
    pen.cursor.y += TEXT.leading;
    const spare = width - widthOf(words, face, TEXT.size);
    const x = PAGE.left + (paragraph.isCentred ? spare / 2 : index === 0 ? indent : 0);
    draw(pen.cursor.page, { words, x, y: pen.cursor.y, size: TEXT.size, face });
  }
}

type SetCell = {
  readonly column: number;
  readonly columnSpan: number;
  readonly lastRow: number;
  readonly lines: string[];
};
type SetRow = { height: number; readonly cells: readonly SetCell[] };

function setTable(pen: Pen, table: SourceTable, isRuled: boolean): void {
  const edges = columnEdges(table, isRuled);
  const rows = layRows(pen, table, edges);
  pen.cursor.y += 8;
  for (const [index, row] of rows.entries()) {
    if (pen.cursor.y + Math.min(row.height, 3 * CELL.leading) > PAGE.bottom) {
      pen.turnPage();
      const head = Math.max(0, ...(rows[0]?.cells.map((cell) => cell.lastRow) ?? [])) + 1;
      if (isRuled && index >= head) {
        for (let again = 0; again < head; again += 1) setRow(pen, { rows, index: again, edges, isRuled });
      }
    }
    setRow(pen, { rows, index, edges, isRuled });
  }
  pen.cursor.y += 8;
}

function layRows(pen: Pen, table: SourceTable, edges: readonly number[]): SetRow[] {
  const rows = table.rows.map((row, index): SetRow => {
    const cells = row.flatMap((cell, column): SetCell[] => {
      if (!cell) return [];
      const width = (edges[column + cell.columnSpan] ?? PAGE.right) - (edges[column] ?? PAGE.left) - 2 * CELL.padding;
      const face = index === 0 ? pen.faces.bold : pen.faces.plain;
      const lines = cell.text.split('\n').flatMap((text) => wrap(text, face, CELL.size, width, 0));
      return [{ column, columnSpan: cell.columnSpan, lastRow: index + cell.rowSpan - 1, lines }];
    });
    const tallest = Math.max(1, ...cells.filter((cell) => cell.lastRow === index).map((cell) => cell.lines.length));
    return { height: tallest * CELL.leading + 2 * CELL.padding, cells };
  });
  for (const [index, row] of rows.entries()) {
    for (const cell of row.cells) {
      const covered = rows.slice(index, cell.lastRow + 1);
      const missing =
        cell.lines.length * CELL.leading + 2 * CELL.padding - covered.reduce((sum, each) => sum + each.height, 0);
      const last = covered.at(-1);
      if (last && missing > 0) last.height += missing;
    }
  }
  return rows;
}

type RowAt = {
  readonly rows: readonly SetRow[];
  readonly index: number;
  readonly edges: readonly number[];
  readonly isRuled: boolean;
};

/** One row; one that is taller than what is left of the page goes on over the page, as Word lets it. */
function setRow(pen: Pen, { rows, index, edges, isRuled }: RowAt): void {
  const row = rows[index];
  if (!row) return;
  let left = row.height;
  let from = 0;
  for (;;) {
    const room = PAGE.bottom - pen.cursor.y;
    const fits = left <= room;
    const height = fits ? left : room;
    const shown = fits ? Number.POSITIVE_INFINITY : Math.max(1, Math.floor((room - 2 * CELL.padding) / CELL.leading));
    for (const cell of row.cells) setLines(pen, cell, edges, [from, from + shown]);
    if (isRuled) ruleRow(pen, { rows, index, edges, isRuled }, height);
    if (fits) {
      pen.cursor.y += height;
      return;
    }
    from += shown;
    left = row.height - from * CELL.leading;
    pen.turnPage();
  }
}

function setLines(pen: Pen, cell: SetCell, edges: readonly number[], [from, to]: readonly [number, number]): void {
  for (const [index, words] of cell.lines.slice(from, to).entries()) {
    const y = pen.cursor.y + CELL.padding + (index + 0.8) * CELL.leading;
    const x = (edges[cell.column] ?? PAGE.left) + CELL.padding;
    draw(pen.cursor.page, { words, x, y, size: CELL.size, face: pen.faces.plain });
  }
}

function ruleRow(pen: Pen, { rows, index, edges }: RowAt, height: number): void {
  const line = (x1: number, y1: number, x2: number, y2: number): void =>
    pen.cursor.page.drawLine({
      start: { x: x1, y: PAGE.height - y1 },
      end: { x: x2, y: PAGE.height - y2 },
      thickness: 0.5,
    });
  const [top, bottom] = [pen.cursor.y, pen.cursor.y + height];
  const covering = rows
    .slice(0, index + 1)
    .flatMap((row) => row.cells)
    .filter((cell) => cell.lastRow >= index);
  const own = rows[index]?.cells ?? [];
  for (const cell of [...own, ...covering.filter((each) => !own.includes(each))]) {
    const x1 = edges[cell.column] ?? PAGE.left;
    const x2 = edges[cell.column + cell.columnSpan] ?? PAGE.right;
    if (own.includes(cell)) line(x1, top, x2, top);
    if (cell.lastRow === index) line(x1, bottom, x2, bottom);
    line(x1, top, x1, bottom);
    line(x2, top, x2, bottom);
  }
}

function columnEdges(table: SourceTable, isRuled: boolean): number[] {
  const count = Math.max(...table.rows.map((row) => row.length));
  const weights = Array.from({ length: count }, (_unused, column) => {
    if (!isRuled) return 1;
    const longest = Math.max(...table.rows.map((row) => (row[column]?.columnSpan === 1 ? row[column].text.length : 0)));
    return Math.min(Math.max(Math.sqrt(longest), 3.5), 14);
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const edges = [PAGE.left];
  for (const weight of weights) edges.push((edges.at(-1) ?? 0) + ((PAGE.right - PAGE.left) * weight) / total);
  return edges;
}

function wrap(text: string, face: Face, size: number, width: number, indent: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const room = width - (lines.length === 0 ? indent : 0);
    if (line !== '' && widthOf(`${line} ${word}`, face, size) > room) {
      lines.push(line);
      line = '';
    }
    line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

function widthOf(words: string, face: Face, size: number): number {
  return runsOf(words, face).reduce((sum, { part, font }) => sum + font.widthOfTextAtSize(part, size), 0);
}

function runsOf(words: string, face: Face): { part: string; font: PDFFont }[] {
  const runs: { part: string; font: PDFFont }[] = [];
  for (const letter of words.normalize('NFC')) {
    const code = letter.codePointAt(0) ?? 0;
    const font = face.find((candidate) => candidate.getCharacterSet().includes(code)) ?? face[0];
    const last = runs.at(-1);
    if (last && last.font === font) last.part += letter;
    else if (font) runs.push({ part: letter, font });
  }
  return runs;
}
