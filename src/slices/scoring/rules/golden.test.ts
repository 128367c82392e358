import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aCriteriaSet, parsedSet } from '../../../testing/a-criteria-set.ts';
import { scoreSet } from './score-with-words.ts';

/** The golden cases of domain.md §2.4: points that were really given. */
const proportional = (more: object = {}) => ({ shape: 'proportional', zero_denominator: 'zero', ...more });

const rounding = (leafDecimals: number) => ({
  rounding: {
    leaf_decimals: leafDecimals,
    total_decimals: 3,
    percent_decimals: 2,
    mode: 'half_up',
    sum: 'of_rounded_leaves',
  },
});

function pointsOf(max: number, rule: object, measure: object, decimals = 3): string | undefined {
  const set = aCriteriaSet({ leaves: [{ max, rule }], scoring: rounding(decimals) });
  return scoreSet(set, { '1.1.1': measure }).leaves[0]?.points?.toFixed();
}

const sample = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../../../../sample/criteria', name), 'utf8');

describe('points that were really given', () => {
  test.each([
    { title: 'Đắk Nông: 5 of 6 reviews handled', max: 1, numerator: 5, denominator: 6, decimals: 3, points: '0.833' },
    { title: 'Hà Giang: 15 of 16 tasks on time', max: 1, numerator: 15, denominator: 16, decimals: 2, points: '0.94' },
    {
      title: 'Hà Giang: 459 of 482 staff rated good',
      max: 0.5,
      numerator: 459,
      denominator: 482,
      decimals: 2,
      points: '0.48',
    },
    { title: 'QĐ 766: progress of 20 points', max: 20, numerator: 7, denominator: 9, decimals: 2, points: '15.56' },
  ])('$title → $points of $max', ({ max, numerator, denominator, decimals, points }) => {
    expect(pointsOf(max, proportional(), { numerator, denominator }, decimals)).toBe(points);
  });

  test.each([
    { ratio: 'nothing received', measure: { numerator: 0, denominator: 0 }, zero: 'full', points: '6' },
    { ratio: 'no rating', measure: { numerator: 0, denominator: 0 }, zero: 'zero', points: '0' },
    { ratio: '95 %', measure: { numerator: 95, denominator: 100 }, zero: 'zero', points: '6' },
    { ratio: '45 %', measure: { numerator: 45, denominator: 100 }, zero: 'zero', points: '3' },
  ])('QĐ 766 satisfaction of 6 points with a target of 90 %: $ratio gives $points', ({ measure, zero, points }) => {
    const rule = proportional({ target_ratio: 0.9, divide_by_target: true, zero_denominator: zero });
    expect(pointsOf(6, rule, measure)).toBe(points);
  });

  test.each([
    { numerator: 95, denominator: 100, points: '3', place: 'inside: its lower bound is inclusive' },
    { numerator: 99999, denominator: 100000, points: '3', place: 'inside: its upper bound is not' },
    { numerator: 1, denominator: 1, points: '4', place: 'in the next band' },
    { numerator: 94999, denominator: 100000, points: '1', place: 'below' },
  ])('“từ 95% đến dưới 100%”: $numerator/$denominator is $place', ({ numerator, denominator, points }) => {
    const rule = {
      shape: 'banded_ratio',
      zero_denominator: 'zero',
      bands: [
        { from_ratio: 0, to_ratio: 0.95, points: 1 },
        { from_ratio: 0.95, to_ratio: 1, points: 3 },
        { from_ratio: 1, to_ratio: 1, points: 4 },
      ],
    };
    expect(pointsOf(4, rule, { numerator, denominator })).toBe(points);
  });

  test('Đắk Nông: one late report of four leaves 0.5 of the 1.5 for timeliness and quality', () => {
    const set = aCriteriaSet({
      leaves: [
        { max: 1, rule: { shape: 'lateness_penalty', per_late: 0.5, per_missing: 1, floor: 0, cascade_to: ['1.1.2'] } },
        { max: 0.5, rule: { shape: 'yes_no', points_yes: 0.5, points_no: 0 } },
      ],
    });
    const result = scoreSet(set, { '1.1.1': { expected: 4, late: 1, missing: 0 }, '1.1.2': { answer: 'yes' } });
    expect(result.total.toFixed()).toBe('0.5');
    expect(result.leaves[1]?.emptiedBy).toBe('1.1.1');
  });

  test('Đắk Nông 2022: the published 80,567/99 = 81,38 % = Tốt, area by area', () => {
    const result = scoreSet(parsedSet(sample('dak-nong-2022.yaml')), JSON.parse(sample('dak-nong-2022.measures.json')));
    expect(result.areas.map(({ points, possible }) => `${points}/${possible}`)).toEqual([
      '8.75/13',
      '11.333/13',
      '14/17',
      '9/9',
      '17.5/19',
      '8.5/10.5',
      '11.484/17.5',
    ]);
    expect([result.total.toFixed(), result.possible.toFixed()]).toEqual(['80.567', '99']);
    expect([result.percent?.toFixed(), result.grade, result.isComplete]).toEqual(['81.38', 'Tốt', true]);
  });
});

describe('percentages of the published areas', () => {
  test.each([
    { points: 8.75, possible: 13, percent: '67.31' },
    { points: 8.645, possible: 13, percent: '66.5' },
    { points: 11.333, possible: 13, percent: '87.18' },
    { points: 14, possible: 17, percent: '82.35' },
    { points: 17.5, possible: 19, percent: '92.11' },
    { points: 8.5, possible: 10.5, percent: '80.95' },
    { points: 11.484, possible: 17.5, percent: '65.62' },
    { points: 1, possible: 27, percent: '3.7' },
    { points: 2.72, possible: 3, percent: '90.67' },
  ])('$points of $possible is $percent %', ({ points, possible, percent }) => {
    const set = aCriteriaSet({ leaves: [{ max: possible, rule: proportional() }] });
    const result = scoreSet(set, { '1.1.1': { numerator: points, denominator: possible } });
    expect(result.percent?.toFixed()).toBe(percent);
  });
});
