import { expect, test } from 'vitest';
import type { Property } from './properties.ts';
import { propertyNumbers } from './properties.ts';
import { makeTable, readRowShape } from './table-rows.ts';

type CellSigns = { readonly right: number; readonly across?: number; readonly down?: number };

/** A row's definition as Word writes it: number of cells, edges from the left, twenty bytes for each cell. */
function definition(left: number, cells: readonly CellSigns[]): Property {
  const operand = Buffer.alloc(1 + (cells.length + 1) * 2 + cells.length * 20);
  operand.writeUInt8(cells.length, 0);
  operand.writeInt16LE(left, 1);
  cells.forEach(({ right, across = 0, down = 0 }, index) => {
    operand.writeInt16LE(right, 3 + index * 2);
    operand.writeUInt16LE(across | (down << 5), 3 + cells.length * 2 + index * 20);
  });
  return { number: propertyNumbers.tableDefinition, operand };
}

function grid(rows: readonly (readonly [readonly string[], readonly Property[]])[]): (string | null)[][] {
  const table = makeTable(
    rows.map(([texts, properties]) => ({
      cells: texts.map((text) => ({ text, columnSpan: 1, rowSpan: 1 })),
      shape: readRowShape(properties),
    })),
  );
  return table.rows.map((row) => row.map((cell) => cell && `${cell.text} ${cell.columnSpan}×${cell.rowSpan}`));
}

const THREE = definition(-108, [{ right: 1000 }, { right: 2000 }, { right: 3000 }]);

test.each([
  ['first 1, then 2 (as Word 97 writes)', 1, 2],
  ['first 2, then 1 (as the specification names them)', 2, 1],
  ['first 3, then 1', 3, 1],
])('cells merged across, %s', (_case, first, next) => {
  const merged = definition(-108, [{ right: 1000, across: first }, { right: 2000, across: next }, { right: 3000 }]);
  expect(
    grid([
      [['a', 'b', 'c'], [THREE]],
      [['d', '', 'e'], [merged]],
    ]),
  ).toEqual([
    ['a 1×1', 'b 1×1', 'c 1×1'],
    ['d 2×1', null, 'e 1×1'],
  ]);
});

test('two merged pairs side by side stay two', () => {
  const pairs = [1000, 2000, 3000, 4000].map((right, index) => ({ right, across: index % 2 === 0 ? 1 : 2 }));
  const four = definition(0, [{ right: 1000 }, { right: 2000 }, { right: 3000 }, { right: 4000 }]);
  expect(
    grid([
      [['a', '', 'b', ''], [definition(0, pairs)]],
      [['c', 'd', 'e', 'f'], [four]],
    ])[0],
  ).toEqual(['a 2×1', null, 'b 2×1', null]);
});

test('merged and split by a later property, and merged down by one', () => {
  const merge = { number: propertyNumbers.mergeCells, operand: Buffer.from([1, 3]) };
  const split = { number: propertyNumbers.splitCells, operand: Buffer.from([1, 3]) };
  const starts = { number: propertyNumbers.mergeDown, operand: Buffer.from([0, 3]) };
  const goesOn = { number: propertyNumbers.mergeDown, operand: Buffer.from([0, 1]) };
  expect(
    grid([
      [
        ['a', 'b', ''],
        [THREE, starts, merge],
      ],
      [
        ['', 'd', 'e'],
        [THREE, goesOn, merge, split],
      ],
    ]),
  ).toEqual([
    ['a 1×2', 'b 2×1', null],
    [null, 'd 1×1', 'e 1×1'],
  ]);
});

test('edges drawn by hand a hair apart are one; a row that starts further right leaves the first place empty', () => {
  const ragged = definition(-100, [{ right: 1012 }, { right: 1990 }, { right: 3000 }]);
  const indented = definition(1001, [{ right: 2005 }, { right: 3000 }]);
  expect(
    grid([
      [['a', 'b', 'c'], [THREE]],
      [['d', 'e', 'f'], [ragged]],
      [['g', 'h'], [indented]],
    ]),
  ).toEqual([
    ['a 1×1', 'b 1×1', 'c 1×1'],
    ['d 1×1', 'e 1×1', 'f 1×1'],
    [' 1×1', 'g 1×1', 'h 1×1'],
  ]);
});

test('a row that lost its definition keeps its cells', () => {
  expect(grid([[['a', 'b'], []]])).toEqual([['a 1×1', 'b 1×1']]);
});
