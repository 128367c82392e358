import { describe, expect, test } from 'vitest';
import { aCriteriaSet } from '../../../testing/a-criteria-set.ts';
import type { Rule } from '../../criteria/index.ts';
import { reckonSet } from '../../scoring/index.ts';
import { fitsRule, type LeafReading, leafInput, meetsTarget, placesOf } from './leaf-input.ts';
import type { MeasureDefinition, MeasureFigures } from './measure.ts';

const rule = (shape: Record<string, unknown>): Rule => shape as unknown as Rule;
const share = (numerator: string, denominator: string, more: Partial<LeafReading> = {}): LeafReading => ({
  kind: 'share',
  unit: '%',
  target: null,
  figures: { numerator, denominator },
  ...more,
});
const count = (value: string, more: Partial<LeafReading> = {}): LeafReading => ({
  kind: 'count',
  unit: null,
  target: null,
  figures: { count: value },
  ...more,
});
const none = { op: '=', value: '0' } as const;
const staged = rule({ shape: 'staged', levels: [{ points: 1 }, { points: 0.5 }, { points: 0 }] });
const deduction = rule({ shape: 'deduction', start: 'max', events: [{ points_each: 0.25 }, { points_each: 0.1 }] });
const checklist = rule({ shape: 'checklist', parts: [{ points: 0.4 }, { points: 0.3 }] });

test.each([
  [
    'a share fills a proportional leaf',
    rule({ shape: 'proportional' }),
    [share('5', '6')],
    { numerator: '5', denominator: '6' },
  ],
  [
    'nothing below the line stays visible',
    rule({ shape: 'banded_ratio' }),
    [share('0', '0')],
    { numerator: '0', denominator: '0' },
  ],
  ['a count does not fit a ratio', rule({ shape: 'proportional' }), [count('5')], null],
  ['no figures are no data', rule({ shape: 'proportional' }), [share('1', '2', { figures: null })], null],
  [
    'lateness gives its three counts',
    rule({ shape: 'lateness_penalty' }),
    [{ kind: 'lateness', unit: null, target: null, figures: { expected: '4', late: '1', missing: '0' } }],
    { expected: '4', late: '1', missing: '0' },
  ],
  ['a count fills a counted leaf', rule({ shape: 'count_based' }), [count('3')], { count: '3' }],
  [
    'events stand in the order of the rule',
    deduction,
    [count('2', { place: 1 }), count('1', { place: 0 })],
    { events: ['1', '2'] },
  ],
  ['an event without figures is not zero', deduction, [count('1')], null],
  [
    'a part is done where something was done',
    checklist,
    [count('3'), count('0', { place: 1 })],
    { parts: [true, false] },
  ],
  ['yes where the target is met', rule({ shape: 'yes_no' }), [count('0', { target: none })], { answer: 'yes' }],
  ['no where it is not', rule({ shape: 'yes_no' }), [count('1', { target: none })], { answer: 'no' }],
  [
    'the best level that is reached',
    staged,
    [count('1', { target: none }), share('2', '2', { place: 1 })],
    { level: 1 },
  ],
  [
    'the first level where nothing was wrong',
    staged,
    [count('0', { target: none }), share('0', '0', { place: 1 })],
    { level: 0 },
  ],
  ['the last level where none is reached', staged, [count('1', { target: none })], { level: 2 }],
  [
    'a survey share is a percentage of its answers',
    rule({ shape: 'survey_scaled', input: 'percent' }),
    [share('91', '100')],
    { percent: '91', responses: '100' },
  ],
  [
    'an index is taken as it stands',
    rule({ shape: 'external_scaled', index_max: '100' }),
    [{ kind: 'latest', unit: null, target: null, figures: { value: '90.05' } }],
    { value: '90.05' },
  ],
] as const)('%s', (_, leafRule, readings, input) => {
  const made = leafInput(leafRule, readings as readonly LeafReading[]);
  expect(made.ok ? made.value : null).toEqual(input);
});

test.each([
  ['>=', '85', true],
  ['>', '85', false],
  ['=', '85', true],
  ['<', '85', false],
  ['<=', '85', true],
] as const)('17 of 20 against a target of %s %s %%', (op, value, met) => {
  expect(meetsTarget(share('17', '20', { target: { op, value } }))).toBe(met);
});

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
    input: 'needs-places',
    because: 'the other event has no figure',
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
    input: { percent: '91', responses: '100' },
    because: 'satisfied of all asked',
  },
  { rule: 'survey by mean', kind: 'average', figures: { value: '4.2' }, input: { mean: '4.2' }, because: 'a mean' },
  { rule: 'staged', kind: 'count', figures: { count: '1' }, input: { level: 0 }, because: 'the best level is reached' },
  {
    rule: 'checklist',
    kind: 'count',
    figures: { count: '1' },
    input: 'needs-places',
    because: 'the other part has no figure',
  },
  {
    rule: 'yes_no',
    kind: 'lateness',
    figures: { expected: '4', late: '0', missing: '0' },
    input: { answer: 'yes' },
    because: 'everything came in time',
  },
  {
    rule: 'yes_no',
    kind: 'latest',
    unit: '%',
    figures: { value: '87.13' },
    input: { answer: 'no' },
    because: 'a percentage is all of it or not',
  },
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
      const fitted = leafInput(leaf.rule, [{ kind, unit, target, figures }]);
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
      if (!leaf || placesOf(leaf.rule).length === 0 || !fitsRule(leaf.rule, measure)) continue;
      const fitted = leafInput(
        leaf.rule,
        placesOf(leaf.rule).map((_, place) => ({ ...measure, place, figures })),
      );
      expect(fitted.ok, kind).toBe(true);
      if (!fitted.ok) continue;
      expect(reckonSet(set, { [leaf.code]: fitted.value }).leaves[0]?.refusal).toBeNull();
    }
  });
});

describe('places of a rule', () => {
  test('events, parts and levels are places by their names; the last level needs no measure', () => {
    expect(placesOf(rule({ shape: 'staged', levels: [{ label: 'a' }, { label: 'b' }, { label: 'c' }] }))).toEqual([
      'a',
      'b',
    ]);
    expect(placesOf(rule({ shape: 'deduction', events: [{ event: 'Kỷ luật' }, {}] }))).toEqual(['Kỷ luật', null]);
    expect(placesOf(rule({ shape: 'proportional' }))).toEqual([null]);
    expect(placesOf(rule({ shape: 'formula_choice' }))).toEqual([]);
  });

  test('a place without figures is named', () => {
    const two = rule({ shape: 'checklist', parts: [{ label: 'Kế hoạch' }, { label: 'Báo cáo' }] });
    const made = leafInput(two, [count('1')]);
    expect(made.ok ? null : made.refusal.message.vi).toBe('Còn phần của quy tắc chưa có số liệu: Báo cáo.');
  });
});
