import { strToU8 } from 'fflate';
import { writeXlsx } from 'hucre';
import { expect, test } from 'vitest';
import type { SourceDocument } from '../../rules/source-document.ts';
import { finishDocument } from '../draft/finish-document.ts';
import { readSheets } from './read-sheets.ts';
import { readSeparatedValues, readWorkbook } from './sheets.ts';

function grids(document: SourceDocument): (string | (string | null)[][])[] {
  return document.blocks.map((block) =>
    block.kind === 'paragraph' ? block.text : block.rows.map((row) => row.map((cell) => cell?.text ?? null)),
  );
}

test('a workbook gives the lines of its head, its table with merged cells, and numbers in Vietnamese form', async () => {
  const bytes = await writeXlsx({
    sheets: [
      {
        name: 'Phụ lục',
        rows: [
          ['SỞ NÔNG NGHIỆP', null, null],
          ['PHỤ LỤC NHIỆM VỤ', null, null],
          ['STT', 'Nhiệm vụ', 'Điểm'],
          ['I', null, null],
          [1, 'Rà soát thủ tục', 80.567],
          [2, 'Báo cáo', 0.1 + 0.2],
        ],
        merges: [{ startRow: 3, startCol: 0, endRow: 3, endCol: 2 }],
      },
      { name: 'Ẩn', rows: [['bí mật']], hidden: true },
    ],
  });
  const document = finishDocument('xlsx', readSheets(await readWorkbook(bytes)));
  expect(grids(document)).toEqual([
    'SỞ NÔNG NGHIỆP',
    'PHỤ LỤC NHIỆM VỤ',
    [
      ['STT', 'Nhiệm vụ', 'Điểm'],
      ['I', null, null],
      ['1', 'Rà soát thủ tục', '80,567'],
      ['2', 'Báo cáo', '0,3'],
    ],
  ]);
  expect(document.blocks[2]?.place.sheet).toBe('Phụ lục');
});

test.each([
  { separator: ';', text: 'STT;Nhiệm vụ;Hạn\n1;"Rà soát; sửa đổi";Quý II\n' },
  { separator: ',', text: 'STT,Nhiệm vụ,Hạn\n1,"Rà soát; sửa đổi",Quý II\n' },
  { separator: 'tab', text: 'STT\tNhiệm vụ\tHạn\n1\tRà soát; sửa đổi\tQuý II\n' },
])('values separated by $separator give a table; "01" stays "01"', ({ text }) => {
  const document = finishDocument('csv', readSheets(readSeparatedValues(strToU8(text.replace('\n1', '\n01')))));
  expect(grids(document)).toEqual([
    [
      ['STT', 'Nhiệm vụ', 'Hạn'],
      ['01', 'Rà soát; sửa đổi', 'Quý II'],
    ],
  ]);
});
