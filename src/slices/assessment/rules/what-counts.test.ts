import { describe, expect, test } from 'vitest';
import { aCriteriaSet } from '../../../testing/a-criteria-set.ts';
import { changesSince, computedFigure, movedSince, type TiedMeasure, whatCounts } from './what-counts.ts';

const leafWith = (rule: object) => {
  const [leaf] = aCriteriaSet({ leaves: [{ max: 1, rule }] }).leaves;
  if (!leaf) throw new Error('one leaf');
  return leaf;
};
const twoEvents = { shape: 'deduction', start: 'max', events: [{ points_each: 0.5 }, { points_each: 0.1 }] };

describe('what counts for a leaf', () => {
  const leaf = leafWith({ shape: 'proportional', zero_denominator: 'full' });
  const tie: TiedMeasure = {
    leafCode: leaf.code,
    place: 0,
    measureKey: 'tasks.on-time',
    counts: 'computed',
    definition: { kind: 'share', unit: '%', target: null },
    figures: { numerator: '3', denominator: '4' },
  };
  const entered = { numerator: '4', denominator: '4' };

  test('a leaf without a measure goes by what was entered', () => {
    expect(whatCounts(leaf, [], entered)).toMatchObject({ source: 'entered', input: entered });
    expect(whatCounts(leaf, [], null)).toMatchObject({ source: 'none', input: null });
  });

  test('a tied leaf goes by its measure; the entered figure wins only by choice', () => {
    expect(whatCounts(leaf, [tie], entered)).toMatchObject({ source: 'computed', input: tie.figures });
    expect(whatCounts(leaf, [{ ...tie, counts: 'entered' }], entered)).toMatchObject({
      source: 'entered',
      input: entered,
    });
  });

  test('no data in the register is no data of the leaf: the entered figure does not step in unseen', () => {
    expect(whatCounts(leaf, [{ ...tie, figures: null }], entered)).toMatchObject({ source: 'computed', input: null });
  });

  test('a measure that no source offers any more says so', () => {
    const { input, problem } = computedFigure(leaf, [{ ...tie, definition: null }]);
    expect(input).toBeNull();
    expect(problem?.vi).toContain('Không còn nguồn');
  });

  test.each([
    { frozen: { numerator: '3', denominator: '4' }, now: { numerator: '3.0', denominator: '4' }, fields: [] },
    { frozen: { numerator: '3', denominator: '4' }, now: { numerator: '4', denominator: '4' }, fields: ['numerator'] },
    { frozen: null, now: { count: '0' }, fields: ['count'] },
    { frozen: { count: '0' }, now: null, fields: ['count'] },
  ])('$frozen → $now moved $fields', ({ frozen, now, fields }) => {
    expect(changesSince(frozen, now).map(({ field }) => field)).toEqual(fields);
  });
});

test('a rule with events takes the measure of each event; without one of them it says which is missing', () => {
  const leaf = leafWith(twoEvents);
  const tie = (place: number, count: string): TiedMeasure => ({
    leafCode: leaf.code,
    place,
    measureKey: `register:discipline.kind-${place}`,
    counts: 'computed',
    definition: { kind: 'count', unit: null, target: null },
    figures: { count },
  });
  expect(computedFigure(leaf, [tie(1, '2'), tie(0, '1')]).input).toEqual({ events: ['1', '2'] });
  const one = computedFigure(leaf, [tie(0, '1')]);
  expect(one.input).toBeNull();
  expect(one.problem?.vi).toContain('chưa có số liệu: 2');
});

test('after the closing each measure of a leaf is compared with itself', () => {
  const [a, b] = ['register:a.x', 'register:a.y'];
  const frozen = {
    leafCode: '5.1',
    measureKey: a,
    figures: { count: '1' },
    places: [
      { measureKey: a, figures: { count: '1' } },
      { measureKey: b, figures: { count: '2' } },
    ],
  };
  const now = (x: string, y: string) => [
    { leafCode: '5.1', measureKey: a, figures: { count: x } },
    { leafCode: '5.1', measureKey: b, figures: { count: y } },
    { leafCode: '9.9', measureKey: b, figures: { count: '7' } },
  ];
  expect(movedSince(frozen, now('1', '2'))).toEqual([]);
  expect(movedSince(frozen, now('1', '3'))).toEqual([{ before: { count: '2' }, after: { count: '3' } }]);
  expect(movedSince({ ...frozen, places: null }, now('4', '2'))).toHaveLength(1);
});
