import { expect, test } from 'vitest';
import { obligationsInBody } from './obligations.ts';
import { outlineOf } from './outline.ts';
import { readPlanText } from './text/plan-text.ts';

const read = (text: string) =>
  obligationsInBody(
    outlineOf(readPlanText(text)).filter((item) => item.kind === 'line'),
    new Set(),
    { year: 2031, units: [] },
  ).map(({ who, to, deadlines }) => [who.value, to.value, deadlines.map((field) => field.value.kind)]);

test.each([
  {
    text: 'Văn phòng trình Giám đốc Sở báo cáo đánh giá việc thực hiện Kế hoạch trong tháng 12/2031.',
    owed: [['Văn phòng', 'Giám đốc Sở', ['window']]],
  },
  {
    text: 'Văn phòng gửi Sở Nội vụ báo cáo năm về cải cách hành chính trước ngày 05/12/2031.',
    owed: [['Văn phòng', 'Sở Nội vụ', ['by']]],
  },
  { text: 'Văn phòng rà soát quy trình trong tháng 12/2031.', owed: [] },
  { text: 'Văn phòng xây dựng báo cáo chuyên đề từ ngày 01/3/2031 đến ngày 30/6/2031.', owed: [] },
])('"$text"', ({ text, owed }) => {
  expect(read(text)).toEqual(owed);
});
