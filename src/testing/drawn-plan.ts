import type { Cell, Footnote, Paragraph, SourceDocument, Table } from '../slices/reading/index.ts';

/**
 * A plan drawn in plain signs, so that one file gives a Word file with real merged cells, a PDF, and both kinds of text.
 * A line is a paragraph; "@c " before it centres, "@b " makes it bold. Lines that begin with "|" are a table: cells
 * between " | ", "\n" for a new line in a cell, "^" for a place that the cell above covers, "<" for one that the cell to
 * the left covers. "[^1]" marks a footnote, "[^1]: …" gives its words.
 */
export function drawPlan(source: string): SourceDocument {
  const notes = new Map<string, string>();
  const blocks: (Paragraph | Table)[] = [];
  const footnotes: Footnote[] = [];
  let rows: string[][] = [];
  const endTable = (): void => {
    if (rows.length > 0) blocks.push(drawTable(rows, blocks.length));
    rows = [];
  };
  for (const line of source.split('\n').map((each) => each.trim())) {
    const note = /^\[\^(?<mark>\w+)\]:\s*(?<text>.+)$/.exec(line)?.groups;
    if (note) notes.set(note.mark ?? '', note.text ?? '');
    else if (line.startsWith('|')) rows.push(cellsOf(line));
    else if (line === '') endTable();
    else {
      endTable();
      blocks.push(drawParagraph(line, blocks.length, footnotes));
    }
  }
  endTable();
  return {
    format: 'txt',
    pageCount: null,
    warnings: [],
    blocks,
    footnotes: footnotes.map((note) => ({ ...note, text: notes.get(note.mark) ?? note.text })),
  };
}

function cellsOf(line: string): string[] {
  return line
    .replace(/^\|\s?/, '')
    .replace(/\s?\|$/, '')
    .split(/\s?\|\s?/)
    .map((cell) => cell.trim().replaceAll('\\n', '\n'));
}

function drawParagraph(line: string, block: number, footnotes: Footnote[]): Paragraph {
  const look = /^@(?<look>[cb]) /.exec(line)?.groups?.look;
  let text = look ? line.slice(3) : line;
  for (let match = /\[\^(\w+)\]/.exec(text); match; match = /\[\^(\w+)\]/.exec(text)) {
    text = text.slice(0, match.index) + text.slice(match.index + match[0].length);
    footnotes.push({ mark: match[1] ?? '', text: '', place: { block, from: match.index, to: match.index } });
  }
  return {
    kind: 'paragraph',
    text,
    place: { block },
    ...(look === 'b' ? { isBold: true } : {}),
    ...(look === 'c' ? { isCentred: true } : {}),
  };
}

function drawTable(rows: readonly (readonly string[])[], block: number): Table {
  const columns = Math.max(...rows.map((row) => row.length));
  const at = (row: number, column: number): string => rows[row]?.[column] ?? '';
  return {
    kind: 'table',
    place: { block },
    rows: rows.map((cells, row) =>
      Array.from({ length: columns }, (_unused, column): Cell | null => {
        const text = cells[column] ?? '';
        if (text === '^' || text === '<') return null;
        let [columnSpan, rowSpan] = [1, 1];
        while (at(row, column + columnSpan) === '<') columnSpan += 1;
        while (at(row + rowSpan, column) === '^') rowSpan += 1;
        return { text, place: { block, row, column }, columnSpan, rowSpan };
      }),
    ),
  };
}

/** As plain text of a converter: tables between tabs, new lines of a cell as tags, notes at the end. */
export function tabbedText(document: SourceDocument): string {
  const lines = document.blocks.flatMap((block, index) =>
    block.kind === 'table'
      ? [block.rows.map((row) => row.map((cell) => cell?.text.replaceAll('\n', '<br>') ?? '').join('\t')).join('\n')]
      : [markedText(block, document, index)],
  );
  return [...lines, ...document.footnotes.map((note) => `[^${note.mark}]: ${note.text}`)].join('\n\n');
}

function markedText(paragraph: Paragraph, document: SourceDocument, block: number): string {
  const notes = document.footnotes.filter((note) => note.place.block === block).toReversed();
  return notes.reduce(
    (text, note) => `${text.slice(0, note.place.from)}[^${note.mark}]${text.slice(note.place.from)}`,
    paragraph.text,
  );
}

const PAGE_LETTERS = 92;
const CELL_LETTERS = 104;

/** As pasted from a PDF: every line of the page on its own, the cells of a table one under the other. */
export function pastedText(document: SourceDocument): string {
  const lines = document.blocks.flatMap((block, index) => {
    if (block.kind !== 'table') return brokenAt(markedText(block, document, index), PAGE_LETTERS);
    const widths = letterWidths(block);
    return block.rows.flatMap((row) =>
      row.flatMap((cell, column) => {
        if (!cell || cell.text === '') return [];
        const width = widths.slice(column, column + cell.columnSpan).reduce((sum, each) => sum + each, 0);
        return cell.text.split('\n').flatMap((text) => brokenAt(text, width));
      }),
    );
  });
  return [...lines, ...document.footnotes.map((note) => `[^${note.mark}]: ${note.text}`)].join('\n');
}

function letterWidths(table: Table): number[] {
  const columns = Math.max(...table.rows.map((row) => row.length));
  const weights = Array.from({ length: columns }, (_unused, column) => {
    const longest = Math.max(...table.rows.map((row) => (row[column]?.columnSpan === 1 ? row[column].text.length : 0)));
    return Math.min(Math.max(Math.sqrt(longest), 3), 14);
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => Math.max(6, Math.round((CELL_LETTERS * weight) / total)));
}

function brokenAt(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
