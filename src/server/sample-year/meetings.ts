import { asks, handsOut, makes, meets, names, paper, takes, writes } from './deeds.ts';
import type { Chapter } from './telling.ts';

/** Two review meetings, what came of their decisions, two tasks of the province, and one that nobody needs any more. */
export const meetingsAndProvince: readonly Chapter[] = [
  [
    '2026-10-05',
    'cchc',
    meets('2026-09-01', '2026-09-30', 'Họp giao ban tháng 9: hồ sơ trễ hạn và văn bản giấy.', {
      'danh sách trễ hạn': {
        title: 'Lập danh sách hồ sơ môi trường quá hạn và nguyên nhân từng hồ sơ',
        leadId: 'unit_ccbvmt',
        until: 'Trước ngày 16/10/2026',
      },
      'văn bản giấy': {
        title: 'Rà soát các loại văn bản còn phát hành giấy và lý do',
        leadId: 'unit_ptqd',
        until: 'Trước ngày 24/10/2026',
        coordinatorIds: ['unit_vanphong'],
      },
    }),
  ],
  ['2026-10-06', 'bvmt', takes('danh sách trễ hạn', 'accepted'), names('danh sách trễ hạn', 'cv.bvmt')],
  [
    '2026-10-20',
    'cv.bvmt',
    takes('danh sách trễ hạn', 'handed-in', '12 hồ sơ, 9 hồ sơ do chờ ý kiến lấy bằng văn bản'),
  ],
  ['2026-10-21', 'bvmt', takes('danh sách trễ hạn', 'done')],
  ['2026-10-07', 'ptqd', takes('văn bản giấy', 'in-progress')],
  ['2026-10-22', 'ptqd', takes('văn bản giấy', 'handed-in', 'Còn hai loại: hợp đồng và biên bản bàn giao mặt bằng')],
  ['2026-10-23', 'cchc', takes('văn bản giấy', 'done')],
  [
    '2026-11-03',
    'cchc',
    meets('2026-10-01', '2026-10-31', 'Họp giao ban tháng 10: nước rút trước ngày chốt số liệu.', {
      'đối chiếu': {
        title: 'Đối chiếu số liệu hồ sơ trực tuyến với Cổng dịch vụ công',
        leadId: 'unit_vpdk',
        until: 'Trước ngày 27/11/2026',
        coordinatorIds: ['unit_cntt'],
      },
      'minh chứng': {
        title: 'Tập hợp tài liệu kiểm chứng của các tiêu chí do đơn vị phụ trách',
        leadId: 'unit_khtc',
        until: 'Trước ngày 05/12/2026',
      },
      'nước ngầm': {
        title: 'Chốt số liệu hồ sơ cấp phép tài nguyên nước',
        leadId: 'unit_kstnn',
        until: 'Trước ngày 18/11/2026',
      },
    }),
  ],
  ['2026-11-04', 'truongphong', takes('đối chiếu', 'accepted'), names('đối chiếu', 'chuyenvien')],
  [
    '2026-11-18',
    'chuyenvien',
    takes('đối chiếu', 'in-progress'),
    writes('đối chiếu', 'Lệch 41 hồ sơ, đã tìm ra nguyên nhân của 30 hồ sơ. @truongphong', 60),
  ],
  ['2026-11-04', 'kstnn', takes('nước ngầm', 'in-progress')],
  [
    '2026-05-04',
    'cchc',
    makes('tập huấn', {
      title: 'Tập huấn phần mềm một cửa bản cũ',
      leadId: 'unit_cntt',
      until: 'Trước ngày 30/6/2026',
    }),
  ],
  ['2026-05-18', 'cchc', takes('tập huấn', 'dropped', 'Tỉnh thay phần mềm từ tháng 7, tập huấn bản mới')],
  [
    '2026-07-10',
    'cchc',
    handsOut('thu hồi đất', 'overdue-task', {
      title: 'Kiểm tra khai thác cát, sỏi lòng sông (lần 2)',
      leadId: 'unit_kstnn',
      until: 'Trước ngày 16/8/2026',
    }),
  ],
  ['2026-07-13', 'kstnn', takes('thu hồi đất', 'accepted')],
  [
    '2026-07-20',
    'kstnn',
    takes('thu hồi đất', 'in-progress'),
    writes('thu hồi đất', 'Đã đi bốn điểm trong bảy điểm.', 55),
  ],
  [
    '2026-09-08',
    'cchc',
    handsOut('bảng giá', 'open-task', {
      title: 'Tham mưu bảng giá đất điều chỉnh',
      leadId: 'unit_qhgd',
      until: 'Trước ngày 16/01/2027',
      coordinatorIds: ['unit_khtc'],
    }),
  ],
  ['2026-09-09', 'qhgd', takes('bảng giá', 'accepted')],
  ['2026-10-12', 'qhgd', takes('bảng giá', 'in-progress'), writes('bảng giá', 'Mới thuê được đơn vị tư vấn.', 15)],
  [
    '2026-11-20',
    'qhgd',
    asks('bảng giá', '2027-03-31', 'Đơn vị tư vấn giao sản phẩm cuối tháng 02'),
    paper('bảng giá', 'Đề cương tư vấn', '88/STNMT-QHGĐ', '2026-11-19'),
  ],
];
