import { expect, test } from 'vitest';
import {
  comparePlans,
  type PlanExchange,
  readPlan,
  readPlanText,
  toExchangeFormat,
} from '../../slices/reading/index.ts';
import { writeComparison } from './compare-report.ts';

function plan(number: string, rows: string): PlanExchange {
  const text = `Số: ${number}/KH-SXD\nKẾ HOẠCH\nCải cách hành chính năm 2031\n\nTT\tNhiệm vụ\tThời hạn\tChủ trì\n${rows}\n`;
  return toExchangeFormat(readPlan(readPlanText(text)));
}

test('what changed is told in Vietnamese, item by item', () => {
  const before = plan('1', '1\tRà soát thủ tục nội bộ\tQuý II\tVăn phòng Sở\n2\tMua máy quét\tQuý I\tVăn phòng Sở');
  const after = plan('2', '1\tRà soát thủ tục nội bộ\tQuý III\tThanh tra Sở\n2\tTập huấn kỹ năng\tQuý I\tVăn phòng Sở');
  expect(writeComparison(comparePlans(before, after))).toBe(`Thông tin chung:
  số: 1/KH-SXD → 2/KH-SXD
Nhiệm vụ: thêm 1, bỏ 1, sửa 1, giữ nguyên 0
  + Tập huấn kỹ năng
  - Mua máy quét
  * Rà soát thủ tục nội bộ
      chủ trì: Văn phòng Sở → Thanh tra Sở
      thời hạn muộn hơn: Quý II → Quý III
`);
});
