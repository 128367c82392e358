import { checkFigures, type FigureFinding } from '../slices/consistency/index.ts';

/** The figure check of paragraphs; a line with tabs or between bars is a row of the table it stands in. */
export function figuresOf(...lines: readonly string[]): FigureFinding[] {
  const blocks: Parameters<typeof checkFigures>[0]['blocks'][number][] = [];
  let rows: string[][] = [];
  const closeTable = (): void => {
    if (rows.length > 0) blocks.push(tableOf(rows, blocks.length));
    rows = [];
  };
  for (const text of lines) {
    const cells = cellsOf(text);
    if (cells) rows.push(cells);
    else {
      closeTable();
      blocks.push({ kind: 'paragraph', text, place: { block: blocks.length } });
    }
  }
  closeTable();
  return checkFigures({ blocks });
}

function cellsOf(text: string): string[] | null {
  if (text.includes('\t')) return text.split('\t');
  return text.startsWith('|') ? text.split('|').slice(1, -1) : null;
}

function tableOf(rows: readonly (readonly string[])[], block: number) {
  return {
    kind: 'table' as const,
    place: { block },
    rows: rows.map((cells, row) =>
      cells.map((text, column) => ({ text, place: { block, row, column }, columnSpan: 1, rowSpan: 1 })),
    ),
  };
}

/** "holds 67.31 = 67.31" or "fails 67.31 ≠ 66.5", one for each relation found: what a test's title can say. */
export function verdictsOf(...lines: readonly string[]): string[] {
  return figuresOf(...lines).map(
    ({ relation, holds, stated, computed }) =>
      `${relation} ${stated ?? 'implied'} ${holds ? 'holds' : `fails ${computed}`}`,
  );
}
