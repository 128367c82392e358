import { describe, expect, test } from 'vitest';
import { aCriteriaSet } from '../../../testing/a-criteria-set.ts';
import { pointsOf } from '../../../testing/points-of.ts';
import { reckonSet } from './score-set.ts';

describe('external_scaled', () => {
  const rule = { shape: 'external_scaled', index: 'Cổng TTĐT', index_max: 100, floor_ratio: 0.5 };
  test.each([
    { value: 90.05, points: '0.901', because: 'Hà Tĩnh: quality of the portal' },
    { value: 87.13, points: '0.871', because: 'Hà Tĩnh: digital government' },
    { value: 100, points: '1', because: 'the best' },
    { value: 50, points: '0.5', because: 'on the floor' },
    { value: 49.99, points: '0', because: 'below the floor' },
    { value: 0, points: '0', because: 'nothing' },
    { value: '90.05', points: '0.901', because: 'as text' },
    { value: 100.01, points: 'refused', because: 'above its scale' },
    { value: -1, points: 'refused', because: 'negative' },
    { value: 'cao', points: 'refused', because: 'not a figure' },
    { value: '90,05', points: 'refused', because: 'a decimal comma belongs on paper' },
  ])('$value of 100 is $points: $because', ({ value, points }) => {
    expect(pointsOf(1, rule, { value })).toBe(points);
  });

  test.each([
    { target: 0.8, value: 40, points: '0.5' },
    { target: 0.8, value: 80, points: '1' },
    { target: 0.8, value: 95, points: '1' },
  ])('with a target of $target, $value of 100 is $points', ({ target, value, points }) => {
    expect(pointsOf(1, { shape: 'external_scaled', index_max: 100, target_ratio: target }, { value })).toBe(points);
  });

  test('on another scale', () => {
    expect(pointsOf(2, { shape: 'external_scaled', index_max: 70 }, { value: 62.62 })).toBe('1.789');
  });
});

describe('survey_scaled', () => {
  const percent = { shape: 'survey_scaled', input: 'percent', input_max: 100, method: 'linear', min_responses: 30 };
  test.each([
    { max: 4, value: 91, points: '3.64' },
    { max: 4, value: 93, points: '3.72' },
    { max: 3, value: 90.7, points: '2.721' },
    { max: 1.5, value: 87.13, points: '1.307' },
    { max: 1, value: 0, points: '0' },
    { max: 1, value: 100, points: '1' },
    { max: 1, value: 100.1, points: 'refused' },
    { max: 1, value: -0.1, points: 'refused' },
    { max: 1, value: 'NaN', points: 'refused' },
  ])('$value % of $max is $points', ({ max, value, points }) => {
    expect(pointsOf(max, percent, { percent: value })).toBe(points);
  });

  test.each([
    { mean: 1, points: '0' },
    { mean: 3, points: '0.5' },
    { mean: 4.2, points: '0.8' },
    { mean: 5, points: '1' },
    { mean: 5.1, points: 'refused' },
    { mean: 0.9, points: 'refused' },
  ])('a mean of $mean on a scale of 1–5 is $points', ({ mean, points }) => {
    expect(pointsOf(1, { shape: 'survey_scaled', input: 'mean', input_min: 1, input_max: 5 }, { mean })).toBe(points);
  });

  test.each([
    { options: [10, 0, 0, 0], points: '1' },
    { options: [0, 10, 0, 0], points: '0.6' },
    { options: [0, 0, 10, 0], points: '0.2' },
    { options: [0, 0, 0, 10], points: '0' },
    { options: [1, 1, 1, 0], points: '0.6' },
    { options: [0, 0, 0, 0], points: 'refused' },
    { options: [1, 1], points: 'refused' },
  ])('answers $options weighted 100, 60, 20, 0 are $points', ({ options, points }) => {
    const rule = { shape: 'survey_scaled', input: 'options', option_weights: [100, 60, 20, 0] };
    expect(pointsOf(1, rule, { options })).toBe(points);
  });

  test.each([
    { measure: { mean: 4 }, because: 'the rule asks for a percentage' },
    { measure: {}, because: 'nothing was entered' },
  ])('is refused: $because', ({ measure }) => {
    expect(pointsOf(1, percent, measure)).toBe('refused');
  });

  test.each([
    { responses: 29, doubts: 1 },
    { responses: 30, doubts: 0 },
    { responses: undefined, doubts: 0 },
  ])('$responses answers of 30 wanted raise $doubts doubts', ({ responses, doubts }) => {
    const set = aCriteriaSet({ leaves: [{ max: 1, rule: percent }] });
    expect(reckonSet(set, { '1.1.1': { percent: 90, responses } }).leaves[0]?.doubts.length).toBe(doubts);
  });
});

describe('formula_choice', () => {
  const rule = {
    shape: 'formula_choice',
    variables: [
      { symbol: 'a', name_vi: 'đúng hạn' },
      { symbol: 'b', name_vi: 'tổng số' },
    ],
    formulas: [
      { key: 'theo_ty_le', expression: 'max * a / b' },
      { key: 'theo_loi', expression: 'max - 0.1 * (b - a)' },
    ],
    chosen: { self: 'theo_ty_le', appraisal_1: 'theo_loi' },
  };
  const set = aCriteriaSet({ leaves: [{ max: 2, rule }] });
  const measure = { variables: { a: 8, b: 10 } };

  test.each([
    { stage: 'self' as const, points: '1.6', because: 'the department goes by the ratio' },
    { stage: 'appraisal_1' as const, points: '1.8', because: 'the appraiser goes by the faults' },
    { stage: 'appraisal_2_final' as const, points: undefined, because: 'no formula is chosen for this stage' },
  ])('at $stage is $points: $because', ({ stage, points }) => {
    expect(reckonSet(set, { '1.1.1': measure }, { stage }).leaves[0]?.points?.toFixed()).toBe(points);
  });

  test.each([
    { title: 'the measure may name another formula', measure: { ...measure, formula: 'theo_loi' }, points: '1.8' },
    { title: 'an unknown formula is refused', measure: { ...measure, formula: 'x' }, points: 'refused' },
    { title: 'a missing variable is refused', measure: { variables: { a: 8 } }, points: 'refused' },
    { title: 'a division by zero is refused', measure: { variables: { a: 8, b: 0 } }, points: 'refused' },
    { title: 'never above the maximum', measure: { variables: { a: 30, b: 10 } }, points: '2' },
    { title: 'never below zero', measure: { variables: { a: -8, b: 10 } }, points: '0' },
    { title: 'thirds are rounded once', measure: { variables: { a: 1, b: 3 } }, points: '0.667' },
  ])('$title', ({ measure: own, points }) => {
    expect(pointsOf(2, rule, own)).toBe(points);
  });

  test('a division by zero follows zero_denominator where it is stated', () => {
    expect(pointsOf(2, { ...rule, zero_denominator: 'full' }, { variables: { a: 8, b: 0 } })).toBe('2');
  });
});
