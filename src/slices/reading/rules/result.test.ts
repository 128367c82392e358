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
  { text: 'Phấn đấu tăng ít nhất 01 bậc so với năm trước.', result: null },
])('"$text" is read', ({ text, result }) => {
  expect(read(text)).toEqual(result);
});
