import { expect, test } from 'vitest';
import { outlineOf } from './outline.ts';
import { readResult } from './result.ts';
import { readPlanText } from './text/plan-text.ts';

const read = (text: string) => {
  const lines = outlineOf(readPlanText(text)).filter((item) => item.kind === 'line');
  const result = readResult(lines);
  return (
    result &&
    [
      result.year,
      result.total,
      result.max,
      result.grade,
      result.rank,
      result.rankOf,
      result.totalChange,
      result.rankChange,
    ].map(({ value }) => value)
  );
};

test.each([
  {
    text: 'Chỉ số cải cách hành chính năm 2030 của Sở đạt 80,5/99 điểm, xếp loại tốt, giảm 1,25 điểm, giảm 6 bậc so với năm 2029, xếp thứ 18/22 sở.',
    result: [2030, 80.5, 99, 'Tốt', 18, 22, -1.25, -6],
  },
  {
    text: 'Năm 2030, Sở được 75,66 điểm, xếp hạng 19/20 (loại Khá), tăng 2 bậc.',
    result: [2030, 75.66, null, 'Khá', 19, 20, null, 2],
  },
  {
    text: '- Tổng điểm: 84,15/100 điểm\n- Xếp hạng: 9/18\n- Xếp loại: Tốt',
    result: [null, 84.15, 100, 'Tốt', 9, 18, null, null],
  },
  {
    text: 'I. KẾT QUẢ NĂM 2030\n\nSở được chấm 74,9/98 điểm, xếp loại Khá. Thứ hạng của Sở từ thứ 8 xuống thứ 12 trên 17 sở, ngành, giảm 4 bậc so với năm 2029. Tổng điểm năm 2029 là 79,3 điểm, như vậy giảm 4,4 điểm.',
    result: [2030, 74.9, 98, 'Khá', 12, 17, -4.4, -4],
  },
  {
    text: '1. Số liệu chấm điểm năm 2030\n\nKết quả được công nhận: 82,5/100 điểm; hạng 06/20; loại Tốt. Năm 2029 Sở được 80 điểm, hạng 09/20. Qua một năm, Sở tăng 2,5 điểm và tiến 03 hạng.',
    result: [2030, 82.5, 100, 'Tốt', 6, 20, 2.5, 3],
  },
  {
    text: 'Năm 2030, Sở đạt 81 điểm, từ vị trí 15/20 vươn lên vị trí thứ 9 trong tổng số 20 cơ quan, lùi 0,5 điểm.',
    result: [2030, 81, null, null, 9, 20, null, null],
  },
  { text: 'Phấn đấu tăng ít nhất 01 bậc so với năm trước.', result: null },
])('"$text" is read', ({ text, result }) => {
  expect(read(text)).toEqual(result);
});
