import { expect, test } from 'vitest';
import { figuresOf } from '../../../testing/figures-of-text.ts';

const failsOf = (...lines: string[]) =>
  figuresOf(...lines)
    .filter(({ holds }) => !holds)
    .map(({ stated, computed, proposal }) => [stated, computed, proposal?.proposed ?? null]);

test.each([
  { text: 'Lĩnh vực thể chế đạt 10,5/10 điểm.', fails: [[10.5, 10, null]] },
  { text: 'Sở xếp thứ 21/19 sở, ban, ngành.', fails: [[21, 19, null]] },
  { text: 'Đã giải quyết 84 đơn, trong đó đúng hạn 91 đơn.', fails: [[91, 84, null]] },
  { text: 'Đạt 105/100 điểm, gồm cả 05 điểm thưởng.', fails: [] },
  { text: 'Đã giải quyết 84 đơn, trong đó 91% đúng hạn.', fails: [] },
  { text: 'Tiếp nhận 130/120 hồ sơ so với dự kiến.', fails: [] },
  { text: 'Tiếp nhận 84 đơn, trong đó tăng 91 đơn so với cùng kỳ.', fails: [] },
])('what cannot be: $text', ({ text, fails }) => {
  expect(failsOf(text)).toEqual(fails);
});

test.each([
  {
    lines: [
      'Năm 2028, Sở đạt 88,5 điểm, xếp thứ 5/18.',
      'So với năm 2027 (86,25 điểm, xếp thứ 8/18), tăng 2,52 điểm và tăng 03 bậc.',
    ],
    fails: [[2.52, 2.25, 2.25]],
  },
  {
    lines: ['Kế hoạch năm có 25 nhiệm vụ.', 'Đã hoàn thành 20 nhiệm vụ, đạt 80%; còn 06 nhiệm vụ đang triển khai.'],
    fails: [[6, 5, 5]],
  },
  {
    lines: ['Kế hoạch năm có 25 nhiệm vụ.', 'Đã hoàn thành 20 nhiệm vụ, đạt 90%; còn 06 nhiệm vụ đang triển khai.'],
    fails: [],
  },
  {
    lines: ['Hồ sơ đã giải quyết: 2.500 hồ sơ.', 'Hồ sơ đúng hạn: 2.450 hồ sơ, đạt 95% số hồ sơ đã giải quyết.'],
    fails: [[95, 98, null]],
  },
  {
    lines: ['Năm 2027 cắt giảm 40 thủ tục; năm 2028 cắt giảm 50 thủ tục, tăng 20% so với năm 2027.'],
    fails: [[20, 25, null]],
  },
  { lines: ['Năm 2027 cắt giảm 40 thủ tục; năm 2028 cắt giảm 50 thủ tục, tăng 25% so với năm 2027.'], fails: [] },
  {
    lines: ['Điểm trung bình của 03 phòng đạt 90 điểm: Phòng A 88 điểm, Phòng B 92 điểm, Phòng C 95 điểm.'],
    fails: [[90, 91.666667, null]],
  },
  { lines: ['Điểm trung bình của 03 phòng đạt 90 điểm: Phòng A 88 điểm, Phòng B 92 điểm.'], fails: [] },
  {
    lines: [
      'Kỳ trước chuyển sang: 21.',
      'Tiếp nhận mới: 324.',
      'Tổng số phải xử lý: 335.',
      'Đã xử lý 330, đang xử lý 15.',
    ],
    fails: [
      [335, 345, 345],
      [335, 345, 345],
    ],
  },
  {
    lines: [
      'Tháng\tTrong tháng\tLũy kế',
      'Tháng 5\t310\t1.540',
      'Tháng 6\t425\t1.965',
      'Tháng 7\t280\t2.245',
      'Tháng 8\t515\t2.670',
    ],
    fails: [[2670, 2760, 2760]],
  },
])('told in two lines, two years or by periods: $lines', ({ lines, fails }) => {
  expect(failsOf(...lines)).toEqual(fails);
});
