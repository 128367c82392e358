import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aCriteriaSet } from '../../../testing/a-criteria-set.ts';
import { reckonSet } from '../../scoring/index.ts';
import { ruleSteps } from './rule-steps.ts';

const bands = (edges: readonly [from: number, to: number, points: number][]) => ({
  shape: 'banded_ratio',
  bands: edges.map(([from, to, points]) => ({ from_ratio: from, to_ratio: to, points })),
  zero_denominator: 'full',
});
const late = bands([
  [0, 0.9, 0],
  [0.9, 0.95, 3],
  [0.95, 0.98, 4.5],
  [0.98, 1, 5],
  [1, 1, 6],
]);

function stepsOf(rule: object, measure: unknown, max = 6) {
  const set = aCriteriaSet({ leaves: [{ max, rule }] });
  const [result] = reckonSet(set, { '1.1.1': measure }).leaves;
  if (!result) throw new Error('one leaf');
  return ruleSteps(set, result);
}

const told = (rule: object, measure: unknown, max = 6) =>
  stepsOf(rule, measure, max).map(
    ({ what, points, isHere, distance }) => `${what.vi} | ${points} | ${isHere ? 'đây' : (distance?.vi ?? '')}`,
  );

describe('the rule of a leaf as a table', () => {
  test('bands: where we stand, how many are missing above, how many may fail below', () => {
    expect(told(late, { numerator: 974, denominator: 1000 })).toEqual([
      '100 % | 6 | thiếu 26',
      'từ 98 % đến dưới 100 % | 5 | thiếu 6',
      'từ 95 % đến dưới 98 % | 4.5 | đây',
      'từ 90 % đến dưới 95 % | 3 | nếu thêm 26 không đạt',
      'dưới 90 % | 0 | nếu thêm 83 không đạt',
    ]);
  });

  test('proportional with a floor', () => {
    const rule = { shape: 'proportional', floor_ratio: 0.8, zero_denominator: 'zero' };
    expect(told(rule, { numerator: 7, denominator: 10 }, 1)).toEqual([
      '100 % | 1 | thiếu 3',
      'từ 80 % đến dưới 100 %: 1 × tỷ lệ | null | thiếu 1',
      'dưới 80 % | 0 | đây',
    ]);
  });

  test('all or nothing, lateness, counts, deduction, an outside result', () => {
    expect(
      told({ shape: 'all_or_nothing', threshold: 1, zero_denominator: 'full' }, { numerator: 9, denominator: 9 }, 2),
    ).toEqual(['100 % | 2 | đây', 'dưới 100 % | 0 | nếu thêm 1 không đạt']);
    expect(
      told({ shape: 'lateness_penalty', per_late: 0.5, per_missing: 1 }, { expected: 4, late: 1, missing: 0 }, 1),
    ).toEqual(['đủ, đúng hạn | 1 | ', 'mỗi nội dung trễ: trừ 0,5 | null | đây', 'mỗi nội dung thiếu: trừ 1 | null | ']);
    expect(told({ shape: 'count_based', points_each: 0.5, max_items: 2 }, { count: 1 }, 1)).toEqual([
      'từ 2 | 1 | thiếu 1',
      '1 | 0.5 | đây',
      '0 | 0 | ',
    ]);
    expect(
      told({ shape: 'deduction', start: 'max', events: [{ event: 'kỷ luật', points_each: 0.5 }] }, { events: [1] }, 1),
    ).toEqual(['không xảy ra việc nào | 1 | ', 'kỷ luật: trừ 0,5 | null | đây']);
    expect(told({ shape: 'external_scaled', index_max: 100, floor_ratio: 0.5 }, { value: 90.05 }, 1)).toEqual([
      'từ 100 | 1 | thiếu 9,95',
      'dưới 100: theo tỷ lệ | null | đây',
      'dưới 50 | 0 | ',
    ]);
  });

  test('without figures nothing is here and nothing is counted', () => {
    expect(stepsOf(late, undefined).every(({ isHere, distance }) => !isHere && distance === null)).toBe(true);
  });

  test('a distance is true: so many more reach the line, one fewer does not; so many failing fall to it or below', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.integer({ min: 1, max: 300 }), (a, b) => {
        const [numerator, denominator] = [Math.min(a, b), Math.max(a, b)];
        const pointsAt = (top: number, bottom: number) =>
          Number(stepsOf(late, { numerator: top, denominator: bottom }).find(({ isHere }) => isHere)?.points ?? -1);
        for (const { points, distance, isHere } of stepsOf(late, { numerator, denominator })) {
          const items = Number(/\d[\d.]*/.exec(distance?.en ?? '')?.[0]?.replaceAll('.', ''));
          if (isHere || distance === null) continue;
          if (distance.en.endsWith('needed')) {
            expect(pointsAt(numerator + items, denominator)).toBeGreaterThanOrEqual(Number(points));
            expect(pointsAt(numerator + items - 1, denominator)).toBeLessThan(Number(points));
          } else {
            expect(pointsAt(numerator, denominator + items)).toBeLessThanOrEqual(Number(points));
            expect(pointsAt(numerator, denominator + items - 1)).toBeGreaterThan(Number(points));
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
