import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  FootnoteReferenceRun,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type {
  Cell as SourceCell,
  SourceDocument,
  Paragraph as SourceParagraph,
  Table as SourceTable,
} from '../slices/reading/index.ts';

/** Sizes of the layout that Nghị định 30/2020 prescribes, in twips and half points. */
const MARGIN = { top: 1134, bottom: 1134, left: 1701, right: 850 };
const TEXT_WIDTH = 11_906 - MARGIN.left - MARGIN.right;
const FONT = 'Times New Roman';
const FONT_SIZE = 26;

/** The same content as a Word file with real tables, page numbers in the header and Word's own footnotes. */
export async function makeWordFromDocument(
  document: SourceDocument,
  isRuled: (table: SourceTable) => boolean = () => true,
): Promise<Uint8Array> {
  const footnotes = Object.fromEntries(
    document.footnotes.map((note, index) => [index + 1, { children: [new Paragraph(note.text)] }]),
  );
  const word = new Document({
    styles: { default: { document: { run: { font: FONT, size: FONT_SIZE } } } },
    footnotes,
    sections: [
      {
        properties: { page: { margin: MARGIN }, titlePage: true },
        headers: { default: new Header({ children: [pageNumber()] }), first: new Header({ children: [] }) },
        footers: { default: new Footer({ children: [] }) },
        children: document.blocks.map((block, index) =>
          block.kind === 'table' ? wordTable(block, isRuled(block)) : wordParagraph(block, notesIn(document, index)),
        ),
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(word));
}

function pageNumber(): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT] })],
  });
}

function notesIn(document: SourceDocument, block: number): number[] {
  return document.footnotes.flatMap((note, index) => (note.place.block === block ? [index + 1] : []));
}

function wordParagraph(paragraph: SourceParagraph, notes: readonly number[]): Paragraph {
  const looks = { bold: paragraph.isBold ?? false, italics: paragraph.isItalic ?? false };
  const marker = paragraph.listMarker === undefined ? '' : `${paragraph.listMarker} `;
  return new Paragraph({
    alignment: paragraph.isCentred ? AlignmentType.CENTER : AlignmentType.JUSTIFIED,
    spacing: { before: 120, after: 120 },
    ...(paragraph.isCentred ? {} : { indent: { firstLine: 720 } }),
    children: [
      ...`${marker}${paragraph.text}`
        .split('\n')
        .map((line, index) => new TextRun({ text: line, ...looks, ...(index > 0 ? { break: 1 } : {}) })),
      ...notes.map((note) => new FootnoteReferenceRun(note)),
    ],
  });
}

const NO_RULE = { style: BorderStyle.NONE, size: 0 } as const;
const NO_RULES = {
  top: NO_RULE,
  bottom: NO_RULE,
  left: NO_RULE,
  right: NO_RULE,
  insideHorizontal: NO_RULE,
  insideVertical: NO_RULE,
};

function wordTable(table: SourceTable, isRuled: boolean): Table {
  const widths = columnWidths(table);
  const headRows = Math.max(1, ...(table.rows[0] ?? []).map((cell) => cell?.rowSpan ?? 1));
  return new Table({
    ...(isRuled ? {} : { borders: NO_RULES }),
    layout: TableLayoutType.FIXED,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    rows: table.rows.map(
      (row, index) =>
        new TableRow({
          tableHeader: index < headRows,
          children: row.flatMap((cell, column) => (cell ? [wordCell(cell, index === 0, widths[column] ?? 0)] : [])),
        }),
    ),
  });
}

function wordCell(cell: SourceCell, isHeader: boolean, width: number): TableCell {
  return new TableCell({
    columnSpan: cell.columnSpan,
    rowSpan: cell.rowSpan,
    ...(cell.columnSpan === 1 ? { width: { size: width, type: WidthType.DXA } } : {}),
    children: cell.text
      .split('\n')
      .map((line) => new Paragraph({ children: [new TextRun({ text: line, bold: isHeader })] })),
  });
}

/** Columns share the width by the square root of what they hold: none is too narrow for a word. */
function columnWidths(table: SourceTable): number[] {
  const columns = Math.max(...table.rows.map((row) => row.length));
  const weights = Array.from({ length: columns }, (_unused, column) => {
    const longest = Math.max(...table.rows.map((row) => (row[column]?.columnSpan === 1 ? row[column].text.length : 0)));
    return Math.min(Math.max(Math.sqrt(longest), 3.5), 14);
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => Math.floor((TEXT_WIDTH * weight) / total));
}
