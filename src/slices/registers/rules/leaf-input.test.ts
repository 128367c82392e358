import { expect, test } from 'vitest';
import type { Rule } from '../../criteria/index.ts';
import { type LeafReading, leafInput, meetsTarget } from './leaf-input.ts';

const rule = (shape: Record<string, unknown>): Rule => shape as unknown as Rule;
const share = (numerator: string, denominator: string, more: Partial<LeafReading> = {}): LeafReading => ({
  kind: 'share',
  target: null,
  figures: { numerator, denominator },
  ...more,
});
const count = (value: string, more: Partial<LeafReading> = {}): LeafReading => ({
  kind: 'count',
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
    [{ kind: 'lateness', target: null, figures: { expected: '4', late: '1', missing: '0' } }],
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
    rule({ shape: 'survey_scaled' }),
    [share('91', '100')],
    { percent: '91', responses: '100' },
  ],
  [
    'an index is taken as it stands',
    rule({ shape: 'external_scaled', index_max: '100' }),
    [{ kind: 'latest', target: null, figures: { value: '90.05' } }],
    { value: '90.05' },
  ],
] as const)('%s', (_, leafRule, readings, input) => {
  expect(leafInput(leafRule, readings as readonly LeafReading[])).toEqual(input);
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
