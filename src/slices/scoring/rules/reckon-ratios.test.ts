import { describe, expect, test } from 'vitest';
import { pointsOf } from '../../../testing/points-of.ts';

type Row = readonly [numerator: number | string, denominator: number | string, points: string, because: string];

const cases = (rows: readonly Row[]) =>
  rows.map(([numerator, denominator, points, because]) => ({ numerator, denominator, points, because }));

describe('proportional: maximum × ratio', () => {
  const plain = { shape: 'proportional', zero_denominator: 'zero' };
  test.each(
    cases([
      [0, 10, '0', 'nothing done'],
      [1, 10, '0.1', 'a tenth'],
      [5, 10, '0.5', 'a half'],
      [9, 10, '0.9', 'nine tenths'],
      [10, 10, '1', 'all'],
      [1, 3, '0.333', 'a third, rounded down'],
      [2, 3, '0.667', 'two thirds, rounded up'],
      [1, 7, '0.143', 'a seventh'],
      [5, 6, '0.833', 'Đắk Nông: reviews handled'],
      [1, 16, '0.063', 'half a thousandth is rounded up'],
      [15, 16, '0.938', 'rounded up'],
      [459, 482, '0.952', 'Hà Giang: staff rated good'],
      [400, 471, '0.849', 'Hà Giang: dossiers on time'],
      [1, 27, '0.037', 'Hà Giang: procedures paid on line'],
      [1, 1, '1', 'the only one'],
      [11, 10, '1', 'more than all counts as all'],
      [1000000000, 1, '1', 'absurdly more counts as all'],
      [999999999, 1000000000, '1', 'a billionth short rounds to all'],
      [0.5, 2, '0.25', 'money need not be whole'],
      ['1250.5', '5002', '0.25', 'figures as text'],
      [1e9, 4e9, '0.25', 'milliards'],
      ['0.1', '0.3', '0.333', 'no binary fractions on the way'],
      [0, 0, '0', 'no denominator: zero, as the rule says'],
      [3, 0, '0', 'a numerator without denominator follows the rule as well'],
    ]),
  )('$numerator of $denominator is $points of 1: $because', ({ numerator, denominator, points }) => {
    expect(pointsOf(1, plain, { numerator, denominator })).toBe(points);
  });

  const floored = { ...plain, floor_ratio: 0.8 };
  test.each(
    cases([
      [79, 100, '0', 'below the floor'],
      [7999, 10000, '0', 'a hair below'],
      [80, 100, '1.6', 'on the floor counts'],
      [81, 100, '1.62', 'above'],
      [13, 17, '0', 'Hà Giang: 76,5 % of the announcements in time'],
      [4, 5, '1.6', 'four of five is exactly 80 %'],
      [100, 100, '2', 'all'],
    ]),
  )(
    'with a floor of 80 %, $numerator of $denominator is $points of 2: $because',
    ({ numerator, denominator, points }) => {
      expect(pointsOf(2, floored, { numerator, denominator })).toBe(points);
    },
  );

  const divided = { ...plain, target_ratio: 0.8, divide_by_target: true };
  test.each(
    cases([
      [0, 100, '0', 'nothing'],
      [20, 100, '0.25', 'a quarter of the target'],
      [40, 100, '0.5', 'half the target'],
      [60, 100, '0.75', 'three quarters'],
      [79, 100, '0.988', '0.9875 rounds up'],
      [80, 100, '1', 'the target'],
      [81, 100, '1', 'above the target'],
      [120, 100, '1', 'above everything'],
      [391, 1000, '0.489', 'Hà Giang: 39,1 % on line'],
      [109, 1000, '0.136', 'Hà Giang: 10,9 % paid on line'],
    ]),
  )(
    'divided by a target of 80 %, $numerator of $denominator is $points of 1: $because',
    ({ numerator, denominator, points }) => {
      expect(pointsOf(1, divided, { numerator, denominator })).toBe(points);
    },
  );

  const both = { ...divided, floor_ratio: 0.3 };
  test.each(
    cases([
      [29, 100, '0', 'below the floor'],
      [30, 100, '0.375', 'on the floor, divided by the target'],
      [79, 100, '0.988', 'below the target'],
      [80, 100, '1', 'the target'],
    ]),
  )('with floor and target, $numerator of $denominator is $points: $because', ({ numerator, denominator, points }) => {
    expect(pointsOf(1, both, { numerator, denominator })).toBe(points);
  });

  test.each([
    { title: 'a target without division does nothing', more: { target_ratio: 0.8 }, numerator: 90, points: '0.9' },
    { title: 'full at the target', more: { target_ratio: 0.8, full_at_target: true }, numerator: 80, points: '1' },
    {
      title: 'in proportion below the target',
      more: { target_ratio: 0.8, full_at_target: true },
      numerator: 79,
      points: '0.79',
    },
  ])('$title', ({ more, numerator, points }) => {
    expect(pointsOf(1, { ...plain, ...more }, { numerator, denominator: 100 })).toBe(points);
  });

  test.each([
    { decimals: 0, mode: 'half_up', points: '1' },
    { decimals: 1, mode: 'half_up', points: '0.9' },
    { decimals: 2, mode: 'half_up', points: '0.94' },
    { decimals: 3, mode: 'half_up', points: '0.938' },
    { decimals: 4, mode: 'half_up', points: '0.9375' },
    { decimals: 3, mode: 'half_even', points: '0.938' },
    { decimals: 3, mode: 'down', points: '0.937' },
    { decimals: 3, mode: 'up', points: '0.938' },
    { decimals: 2, mode: 'down', points: '0.93' },
    { decimals: 2, mode: 'up', points: '0.94' },
  ])('15/16 with $decimals decimals, $mode, is $points', ({ decimals, mode, points }) => {
    expect(pointsOf(1, plain, { numerator: 15, denominator: 16 }, { leaf_decimals: decimals, mode })).toBe(points);
  });

  test.each([
    { numerator: 1, mode: 'half_up', points: '0.13' },
    { numerator: 1, mode: 'half_even', points: '0.12' },
    { numerator: 3, mode: 'half_up', points: '0.38' },
    { numerator: 3, mode: 'half_even', points: '0.38' },
  ])('$numerator/8 with two decimals, $mode, is $points', ({ numerator, mode, points }) => {
    expect(pointsOf(1, plain, { numerator, denominator: 8 }, { leaf_decimals: 2, mode })).toBe(points);
  });
});

describe('zero denominators', () => {
  const shapes = [
    { shape: 'proportional' },
    { shape: 'all_or_nothing', threshold: 1 },
    { shape: 'banded_ratio', bands: [{ from_ratio: 0, to_ratio: 1, points: 0.5 }] },
    { shape: 'band_then_proportional', bands: [{ from_ratio: 0, to_ratio: 1, formula: 'r * max' }] },
  ];
  test.each(
    shapes.flatMap((rule) => [
      { rule: { ...rule, zero_denominator: 'full' }, points: '1' },
      { rule: { ...rule, zero_denominator: 'zero' }, points: '0' },
      { rule: { ...rule, zero_denominator: 'not_applicable' }, points: 'not-applicable' },
    ]),
  )('$rule.shape with $rule.zero_denominator gives $points', ({ rule, points }) => {
    expect(pointsOf(1, rule, { numerator: 0, denominator: 0 })).toBe(points);
  });
});

describe('banded_ratio: the sample’s dossiers on time', () => {
  const rule = {
    shape: 'banded_ratio',
    zero_denominator: 'not_applicable',
    bands: [
      { from_ratio: 0, from_inclusive: true, to_ratio: 0.85, to_inclusive: false, points: 0 },
      { from_ratio: 0.85, from_inclusive: true, to_ratio: 0.9, to_inclusive: false, points: 1 },
      { from_ratio: 0.9, from_inclusive: true, to_ratio: 0.95, to_inclusive: false, points: 2 },
      { from_ratio: 0.95, from_inclusive: true, to_ratio: 0.98, to_inclusive: false, points: 3 },
      { from_ratio: 0.98, from_inclusive: true, to_ratio: 1, to_inclusive: false, points: 4 },
      { from_ratio: 1, from_inclusive: true, to_ratio: 1, to_inclusive: true, points: 5 },
    ],
  };
  test.each(
    cases([
      [0, 100, '0', 'none'],
      [84, 100, '0', 'below every band that counts'],
      [8499, 10000, '0', 'a hair below 85 %'],
      [85, 100, '1', 'exactly 85 %'],
      [17, 20, '1', 'exactly 85 % in other figures'],
      [89, 100, '1', 'inside'],
      [8999, 10000, '1', 'a hair below 90 %'],
      [90, 100, '2', 'exactly 90 %'],
      [9, 10, '2', 'exactly 90 % in other figures'],
      [94, 100, '2', 'inside'],
      [95, 100, '3', 'exactly 95 %'],
      [19, 20, '3', 'exactly 95 % in other figures'],
      [97, 100, '3', 'inside'],
      [98, 100, '4', 'exactly 98 %'],
      [49, 50, '4', 'exactly 98 % in other figures'],
      [99, 100, '4', 'inside'],
      [99999, 100000, '4', 'one late of a hundred thousand'],
      [100, 100, '5', 'all'],
      [101, 100, '5', 'more than all counts as all'],
      [400, 471, '0', 'Hà Giang: 84,9 %'],
      [333, 370, '2', '90 % without rounding: 333/370'],
      [0, 0, 'not-applicable', 'no dossiers'],
    ]),
  )('$numerator of $denominator is $points: $because', ({ numerator, denominator, points }) => {
    expect(pointsOf(5, rule, { numerator, denominator })).toBe(points);
  });

  const openBelow = {
    shape: 'banded_ratio',
    zero_denominator: 'zero',
    bands: [
      { from_ratio: 0.5, from_inclusive: false, to_ratio: 1, to_inclusive: true, points: 1 },
      { from_ratio: 0, from_inclusive: true, to_ratio: 0.5, to_inclusive: true, points: 0.25 },
    ],
  };
  test.each(
    cases([
      [49, 100, '0.25', 'below'],
      [50, 100, '0.25', 'the border belongs to the lower band here'],
      [51, 100, '1', 'above'],
    ]),
  )(
    '“trên 50%” in any order: $numerator of $denominator is $points: $because',
    ({ numerator, denominator, points }) => {
      expect(pointsOf(1, openBelow, { numerator, denominator })).toBe(points);
    },
  );

  const factors = {
    shape: 'banded_ratio',
    zero_denominator: 'zero',
    bands: [
      { from_ratio: 0, to_ratio: 0.5, factor: 0 },
      { from_ratio: 0.5, to_ratio: 0.8, factor: 0.5 },
      { from_ratio: 0.8, to_ratio: 1, factor: 1 },
    ],
  };
  test.each(
    cases([
      [49, 100, '0', 'nothing'],
      [50, 100, '1.25', 'half the maximum'],
      [80, 100, '2.5', 'all of it'],
      [100, 100, '2.5', 'the last band holds 100 %'],
    ]),
  )('with factors of 2.5, $numerator of $denominator is $points: $because', ({ numerator, denominator, points }) => {
    expect(pointsOf(2.5, factors, { numerator, denominator })).toBe(points);
  });
});

describe('band_then_proportional: 100 % full, from 80 % in proportion, below nothing', () => {
  const rule = {
    shape: 'band_then_proportional',
    zero_denominator: 'zero',
    bands: [
      { from_ratio: 0, to_ratio: 0.8, points: 0 },
      { from_ratio: 0.8, to_ratio: 1, formula: 'ratio * max' },
      { from_ratio: 1, to_ratio: 1, points: 2 },
    ],
  };
  test.each(
    cases([
      [0, 10, '0', 'nothing'],
      [79, 100, '0', 'below'],
      [80, 100, '1.6', 'on the border'],
      [85, 100, '1.7', 'in proportion'],
      [5, 6, '1.667', 'rounded'],
      [99, 100, '1.98', 'nearly all'],
      [100, 100, '2', 'all'],
    ]),
  )('$numerator of $denominator is $points of 2: $because', ({ numerator, denominator, points }) => {
    expect(pointsOf(2, rule, { numerator, denominator })).toBe(points);
  });

  test.each([
    { formula: 'max * r', points: '0.767' },
    { formula: 'max_points * (r - 0.5) * 2', points: '0.535' },
    { formula: 'min(max, r + 0.5)', points: '1' },
    { formula: 'max(0, r - 1)', points: '0' },
    { formula: 'max - (1 - r) * 2', points: '0.535' },
    { formula: 'max × r ÷ 2', points: '0.384' },
    { formula: '-r', points: '0' },
    { formula: '9 * max', points: '1' },
  ])('the formula “$formula” at 33/43 of 1 gives $points', ({ formula, points }) => {
    const own = {
      shape: 'band_then_proportional',
      zero_denominator: 'zero',
      bands: [{ from_ratio: 0, to_ratio: 1, formula }],
    };
    expect(pointsOf(1, own, { numerator: 33, denominator: 43 })).toBe(points);
  });

  test('is exact on paper: 0.33 × (54/88 − 0.5) × 2 is 0.075 and rounds up', () => {
    const own = {
      shape: 'band_then_proportional',
      zero_denominator: 'zero',
      bands: [{ from_ratio: 0, to_ratio: 1, formula: 'max * (r - 0.5) * 2' }],
    };
    expect(pointsOf(0.33, own, { numerator: 54, denominator: 88 }, { leaf_decimals: 2 })).toBe('0.08');
  });
});

describe('all_or_nothing', () => {
  test.each([
    { threshold: 1, numerator: 100, denominator: 100, points: '2' },
    { threshold: 1, numerator: 99999, denominator: 100000, points: '0' },
    { threshold: 1, numerator: 1, denominator: 1, points: '2' },
    { threshold: 1, numerator: 0, denominator: 5, points: '0' },
    { threshold: 1, numerator: 6, denominator: 5, points: '2' },
    { threshold: 0.95, numerator: 95, denominator: 100, points: '2' },
    { threshold: 0.95, numerator: 19, denominator: 20, points: '2' },
    { threshold: 0.95, numerator: 94, denominator: 100, points: '0' },
    { threshold: 0.3, numerator: 3, denominator: 10, points: '2' },
    { threshold: 0.3, numerator: 29, denominator: 100, points: '0' },
  ])('from $threshold, $numerator of $denominator is $points of 2', ({ threshold, numerator, denominator, points }) => {
    const rule = { shape: 'all_or_nothing', threshold, zero_denominator: 'zero' };
    expect(pointsOf(2, rule, { numerator, denominator })).toBe(points);
  });
});
