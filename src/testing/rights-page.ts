import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'rights.md'), 'utf8');

/** Rows of the table below a heading of docs/rights.md, each as its cells. */
function tableBelow(heading: string): string[][] {
  const part = page.split(/^## /m).find((one) => one.startsWith(heading)) ?? '';
  return part
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

const [[, ...roleNames] = [], , ...actionRows] = tableBelow('Roles and actions');

/** Every cell of the first table: role, action, and how far the right reaches. */
export const rightsOnPaper = actionRows.flatMap(([action = '', ...cells]) =>
  cells.map((reach, column) => ({ role: roleNames[column] ?? '', action, reach })),
);

/** What each operation asks for: "public", "session" or an action. */
export const needsOnPaper = new Map(
  tableBelow('Operations')
    .slice(2)
    .map(([operation = '', needs = '']) => [operation, needs] as const),
);
