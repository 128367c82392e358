import { expect, test } from 'vitest';
import { mendRomanNumbers } from './mend-numbers.ts';

test.each([
  { read: ['I', '1', '2', 'I', '1', 'II', 'IV'], mended: ['I', '1', '2', 'II', '1', 'III', 'IV'] },
  { read: ['I', '1', 'II', '1', 'III'], mended: ['I', '1', 'II', '1', 'III'] },
  { read: ['1', '2', '3'], mended: ['1', '2', '3'] },
])('rows numbered $read are rows $mended', ({ read, mended }) => {
  const cell = (text: string) => ({ text, columnSpan: 1, rowSpan: 1 });
  const [table] = mendRomanNumbers([{ kind: 'table', rows: read.map((text) => [cell(text), cell('việc')]) }]);
  expect(table?.kind === 'table' && table.rows.map((row) => row[0]?.text)).toEqual(mended);
});

test('a stroke before a heading in capitals is a Roman number, before a task it is a one', () => {
  const row = (number: string, text: string) => [
    { text: number, columnSpan: 1, rowSpan: 1 },
    { text, columnSpan: 1, rowSpan: 1 },
  ];
  const rows = [row('I', 'CHỈ ĐẠO'), row('1', 'Rà soát'), row('1', 'CẢI CÁCH THỂ CHẾ'), row('1', 'Báo cáo')];
  const [table] = mendRomanNumbers([{ kind: 'table', rows }]);
  expect(table?.kind === 'table' && table.rows.map((cells) => cells[0]?.text)).toEqual(['I', '1', 'II', '1']);
});
