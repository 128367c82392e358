import { expect, test } from 'vitest';
import { roleOfHeader } from './column-roles.ts';

test.each([
  { title: 'STT', role: 'ordinal' },
  { title: 'Nhiệm vụ cụ thể', role: 'task' },
  { title: 'Nhiệm vụ chung', role: 'group' },
  { title: 'Sản phẩm/kết quả đầu ra', role: 'product' },
  { title: 'Tiến độ', role: 'deadline' },
  { title: 'Xong khi nào', role: null },
  { title: 'Phân công và cách thức thực hiện', role: 'assignment' },
  { title: 'Đơn vị chủ trì, phối hợp', role: 'assignment' },
  { title: 'Cơ quan phối hợp', role: 'coordinator' },
  { title: 'Đơn vị chịu trách nhiệm', role: 'responsible' },
  { title: 'Phòng, đơn vị thực hiện', role: 'lead' },
  { title: 'Tồn tại, hạn chế, các tiêu chí bị trừ điểm', role: 'shortcoming' },
  { title: 'Lĩnh vực, tiêu chí', role: 'criterion' },
  { title: 'Lý do trừ điểm', role: 'reason' },
  { title: 'Giải pháp khắc phục', role: 'remedy' },
  { title: 'Điểm tối đa', role: 'maxPoints' },
  { title: 'Điểm tự chấm', role: 'selfPoints' },
  { title: 'Điểm thẩm định', role: 'points' },
  { title: 'Điểm bị trừ', role: 'lostPoints' },
  { title: 'Thời gian hoàn thành (dự kiến)', role: 'deadline' },
  { title: 'Trách nhiệm để mất điểm', role: 'responsible' },
  { title: 'Nơi chịu trách nhiệm', role: 'responsible' },
  { title: 'Cơ quan làm chính', role: 'lead' },
  { title: 'Cơ quan hỗ trợ', role: 'coordinator' },
  { title: 'Cùng thực hiện', role: 'coordinator' },
  { title: 'Số điểm bị mất', role: 'lostPoints' },
  { title: 'Ghi chú', role: 'note' },
])('a column titled "$title" holds $role', ({ title, role }) => {
  expect(roleOfHeader(title)).toBe(role);
});
