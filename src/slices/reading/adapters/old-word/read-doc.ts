import BufferReader from 'word-extractor/lib/buffer-reader.js';
import type { Draft, DraftBlock, DraftRow } from '../draft/draft.ts';
import { ReadingRefused } from '../reading-refused.ts';
import { RowEndExtractor } from './row-ends.ts';

/**
 * Reads a Word 97–2003 file. Its text keeps a tab after every cell and a line end after every row; merged cells leave no
 * trace, so a short row's last cell is taken to reach to the end.
 */
export async function readDoc(bytes: Uint8Array): Promise<Draft> {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const document = await extract(content).catch(() => {
    throw new ReadingRefused({ code: 'broken-file' });
  });
  const plain = { filterUnicode: false };
  const noteLines = [...splitLines(document.getFootnotes(plain)), ...splitLines(document.getEndnotes(plain))];
  const boxLines = splitLines(document.getTextboxes({ ...plain, includeHeadersAndFooters: false }));
  const blocks = [...readLines(splitLines(document.getBody(plain))), ...boxLines.map(asParagraph)];
  const footnotes = noteLines
    .filter((text) => text.trim() !== '')
    .map((text, index) => ({ mark: String(index + 1), text }));
  return { blocks, footnotes, warnings: [], pageCount: null };
}

async function extract(content: Buffer): ReturnType<RowEndExtractor['extract']> {
  const reader = new BufferReader(content);
  await reader.open();
  return new RowEndExtractor().extract(reader);
}

function splitLines(text: string): string[] {
  return text.split(/\r\n?|\n/);
}

function asParagraph(text: string): DraftBlock {
  return { kind: 'paragraph', text };
}

/** Paragraphs and tables from lines: a row ends where a line ends in a tab. */
function readLines(lines: readonly string[]): DraftBlock[] {
  const blocks: DraftBlock[] = [];
  let pending: string[] = [];
  let rows: string[][] = [];
  const closeTable = (): void => {
    if (rows.length > 0) blocks.push({ kind: 'table', rows: makeRows(rows) });
    rows = [];
  };
  const width = usualWidth(lines);
  for (const line of lines) {
    pending.push(line);
    if (!line.endsWith('\t')) continue;
    const start = rowStart(pending, width, rows.length > 0);
    if (start > 0) closeTable();
    blocks.push(...pending.slice(0, start).map(asParagraph));
    rows.push(pending.slice(start).join('\n').slice(0, -1).split('\t'));
    pending = [];
  }
  closeTable();
  blocks.push(...pending.map(asParagraph));
  return blocks;
}

/** How many cells most rows have that stand on one line. */
function usualWidth(lines: readonly string[]): number {
  const counts = new Map<number, number>();
  for (const line of lines) {
    if (line.endsWith('\t')) counts.set(cellCount(line), (counts.get(cellCount(line)) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}

function cellCount(line: string): number {
  return line.split('\t').length - 1;
}

/**
 * Index of the line where the row that has just ended began. A cell of several paragraphs spreads over lines; inside a
 * table they all belong to the row as long as it does not get too wide, before a table only those with tabs do.
 */
function rowStart(lines: readonly string[], width: number, isInsideTable: boolean): number {
  const cells = lines.reduce((sum, line) => sum + cellCount(line), 0);
  if (isInsideTable && cells <= width) return 0;
  const firstWithTab = lines.findIndex((line) => line.includes('\t'));
  return Math.max(firstWithTab, 0);
}

function makeRows(rows: readonly (readonly string[])[]): DraftRow[] {
  const width = Math.max(...rows.map((cells) => cells.length));
  return rows.map((cells) =>
    Array.from({ length: width }, (_unused, column) => {
      if (column >= cells.length) return null;
      const columnSpan = column === cells.length - 1 ? width - column : 1;
      return { text: cells[column] ?? '', columnSpan, rowSpan: 1 };
    }),
  );
}
