import { expect, test } from 'vitest';
import { mergeAreas } from './merge-areas.ts';
import { readPlan } from './read-plan.ts';
import { readPlanText } from './text/plan-text.ts';

const plan = `KẾ HOẠCH
Cải thiện Chỉ số cải cách hành chính năm 2026
- Lĩnh vực 1: Công tác chỉ đạo, điều hành đạt 9,75/13 điểm, chiếm 75%.
- Lĩnh vực 2: Cải cách thể chế đạt 11,5/13 điểm, chiếm 88,46%.
- Lĩnh vực 3: Cải cách thủ tục hành chính đạt 14,25/17 điểm.
PHỤ LỤC
STT\tNhiệm vụ\tSản phẩm\tThời hạn\tĐơn vị chủ trì
I\tCẢI CÁCH THỂ CHẾ
1\tRà soát các văn bản đã ban hành\tBáo cáo rà soát\tQuý II\tThanh tra Sở
II\tCẢI CÁCH THỦ TỤC HÀNH CHÍNH
1\tCông khai danh mục thủ tục mới\tDanh mục\tThường xuyên\tVăn phòng Sở
`;

test('figures of the areas in prose stay, and tasks of the table find their area among them', () => {
  const { areas, tasks } = readPlan(readPlanText(plan));
  expect(areas.map(({ ordinal, score }) => [ordinal.value, score.value])).toEqual([
    [1, 9.75],
    [2, 11.5],
    [3, 14.25],
  ]);
  expect(tasks.map(({ area }) => area.value)).toEqual([2, 3]);
});

test('without areas in the table those of the prose are taken as they are', () => {
  const { areas } = readPlan(readPlanText(plan));
  expect(mergeAreas([], areas).areas).toBe(areas);
});
