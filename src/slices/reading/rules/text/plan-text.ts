import type { Paragraph, SourceDocument, Table } from '../source-document.ts';
import { type FoundTable, findBarTable, findTabTable, makeGridTable } from './delimited-table.ts';
import { takeFootnotes } from './footnotes.ts';
import { findHtmlTable, makeHtmlGrid } from './html-table.ts';
import { readMarkup } from './markup.ts';
import { groupBrokenLines, joinLines, type LineGroup } from './paragraphs.ts';
import { findRunTogetherTable } from './run-together-table.ts';
import { findSpacedTable } from './spaced-table.ts';
import { splitTextLines, type TextLine } from './text-lines.ts';

/**
 * A plan pasted as plain text, as blocks: broken lines joined into paragraphs, tables found whether their cells stand
 * between tabs, between bars, or one under the other as a PDF leaves them.
 */
export function readPlanText(text: string): SourceDocument {
  const lines = splitTextLines(text);
  const { body, footnotes } = takeFootnotes(blocksOf(lines));
  return {
    format: 'txt',
    pageCount: text.includes('\f') ? (lines.at(-1)?.page ?? 1) : null,
    blocks: body,
    footnotes,
    warnings: [],
  };
}

function blocksOf(lines: readonly TextLine[]): (Paragraph | Table)[] {
  const blocks: (Paragraph | Table)[] = [];
  let pending: TextLine[] = [];
  const flush = () => {
    for (const group of groupBrokenLines(pending.flatMap(splitColumns))) {
      blocks.push(...paragraphOf(group, blocks.length));
    }
    pending = [];
  };
  for (let index = 0; index < lines.length; ) {
    const line = lines[index];
    if (!line) break;
    const found = tableAt(lines, index);
    if (found) {
      flush();
      blocks.push(found.make(blocks.length, line.page));
      index = found.next;
    } else {
      pending.push(line);
      index += 1;
    }
  }
  flush();
  return blocks;
}

/** The table that starts at a line, whichever way its cells are kept apart. */
function tableAt(
  lines: readonly TextLine[],
  start: number,
): { make: (block: number, page: number) => Table; next: number } | null {
  const html = findHtmlTable(lines, start);
  if (html) return { make: (block, page) => makeHtmlGrid(html.rows, block, page), next: html.next };
  const found = findTable(lines, start);
  return found && { make: (block, page) => makeGridTable(found.rows, block, page), next: found.next };
}

function findTable(lines: readonly TextLine[], start: number): FoundTable | null {
  return (
    findTabTable(lines, start) ??
    findBarTable(lines, start) ??
    findSpacedTable(lines, start) ??
    findRunTogetherTable(lines, start)
  );
}

/** Two columns of a letterhead on one line, kept apart by a tab or by many spaces, are two lines. */
function splitColumns(line: TextLine): TextLine[] {
  if (line.text.length > 160 || !/\t|\S {4,}\S/.test(line.text)) return [line];
  return line.text
    .split(/\t| {4,}/)
    .filter((part) => part.trim() !== '')
    .map((part) => ({ ...line, text: part.trim() }));
}

function paragraphOf(group: LineGroup, block: number): Paragraph[] {
  const marked = readMarkup(joinLines(group.lines));
  if (marked.text === '') return [];
  return [
    {
      kind: 'paragraph',
      text: marked.text,
      place: { block, page: group.lines[0]?.page ?? 1 },
      ...(marked.headingLevel === null ? {} : { headingLevel: marked.headingLevel }),
      ...(marked.isBold ? { isBold: true } : {}),
      ...(marked.isItalic ? { isItalic: true } : {}),
    },
  ];
}
