import { expect, test } from 'vitest';
import { placeSteps } from './waterfall.ts';

test('parts that add up to the whole hang below each other and end on the ground', () => {
  const placed = placeSteps(
    [
      { key: 'all', label: 'Mất', points: '18.43', kind: 'total' },
      { key: 'done', label: 'Đã lấy lại', points: '6.21', kind: 'done' },
      { key: 'doing', label: 'Đang làm', points: '6.02', kind: 'doing' },
      { key: 'risk', label: 'Nguy cơ', points: '3.85', kind: 'risk' },
      { key: 'lost', label: 'Chưa có việc', points: '2.35', kind: 'lost' },
    ],
    100,
  );
  expect(placed[0]).toMatchObject({ top: 0, height: 100 });
  expect(placed[1]?.top).toBe(0);
  const last = placed.at(-1);
  expect((last?.top ?? 0) + (last?.height ?? 0)).toBeCloseTo(100, 9);
});

test('nothing lost draws nothing', () => {
  expect(placeSteps([{ key: 'all', label: 'Mất', points: '0', kind: 'total' }], 100)).toMatchObject([{ height: 0 }]);
  expect(placeSteps([], 100)).toEqual([]);
});
