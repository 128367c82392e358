import { expect, test } from 'vitest';
import { STANDARD_WEEK } from '../index.ts';
import { yearGrid } from './year-grid.ts';

const tet = { day: '2024-02-08', kind: 'off', reason: 'Tết', decision: null, isProvisional: true } as const;
const months = yearGrid(2024, { week: STANDARD_WEEK, laterWeeks: [] }, [tet]);

test('a leap year has 366 cells in twelve months that start under their weekday', () => {
  expect(months.flatMap(({ cells }) => cells)).toHaveLength(366);
  expect(months.map(({ lead }) => lead)).toEqual([0, 3, 4, 0, 2, 5, 0, 3, 6, 1, 4, 6]);
});

test('a day looks as it is worked', () => {
  const february = months[1]?.cells ?? [];
  expect(february[7]).toMatchObject({ day: '2024-02-08', look: 'off', reason: 'Tết', isProvisional: true });
  expect(february[9]).toMatchObject({ look: 'rest' });
  expect(february[14]).toMatchObject({ look: 'ordinary', reason: null });
});
