import { describe, expect, test } from 'vitest';
import { verdictsOf } from '../../../testing/figures-of-text.ts';

type Case = { text: string; verdicts: string[] };
const judged = (name: string, cases: readonly Case[]): void => {
  describe(name, () => {
    test.each(cases)('$text → $verdicts', ({ text, verdicts }) => {
      expect(verdictsOf(...text.split('\n'))).toEqual(verdicts);
    });
  });
};

judged('a percentage of a fraction', [
  { text: 'đạt 8,645/13 điểm, chiếm 67,31%', verdicts: ['ratio 67.31 fails 66.5'] },
  { text: 'đạt 8,75/13 điểm, chiếm 67,31%', verdicts: ['ratio 67.31 holds'] },
  { text: 'đạt 11,333/13 điểm chiếm 87,18%', verdicts: ['ratio 87.18 holds'] },
  { text: 'đạt 9/9 điểm, tỷ lệ 100%', verdicts: ['ratio 100 holds'] },
  { text: 'mới được 1/27=3,7%', verdicts: ['ratio 3.7 holds'] },
  { text: 'mới được 1/27 = 3,9%', verdicts: ['ratio 3.9 fails 3.7'] },
  { text: 'đúng hạn (400/471, 84,9%)', verdicts: ['ratio 84.9 holds'] },
  { text: 'đúng hạn (400/471, 94,8%)', verdicts: ['ratio 94.8 fails 84.93'] },
  { text: 'công bố kịp thời 13/17 thủ tục (76,47%)', verdicts: ['ratio 76.47 holds'] },
  { text: 'công bố kịp thời 13/17 thủ tục (74,67%)', verdicts: ['ratio 74.67 fails 76.47'] },
  { text: 'đúng hạn đạt 84,93% (400/471 hồ sơ)', verdicts: ['ratio 84.93 holds'] },
  { text: 'đúng hạn đạt 48,93% (400/471 hồ sơ)', verdicts: ['ratio 48.93 fails 84.93'] },
  { text: '5/6 nhiệm vụ, đạt tỷ lệ 83,3%', verdicts: ['ratio 83.3 holds'] },
  { text: '5/6 nhiệm vụ, tương ứng 83%', verdicts: ['ratio 83 holds'] },
  { text: '459/482 người, tương đương 95,22%', verdicts: ['ratio 95.22 holds'] },
  { text: 'đạt 49.18% (299/608 hồ sơ)', verdicts: ['ratio 49.18 holds'] },
  { text: '400 trên tổng số 471 hồ sơ, đạt 84,9%', verdicts: ['ratio 84.9 holds'] },
  { text: '400 hồ sơ trên tổng số 471 hồ sơ, đạt 89,4%', verdicts: ['ratio 89.4 fails 84.93'] },
  { text: '84,9% (400 trên tổng số 471 hồ sơ)', verdicts: ['ratio 84.9 holds'] },
]);

judged('rounding as printed', [
  { text: '2/3 đơn vị (66,7%)', verdicts: ['ratio 66.7 holds'] },
  { text: '2/3 đơn vị (66,6%)', verdicts: ['ratio 66.6 holds'] },
  { text: '2/3 đơn vị (67%)', verdicts: ['ratio 67 holds'] },
  { text: '2/3 đơn vị (66,8%)', verdicts: ['ratio 66.8 fails 66.67'] },
  { text: '62,62/70 điểm (89,45%)', verdicts: ['ratio 89.45 holds'] },
  { text: 'đạt 11,484/17,5 điểm (65,62%)', verdicts: ['ratio 65.62 holds'] },
  { text: '1/8 đơn vị (12,5%)', verdicts: ['ratio 12.5 holds'] },
]);

judged('percentages of something else', [
  { text: 'Có 08/10 chỉ tiêu đạt 100% kế hoạch.', verdicts: [] },
  { text: 'Có 5/9 huyện đạt tỷ lệ này dưới 3%.', verdicts: [] },
  { text: 'đạt 14/17 điểm, tăng 5% so với năm trước', verdicts: [] },
  { text: 'đạt 14/17 điểm; tỷ lệ hồ sơ đúng hạn 98%', verdicts: [] },
  { text: 'Đơn vị đạt 14/17 điểm. Mức hài lòng chiếm 95%.', verdicts: [] },
  { text: 'đã xong 3/4 nhiệm vụ, phấn đấu đạt 100%', verdicts: [] },
  { text: 'đạt khoảng 3/4 kế hoạch, trên 70%', verdicts: [] },
  { text: 'hoàn thành 60% - 100% kế hoạch', verdicts: [] },
  { text: 'xếp thứ 18/22, tỷ lệ hài lòng của người dân đạt 87%', verdicts: [] },
  { text: 'đúng hạn từ 95% trở lên (trong 471 hồ sơ)', verdicts: [] },
  { text: 'Trong 20 đơn vị có 15 đơn vị đạt trên 95%.', verdicts: [] },
  { text: 'thu 3.798 tỷ đồng (đạt 101,1% dự toán tỉnh giao)', verdicts: [] },
]);

judged('shares of a whole named before', [
  { text: 'tiếp nhận 1.200 hồ sơ, trong đó trực tuyến 800 hồ sơ (66,67%)', verdicts: ['ratio 66.67 holds'] },
  { text: 'tiếp nhận 1.200 hồ sơ, trong đó trực tuyến 800 hồ sơ (67,66%)', verdicts: ['ratio 67.66 fails 66.67'] },
  { text: 'tiếp nhận 1.200 hồ sơ, trong đó trực tuyến 800 hồ sơ (đạt 31,5% chỉ tiêu quý)', verdicts: [] },
  { text: 'Sở có 482 người: 214 người là nữ, chiếm 44,4%', verdicts: ['ratio 44.4 holds'] },
  {
    text: 'kế hoạch giao 48.500 triệu đồng, giải ngân 31.525 triệu đồng, đạt 65% kế hoạch',
    verdicts: ['ratio 65 holds'],
  },
  {
    text: 'kế hoạch giao 48.500 triệu đồng, giải ngân 31.525 triệu đồng, đạt 56% kế hoạch',
    verdicts: ['ratio 56 fails 65'],
  },
  { text: 'đã thu 3.115 tỷ đồng, lũy kế 29.520 tỷ đồng (đạt 91,28% kế hoạch)', verdicts: [] },
]);

judged('a whole and its parts', [
  {
    text: 'giải quyết 471 hồ sơ, trong đó 358 hồ sơ trước hạn, 42 hồ sơ đúng hạn, 71 hồ sơ quá hạn',
    verdicts: ['sum 471 holds'],
  },
  {
    text: 'giải quyết 471 hồ sơ, trong đó 358 hồ sơ trước hạn, 42 hồ sơ đúng hạn, 17 hồ sơ quá hạn',
    verdicts: ['sum 471 fails 417'],
  },
  { text: 'có 64 phản ánh (trực tuyến 51, trực tiếp 13)', verdicts: ['sum 64 holds'] },
  { text: 'có 64 phản ánh (trực tuyến 51, trực tiếp 31)', verdicts: ['sum 64 fails 82'] },
  { text: 'có 482 người, gồm 268 nam và 214 nữ', verdicts: ['sum 482 holds'] },
  { text: 'có 482 người, gồm 268 nam và 241 nữ', verdicts: ['sum 482 fails 509'] },
  {
    text: 'tổng số 59.010 bộ. Trong đó, mới tiếp nhận 57.028 bộ; kỳ trước chuyển qua 1.982 bộ',
    verdicts: ['sum 59010 holds'],
  },
  { text: 'giải quyết 471 hồ sơ, trong đó 358 hồ sơ trước hạn', verdicts: [] },
  { text: 'có 120 cán bộ, trong đó 20 nữ, 15 đảng viên, 30 người dưới 35 tuổi', verdicts: [] },
  { text: 'có 849 đơn, trong đó 56 đơn khiếu nại, 30 đơn tố cáo', verdicts: [] },
  {
    text: 'năm 2031 có 84 hồ sơ trễ hạn: phòng Quy hoạch 20/84 hồ sơ, phòng Khoáng sản 07 hồ sơ, Chi cục Môi trường 23 hồ sơ và Văn phòng Đăng ký 34 hồ sơ',
    verdicts: ['sum 84 holds'],
  },
  {
    text: 'năm 2031 có 84 hồ sơ trễ hạn: phòng Quy hoạch 20/84 hồ sơ, phòng Khoáng sản 07 hồ sơ, Chi cục Môi trường 28 hồ sơ và Văn phòng Đăng ký 34 hồ sơ',
    verdicts: ['sum 84 fails 89'],
  },
  { text: 'tổ công tác gồm 05 thành viên, làm việc 03 ngày tại 02 đơn vị', verdicts: [] },
  {
    text: 'tiếp 259 lượt công dân, trong đó định kỳ 98 lượt (tăng 12 lượt), thường xuyên 161 lượt',
    verdicts: ['sum 259 holds'],
  },
  {
    text: 'Đã giải quyết 471 hồ sơ, trong đó:\n- Trước hạn: 358 hồ sơ;\n- Đúng hạn: 42 hồ sơ;\n- Quá hạn: 71 hồ sơ.',
    verdicts: ['sum 471 holds'],
  },
  {
    text: 'Đã giải quyết 471 hồ sơ, trong đó:\n- Trước hạn: 358 hồ sơ;\n- Đúng hạn: 42 hồ sơ;\n- Quá hạn: 70 hồ sơ.',
    verdicts: ['sum 471 fails 470'],
  },
  { text: 'Kết quả năm nay, cụ thể:\n- Mở 6 lớp;\n- Cử 12 người đi học.', verdicts: [] },
  {
    text: 'kinh phí 240 triệu đồng, gồm chi thường xuyên 180 triệu đồng, chi đầu tư 60 triệu đồng',
    verdicts: ['sum 240 holds'],
  },
]);

const areasOf = (whole: string): string =>
  `Bộ tiêu chí có ${whole}, cụ thể:\n- Chỉ đạo: 7 tiêu chí và 6 tiêu chí thành phần;\n- Thể chế: 9 tiêu chí và 15 tiêu chí thành phần;\n- Tài chính: 3 tiêu chí.`;

judged('scores listed under a score', [
  {
    text: 'Sở đạt 44,5/50 điểm, gồm: chỉ đạo 9/10 điểm; thể chế 18/20 điểm; thủ tục 17,5/20 điểm.',
    verdicts: ['sum 44.5 holds', 'sum 50 holds'],
  },
  {
    text: 'Sở đạt 45,4/50 điểm, gồm: chỉ đạo 9/10 điểm; thể chế 18/20 điểm; thủ tục 17,5/20 điểm.',
    verdicts: ['sum 45.4 fails 44.5', 'sum 50 holds'],
  },
  {
    text: 'Tiêu chí báo cáo đạt 3,5/5 điểm, cụ thể:\n- Thời gian: đạt 1,5/2 điểm;\n- Chất lượng: đạt 2/3 điểm.',
    verdicts: ['sum 3.5 holds', 'sum 5 holds'],
  },
  {
    text: 'Tiêu chí báo cáo đạt 4,5/5 điểm, cụ thể:\n- Thời gian: đạt 1,5/2 điểm;\n- Chất lượng: đạt 2/3 điểm.',
    verdicts: ['sum 4.5 fails 3.5', 'sum 5 holds'],
  },
  {
    text: 'Sở đạt 44,5/50 điểm, trong đó mất điểm: báo cáo 1/2 điểm; sáng kiến 0/2 điểm; kiểm tra 1/3 điểm.',
    verdicts: [],
  },
  { text: 'đạt 8,5 điểm/10 điểm, chiếm 85%', verdicts: ['ratio 85 holds'] },
  { text: 'đạt 8,5 điểm trên tổng số 10 điểm, chiếm 58%', verdicts: ['ratio 58 fails 85'] },
]);

judged('shares in list items', [
  {
    text: 'Đã giải quyết 471 hồ sơ, cụ thể:\n- Trước hạn: 358 hồ sơ (76,01%);\n- Đúng hạn: 42 hồ sơ (8,92%);\n- Quá hạn: 71 hồ sơ (15,07%).',
    verdicts: ['sum 471 holds', 'ratio 76.01 holds', 'ratio 8.92 holds', 'ratio 15.07 holds'],
  },
  {
    text: 'Đã giải quyết 471 hồ sơ, cụ thể:\n- Trước hạn: 358 hồ sơ (76,01%);\n- Đúng hạn: 42 hồ sơ (9,82%);\n- Quá hạn: 71 hồ sơ (15,07%).',
    verdicts: ['sum 471 holds', 'ratio 76.01 holds', 'ratio 9.82 fails 8.92', 'ratio 15.07 holds'],
  },
  {
    text: 'Đã thực hiện 12 nhiệm vụ:\n- Số hóa: 358 hồ sơ (76,01%);\n- Ký số: 42 văn bản (99,5%).',
    verdicts: [],
  },
]);

judged('several things counted item by item', [
  {
    text: areasOf('3 lĩnh vực, 19 tiêu chí và 21 tiêu chí thành phần'),
    verdicts: ['count 3 holds', 'sum 19 holds', 'sum 21 holds'],
  },
  {
    text: areasOf('3 lĩnh vực, 19 tiêu chí và 12 tiêu chí thành phần'),
    verdicts: ['count 3 holds', 'sum 19 holds', 'sum 12 fails 21'],
  },
  {
    text: areasOf('4 lĩnh vực, 19 tiêu chí và 21 tiêu chí thành phần'),
    verdicts: ['count 4 fails 3', 'sum 19 holds', 'sum 21 holds'],
  },
  {
    text: 'Bộ tiêu chí có 3 lĩnh vực, 19 tiêu chí và 21 tiêu chí thành phần. Cụ thể là: chỉ đạo 7 tiêu chí và 6 tiêu chí thành phần; thể chế 9 tiêu chí và 15 tiêu chí thành phần; tài chính 3 tiêu chí.',
    verdicts: ['count 3 holds', 'sum 19 holds', 'sum 21 holds'],
  },
  {
    text: 'Chỉ số có 7 lĩnh vực, 31 tiêu chí và 80 tiêu chí thành phần. Trong đó có 24 tiêu chí được khảo sát.',
    verdicts: [],
  },
]);

judged('what rose or fell', [
  { text: 'đạt 80,567 điểm, giảm 10,933 điểm so với năm 2030 (91,5 điểm)', verdicts: ['difference 10.933 holds'] },
  {
    text: 'đạt 80,567 điểm, giảm 10,393 điểm so với năm 2030 (91,5 điểm)',
    verdicts: ['difference 10.393 fails 10.933'],
  },
  { text: 'đạt 75,66 điểm, giảm 7,37 điểm so với năm 2030 (83,03 điểm)', verdicts: ['difference 7.37 holds'] },
  { text: 'tăng 2 bậc, từ hạng 18 lên hạng 16', verdicts: ['difference 2 holds'] },
  { text: 'tăng 3 bậc từ vị trí thứ 18 lên vị trí thứ 16', verdicts: ['difference 3 fails 2'] },
  { text: 'từ vị trí thứ 18 lên vị trí thứ 16 (tăng 2 bậc)', verdicts: ['difference 2 holds'] },
  { text: 'xếp thứ 9/20, tăng 03 bậc so với năm 2030 (xếp thứ 12)', verdicts: ['difference 3 holds'] },
  { text: 'tỷ lệ tăng từ 72,5% lên 80%, tăng 7,5%', verdicts: ['difference 7.5 holds'] },
  { text: 'tiếp nhận 115 hồ sơ, tăng 15% so với cùng kỳ năm trước (100 hồ sơ)', verdicts: ['ratio 15 holds'] },
  { text: 'tiếp nhận 115 hồ sơ, tăng 51% so với cùng kỳ năm trước (100 hồ sơ)', verdicts: ['ratio 51 fails 15'] },
  { text: 'tiếp nhận 90 hồ sơ, giảm 10% so với cùng kỳ (100 hồ sơ)', verdicts: ['ratio 10 holds'] },
  { text: 'biên chế là 170, giảm 05 biên chế so với năm 2030 (175)', verdicts: ['difference 5 holds'] },
  {
    text: 'đạt 84,25/98 điểm (85,97%), tăng 2,75 điểm so với năm 2030 (81,5 điểm)',
    verdicts: ['ratio 85.97 holds', 'difference 2.75 holds'],
  },
  {
    text: 'đạt 80,567/99 điểm, giảm 10,933 điểm, giảm 6 bậc so với năm 2030, xếp thứ 18/22',
    verdicts: ['difference implied holds'],
  },
  { text: '29/44 đơn vị xếp loại Tốt, tăng 5 đơn vị so với năm 2030, 11/44 đơn vị xếp loại Khá', verdicts: [] },
  { text: 'đạt 86,57%, xếp thứ 34/63, tăng 2,76%, tăng 1 bậc so với năm 2030', verdicts: [] },
  { text: 'ít nhất tăng 01 bậc so với năm 2030', verdicts: [] },
  { text: 'tiếp nhận 500 hồ sơ, số giải quyết đúng hạn tăng 20 hồ sơ so với năm 2030 (400 hồ sơ)', verdicts: [] },
]);

judged('what is left', [
  { text: 'đã hoàn thành 05/06 nhiệm vụ, còn 01 nhiệm vụ chưa xong', verdicts: ['difference 1 holds'] },
  { text: 'đã hoàn thành 05/06 nhiệm vụ, còn 02 nhiệm vụ chưa xong', verdicts: ['difference 2 fails 1'] },
  { text: 'giao 50 nhiệm vụ, đã hoàn thành 45 nhiệm vụ, còn 05 nhiệm vụ', verdicts: ['difference 5 holds'] },
  { text: 'giao 50 nhiệm vụ, đã hoàn thành 45 nhiệm vụ, còn lại 15 nhiệm vụ', verdicts: ['difference 15 fails 5'] },
  { text: 'đã xử lý 20/27 đơn, đạt 74,07%, còn lại 7 đơn', verdicts: ['ratio 74.07 holds', 'difference 7 holds'] },
  { text: 'đã xử lý 19/33 vụ việc, 14 vụ còn lại đang xem xét', verdicts: ['difference 14 holds'] },
  { text: 'đạt 14/17 điểm, còn 02 tiêu chí chưa đạt', verdicts: [] },
  { text: 'đã hoàn thành 45/50 nhiệm vụ, còn 03 nhiệm vụ trong hạn và 02 nhiệm vụ quá hạn', verdicts: [] },
]);

judged('points taken off', [
  { text: 'đạt 1,25/1,5 điểm (trừ 0,25)', verdicts: ['difference 0.25 holds'] },
  { text: 'đạt 1,25/1,5 điểm (trừ 0,5 điểm)', verdicts: ['difference 0.5 fails 0.25'] },
  { text: 'đạt 8,5/10,5 điểm, bị trừ 2 điểm', verdicts: ['difference 2 holds'] },
  { text: 'đạt 8,5/10,5 điểm, bị trừ 3 điểm', verdicts: ['difference 3 fails 2'] },
  { text: 'đạt 8,5/10,5 điểm, bị trừ 0,5 điểm do trễ hạn và 1,5 điểm do thiếu hồ sơ', verdicts: [] },
  { text: 'đạt 8,5/10,5 điểm do hồ sơ trễ hạn bị trừ 0,5 điểm', verdicts: [] },
]);

judged('things counted and named', [
  { text: 'có 02 tiêu chí bị trừ điểm gồm: Chế độ báo cáo; Sáng kiến.', verdicts: ['count 2 holds'] },
  { text: 'có 03 tiêu chí bị trừ điểm gồm: Chế độ báo cáo; Sáng kiến.', verdicts: ['count 3 fails 2'] },
  {
    text: 'có 02/04 tiêu chí đạt điểm tối đa gồm: Theo dõi (đạt 2/2 điểm) và Kiểm tra, xử lý (đạt 3,5/3,5 điểm)',
    verdicts: ['count 2 holds'],
  },
  { text: 'có 02 tiêu chí không được điểm là chất lượng báo cáo và thời gian báo cáo', verdicts: ['count 2 holds'] },
  {
    text: 'thực hiện 07 tiêu chí của Bộ chỉ số (B.2.1.1; B.2.3; B.2.4.1; B2.4.2; B.3.1.1; B3.2.2; B.3.4)',
    verdicts: ['count 7 holds'],
  },
  {
    text: 'thực hiện 08 tiêu chí của Bộ chỉ số (B.2.1.1; B.2.3; B.2.4.1; B2.4.2; B.3.1.1; B3.2.2; B.3.4)',
    verdicts: ['count 8 fails 7'],
  },
  { text: 'gồm 03 nhiệm vụ sau:\na) Rà soát;\nb) Kiểm tra;\nc) Báo cáo.', verdicts: ['count 3 holds'] },
  { text: 'gồm 04 nhiệm vụ sau:\na) Rà soát;\nb) Kiểm tra;\nc) Báo cáo.', verdicts: ['count 4 fails 3'] },
  { text: 'gồm 05 nhiệm vụ sau:\n- Rà soát, kiểm tra, đôn đốc.', verdicts: [] },
  { text: 'có 04 hình thức tuyên truyền gồm: tọa đàm; tập huấn;…', verdicts: [] },
  { text: 'có 05 đơn vị gồm: các phòng chuyên môn; các chi cục, trung tâm.', verdicts: [] },
  { text: 'có 05 đơn vị gồm: Văn phòng; Thanh tra; Chi cục A, Chi cục B; Trung tâm.', verdicts: ['count 5 holds'] },
  { text: 'hoàn thành trong 05 ngày gồm: thứ bảy; chủ nhật.', verdicts: [] },
]);

judged('arithmetic that is written out', [
  { text: 'tổng cộng 358 + 42 + 71 = 471 hồ sơ', verdicts: ['sum 471 holds'] },
  { text: 'tổng cộng 358 + 42 + 71 = 417 hồ sơ', verdicts: ['sum 417 fails 471'] },
  { text: 'mất 13 - 8,75 = 4,25 điểm', verdicts: ['difference 4.25 holds'] },
  { text: 'mất 13 - 8,645 = 4,25 điểm', verdicts: ['difference 4.25 fails 4.355'] },
  { text: 'bình quân 240 : 6 = 40 người', verdicts: ['ratio 40 holds'] },
  { text: 'điểm là 0,5 x 459/482 = 0,48', verdicts: ['ratio 0.48 holds'] },
  { text: 'tỷ lệ 8,75/13 x 100 = 67,31%', verdicts: ['ratio 67.31 holds'] },
  { text: 'tỷ lệ 8,75/13 x 100% = 76,31%', verdicts: ['ratio 76.31 fails 67.31'] },
  { text: 'điểm là 5/6 = 0,833', verdicts: ['ratio 0.833 holds'] },
  { text: 'chi 120 triệu đồng + 85,5 triệu đồng = 205,5 triệu đồng', verdicts: ['sum 205.5 holds'] },
  { text: 'mã A = 12, mã B = 15', verdicts: [] },
]);
