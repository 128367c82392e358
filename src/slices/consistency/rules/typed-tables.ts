import type { CheckableCell, CheckableDocument, CheckableParagraph, CheckableTable } from './checkable-document.ts';

type Block = CheckableDocument['blocks'][number];

const RULE_LINE = /^\s*\|?[\s:|-]+\|[\s:|-]*$/;
const FEWEST_LINES = 3;

/**
 * Tables that plain text draws with tabs or upright bars: runs of at least three lines of two or more cells become tables,
 * everything else stays as it is.
 */
export function gatherTypedTables(blocks: readonly Block[]): Block[] {
  const gathered: Block[] = [];
  let run: CheckableParagraph[] = [];
  const close = (): void => {
    gathered.push(...(run.length >= FEWEST_LINES ? [tableOf(run)] : run));
    run = [];
  };
  for (const block of blocks) {
    if (block.kind === 'paragraph' && cellSignOf(block.text) !== null) {
      if (run[0] && cellSignOf(run[0].text) !== cellSignOf(block.text)) close();
      run.push(block);
      continue;
    }
    close();
    gathered.push(block);
  }
  close();
  return gathered;
}

function cellSignOf(text: string): '\t' | '|' | null {
  if (text.includes('\t')) return '\t';
  return (text.match(/\|/g)?.length ?? 0) >= 2 ? '|' : null;
}

function tableOf(lines: readonly CheckableParagraph[]): CheckableTable {
  const rows = lines.filter((line) => !RULE_LINE.test(line.text)).map(cellsOf);
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const place = lines[0]?.place ?? { block: 0 };
  return { kind: 'table', place, rows: rows.map((row) => [...row, ...Array<null>(width - row.length).fill(null)]) };
}

function cellsOf(line: CheckableParagraph): CheckableCell[] {
  const sign = cellSignOf(line.text) ?? '\t';
  const isBarred = sign === '|' && line.text.trimStart().startsWith('|');
  const pieces = line.text.split(sign);
  let from = 0;
  const cells = pieces.map((text, index) => {
    const place = { ...line.place, column: index, from, to: from + text.length };
    from += text.length + 1;
    return { text, place, columnSpan: 1, rowSpan: 1 };
  });
  if (!isBarred) return cells;
  return line.text.trimEnd().endsWith('|') ? cells.slice(1, -1) : cells.slice(1);
}
