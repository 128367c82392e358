import type { Draft, DraftBlock, DraftFootnote, DraftParagraph, DraftTable } from '../draft/draft.ts';
import { placesOfBoth } from '../draft/draft.ts';
import { readAlignedTable } from './aligned-table.ts';
import type { Band } from './columns.ts';
import { findBands } from './columns.ts';
import { takeFootnotes, writeMarks } from './footnotes.ts';
import { joinLineTexts } from './join-lines.ts';
import { dropMargins } from './margins.ts';
import type { PageContent, Rectangle } from './page-content.ts';
import { boxOf } from './page-content.ts';
import type { PageLines } from './page-frames.ts';
import { frameOfPages } from './page-frames.ts';
import type { Frame } from './paragraphs.ts';
import { goesOnBadly, groupIntoParagraphs, isCentredIn } from './paragraphs.ts';
import type { RuledTable } from './ruled-tables.ts';
import { findRuledTables } from './ruled-tables.ts';
import type { WritePiece } from './table-cells.ts';
import { isInsideTable, readRuledTable } from './table-cells.ts';
import type { TextLine } from './text-lines.ts';
import { lineRectangle, lineText, makeLines, shareOf } from './text-lines.ts';

/** A paragraph with its outer lines, as the next page may go on with it. */
type FlowingText = {
  readonly block: DraftParagraph;
  readonly firstLine: TextLine;
  readonly lastLine: TextLine;
  readonly frame: Frame;
};

type FlowItem = FlowingText | { readonly block: DraftTable; readonly ruled?: RuledTable };

/** Edges of the same column on two pages differ by less. */
const SAME_EDGE = 4;

/** Makes blocks of what stands on the pages: tables from rules or gutters, paragraphs from lines, notes from the foot. */
export function assemblePages(pages: readonly PageContent[]): Pick<Draft, 'blocks' | 'footnotes'> {
  const footnotes: DraftFootnote[] = [];
  const parted = dropMargins(pages).map((page) => {
    const tables = findRuledTables(page.rules);
    const { body, notes } = takeFootnotes(page, tables);
    const write = writeMarks(notes, footnotes.length);
    footnotes.push(...notes);
    const free = body.pieces.filter((piece) => !tables.some((table) => isInsideTable(piece, table)));
    return { page: body, tables, write, lines: makeLines(free) };
  });
  const frameOf = frameOfPages(parted);
  return { blocks: joinFlows(parted.map((one) => flowPage(one, frameOf(one.page)))), footnotes };
}

type PartedPage = PageLines & { readonly tables: readonly RuledTable[]; readonly write: WritePiece };

function flowPage({ page, tables, lines, write }: PartedPage, frame: Frame): FlowItem[] {
  const blocks: FlowItem[] = [];
  let pending = lines;
  tables.forEach((table, index) => {
    const above = pending.filter(({ baseline }) => baseline < table.top + 2);
    pending = pending.filter((line) => !above.includes(line));
    const block = readRuledTable(table, page, write);
    const goesOn = above.length === 0 && doTouch(tables[index - 1], table);
    blocks.push(...flowLines(above, frame, page, write), {
      block: goesOn ? { ...block, goesOn } : block,
      ruled: table,
    });
  });
  return [...blocks, ...flowLines(pending, frame, page, write)];
}

function flowLines(lines: readonly TextLine[], frame: Frame, page: PageContent, write: WritePiece): FlowItem[] {
  return findBands(lines).flatMap((band): FlowItem[] => {
    const table = readAlignedTable(band, page.number, write);
    if (table) return [{ block: table }];
    return band.columns.flatMap((column, index) => flowColumn(column, columnFrame(band, index, frame), page, write));
  });
}

/** Between what a column of the band runs: the page's margins and the lines of its neighbours. */
function columnFrame(band: Band, index: number, frame: Frame): Frame {
  const before = band.columns.slice(0, index).flat();
  const after = band.columns.slice(index + 1).flat();
  return {
    left: Math.max(frame.left, ...before.map(({ right }) => right)),
    right: Math.min(frame.right, ...after.map(({ left }) => left)),
  };
}

function flowColumn(lines: readonly TextLine[], frame: Frame, page: PageContent, write: WritePiece): FlowingText[] {
  return groupIntoParagraphs(lines, frame).flatMap((group) => {
    const [firstLine, lastLine] = [group[0], group.at(-1)];
    return firstLine && lastLine
      ? [{ block: makeParagraph(group, frame, page, write), firstLine, lastLine, frame }]
      : [];
  });
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
function joinFlows(flows: readonly (readonly FlowItem[])[]): DraftBlock[] {
  const joined: FlowItem[] = [];
  for (const [first, ...rest] of flows) {
    if (!first) continue;
    const last = joined.at(-1);
    if (last && isText(last) && isText(first) && !goesOnBadly(last.lastLine, first.firstLine, last.frame)) {
      const text = joinLineTexts([last.block.text, first.block.text]);
      joined.splice(-1, 1, { ...first, block: { ...last.block, ...placesOfBoth(last.block, first.block), text } });
    } else if (last && !isText(last) && !isText(first) && isSameTable(last.ruled, first.ruled)) {
      joined.push({ ...first, block: { ...first.block, goesOn: true } });
    } else {
      joined.push(first);
    }
    joined.push(...rest);
  }
  return joined.map(({ block }) => block);
}

function isText(item: FlowItem): item is FlowingText {
  return 'lastLine' in item;
}

/** Parts of one table that were drawn with columns of their own: as many, and no space between. */
function doTouch(above: RuledTable | undefined, below: RuledTable): boolean {
  if (!above || above.columnEdges.length !== below.columnEdges.length) return false;
  return Math.abs(below.top - above.bottom) <= SAME_EDGE;
}

function isSameTable(above: RuledTable | undefined, below: RuledTable | undefined): boolean {
  if (!above || !below || above.columnEdges.length !== below.columnEdges.length) return false;
  return above.columnEdges.every((edge, index) => Math.abs(edge - (below.columnEdges[index] ?? 0)) <= SAME_EDGE);
}
