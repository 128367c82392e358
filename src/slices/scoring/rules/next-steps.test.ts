import { describe, expect, test } from 'vitest';
import { aCriteriaSet } from '../../../testing/a-criteria-set.ts';
import { findNextSteps } from './next-steps.ts';
import { recoverySteps } from './recovery-steps.ts';
import { startWhatIf } from './what-if.ts';

const ratio = { shape: 'proportional', zero_denominator: 'zero' };
const bands = {
  shape: 'banded_ratio',
  zero_denominator: 'zero',
  bands: [
    { from_ratio: 0, to_ratio: 0.8, points: 0 },
    { from_ratio: 0.8, to_ratio: 1, points: 1 },
    { from_ratio: 1, to_ratio: 1, points: 2 },
  ],
};
const staged = {
  shape: 'staged',
  levels: [
    { label: 'đủ', points: 1 },
    { label: 'một phần', points: 0.5 },
    { label: 'không', points: 0 },
  ],
};
const checklist = {
  shape: 'checklist',
  parts: [
    { label: 'a', points: 0.5 },
    { label: 'b', points: 0.3 },
    { label: 'c', points: 0.2 },
  ],
};
const lateness = { shape: 'lateness_penalty', per_late: 0.25, per_missing: 0.5 };

/** Steps of one leaf as "gain for effort". */
function stepsOf(max: number, rule: object, measure: object, reach = {}): string[] {
  const set = aCriteriaSet({ leaves: [{ max, rule }] });
  const now = startWhatIf(set, { '1.1.1': measure });
  const leaf = set.leaves[0];
  return leaf
    ? recoverySteps(set, now, leaf, reach).map(({ gain, effort }) => `${gain} for ${effort.toDecimalPlaces(3)}`)
    : [];
}

describe('ways to win points back at a leaf', () => {
  test.each([
    {
      title: 'yes_no answered no',
      max: 1,
      rule: { shape: 'yes_no', points_yes: 1, points_no: 0.25 },
      measure: { answer: 'no' },
      steps: ['0.75 for 1'],
    },
    {
      title: 'yes_no answered yes',
      max: 1,
      rule: { shape: 'yes_no', points_yes: 1, points_no: 0 },
      measure: { answer: 'yes' },
      steps: [],
    },
    { title: 'every better level', max: 1, rule: staged, measure: { level: 2 }, steps: ['0.5 for 0.5', '1 for 1'] },
    { title: 'the best level', max: 1, rule: staged, measure: { level: 0 }, steps: [] },
    {
      title: 'open parts, alone and together',
      max: 1,
      rule: checklist,
      measure: { parts: [true, false, false] },
      steps: ['0.3 for 0.5', '0.5 for 1'],
    },
    {
      title: 'each item of a ratio',
      max: 1,
      rule: ratio,
      measure: { numerator: 8, denominator: 10 },
      steps: ['0.1 for 0.5', '0.2 for 1'],
    },
    {
      title: 'a band is worth it only where it is reached',
      max: 2,
      rule: bands,
      measure: { numerator: 7, denominator: 10 },
      steps: ['1 for 0.333', '2 for 1'],
    },
    { title: 'a full ratio', max: 1, rule: ratio, measure: { numerator: 10, denominator: 10 }, steps: [] },
    {
      title: 'all or nothing',
      max: 1,
      rule: { shape: 'all_or_nothing', threshold: 1, zero_denominator: 'zero' },
      measure: { numerator: 8, denominator: 10 },
      steps: ['1 for 1'],
    },
    {
      title: 'what is missing can still come, late',
      max: 1,
      rule: lateness,
      measure: { expected: 4, late: 0, missing: 1 },
      steps: ['0.25 for 1'],
    },
    {
      title: 'what is late stays late',
      max: 1,
      rule: lateness,
      measure: { expected: 4, late: 2, missing: 0 },
      steps: [],
    },
    {
      title: 'more items',
      max: 1,
      rule: { shape: 'count_based', points_each: 0.25, max_items: 4 },
      measure: { count: 2 },
      steps: ['0.25 for 0.5', '0.5 for 1'],
    },
    {
      title: 'a case that happened stays',
      max: 1,
      rule: { shape: 'deduction', start: 'max', events: [{ points_each: 0.5 }] },
      measure: { events: [1] },
      steps: [],
    },
    {
      title: 'a survey is out of reach',
      max: 1,
      rule: { shape: 'survey_scaled' },
      measure: { percent: 80 },
      steps: [],
    },
    {
      title: 'only what is still open',
      max: 1,
      rule: ratio,
      measure: { numerator: 6, denominator: 10 },
      reach: { openItems: 1 },
      steps: ['0.1 for 0.25'],
    },
    {
      title: 'nothing is open any more',
      max: 1,
      rule: ratio,
      measure: { numerator: 6, denominator: 10 },
      reach: { openItems: 0 },
      steps: [],
    },
    {
      title: 'the office says it is hard',
      max: 1,
      rule: ratio,
      measure: { numerator: 9, denominator: 10 },
      reach: { effort: 4 },
      steps: ['0.1 for 4'],
    },
  ])('$title', ({ max, rule, measure, reach = {}, steps }) => {
    expect(stepsOf(max, rule, measure, reach)).toEqual(steps);
  });

  test('a thousand open dossiers give a choice that holds every band', () => {
    const steps = stepsOf(2, bands, { numerator: 0, denominator: 1000 });
    expect(steps).toEqual(['1 for 0.8', '2 for 1']);
  });

  test('a missing report that comes late gives nothing to the leaf that it empties', () => {
    const set = aCriteriaSet({
      leaves: [
        { max: 1, rule: { ...lateness, cascade_to: ['1.1.2'] } },
        { max: 0.5, rule: { shape: 'yes_no', points_yes: 0.5, points_no: 0 } },
      ],
    });
    const now = startWhatIf(set, { '1.1.1': { expected: 4, late: 0, missing: 1 }, '1.1.2': { answer: 'yes' } });
    const leaf = set.leaves[0];
    expect(leaf && recoverySteps(set, now, leaf).map(({ gain }) => gain.toFixed())).toEqual(['0.25']);
  });
});

describe('what to do next', () => {
  const set = aCriteriaSet({
    leaves: [
      { max: 2, rule: { shape: 'yes_no', points_yes: 2, points_no: 0 } },
      { max: 1, rule: { shape: 'yes_no', points_yes: 1, points_no: 0 } },
      { max: 1, rule: { shape: 'survey_scaled' } },
      { max: 1, rule: { shape: 'yes_no', points_yes: 1, points_no: 0 } },
    ],
  });
  const now = startWhatIf(set, {
    '1.1.1': { answer: 'no' },
    '1.1.2': { answer: 'no' },
    '1.1.3': { percent: 50 },
    '1.1.4': { answer: 'yes' },
  });

  test.each([
    { title: 'most points first, what is out of reach last', reaches: {}, order: ['1.1.1', '1.1.2', '1.1.3'] },
    { title: 'hard work waits', reaches: { '1.1.1': { effort: 4 } }, order: ['1.1.2', '1.1.1', '1.1.3'] },
    { title: 'what is unlikely waits', reaches: { '1.1.1': { certainty: 0.2 } }, order: ['1.1.2', '1.1.1', '1.1.3'] },
    {
      title: 'of equals, what is due sooner comes first',
      reaches: { '1.1.1': { effort: 2, daysLeft: 30 }, '1.1.2': { daysLeft: 5 } },
      order: ['1.1.2', '1.1.1', '1.1.3'],
    },
    {
      title: 'what is past its deadline cannot be won back',
      reaches: { '1.1.1': { daysLeft: -1 } },
      order: ['1.1.2', '1.1.1', '1.1.3'],
    },
  ])('$title', ({ reaches, order }) => {
    expect(findNextSteps(set, now, reaches).map(({ code }) => code)).toEqual(order);
  });

  test('each says why', () => {
    const [first, , last] = findNextSteps(set, now, { '1.1.1': { daysLeft: 12 } });
    expect(first?.explanation.vi).toBe(
      '1.1.1 Tiêu chí 1: mất 2 điểm, lấy lại được tối đa 2 điểm nếu thực hiện yêu cầu (công 1, khả năng 100%, còn 12 ngày).',
    );
    expect(last?.explanation.vi).toBe('1.1.3 Tiêu chí 3: mất 0,5 điểm, không còn lấy lại được trong năm.');
  });
});
