import type { Draft, DraftBlock, DraftFootnote, DraftParagraph, DraftTable } from '../draft/draft.ts';
import { readAlignedTable } from './aligned-table.ts';
import type { Band } from './columns.ts';
import { findBands } from './columns.ts';
import { takeFootnotes, writeMarks } from './footnotes.ts';
import { dropMargins } from './margins.ts';
import type { PageContent, Rectangle } from './page-content.ts';
import { boxOf } from './page-content.ts';
import type { Frame } from './paragraphs.ts';
import { goesOnBadly, groupIntoParagraphs, isCentredIn, joinLineTexts } from './paragraphs.ts';
import type { RuledTable } from './ruled-tables.ts';
import { findRuledTables } from './ruled-tables.ts';
import type { WritePiece } from './table-cells.ts';
import { isInsideTable, readRuledTable } from './table-cells.ts';
import type { TextLine } from './text-lines.ts';
import { lineRectangle, lineText, makeLines, shareOf } from './text-lines.ts';

/** A paragraph with the lines it was made of, as the next page may go on with it. */
type Flowing = { readonly block: DraftParagraph; readonly lastLine: TextLine; readonly frame: Frame };

type PageFlow = { readonly blocks: readonly (Flowing | { readonly block: DraftTable; readonly ruled?: RuledTable })[] };

/** Edges of the same column on two pages differ by less. */
const SAME_EDGE = 4;

/** Makes blocks of what stands on the pages: tables from rules or gutters, paragraphs from lines, notes from the foot. */
export function assemblePages(pages: readonly PageContent[]): Pick<Draft, 'blocks' | 'footnotes'> {
  const footnotes: DraftFootnote[] = [];
  const flows = dropMargins(pages).map((page) => {
    const tables = findRuledTables(page.rules);
    const { body, notes } = takeFootnotes(page, tables);
    const write = writeMarks(notes, footnotes.length);
    footnotes.push(...notes);
    return flowPage(body, tables, write);
  });
  return { blocks: joinFlows(flows), footnotes };
}

function flowPage(page: PageContent, tables: readonly RuledTable[], write: WritePiece): PageFlow {
  const free = page.pieces.filter((piece) => !tables.some((table) => isInsideTable(piece, table)));
  const lines = makeLines(free);
  const frame = frameOf(lines, page);
  const blocks: PageFlow['blocks'][number][] = [];
  let pending = lines;
  for (const table of tables) {
    const above = pending.filter(({ baseline }) => baseline < table.top + 2);
    pending = pending.filter((line) => !above.includes(line));
    blocks.push(...flowLines(above, frame, page, write), { block: readRuledTable(table, page, write), ruled: table });
  }
  return { blocks: [...blocks, ...flowLines(pending, frame, page, write)] };
}

function frameOf(lines: readonly TextLine[], page: PageContent): Frame {
  if (lines.length === 0) return { left: 0, right: page.width };
  return { left: Math.min(...lines.map(({ left }) => left)), right: Math.max(...lines.map(({ right }) => right)) };
}

function flowLines(lines: readonly TextLine[], frame: Frame, page: PageContent, write: WritePiece): PageFlow['blocks'] {
  return findBands(lines).flatMap((band): PageFlow['blocks'] => {
    const table = readAlignedTable(band, page.number, write);
    if (table) return [{ block: table }];
    return band.columns.flatMap((column) => flowColumn(column, columnFrame(band, column, frame), page, write));
  });
}

/** A single column runs between the page's margins, one of several as far as its own lines do. */
function columnFrame(band: Band, column: readonly TextLine[], frame: Frame): Frame {
  if (band.columns.length === 1 || column.length === 0) return frame;
  return { left: Math.min(...column.map(({ left }) => left)), right: Math.max(...column.map(({ right }) => right)) };
}

function flowColumn(lines: readonly TextLine[], frame: Frame, page: PageContent, write: WritePiece): Flowing[] {
  return groupIntoParagraphs(lines, frame).map((group) => ({
    block: makeParagraph(group, frame, page, write),
    lastLine: group.at(-1) as TextLine,
    frame,
  }));
}

function makeParagraph(lines: readonly TextLine[], frame: Frame, page: PageContent, write: WritePiece): DraftParagraph {
  const text = joinLineTexts(lines.map((line) => lineText(line, (piece) => write(piece, line.size, line.baseline))));
  const isAll = (claim: Parameters<typeof shareOf>[1]): boolean => lines.every((line) => shareOf(line, claim) > 0.9);
  const sure = lines.flatMap(({ pieces }) => pieces.flatMap(({ confidence }) => confidence ?? []));
  return {
    kind: 'paragraph',
    text,
    page: page.number,
    box: boxOf(around(lines.map(lineRectangle))),
    ...(isAll(({ isBold }) => isBold) ? { isBold: true } : {}),
    ...(isAll(({ isItalic }) => isItalic) ? { isItalic: true } : {}),
    ...(lines.every((line) => isCentredIn(line, frame)) ? { isCentred: true } : {}),
    ...(sure.length === 0 ? {} : { confidence: sure.reduce((sum, one) => sum + one, 0) / sure.length }),
  };
}

function around(rectangles: readonly Rectangle[]): Rectangle {
  return {
    left: Math.min(...rectangles.map(({ left }) => left)),
    top: Math.min(...rectangles.map(({ top }) => top)),
    right: Math.max(...rectangles.map(({ right }) => right)),
    bottom: Math.max(...rectangles.map(({ bottom }) => bottom)),
  };
}

/** Sets the pages behind each other: a paragraph or a table that the page's end cut goes on. */
function joinFlows(flows: readonly PageFlow[]): DraftBlock[] {
  const blocks: DraftBlock[] = [];
  let previous: PageFlow['blocks'][number] | undefined;
  for (const { blocks: items } of flows) {
    items.forEach((item, index) => {
      const isFirst = index === 0 && previous !== undefined;
      if (isFirst && previous && 'lastLine' in previous && 'lastLine' in item && doesGoOn(previous, item)) {
        const last = blocks.pop() as DraftParagraph;
        blocks.push({ ...last, text: joinLineTexts([last.text, item.block.text]) });
      } else if (
        isFirst &&
        previous &&
        'ruled' in previous &&
        'ruled' in item &&
        isSameTable(previous.ruled, item.ruled)
      ) {
        blocks.push({ ...item.block, goesOn: true });
      } else {
        blocks.push(item.block);
      }
    });
    previous = items.at(-1) ?? previous;
  }
  return blocks;
}

function doesGoOn(above: Flowing, below: Flowing): boolean {
  const firstLine = below.lastLine;
  return !goesOnBadly(above.lastLine, firstLine, above.frame);
}

function isSameTable(above: RuledTable | undefined, below: RuledTable | undefined): boolean {
  if (!above || !below || above.columnEdges.length !== below.columnEdges.length) return false;
  return above.columnEdges.every((edge, index) => Math.abs(edge - (below.columnEdges[index] ?? 0)) <= SAME_EDGE);
}
