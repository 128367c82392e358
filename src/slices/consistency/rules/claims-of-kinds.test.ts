import { expect, test } from 'vitest';
import { figuresOf } from '../../../testing/figures-of-text.ts';

const failsOf = (...lines: string[]) =>
  figuresOf(...lines)
    .filter(({ holds }) => !holds)
    .map(({ stated, computed, proposal }) => [stated, computed, proposal?.proposed ?? null]);

test.each([
  {
    says: 'points above the maximum of their row',
    lines: [
      'Nội dung\tĐiểm tối đa\tĐiểm thẩm định',
      'Kế hoạch\t2\t2',
      'Kiểm tra\t1,5\t1,75',
      'Báo cáo\t3\t2,5',
      'Sáng kiến\t1\t0',
    ],
    fails: [[1.75, 1.5, null]],
  },
  {
    says: 'extra points stand above what their row can bring',
    lines: [
      'Nội dung\tĐiểm tối đa\tĐiểm thẩm định',
      'Kế hoạch\t2\t2',
      'Điểm thưởng\t0\t1,5',
      'Báo cáo\t3\t2,5',
      'Sáng kiến\t1\t0',
    ],
    fails: [],
  },
  {
    says: 'losses are no points reached',
    lines: [
      'Nội dung\tĐiểm tối đa\tĐiểm trừ',
      'Kế hoạch\t2\t0',
      'Kiểm tra\t0,5\t1',
      'Báo cáo\t3\t0',
      'Sáng kiến\t1\t0',
    ],
    fails: [],
  },
  {
    says: 'columns that most rows break mean something else',
    lines: [
      'Nội dung\tĐiểm tối đa\tĐiểm tự chấm',
      'Kế hoạch\t2\t80',
      'Kiểm tra\t1,5\t90',
      'Báo cáo\t3\t2,5',
      'Sáng kiến\t1\t1',
    ],
    fails: [],
  },
  {
    says: 'a count before items in brackets',
    lines: [
      'Sở đề ra 04 giải pháp chủ yếu, cụ thể:',
      '(1) Rà soát quy trình;',
      '(2) Tập huấn công chức;',
      '(3) Kiểm tra định kỳ.',
    ],
    fails: [[4, 3, 3]],
  },
  {
    says: 'the same count, right',
    lines: [
      'Sở đề ra 03 giải pháp chủ yếu, cụ thể:',
      '(1) Rà soát quy trình;',
      '(2) Tập huấn công chức;',
      '(3) Kiểm tra định kỳ.',
    ],
    fails: [],
  },
  {
    says: 'what became of a total, in the lines below it',
    lines: ['- Tổng số đơn phải xử lý: 425 đơn', '- Đã xử lý: 387 đơn', '- Đang xử lý: 26 đơn', '- Rút đơn: 21 đơn'],
    fails: [[425, 434, null]],
  },
  {
    says: 'lines that overlap',
    lines: ['- Tổng số đơn phải xử lý: 425 đơn', '- Đã xử lý: 387 đơn', '- Đúng hạn: 380 đơn', '- Đang xử lý: 38 đơn'],
    fails: [],
  },
  {
    says: 'lines of a list that count several things',
    lines: ['- Số lớp tập huấn: 4 lớp', '- Số người dự: 196 người', '- Tổng số ngày: 205 ngày'],
    fails: [],
  },
  {
    says: 'a total told in a sentence below a list',
    lines: [
      '+ Phòng Một: 214 văn bản;',
      '+ Phòng Hai: 187 văn bản;',
      '+ Phòng Ba: 96 văn bản.',
      'Tổng số cả ba phòng đã ban hành 479 văn bản.',
    ],
    fails: [[479, 497, 497]],
  },
  {
    says: 'a total told behind its items in one paragraph',
    lines: ['Quý I có 118 lượt; quý II có 134 lượt; quý III có 127 lượt. Cộng cả ba quý có 397 lượt.'],
    fails: [[397, 379, 379]],
  },
  {
    says: 'a total of more than the list names',
    lines: [
      '+ Phòng Một: 214 văn bản;',
      '+ Phòng Hai: 187 văn bản;',
      '+ Phòng Ba: 96 văn bản.',
      'Tổng số cả năm phòng đã ban hành 512 văn bản.',
    ],
    fails: [],
  },
  {
    says: 'a mean of the items is no total',
    lines: [
      '+ Phòng Một: 21 văn bản;',
      '+ Phòng Hai: 18 văn bản;',
      '+ Phòng Ba: 9 văn bản.',
      'Tính chung cả ba phòng, bình quân 47 văn bản.',
    ],
    fails: [],
  },
  {
    says: 'several answers of one person add up to more than the total',
    lines: [
      '- Mạng chậm: 54 ý kiến;',
      '- Ngại thao tác: 33 ý kiến;',
      '- Chưa có tài khoản: 36 ý kiến.',
      'Tổng số 120 người tham gia khảo sát.',
    ],
    fails: [],
  },
  {
    says: 'a part that is above its whole',
    lines: ['Trong tổng số 18 đề án đã thẩm định, có 21 đề án được phê duyệt.'],
    fails: [[21, 18, null]],
  },
  {
    says: 'what is said of one part and denied of the other',
    lines: ['Trong số 40 cuộc họp, có 33 cuộc họp có tài liệu điện tử và 08 cuộc họp không có tài liệu điện tử.'],
    fails: [[40, 41, null]],
  },
  {
    says: 'parts of which one is told of another time',
    lines: ['Trong số 40 đề án, có 33 đề án được phê duyệt trong năm và 05 đề án chưa được phê duyệt.'],
    fails: [],
  },
  {
    says: 'more in another year is no part',
    lines: ['Trong số 18 đề án năm nay, tăng 21 đề án so với năm trước.'],
    fails: [],
  },
  {
    says: 'a place that fell and is said to have risen',
    lines: ['Năm 2031, Ban xếp hạng 5/17.', 'Năm 2032, Ban xếp hạng 8/17; so với năm 2031 tăng 3 hạng.'],
    fails: [[3, -3, null]],
  },
  {
    says: 'points that rose and are said to have fallen',
    lines: ['Năm 2032 đạt 85,5 điểm, giảm 2,25 điểm so với năm 2031 (83,25 điểm).'],
    fails: [[2.25, -2.25, null]],
  },
  {
    says: 'a place that rose, its number smaller',
    lines: ['Năm 2031, Ban xếp hạng 8/17.', 'Năm 2032, Ban xếp hạng 5/17; so với năm 2031 tăng 3 hạng.'],
    fails: [],
  },
  {
    says: 'a place told beside the year that it is compared with',
    lines: ['So với năm 2030, Ban xếp hạng 5, tăng 3 hạng (năm 2031 xếp hạng 8).'],
    fails: [],
  },
  {
    says: 'places of one area of the index',
    lines: ['Năm 2031, lĩnh vực thể chế xếp hạng 5.', 'Năm 2032, xếp hạng 8; so với năm 2031 cả chỉ số tăng 3 hạng.'],
    fails: [],
  },
  {
    says: 'a share of the plan and what lies beyond it',
    lines: ['Đã mở 46 lớp trên 40 lớp, bằng 115% kế hoạch năm, vượt 5%.'],
    fails: [[5, 15, 15]],
  },
  { says: 'what is missing to the plan', lines: ['Giải ngân đạt 92% kế hoạch, còn thiếu 7%.'], fails: [[7, 8, null]] },
  { says: 'more than another year', lines: ['Thu phí đạt 115% dự toán, vượt 5% so với cùng kỳ.'], fails: [] },
  { says: 'more than another plan', lines: ['Thu phí đạt 115% dự toán Trung ương, vượt 5% dự toán tỉnh.'], fails: [] },
  {
    says: 'sums so far over lines of months',
    lines: [
      '- Tháng 1: 212 hồ sơ.',
      '- Tháng 2: 187 hồ sơ; lũy kế: 399 hồ sơ.',
      '- Tháng 3: 240 hồ sơ; lũy kế: 693 hồ sơ.',
      '- Tháng 4: 105 hồ sơ; lũy kế: 744 hồ sơ.',
    ],
    fails: [
      [693, 639, 639],
      [744, 798, 639],
    ],
  },
  {
    says: 'sums so far that run from an earlier year',
    lines: [
      '- Quý I: 212 hồ sơ; lũy kế: 1.212 hồ sơ.',
      '- Quý II: 187 hồ sơ; lũy kế: 1.399 hồ sơ.',
      '- Quý III: 240 hồ sơ; lũy kế: 1.639 hồ sơ.',
    ],
    fails: [],
  },
  {
    says: 'points lost and points left of a maximum above',
    lines: ['Cải cách thể chế (điểm tối đa: 12,5 điểm)', 'Sở bị trừ 1,75 điểm; còn lại 11,75 điểm.'],
    fails: [[11.75, 10.75, null]],
  },
  {
    says: 'points left where two maxima are named',
    lines: ['Thể chế (tối đa 12,5 điểm), tổ chức (tối đa 13,5 điểm)', 'Sở bị trừ 1,75 điểm; còn lại 11,75 điểm.'],
    fails: [],
  },
  {
    says: 'a share of another whole than the one named',
    lines: [
      'Tổng số phiếu phát ra: 500 phiếu.',
      'Số phiếu thu về là 400 phiếu, đạt 80% tổng số phiếu phát ra.',
      'Số phiếu hợp lệ là 360 phiếu, đạt 90% tổng số phiếu phát ra.',
    ],
    fails: [[90, 72, null]],
  },
  {
    says: 'a share of the whole that is named',
    lines: [
      'Tổng số phiếu phát ra: 500 phiếu.',
      'Số phiếu thu về là 400 phiếu, đạt 80% tổng số phiếu phát ra.',
      'Số phiếu hợp lệ là 360 phiếu, đạt 90% số phiếu thu về.',
    ],
    fails: [],
  },
  {
    says: 'a place of an earlier year stands beside now, not beside the next year named',
    lines: ['Chỉ số đứng thứ 25/63; so với năm 2020 (thứ 40) tăng 15 bậc, so với năm 2021 (thứ 21) giảm 04 bậc.'],
    fails: [],
  },
  {
    says: 'what was planned is not what was reached',
    lines: [
      'Tiếp nhận 6.300 hồ sơ, đạt 90% kế hoạch năm (7.000 hồ sơ), vượt 5% so với cùng kỳ năm 2023 (6.000 hồ sơ).',
    ],
    fails: [],
  },
  {
    says: 'a value in brackets of its own, compared with an earlier one',
    lines: ['Số hồ sơ trực tuyến (6.300 hồ sơ) tăng 400 hồ sơ so với năm 2023 (6.000 hồ sơ).'],
    fails: [[400, 300, null]],
  },
])('$says', ({ lines, fails }) => {
  expect(failsOf(...lines)).toEqual(fails);
});
