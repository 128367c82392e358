import { describe, expect, test } from 'vitest';
import { drawYearLine, pathOf } from './year-line.ts';

const frame = { width: 120, height: 32, edge: 1 };
const months = (...values: (string | null)[]): (string | null)[] => [
  ...values,
  ...Array(12 - values.length).fill(null),
];

describe('a year as a line', () => {
  test('the highest figure is at the top, the lowest at the bottom, January at the left', () => {
    const { now, end } = drawYearLine({ now: months('0', '50', '100'), before: [], target: null }, frame);
    expect(now).toHaveLength(1);
    expect(now[0]?.[0]).toEqual({ x: 1, y: 31 });
    expect(now[0]?.[2]?.y).toBe(1);
    expect(end).toEqual(now[0]?.[2]);
  });

  test('a month without a figure breaks the line; zero does not', () => {
    const { now } = drawYearLine({ now: months('1', null, '0', '2'), before: [], target: null }, frame);
    expect(now.map(({ length }) => length)).toEqual([1, 2]);
  });

  test('last year and the target share the scale', () => {
    const { before, targetY } = drawYearLine({ now: months('90'), before: months('80'), target: '100' }, frame);
    expect(targetY).toBe(1);
    expect(before[0]?.[0]?.y).toBe(31);
  });

  test('figures that never change stand in the middle, nothing at all draws nothing', () => {
    expect(drawYearLine({ now: months('5', '5'), before: [], target: null }, frame).end?.y).toBe(16);
    expect(drawYearLine({ now: months(), before: [], target: null }, frame)).toEqual({
      now: [],
      before: [],
      targetY: null,
      end: null,
    });
    expect(pathOf([])).toBe('');
  });
});
