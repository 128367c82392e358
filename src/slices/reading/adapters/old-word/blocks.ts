import type { DraftBlock, DraftCell, DraftParagraph, DraftTable } from '../draft/draft.ts';
import type { ListCounter } from '../draft/list-counter.ts';
import type { OldParagraph } from './paragraphs.ts';
import type { TableRow } from './table-rows.ts';
import { makeTable } from './table-rows.ts';

/** Blocks that belong behind the paragraph with these letters: text boxes anchored in it. */
export type AnchoredIn = (from: number, to: number) => DraftBlock[];
export type BlockTools = { readonly lists: ListCounter; readonly anchoredIn: AnchoredIn };

/** Paragraphs and tables of a story, or of a cell whose own depth is given. */
export function readBlocks(paragraphs: readonly OldParagraph[], depth: number, tools: BlockTools): DraftBlock[] {
  const blocks: DraftBlock[] = [];
  for (let index = 0; index < paragraphs.length; ) {
    const paragraph = paragraphs[index];
    if (!paragraph || paragraph.depth <= depth) {
      if (paragraph)
        blocks.push(makeParagraph(paragraph, tools.lists), ...tools.anchoredIn(paragraph.from, paragraph.to));
      index += 1;
      continue;
    }
    let end = index;
    while ((paragraphs[end]?.depth ?? 0) > depth) end += 1;
    blocks.push(...readTable(paragraphs.slice(index, end), depth + 1, tools));
    index = end;
  }
  return blocks;
}

function makeParagraph(paragraph: OldParagraph, lists: ListCounter): DraftParagraph {
  const { text, look, letters, boldLetters, italicLetters } = paragraph;
  const marker = look.list ? lists.nextMarker(String(look.list), look.listLevel ?? 0) : null;
  return {
    kind: 'paragraph',
    text,
    ...(look.headingLevel ? { headingLevel: look.headingLevel } : {}),
    ...(letters > 0 && boldLetters === letters ? { isBold: true } : {}),
    ...(letters > 0 && italicLetters === letters ? { isItalic: true } : {}),
    ...(look.isCentred ? { isCentred: true } : {}),
    ...(marker === null ? {} : { listMarker: marker }),
  };
}

/** A table of one depth; what stands behind its last row end is no row, but nothing is lost. */
function readTable(paragraphs: readonly OldParagraph[], depth: number, tools: BlockTools): DraftBlock[] {
  const rows: TableRow[] = [];
  let cells: DraftCell[] = [];
  let pending: OldParagraph[] = [];
  for (const paragraph of paragraphs) {
    const isOwn = paragraph.depth === depth;
    if (isOwn && paragraph.ends === 'row') {
      if (pending.some(({ text }) => text.trim() !== '')) cells.push(makeCell(pending, depth, tools));
      if (cells.length > 0) rows.push({ cells, shape: paragraph.row });
      [cells, pending] = [[], []];
      continue;
    }
    pending.push(paragraph);
    if (isOwn && paragraph.ends === 'cell') {
      cells.push(makeCell(pending, depth, tools));
      pending = [];
    }
  }
  if (pending.length > 0) cells.push(makeCell(pending, depth, tools));
  const table: DraftTable[] = rows.length > 0 ? [makeTable(rows)] : [];
  const rest = cells.map((cell): DraftParagraph => ({ kind: 'paragraph', text: cell.text }));
  return [...table, ...rest];
}

function makeCell(paragraphs: readonly OldParagraph[], depth: number, tools: BlockTools): DraftCell {
  const blocks = readBlocks(paragraphs, depth, tools);
  const lines = blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [[block.listMarker, block.text].filter(Boolean).join(' ')] : [],
  );
  const nested = blocks.filter((block) => block.kind === 'table');
  return {
    text: lines.filter((line) => line.trim() !== '').join('\n'),
    columnSpan: 1,
    rowSpan: 1,
    ...(nested.length === 0 ? {} : { nested }),
  };
}
