import { describe, expect, test } from 'vitest';
import { aCriteriaSet, type SetForTest } from '../../../testing/a-criteria-set.ts';
import { reckonSet } from './score-set.ts';
import { scoreSet } from './score-with-words.ts';

const ratio = (zero = 'zero') => ({ shape: 'proportional', zero_denominator: zero });
const yesNo = { shape: 'yes_no', points_yes: 1, points_no: 0 };
const NONE = { numerator: 0, denominator: 0 };
const NA = { not_applicable: true };

describe('what does not apply', () => {
  type Row = {
    policy: string;
    zero: string;
    measure: unknown;
    status: string;
    points: string | undefined;
    possible: string;
  };
  const row = (
    policy: string,
    zero: string,
    measure: unknown,
    status: string,
    points: string | undefined,
    possible: string,
  ): Row => ({ policy, zero, measure, status, points, possible });
  test.each([
    row('exclude', 'zero', NA, 'not-applicable', '0', '1'),
    row('full_if_none', 'zero', NA, 'scored', '2', '3'),
    row('zero_if_none', 'zero', NA, 'scored', '0', '3'),
    row('not_allowed', 'zero', NA, 'refused', undefined, '3'),
    row('exclude', 'not_applicable', NONE, 'not-applicable', '0', '1'),
    row('full_if_none', 'not_applicable', NONE, 'scored', '2', '3'),
    row('zero_if_none', 'not_applicable', NONE, 'scored', '0', '3'),
    row('not_allowed', 'not_applicable', NONE, 'not-applicable', '0', '1'),
    row('exclude', 'full', NONE, 'scored', '2', '3'),
    row('exclude', 'zero', NONE, 'scored', '0', '3'),
    row('full_if_none', 'full', NONE, 'scored', '2', '3'),
    row('full_if_none', 'zero', NONE, 'scored', '0', '3'),
    row('zero_if_none', 'full', NONE, 'scored', '2', '3'),
    row('not_allowed', 'full', NONE, 'scored', '2', '3'),
    row('exclude', 'zero', undefined, 'no-data', undefined, '3'),
    row('exclude', 'zero', null, 'no-data', undefined, '3'),
    row('exclude', 'zero', { not_applicable: false, numerator: 1, denominator: 2 }, 'scored', '1', '3'),
    row('exclude', 'zero', { not_applicable: 'yes' }, 'refused', undefined, '3'),
    row('exclude', 'zero', { not_applicable: true, numerator: -5 }, 'not-applicable', '0', '1'),
  ])('$policy, denominator of zero $zero, $measure: $status', ({ policy, zero, measure, status, points, possible }) => {
    const set = aCriteriaSet({
      leaves: [
        { max: 2, rule: ratio(zero), policy },
        { max: 1, rule: yesNo },
      ],
    });
    const result = reckonSet(set, { '1.1.1': measure, '1.1.2': { answer: 'yes' } });
    const [leaf] = result.leaves;
    expect([leaf?.status, leaf?.points?.toFixed(), result.possible.toFixed()]).toEqual([status, points, possible]);
    expect(result.isComplete).toBe(status === 'scored' || status === 'not-applicable');
  });

  test('nothing applies: no percentage and no grade', () => {
    const result = reckonSet(aCriteriaSet({ leaves: [{ max: 2, rule: ratio() }] }), { '1.1.1': NA });
    expect([result.total.toFixed(), result.possible.toFixed(), result.percent, result.grade]).toEqual([
      '0',
      '0',
      null,
      null,
    ]);
  });
});

describe('bad measures never become a score', () => {
  test.each([
    { title: 'negative numerator', measure: { numerator: -1, denominator: 5 }, code: 'negative' },
    { title: 'negative denominator', measure: { numerator: 1, denominator: -5 }, code: 'negative' },
    { title: 'NaN', measure: { numerator: Number.NaN, denominator: 5 }, code: 'not-a-number' },
    { title: 'the text NaN', measure: { numerator: 'NaN', denominator: 5 }, code: 'not-a-number' },
    { title: 'infinity', measure: { numerator: Number.POSITIVE_INFINITY, denominator: 5 }, code: 'not-a-number' },
    { title: 'words', measure: { numerator: 'năm', denominator: 6 }, code: 'not-a-number' },
    { title: 'a decimal comma', measure: { numerator: '5,5', denominator: 6 }, code: 'not-a-number' },
    { title: 'an empty text', measure: { numerator: '', denominator: 6 }, code: 'not-a-number' },
    { title: 'no numerator', measure: { denominator: 6 }, code: 'missing-figure' },
    { title: 'no denominator', measure: { numerator: 5 }, code: 'missing-figure' },
    { title: 'null for a figure', measure: { numerator: null, denominator: 6 }, code: 'missing-figure' },
    { title: 'an empty measure', measure: {}, code: 'missing-figure' },
    { title: 'a number instead of a measure', measure: 5, code: 'wrong-kind' },
    { title: 'a list instead of a measure', measure: [5, 6], code: 'wrong-kind' },
    { title: 'a text instead of a measure', measure: '5/6', code: 'wrong-kind' },
    { title: 'true for a figure', measure: { numerator: true, denominator: 6 }, code: 'wrong-kind' },
    { title: 'the measure of another shape', measure: { answer: 'yes' }, code: 'missing-figure' },
  ])('$title: $code', ({ measure, code }) => {
    const set = aCriteriaSet({
      leaves: [
        { max: 2, rule: ratio() },
        { max: 1, rule: yesNo },
      ],
    });
    const result = scoreSet(set, { '1.1.1': measure, '1.1.2': { answer: 'yes' } });
    const [leaf] = result.leaves;
    expect([leaf?.refusal?.code, leaf?.points, leaf?.lost, result.isComplete]).toEqual([code, null, null, false]);
    expect(result.total.toFixed()).toBe('1');
    expect(leaf?.explanation.vi).toContain('không chấm được');
  });

  test.each([
    { title: 'more than all', measure: { numerator: 7, denominator: 6 }, points: '2', doubt: 'Tử số lớn hơn mẫu số' },
    { title: 'a milliard', measure: { numerator: 1e9, denominator: 2e9 }, points: '1', doubt: 'đơn vị tính' },
  ])('$title is scored and doubted', ({ measure, points, doubt }) => {
    const result = scoreSet(aCriteriaSet({ leaves: [{ max: 2, rule: ratio() }] }), { '1.1.1': measure });
    const [leaf] = result.leaves;
    expect(leaf?.points?.toFixed()).toBe(points);
    expect(leaf?.explanation.vi).toContain(doubt);
  });

  test('a measure under a code that the set does not have is told', () => {
    const result = reckonSet(aCriteriaSet({ leaves: [{ max: 1, rule: yesNo }] }), {
      '1.1.1': { answer: 'yes' },
      '1.1.l': { answer: 'yes' },
    });
    expect(result.unknownCodes).toEqual(['1.1.l']);
  });
});

describe('cascades', () => {
  const lateness = (...targets: string[]) => ({
    shape: 'lateness_penalty',
    per_late: 0.5,
    per_missing: 1,
    cascade_to: targets,
  });
  const set = aCriteriaSet({
    leaves: [
      { max: 1, rule: lateness('1.1.3', '1.1.2') },
      { max: 1, rule: lateness('1.1.4') },
      { max: 1, rule: yesNo },
      { max: 1, rule: yesNo, policy: 'exclude' },
    ],
  });
  const clean = { expected: 4, late: 0, missing: 0 };
  const late = { expected: 4, late: 1, missing: 0 };
  const gone = { expected: 4, late: 0, missing: 1 };
  const yes = { answer: 'yes' };

  test.each([
    { title: 'nothing late', first: clean, second: clean, third: yes, fourth: yes, points: ['1', '1', '1', '1'] },
    {
      title: 'late empties its targets',
      first: late,
      second: clean,
      third: yes,
      fourth: yes,
      points: ['0.5', '0', '0', '1'],
    },
    {
      title: 'missing empties its targets',
      first: gone,
      second: clean,
      third: yes,
      fourth: yes,
      points: ['0', '0', '0', '1'],
    },
    {
      title: 'an emptied leaf does not empty others by being emptied',
      first: late,
      second: clean,
      third: yes,
      fourth: yes,
      points: ['0.5', '0', '0', '1'],
    },
    {
      title: 'its own late items do, emptied or not',
      first: late,
      second: late,
      third: yes,
      fourth: yes,
      points: ['0.5', '0', '0', '0'],
    },
    {
      title: 'what is not measured is emptied too',
      first: late,
      second: clean,
      third: undefined,
      fourth: yes,
      points: ['0.5', '0', '0', '1'],
    },
    {
      title: 'what is left out stays left out',
      first: clean,
      second: late,
      third: yes,
      fourth: NA,
      points: ['1', '0.5', '1', '0'],
    },
    {
      title: 'a refused source empties nothing',
      first: { late: -1, missing: 0 },
      second: clean,
      third: yes,
      fourth: yes,
      points: [undefined, '1', '1', '1'],
    },
    {
      title: 'a source that does not apply empties nothing',
      first: NA,
      second: clean,
      third: yes,
      fourth: yes,
      points: ['0', '1', '1', '1'],
    },
  ])('$title', ({ first, second, third, fourth, points }) => {
    const result = reckonSet(set, { '1.1.1': first, '1.1.2': second, '1.1.3': third, '1.1.4': fourth });
    expect(result.leaves.map((leaf) => leaf.points?.toFixed())).toEqual(points);
  });

  test('late items within the grace empty nothing', () => {
    const forgiving = aCriteriaSet({
      leaves: [
        { max: 1, rule: { ...lateness('1.1.2'), grace: 1 } },
        { max: 1, rule: yesNo },
      ],
    });
    expect(reckonSet(forgiving, { '1.1.1': late, '1.1.2': yes }).total.toFixed()).toBe('2');
  });

  test('a leaf left out still counts in possible where it is emptied but applies', () => {
    const result = reckonSet(set, { '1.1.1': late, '1.1.2': clean, '1.1.3': yes, '1.1.4': NA });
    expect([result.total.toFixed(), result.possible.toFixed()]).toEqual(['0.5', '3']);
  });
});

describe('totals', () => {
  const extra = (shape: 'bonus' | 'penalty', code: string, perItem: number, cap: number) => ({
    code,
    rule: { shape, per_item: perItem, cap },
  });
  const score = (parts: Partial<SetForTest>, measures: Record<string, unknown>) => {
    const set = aCriteriaSet({
      leaves: [
        { max: 6, rule: ratio() },
        { max: 4, rule: ratio() },
      ],
      bonus: [extra('bonus', 'B1', 0.5, 1), extra('bonus', 'B2', 1, 3)],
      penalty: [extra('penalty', 'P1', 0.5, 1), extra('penalty', 'P2', 2, 4)],
      ...parts,
    });
    return reckonSet(set, measures);
  };
  const half = { '1.1.1': { numerator: 1, denominator: 2 }, '1.1.2': { numerator: 1, denominator: 2 } };
  const full = { '1.1.1': { numerator: 1, denominator: 1 }, '1.1.2': { numerator: 1, denominator: 1 } };
  const caps = { bonus_cap: 3, penalty_cap: 4 };

  test.each([
    { title: 'leaves alone', scoring: {}, measures: half, total: '5' },
    { title: 'a bonus', scoring: {}, measures: { ...half, B1: { count: 1 } }, total: '5.5' },
    { title: 'a bonus up to its own cap', scoring: {}, measures: { ...half, B1: { count: 9 } }, total: '6' },
    {
      title: 'bonuses up to their common cap',
      scoring: caps,
      measures: { ...half, B1: { count: 9 }, B2: { count: 9 } },
      total: '8',
    },
    {
      title: 'bonuses without a common cap',
      scoring: {},
      measures: { ...half, B1: { count: 9 }, B2: { count: 9 } },
      total: '9',
    },
    { title: 'a penalty', scoring: {}, measures: { ...half, P1: { count: 1 } }, total: '4.5' },
    { title: 'a penalty up to its own cap', scoring: {}, measures: { ...half, P1: { count: 9 } }, total: '4' },
    {
      title: 'penalties up to their common cap',
      scoring: caps,
      measures: { ...half, P1: { count: 9 }, P2: { count: 9 } },
      total: '1',
    },
    {
      title: 'bonus and penalty',
      scoring: caps,
      measures: { ...half, B2: { count: 1 }, P2: { count: 1 } },
      total: '4',
    },
    { title: 'never above the possible points', scoring: {}, measures: { ...full, B2: { count: 3 } }, total: '10' },
    {
      title: 'a bonus makes good a penalty',
      scoring: {},
      measures: { ...full, B2: { count: 1 }, P1: { count: 1 } },
      total: '10',
    },
    {
      title: 'never below the floor',
      scoring: { final_floor_points: 0 },
      measures: {
        '1.1.1': { numerator: 0, denominator: 1 },
        '1.1.2': { numerator: 0, denominator: 1 },
        P2: { count: 2 },
      },
      total: '0',
    },
    {
      title: 'a floor above zero',
      scoring: { final_floor_points: 2 },
      measures: { '1.1.1': { numerator: 0, denominator: 1 }, '1.1.2': { numerator: 0, denominator: 1 } },
      total: '2',
    },
    {
      title: 'a floor below zero',
      scoring: { final_floor_points: -5 },
      measures: {
        '1.1.1': { numerator: 0, denominator: 1 },
        '1.1.2': { numerator: 0, denominator: 1 },
        P2: { count: 2 },
      },
      total: '-4',
    },
    { title: 'a cap below the possible points', scoring: { final_cap_points: 9 }, measures: full, total: '9' },
    {
      title: 'a cap above the possible points',
      scoring: { final_cap_points: 100 },
      measures: { ...full, B2: { count: 3 } },
      total: '10',
    },
    {
      title: 'the possible points of what applies',
      scoring: {},
      measures: { ...full, '1.1.2': NA, B2: { count: 3 } },
      total: '6',
    },
    {
      title: 'a negative count of a bonus is refused and adds nothing',
      scoring: {},
      measures: { ...half, B1: { count: -2 } },
      total: '5',
    },
  ])('$title: $total', ({ scoring, measures, total }) => {
    expect(score({ scoring }, measures).total.toFixed()).toBe(total);
  });

  test('a bonus inside the total counts in the possible points', () => {
    const scoring = { total_points: 13, bonus_outside_total: false, bonus_cap: 3 };
    const result = score({ scoring }, { ...full, B2: { count: 2 } });
    expect([result.total.toFixed(), result.possible.toFixed(), result.percent?.toFixed()]).toEqual([
      '12',
      '13',
      '92.31',
    ]);
  });

  test.each([
    { sum: 'of_rounded_leaves', areas: '0.999', total: '0.999' },
    { sum: 'of_exact_leaves', areas: '1', total: '1' },
  ])('three thirds with $sum make $total', ({ sum, areas, total }) => {
    const rounding = { leaf_decimals: 3, total_decimals: 3, percent_decimals: 2, mode: 'half_up', sum };
    const set = aCriteriaSet({ leaves: Array(3).fill({ max: 1, rule: ratio() }), scoring: { rounding } });
    const third = { numerator: 1, denominator: 3 };
    const result = reckonSet(set, { '1.1.1': third, '1.1.2': third, '1.1.3': third });
    expect([result.areas[0]?.points.toFixed(), result.total.toFixed()]).toEqual([areas, total]);
  });

  test('points never exceed a maximum that has more decimals than points have', () => {
    const rounding = {
      leaf_decimals: 1,
      total_decimals: 1,
      percent_decimals: 2,
      mode: 'half_up',
      sum: 'of_rounded_leaves',
    };
    const set = aCriteriaSet({ leaves: [{ max: 0.25, rule: ratio() }], scoring: { rounding } });
    const result = reckonSet(set, { '1.1.1': { numerator: 1, denominator: 1 } });
    expect([result.leaves[0]?.points?.toFixed(), result.total.toFixed()]).toEqual(['0.25', '0.25']);
  });
});

describe('grades', () => {
  const gradeAt = (points: string, possible = 100, grading?: object[]) => {
    const set = aCriteriaSet({ leaves: [{ max: possible, rule: ratio() }], scoring: grading ? { grading } : {} });
    return reckonSet(set, { '1.1.1': { numerator: points, denominator: possible } }).grade;
  };
  test.each([
    { points: '100', grade: 'Xuất sắc' },
    { points: '90', grade: 'Xuất sắc' },
    { points: '89.999', grade: 'Tốt' },
    { points: '83.03', grade: 'Tốt' },
    { points: '80', grade: 'Tốt' },
    { points: '79.999', grade: 'Khá' },
    { points: '75.66', grade: 'Khá' },
    { points: '70', grade: 'Khá' },
    { points: '69.999', grade: 'Trung bình' },
    { points: '50', grade: 'Trung bình' },
    { points: '49.999', grade: 'Yếu' },
    { points: '0', grade: 'Yếu' },
  ])('$points of 100 is $grade', ({ points, grade }) => {
    expect(gradeAt(points)).toBe(grade);
  });

  test('79.996 % reads as 80.00 % but is not Tốt: the grade goes by the unrounded percentage', () => {
    const set = aCriteriaSet({ leaves: [{ max: 100, rule: ratio() }] });
    const result = reckonSet(set, { '1.1.1': { numerator: '79.996', denominator: 100 } });
    expect([result.percent?.toFixed(), result.grade]).toEqual(['80', 'Khá']);
  });

  test('80,567 of 99 is Tốt by its percentage', () => {
    expect(gradeAt('80.567', 99)).toBe('Tốt');
  });

  test.each([
    { points: '95', grade: 'Tốt' },
    { points: '79', grade: 'Khá' },
    { points: '10', grade: null },
  ])(
    '$points with the grades of Khánh Hòa, written from the lowest and without a last one, is $grade',
    ({ points, grade }) => {
      const grading = [
        { label: 'Trung bình', from_percent: 50 },
        { label: 'Khá', from_percent: 65 },
        { label: 'Tốt', from_percent: 80 },
      ];
      expect(gradeAt(points, 100, grading)).toBe(grade);
    },
  );
});
