import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aCriteriaSet, parsedSet } from '../../../testing/a-criteria-set.ts';
import { measuresOf, rawCases, setTextOf } from '../../../testing/random-sets.ts';
import { reckonSet } from './score-set.ts';
import { compareScenarios, type Supposition, startWhatIf, suppose } from './what-if.ts';

const set = aCriteriaSet({
  leaves: [
    { max: 2, rule: { shape: 'proportional', zero_denominator: 'zero' } },
    { max: 1, rule: { shape: 'lateness_penalty', per_late: 0.5, per_missing: 1, cascade_to: ['1.1.3'] } },
    { max: 1, rule: { shape: 'yes_no', points_yes: 1, points_no: 0 } },
  ],
  bonus: [{ code: 'B', rule: { shape: 'bonus', per_item: 0.5, cap: 1 } }],
});
const measures = {
  '1.1.1': { numerator: 6, denominator: 8 },
  '1.1.2': { expected: 4, late: 1, missing: 0 },
  '1.1.3': { answer: 'yes' },
};

describe('what if', () => {
  test.each<{ title: string; suppositions: Supposition[]; total: string }>([
    { title: 'nothing changes', suppositions: [], total: '2' },
    {
      title: 'one more task is done',
      suppositions: [{ kind: 'adjust', code: '1.1.1', field: 'numerator', by: 1 }],
      total: '2.25',
    },
    {
      title: 'two more are done',
      suppositions: [
        { kind: 'adjust', code: '1.1.1', field: 'numerator', by: 1 },
        { kind: 'adjust', code: '1.1.1', field: 'numerator', by: 1 },
      ],
      total: '2.5',
    },
    {
      title: 'the late report had been on time: its quality counts again',
      suppositions: [{ kind: 'adjust', code: '1.1.2', field: 'late', by: -1 }],
      total: '3.5',
    },
    {
      title: 'figures cannot fall below zero',
      suppositions: [{ kind: 'adjust', code: '1.1.2', field: 'late', by: -5 }],
      total: '3.5',
    },
    { title: 'evidence is refused', suppositions: [{ kind: 'evidence-refused', code: '1.1.1' }], total: '0.5' },
    {
      title: 'a measure is replaced',
      suppositions: [{ kind: 'measure', code: '1.1.1', measure: { numerator: 8, denominator: 8 } }],
      total: '2.5',
    },
    {
      title: 'a measure is taken away',
      suppositions: [{ kind: 'measure', code: '1.1.1', measure: undefined }],
      total: '0.5',
    },
    { title: 'a bonus is earned', suppositions: [{ kind: 'measure', code: 'B', measure: { count: 1 } }], total: '2.5' },
    {
      title: 'more bonus than possible points',
      suppositions: [
        { kind: 'measure', code: '1.1.1', measure: { numerator: 1, denominator: 1 } },
        { kind: 'adjust', code: '1.1.2', field: 'late', by: -1 },
        { kind: 'measure', code: 'B', measure: { count: 2 } },
      ],
      total: '4',
    },
    {
      title: 'a figure that is not there does not move',
      suppositions: [{ kind: 'adjust', code: '1.1.1', field: 'nothing', by: 1 }],
      total: '2',
    },
    {
      title: 'a code that is not there',
      suppositions: [{ kind: 'measure', code: '9', measure: { count: 1 } }],
      total: '2',
    },
  ])('$title: $total', ({ suppositions, total }) => {
    expect(suppose(set, startWhatIf(set, measures), suppositions).points.total.toFixed()).toBe(total);
  });

  test('scenarios stand side by side, each from the measures', () => {
    const results = compareScenarios(set, measures, [
      { name: 'xong 1 nhiệm vụ', suppositions: [{ kind: 'adjust', code: '1.1.1', field: 'numerator', by: 1 }] },
      { name: 'bị loại minh chứng', suppositions: [{ kind: 'evidence-refused', code: '1.1.1' }] },
    ]);
    expect(results.map(({ name, gain, changes }) => [name, gain.toFixed(), changes.map((one) => one.code)])).toEqual([
      ['xong 1 nhiệm vụ', '0.25', ['1.1.1']],
      ['bị loại minh chứng', '-1.5', ['1.1.1']],
    ]);
  });

  test('scoring what changed gives the points of scoring everything anew', () => {
    fc.assert(
      fc.property(rawCases, fc.nat(20), (raw, pick) => {
        const anySet = parsedSet(setTextOf(raw));
        const all = measuresOf(raw);
        const leaf = raw.leaves[pick % raw.leaves.length];
        const before = Object.fromEntries(Object.entries(all).filter(([code]) => code !== leaf?.code));
        const supposed = suppose(anySet, startWhatIf(anySet, before), [
          { kind: 'measure', code: leaf?.code ?? '', measure: leaf?.measure },
        ]);
        const anew = reckonSet(anySet, all);
        expect(supposed.points.total.toFixed()).toBe(anew.total.toFixed());
        expect(supposed.points.leaves.map(({ points }) => points?.toFixed())).toEqual(
          anew.leaves.map(({ points }) => points?.toFixed()),
        );
      }),
      { numRuns: 100 },
    );
  });
});
