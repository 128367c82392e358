import { expect, test } from 'vitest';
import { targetsIn } from './targets.ts';

const read = (text: string) =>
  targetsIn({ text, pieces: [{ at: 0, place: { block: 0, from: 0 } }] }).map(({ value }) => [
    value.op,
    value.value,
    value.to,
    value.unit,
    value.by,
  ]);

test.each([
  { text: 'đạt từ 95% trở lên', targets: [['>=', 95, null, '%', null]] },
  { text: '100% văn bản được ký số', targets: [['=', 100, null, '%', null]] },
  { text: 'hài lòng trên 87%', targets: [['>', 87, null, '%', null]] },
  { text: 'tối thiểu 15% hồ sơ', targets: [['>=', 15, null, '%', null]] },
  { text: 'hoàn thành 60% - 100% kế hoạch', targets: [['range', 60, 100, '%', null]] },
  { text: 'không quá 8 giờ làm việc', targets: [['<=', 8, null, 'giờ làm việc', null]] },
  { text: 'không muộn hơn tám giờ làm việc', targets: [['<=', 8, null, 'giờ làm việc', null]] },
  { text: 'Đến hết ngày 30/9/2031 đạt từ 60% trở lên', targets: [['>=', 60, null, '%', '2031-09-30']] },
  { text: 'trong năm 2031, tại Quyết định số 15/QĐ', targets: [] },
])('"$text" sets $targets.length targets', ({ text, targets }) => {
  expect(read(text)).toEqual(targets);
});
