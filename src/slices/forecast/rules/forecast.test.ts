import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aCriteriaSet, parsedSet } from '../../../testing/a-criteria-set.ts';
import { backTest } from '../../../testing/back-test.ts';
import { measuresOf, rawCases, setTextOf } from '../../../testing/random-sets.ts';
import { reckonSet } from '../../scoring/index.ts';
import { forecastSet } from './forecast.ts';
import type { Outlook } from './outlook.ts';

const ratio = { shape: 'proportional', zero_denominator: 'zero' };
const yesNo = { shape: 'yes_no', points_yes: 1, points_no: 0 };
const lateness = { shape: 'lateness_penalty', expected_items: 4, per_late: 0.25, per_missing: 0.5 };
const survey = { shape: 'survey_scaled' };

function rangeOf(rule: object, outlook: Outlook, elapsed: number, max = 1) {
  const set = aCriteriaSet({ leaves: [{ max, rule }] });
  const [leaf] = forecastSet(set, { '1.1.1': outlook }, elapsed).leaves;
  return { low: leaf?.low.toNumber() ?? -1, likely: leaf?.likely.toNumber() ?? -1, high: leaf?.high.toNumber() ?? -1 };
}

describe('a leaf', () => {
  test.each([
    {
      title: 'with final figures is certain',
      rule: ratio,
      outlook: { measure: { numerator: 9, denominator: 10 } },
      elapsed: 1,
      range: [0.9, 0.9, 0.9],
    },
    {
      title: 'with a yes stays there',
      rule: yesNo,
      outlook: { measure: { answer: 'yes' } },
      elapsed: 0.3,
      range: [1, 1, 1],
    },
    {
      title: 'with a final no stays there',
      rule: yesNo,
      outlook: { measure: { answer: 'no' } },
      elapsed: 1,
      range: [0, 0, 0],
    },
    {
      title: 'with an overdue task will probably stay at no',
      rule: yesNo,
      outlook: { measure: { answer: 'no' }, overdueTasks: 1 },
      elapsed: 0.5,
      range: [0, 0, 1],
    },
    {
      title: 'with an open task will probably become yes',
      rule: yesNo,
      outlook: { measure: { answer: 'no' }, openTasks: 1 },
      elapsed: 0.5,
      range: [0, 1, 1],
    },
    {
      title: 'whose only task is due after the closing will probably stay at no',
      rule: yesNo,
      outlook: { measure: { answer: 'no' }, openTasks: 1, tasksAfterClosing: 1 },
      elapsed: 0.5,
      range: [0, 0, 1],
    },
    {
      title: 'with one task in time beside one that is too late will probably become yes',
      rule: yesNo,
      outlook: { measure: { answer: 'no' }, openTasks: 2, tasksAfterClosing: 1 },
      elapsed: 0.5,
      range: [0, 1, 1],
    },
    {
      title: 'late twice already cannot have the points back',
      rule: lateness,
      outlook: { measure: { expected: 4, late: 2, missing: 0 } },
      elapsed: 1,
      range: [0.5, 0.5, 0.5],
    },
    {
      title: 'with the survey entered is certain',
      rule: survey,
      outlook: { measure: { percent: 91 } },
      elapsed: 0.9,
      range: [0.91, 0.91, 0.91],
    },
    {
      title: 'that does not apply is left out',
      rule: ratio,
      outlook: { measure: { not_applicable: true } },
      elapsed: 0.5,
      range: [0, 0, 0],
    },
    {
      title: 'whose figures cannot be right may end anywhere',
      rule: ratio,
      outlook: { measure: { numerator: -1, denominator: 5 } },
      elapsed: 1,
      range: [0.1, 0.5, 0.9],
    },
    {
      title: 'with a survey that never was may end anywhere',
      rule: survey,
      outlook: {},
      elapsed: 0.5,
      range: [0.1, 0.5, 0.9],
    },
  ])('$title', ({ rule, outlook, elapsed, range }) => {
    const { low, likely, high } = rangeOf(rule, outlook, elapsed);
    expect([low, likely, high]).toEqual(range);
  });

  test('is surer late in the year than early', () => {
    const width = (elapsed: number) => {
      const { low, high } = rangeOf(
        ratio,
        { measure: { numerator: 80 * elapsed, denominator: 100 * elapsed }, lastYear: 0.8 },
        elapsed,
      );
      return high - low;
    };
    expect(width(0.25)).toBeGreaterThan(width(0.5));
    expect(width(0.5)).toBeGreaterThan(width(0.9));
  });

  test('is surer with last year than without', () => {
    const without = rangeOf(ratio, {}, 0.1);
    const withLast = rangeOf(ratio, { lastYear: 0.9 }, 0.1);
    expect(withLast.high - withLast.low).toBeLessThan(without.high - without.low);
  });

  test('that a likely late report empties may end at nothing', () => {
    const set = aCriteriaSet({
      leaves: [
        { max: 1, rule: { ...lateness, cascade_to: ['1.1.2'] } },
        { max: 1, rule: yesNo },
      ],
    });
    const outlooks = {
      '1.1.1': { measure: { expected: 4, late: 0, missing: 0 }, lastYear: 0.3 },
      '1.1.2': { measure: { answer: 'yes' } },
    };
    const [, emptied] = forecastSet(set, outlooks, 0.25).leaves;
    expect([emptied?.low.toNumber(), emptied?.high.toNumber()]).toEqual([0, 1]);
  });

  test('gives its reasons', () => {
    const set = aCriteriaSet({ leaves: [{ max: 1, rule: ratio }] });
    const [leaf] = forecastSet(
      set,
      { '1.1.1': { measure: { numerator: 9, denominator: 10 }, lastYear: 0.85, remaining: 5, overdueTasks: 2 } },
      0.5,
    ).leaves;
    expect(leaf?.reasons.map(({ vi }) => vi)).toEqual([
      'số liệu mới phản ánh 50% năm',
      'năm trước đạt 85% điểm tối đa',
      'còn 5 phần việc sẽ đến hạn',
      '2 nhiệm vụ quá hạn',
    ]);
  });
});

describe('a set', () => {
  test('is ordered low ≤ likely ≤ high between nothing and the maximum, whatever is known', () => {
    fc.assert(
      fc.property(
        rawCases,
        fc.integer({ min: 0, max: 100 }),
        fc.option(fc.integer({ min: 0, max: 100 })),
        (raw, elapsed, last) => {
          const set = parsedSet(setTextOf(raw));
          const measures = measuresOf(raw);
          const outlooks = Object.fromEntries(
            set.leaves.map((leaf) => [
              leaf.code,
              { measure: measures[leaf.code], ...(last === null ? {} : { lastYear: last / 100 }) },
            ]),
          );
          const forecast = forecastSet(set, outlooks, elapsed / 100);
          for (const { low, likely, high, max } of [
            ...forecast.leaves,
            { ...forecast.total, max: forecast.possible },
          ]) {
            expect(low.lessThanOrEqualTo(likely) && likely.lessThanOrEqualTo(high)).toBe(true);
            expect(high.lessThanOrEqualTo(max.plus('0.001'))).toBe(true);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test('with everything final is the score itself', () => {
    const set = aCriteriaSet({
      leaves: [
        { max: 2, rule: ratio },
        { max: 1, rule: yesNo },
      ],
    });
    const measures = { '1.1.1': { numerator: 7, denominator: 8 }, '1.1.2': { answer: 'yes' } };
    const outlooks = Object.fromEntries(Object.entries(measures).map(([code, measure]) => [code, { measure }]));
    const { total, percent } = forecastSet(set, outlooks, 1);
    const score = reckonSet(set, measures);
    expect([total.low, total.likely, total.high].map((value) => value.toFixed())).toEqual(
      Array(3).fill(score.total.toFixed()),
    );
    expect(percent?.likely.toFixed()).toBe(score.percent?.toFixed());
  });

  test('claims no more certainty than it has: at least 8 of 10 simulated years end in the range', () => {
    const text = readFileSync(join(import.meta.dirname, '../../../../sample/criteria/department-sample.yaml'), 'utf8');
    const result = backTest(parsedSet(text), 0.5, 20, 7);
    expect(result.totalCoverage).toBeGreaterThanOrEqual(0.8);
    expect(result.leafCoverage).toBeGreaterThanOrEqual(0.8);
    expect(result.totalError).toBeLessThan(3);
  });
});
