import { expect, test } from 'vitest';
import { joinCellLines } from './cell-text.ts';
import { findSpacedTable } from './spaced-table.ts';
import { splitTextLines } from './text-lines.ts';

function rowsOf(text: string): readonly (readonly string[])[] {
  return findSpacedTable(splitTextLines(text), 0)?.rows ?? [];
}

test.each([
  { lines: ['Thườ', 'ng', 'xuyên'], text: 'Thường xuyên' },
  { lines: ['Điể', 'm', 'chu', 'ẩn'], text: 'Điểm chuẩn' },
  { lines: ['Trước', 'ngày', '10/12/20', '24'], text: 'Trước ngày 10/12/2024' },
  { lines: ['Trước', '30/6/', '2024'], text: 'Trước 30/6/2024' },
  { lines: ['31/12', '/2024'], text: '31/12/2024' },
  { lines: ['Quý', 'III/20', '24'], text: 'Quý III/2024' },
  { lines: ['Kế hoạch số', '12/KH-', 'STNMT'], text: 'Kế hoạch số 12/KH-STNMT' },
  { lines: ['Văn phòng', 'ở tầng một'], text: 'Văn phòng ở tầng một' },
  { lines: ['- Báo cáo;', '- Kế hoạch'], text: '- Báo cáo;\n- Kế hoạch' },
])('the lines $lines of a cell are its words "$text"', ({ lines, text }) => {
  expect(joinCellLines(lines)).toBe(text);
});

test('columns that stand elsewhere after a while are still the same columns', () => {
  const rows = rowsOf(
    `
TT   Nhiệm vụ             Sản phẩm          Thời gian
1    Rà soát thủ tục      Danh mục thủ      Quý II
     hành chính           tục
2       Niêm yết công khai   Bảng niêm yết       Tháng 3
        tại bộ phận          ở trụ sở            hằng năm
3       Đối thoại với        Biên bản            Quý IV
        người dân            đối thoại
`.trimStart(),
  );
  expect(rows.slice(1)).toEqual([
    ['1', 'Rà soát thủ tục hành chính', 'Danh mục thủ tục', 'Quý II'],
    ['2', 'Niêm yết công khai tại bộ phận', 'Bảng niêm yết ở trụ sở', 'Tháng 3 hằng năm'],
    ['3', 'Đối thoại với người dân', 'Biên bản đối thoại', 'Quý IV'],
  ]);
});

test('two cells that nearly touch are cut where the left one is as wide as its column', () => {
  const rows = rowsOf(
    `
TT   Nhiệm vụ              Sản phẩm          Thời gian
1    Rà soát toàn bộ thủ   Danh mục thủ tục  Quý II
     tục của ngành         được công bố
2    Niêm yết công khai tại Bảng niêm yết    Tháng 3
     bộ phận một cửa       ở trụ sở
`.trimStart(),
  );
  expect(rows[2]).toEqual(['2', 'Niêm yết công khai tại bộ phận một cửa', 'Bảng niêm yết ở trụ sở', 'Tháng 3']);
});

test('a page number and the head of the next page are no part of a row', () => {
  const rows = rowsOf(
    `TT   Nhiệm vụ             Sản phẩm          Thời gian
1    Rà soát thủ tục      Danh mục thủ      Quý II
                           2
\fTT     Nhiệm vụ             Sản phẩm          Thời gian
       hành chính           tục
2      Đối thoại            Biên bản          Quý IV
       Nơi nhận:
`,
  );
  expect(rows.slice(1)).toEqual([
    ['1', 'Rà soát thủ tục hành chính', 'Danh mục thủ tục', 'Quý II'],
    ['2', 'Đối thoại', 'Biên bản', 'Quý IV'],
  ]);
});

test('numbers in the middle of their rows number the words around them', () => {
  const rows = rowsOf(
    `
TT   Nhiệm vụ             Sản phẩm          Thời gian
     Rà soát thủ tục
1    hành chính của       Danh mục          Quý II
     ngành
     Niêm yết công khai
2    thủ tục tại nơi      Bảng niêm yết     Tháng 3
     tiếp nhận
     Đối thoại với
3    người dân và         Biên bản          Quý IV
     doanh nghiệp
`.trimStart(),
  );
  expect(rows.slice(1).map((row) => row[1])).toEqual([
    'Rà soát thủ tục hành chính của ngành',
    'Niêm yết công khai thủ tục tại nơi tiếp nhận',
    'Đối thoại với người dân và doanh nghiệp',
  ]);
});

test('many lines without a number take time in proportion', () => {
  const row = '      hành chính            gửi Sở\n      của ngành             theo dõi\n';
  const text = `STT   Nhiệm vụ              Sản phẩm            Thời gian\n1     Rà soát thủ tục       Báo cáo rà soát     Quý II\n${row.repeat(4000)}`;
  const startedAt = performance.now();
  expect(rowsOf(text)).toHaveLength(2);
  expect(performance.now() - startedAt).toBeLessThan(8000);
});
