import { describe, expect, test } from 'vitest';
import { aCriteriaSet } from '../../../testing/a-criteria-set.ts';
import type { MeasureDefinition, MeasureFigures } from '../../registers/index.ts';
import { reckonSet } from '../../scoring/index.ts';
import { fitsRule, inputOfFigures } from './figures-input.ts';
import { changesSince, computedFigure, type TiedMeasure, whatCounts } from './what-counts.ts';

type Kind = MeasureDefinition['kind'];
const leafWith = (rule: object) => {
  const [leaf] = aCriteriaSet({ leaves: [{ max: 1, rule }] }).leaves;
  if (!leaf) throw new Error('one leaf');
  return leaf;
};
const proportional = { shape: 'proportional', zero_denominator: 'full' };
const rules: Readonly<Record<string, object>> = {
  yes_no: { shape: 'yes_no', points_yes: 1, points_no: 0 },
  staged: { shape: 'staged', levels: [{ points: 1 }, { points: 0 }] },
  checklist: { shape: 'checklist', parts: [{ points: 0.5 }, { points: 0.5 }] },
  lateness_penalty: { shape: 'lateness_penalty', per_late: 0.5, per_missing: 1 },
  proportional,
  all_or_nothing: { shape: 'all_or_nothing', threshold: 1, zero_denominator: 'zero' },
  count_based: { shape: 'count_based', points_each: 0.5, max_items: 2 },
  deduction: { shape: 'deduction', start: 'max', events: [{ points_each: 0.5 }] },
  'deduction of two': { shape: 'deduction', start: 'max', events: [{ points_each: 0.5 }, { points_each: 0.1 }] },
  external_scaled: { shape: 'external_scaled', index_max: 100 },
  survey_scaled: { shape: 'survey_scaled', input: 'percent' },
  'survey by mean': { shape: 'survey_scaled', input: 'mean', input_min: 1, input_max: 5 },
  formula_choice: {
    shape: 'formula_choice',
    variables: [{ symbol: 'a' }],
    formulas: [{ key: 'f', expression: 'a * max' }],
    chosen: { self: 'f' },
  },
};

type Case = {
  rule: string;
  kind: Kind;
  unit?: string;
  target?: MeasureDefinition['target'];
  figures: MeasureFigures | null;
  input: object | string;
  because: string;
};

const cases: readonly Case[] = [
  {
    rule: 'proportional',
    kind: 'share',
    figures: { numerator: '5', denominator: '6' },
    input: { numerator: '5', denominator: '6' },
    because: 'a share is a ratio',
  },
  {
    rule: 'proportional',
    kind: 'share',
    figures: { numerator: '0', denominator: '0' },
    input: { numerator: '0', denominator: '0' },
    because: 'no records is zero of zero: the rule says what that gives',
  },
  {
    rule: 'proportional',
    kind: 'latest',
    unit: '%',
    figures: { value: '87.13' },
    input: { numerator: '87.13', denominator: '100' },
    because: 'a percentage is out of a hundred',
  },
  {
    rule: 'proportional',
    kind: 'count',
    figures: { count: '5' },
    input: 'needs-ratio',
    because: 'a count has no denominator',
  },
  {
    rule: 'proportional',
    kind: 'sum',
    unit: 'đồng',
    figures: { value: '5' },
    input: 'needs-ratio',
    because: 'money is no percentage',
  },
  { rule: 'proportional', kind: 'share', figures: null, input: 'no-data', because: 'no data is not zero' },
  {
    rule: 'all_or_nothing',
    kind: 'share',
    figures: { numerator: '17', denominator: '17' },
    input: { numerator: '17', denominator: '17' },
    because: 'all of a share',
  },
  {
    rule: 'lateness_penalty',
    kind: 'lateness',
    figures: { expected: '4', late: '1', missing: '0' },
    input: { expected: '4', late: '1', missing: '0' },
    because: 'its three counts',
  },
  {
    rule: 'lateness_penalty',
    kind: 'share',
    figures: { numerator: '3', denominator: '4' },
    input: 'needs-lateness',
    because: 'a share does not tell late from missing',
  },
  { rule: 'count_based', kind: 'count', figures: { count: '3' }, input: { count: '3' }, because: 'a count' },
  {
    rule: 'count_based',
    kind: 'sum',
    figures: { value: '3.5' },
    input: 'needs-count',
    because: 'three and a half initiatives do not exist',
  },
  {
    rule: 'deduction',
    kind: 'count',
    figures: { count: '2' },
    input: { events: ['2'] },
    because: 'one kind of event is one count',
  },
  {
    rule: 'deduction of two',
    kind: 'count',
    figures: { count: '2' },
    input: 'by-hand',
    because: 'which of the two events was it?',
  },
  { rule: 'yes_no', kind: 'count', figures: { count: '1' }, input: { answer: 'yes' }, because: 'something was issued' },
  { rule: 'yes_no', kind: 'count', figures: { count: '0' }, input: { answer: 'no' }, because: 'nothing was' },
  {
    rule: 'yes_no',
    kind: 'share',
    figures: { numerator: '9', denominator: '10' },
    input: { answer: 'no' },
    because: 'not all',
  },
  {
    rule: 'yes_no',
    kind: 'share',
    target: { op: '>=', value: '90' },
    figures: { numerator: '9', denominator: '10' },
    input: { answer: 'yes' },
    because: 'the target is reached',
  },
  {
    rule: 'yes_no',
    kind: 'share',
    figures: { numerator: '0', denominator: '0' },
    input: 'no-data',
    because: 'a share of nothing answers nothing',
  },
  {
    rule: 'external_scaled',
    kind: 'latest',
    figures: { value: '90.05' },
    input: { value: '90.05' },
    because: 'a value',
  },
  {
    rule: 'external_scaled',
    kind: 'lateness',
    figures: { expected: '1', late: '0', missing: '0' },
    input: 'needs-value',
    because: 'three counts are no value',
  },
  {
    rule: 'survey_scaled',
    kind: 'share',
    figures: { numerator: '91', denominator: '100' },
    input: { percent: '91' },
    because: 'satisfied of all asked',
  },
  { rule: 'survey by mean', kind: 'average', figures: { value: '4.2' }, input: { mean: '4.2' }, because: 'a mean' },
  { rule: 'staged', kind: 'count', figures: { count: '1' }, input: 'by-hand', because: 'a person chooses the level' },
  { rule: 'checklist', kind: 'count', figures: { count: '1' }, input: 'by-hand', because: 'a person ticks the parts' },
  {
    rule: 'formula_choice',
    kind: 'latest',
    figures: { value: '1' },
    input: 'by-hand',
    because: 'a person fills the variables',
  },
];

describe('figures of a measure as the input of a rule', () => {
  test.each(cases)(
    '$rule of a $kind $figures: $because',
    ({ rule, kind, unit = null, target = null, figures, input }) => {
      const leaf = leafWith(rules[rule] ?? {});
      const fitted = inputOfFigures(leaf.rule, { kind, unit, target }, figures);
      expect(fitted.ok ? fitted.value : fitted.refusal.code).toEqual(input);
    },
  );

  test.each(Object.entries(rules))('%s: what is said to fit is scored by its rule, never refused', (_name, rule) => {
    const set = aCriteriaSet({ leaves: [{ max: 1, rule }] });
    const [leaf] = set.leaves;
    const samples: Readonly<Record<Kind, MeasureFigures>> = {
      count: { count: '1' },
      share: { numerator: '1', denominator: '2' },
      sum: { value: '1' },
      average: { value: '1.5' },
      latest: { value: '2' },
      lateness: { expected: '4', late: '1', missing: '0' },
    };
    for (const [kind, figures] of Object.entries(samples) as [Kind, MeasureFigures][]) {
      const measure = { kind, unit: null, target: null };
      if (!leaf || !fitsRule(leaf.rule, measure)) continue;
      const fitted = inputOfFigures(leaf.rule, measure, figures);
      if (!fitted.ok) continue;
      expect(reckonSet(set, { [leaf.code]: fitted.value }).leaves[0]?.refusal).toBeNull();
    }
  });
});

describe('what counts for a leaf', () => {
  const leaf = leafWith(proportional);
  const tie: TiedMeasure = {
    leafCode: leaf.code,
    measureKey: 'tasks.on-time',
    counts: 'computed',
    definition: { kind: 'share', unit: '%', target: null },
    figures: { numerator: '3', denominator: '4' },
  };
  const entered = { numerator: '4', denominator: '4' };

  test('a leaf without a measure goes by what was entered', () => {
    expect(whatCounts(leaf, undefined, entered)).toMatchObject({ source: 'entered', input: entered });
    expect(whatCounts(leaf, undefined, null)).toMatchObject({ source: 'none', input: null });
  });

  test('a tied leaf goes by its measure; the entered figure wins only by choice', () => {
    expect(whatCounts(leaf, tie, entered)).toMatchObject({ source: 'computed', input: tie.figures });
    expect(whatCounts(leaf, { ...tie, counts: 'entered' }, entered)).toMatchObject({
      source: 'entered',
      input: entered,
    });
  });

  test('no data in the register is no data of the leaf: the entered figure does not step in unseen', () => {
    expect(whatCounts(leaf, { ...tie, figures: null }, entered)).toMatchObject({ source: 'computed', input: null });
  });

  test('a measure that no source offers any more says so', () => {
    const { input, problem } = computedFigure(leaf, { ...tie, definition: null });
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

test('a rule with events takes every measure that was made for the leaf, and none of them alone', () => {
  const leaf = leafWith(rules['deduction of two'] ?? {});
  const definition = { kind: 'count', unit: null, target: null } as const;
  const tie: TiedMeasure = {
    leafCode: leaf.code,
    measureKey: 'register:discipline.reprimands',
    counts: 'computed',
    definition,
    figures: { count: '1' },
  };
  const together = [
    { ...definition, figures: { count: '1' } },
    { ...definition, place: 1, figures: { count: '2' } },
  ];
  expect(computedFigure(leaf, { ...tie, together }).input).toEqual({ events: ['1', '2'] });
  expect(computedFigure(leaf, tie).input).toBeNull();
});
