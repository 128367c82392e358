import { expect, test } from 'vitest';
import { aCriteriaSet } from '../../../testing/a-criteria-set.ts';
import { reckonSet } from '../../scoring/index.ts';
import { fromInput, toInput } from './measure-fields.ts';

const ratio = { shape: 'proportional', zero_denominator: 'zero' };

test.each([
  {
    rule: ratio,
    typed: { numerator: '1.005', denominator: '1.206,5' },
    input: { numerator: '1005', denominator: '1206.5' },
  },
  { rule: ratio, typed: { numerator: '', denominator: '' }, input: null },
  { rule: ratio, typed: { numerator: 'năm', denominator: '6' }, input: { numerator: 'năm', denominator: '6' } },
  { rule: { shape: 'yes_no', points_yes: 1, points_no: 0 }, typed: { answer: 'yes' }, input: { answer: 'yes' } },
  { rule: { shape: 'staged', levels: [{ points: 1 }, { points: 0 }] }, typed: { level: '1' }, input: { level: 1 } },
  {
    rule: { shape: 'checklist', parts: [{ points: 0.5 }, { points: 0.5 }] },
    typed: { 'parts.0': 'yes', 'parts.1': 'no' },
    input: { parts: [true, false] },
  },
  {
    rule: { shape: 'lateness_penalty', per_late: 1, per_missing: 1 },
    typed: { expected: '', late: '1', missing: '0' },
    input: { late: '1', missing: '0' },
  },
  {
    rule: { shape: 'deduction', start: 'max', events: [{ points_each: 1 }, { points_each: 1 }] },
    typed: { 'events.0': '2', 'events.1': '0' },
    input: { events: ['2', '0'] },
  },
  { rule: { shape: 'survey_scaled' }, typed: { percent: '90,05' }, input: { percent: '90.05' } },
  { rule: { shape: 'count_based', points_each: 0.5, max_items: 2 }, typed: { count: '1' }, input: { count: '1' } },
])('$rule.shape: $typed is entered as $input and comes back', ({ rule, typed, input }) => {
  const set = aCriteriaSet({ leaves: [{ max: 1, rule }] });
  const own = set.leaves[0];
  if (!own) throw new Error('a set of one leaf has one');
  const made = toInput(own.rule, typed);
  expect(made).toEqual(input);
  const isWrong = Object.values(typed).includes('năm');
  if (made && !isWrong) {
    expect(reckonSet(set, { '1.1.1': made }).leaves[0]?.status).toBe('scored');
    expect(toInput(own.rule, fromInput(own.rule, made))).toEqual(made);
  }
});
