import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Decimal } from '../../../kernel/decimal.ts';
import { findWeakPoints, sampleSize } from './survey.ts';

test.each([
  [1000, '5', 286, '1000 / 3.5 = 285.7'],
  [400, '5', 200, 'exactly half'],
  [100, '5', 80, '100 / 1.25'],
  [10_000, '5', 385, '10000 / 26 = 384.6'],
  [1, '5', 1, 'one person is asked'],
  [471, '5', 217, '471 / 2.1775 = 216.3'],
  [1000, '10', 91, 'a wider margin needs fewer'],
  [1_000_000, '5', 400, 'never more than 1 / e²'],
] as const)('%i people at %s %% need %i answers: %s', (population, percent, size, because) => {
  expect(sampleSize(population, new Decimal(percent)), because).toBe(size);
});

test('a sample is never larger than its population nor than 1/e², and grows with the population', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 1, max: 20 }), (population, percent) => {
      const size = sampleSize(population, new Decimal(percent));
      expect(size).toBeLessThanOrEqual(Math.min(population, Math.ceil(10_000 / percent ** 2)));
      expect(size).toBeGreaterThanOrEqual(sampleSize(Math.max(1, population - 1), new Decimal(percent)));
    }),
  );
});

const counted = (factor: string, satisfied: number, answered: number, unitId: string | null = null) => ({
  factor,
  unitId,
  satisfied,
  answered,
});

test('weak points are those at or below the target, the weakest first', () => {
  const weak = findWeakPoints([
    counted('access', 90, 100),
    counted('procedure', 87, 100),
    counted('officials', 60, 100),
    counted('result', 871, 1000),
    counted('feedback', 0, 0),
  ]);
  expect(weak.map(({ factor, percent }) => [factor, percent.toFixed()])).toEqual([
    ['officials', '60'],
    ['procedure', '87'],
  ]);
});

test('a handful of answers says nothing of a unit', () => {
  expect(findWeakPoints([counted('access', 1, 3, 'unit_a')], { leastAnswers: 10 })).toEqual([]);
});
