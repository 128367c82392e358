import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  FootnoteReferenceRun,
  Header,
  Packer,
  PageNumber,
  PageOrientation,
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
const TEXT_WIDTH_ASIDE = 16_838 - MARGIN.left - MARGIN.right;
const FONT = 'Times New Roman';
const FONT_SIZE = 26;

/** How tables are set: all ruled, all on upright pages unless these say otherwise. */
export type TableSetting = {
  readonly isRuled?: (table: SourceTable) => boolean;
  /** Such a table stands on pages turned aside, as annexes with many columns do. */
  readonly isLandscape?: (table: SourceTable) => boolean;
};

const UPRIGHT: TableSetting = {};

/** The same content as a Word file with real tables, page numbers in the header and Word's own footnotes. */
export async function makeWordFromDocument(
  document: SourceDocument,
  { isRuled = () => true, isLandscape = () => false }: TableSetting = UPRIGHT,
): Promise<Uint8Array> {
  const footnotes = Object.fromEntries(
    document.footnotes.map((note, index) => [index + 1, { children: [new Paragraph(note.text)] }]),
  );
  const word = new Document({
    styles: { default: { document: { run: { font: FONT, size: FONT_SIZE } } } },
    footnotes,
    sections: sectionsOf(document, isLandscape).map(({ isAside, blocks }) => ({
      properties: {
        page: { margin: MARGIN, ...(isAside ? { size: { orientation: PageOrientation.LANDSCAPE } } : {}) },
        titlePage: true,
      },
      headers: { default: new Header({ children: [pageNumber()] }), first: new Header({ children: [] }) },
      footers: { default: new Footer({ children: [] }) },
      children: [
        // LibreOffice turns no page aside for a table that stands first on it.
        ...(isAside ? [new Paragraph('')] : []),
        ...blocks.map((index) => {
          const block = document.blocks[index];
          if (block?.kind !== 'table') return wordParagraph(block, notesIn(document, index));
          return wordTable(block, isRuled(block), isAside ? TEXT_WIDTH_ASIDE : TEXT_WIDTH);
        }),
      ],
    })),
  });
  return new Uint8Array(await Packer.toBuffer(word));
}

type SectionOfPages = { readonly isAside: boolean; readonly blocks: number[] };

/** Runs of blocks that stand on pages of one kind. */
function sectionsOf({ blocks }: SourceDocument, isLandscape: (table: SourceTable) => boolean): SectionOfPages[] {
  const sections: SectionOfPages[] = [];
  for (const [index, block] of blocks.entries()) {
    const isAside = block.kind === 'table' && isLandscape(block);
    const last = sections.at(-1);
    if (last?.isAside === isAside) last.blocks.push(index);
    else sections.push({ isAside, blocks: [index] });
  }
  return sections;
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

function wordParagraph(paragraph: SourceParagraph | undefined, notes: readonly number[]): Paragraph {
  if (!paragraph) return new Paragraph('');
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

function wordTable(table: SourceTable, isRuled: boolean, width: number): Table {
  const widths = columnWidths(table, width);
  const headRows = Math.max(1, ...(table.rows[0] ?? []).map((cell) => cell?.rowSpan ?? 1));
  return new Table({
    ...(isRuled ? {} : { borders: NO_RULES }),
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
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
function columnWidths(table: SourceTable, width: number): number[] {
  const columns = Math.max(...table.rows.map((row) => row.length));
  const weights = Array.from({ length: columns }, (_unused, column) => {
    const longest = Math.max(...table.rows.map((row) => (row[column]?.columnSpan === 1 ? row[column].text.length : 0)));
    return Math.min(Math.max(Math.sqrt(longest), 3.5), 14);
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => Math.floor((width * weight) / total));
}
