import { expect, test } from 'vitest';
import { makeWordFromDocument } from '../../../../testing/plan-as-word.ts';
import type { Cell, SourceDocument } from '../../rules/source-document.ts';
import { finishDocument } from '../draft/finish-document.ts';
import { readDocx } from './read-docx.ts';

const at = (row: number, column: number) => ({ block: 2, row, column });
const cell = (text: string, row: number, column: number, columnSpan = 1, rowSpan = 1): Cell => ({
  text,
  place: at(row, column),
  columnSpan,
  rowSpan,
});

/** As a library writes it: merged cells in both directions, several paragraphs in a cell, a footnote, looks. */
const document: SourceDocument = {
  format: 'docx',
  pageCount: null,
  warnings: [],
  footnotes: [{ mark: '1', text: 'Do báo cáo quý III nộp chậm.', place: { block: 1, from: 25, to: 25 } }],
  blocks: [
    { kind: 'paragraph', text: 'KẾ HOẠCH', place: { block: 0 }, isBold: true, isCentred: true },
    { kind: 'paragraph', text: 'Tiêu chí này đạt 1/2 điểm', place: { block: 1 } },
    {
      kind: 'table',
      place: { block: 2 },
      rows: [
        [cell('STT', 0, 0), cell('Nhiệm vụ', 0, 1), cell('Sản phẩm', 0, 2)],
        [cell('I. CHỈ ĐẠO, ĐIỀU HÀNH', 1, 0, 3), null, null],
        [cell('1', 2, 0, 1, 2), cell('Rà soát', 2, 1), cell('- Kế hoạch\n- Báo cáo', 2, 2)],
        [null, cell('Công khai', 3, 1), cell('Danh mục', 3, 2)],
      ],
    },
  ],
};

test('a Word file that the docx library writes reads back as it was', async () => {
  const read = finishDocument('docx', readDocx(await makeWordFromDocument(document)));
  expect(read).toEqual(document);
});
