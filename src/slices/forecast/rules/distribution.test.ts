import { describe, expect, test } from 'vitest';
import { betaBinomial, futureEvents, mean, quantile, variance } from './distribution.ts';

const asOutcomes = (chances: readonly number[]) => chances.map((chance, value) => ({ value, chance }));

describe('chances', () => {
  test.each([
    { trials: 1, a: 1, b: 1, chances: [0.5, 0.5] },
    { trials: 2, a: 1, b: 1, chances: [1 / 3, 1 / 3, 1 / 3] },
    { trials: 2, a: 2, b: 1, chances: [1 / 6, 1 / 3, 1 / 2] },
    { trials: 0, a: 3, b: 4, chances: [1] },
  ])('of successes in $trials trials at a rate of Beta($a, $b)', ({ trials, a, b, chances }) => {
    betaBinomial(trials, a, b).forEach((chance, index) => {
      expect(chance).toBeCloseTo(chances[index] ?? -1, 12);
    });
  });

  test('of many trials have the mean that the rate has', () => {
    expect(mean(asOutcomes(betaBinomial(1000, 45, 5)))).toBeCloseTo(900, 6);
  });

  test('of events go on at their pace', () => {
    expect(mean(asOutcomes(futureEvents(6, 0.5, 0.5, 80)))).toBeCloseTo(6, 6);
    expect(futureEvents(3, 1, 0, 5)).toEqual([1, 0, 0, 0, 0, 0]);
  });

  test.each([
    { share: 0.1, value: 0 },
    { share: 0.2, value: 0 },
    { share: 0.21, value: 1 },
    { share: 0.5, value: 1 },
    { share: 0.9, value: 2 },
    { share: 1, value: 2 },
  ])('the $share quantile of 20, 50 and 30 % is $value', ({ share, value }) => {
    expect(quantile(asOutcomes([0.2, 0.5, 0.3]), share)).toBe(value);
  });

  test('spread of a fair coin is a quarter', () => {
    expect(variance(asOutcomes([0.5, 0.5]))).toBe(0.25);
  });
});
