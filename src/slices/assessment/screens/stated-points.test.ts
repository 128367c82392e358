import { expect, test } from 'vitest';
import { Decimal } from '../../../kernel/decimal.ts';
import { ApiError } from '../../../web/api/api-error.ts';
import { checkFields, fieldsOfLeaves, gapText, refusalAtField, scoresOfFields } from './stated-points.ts';

const leaves = [
  { code: '1.1', max: new Decimal('2') },
  { code: '1.2', max: new Decimal('1') },
];

test('stated points come into the form and out again as they were', () => {
  const scores = [{ leafCode: '1.1', points: '1.75', reason: 'Báo cáo trễ' }];
  const fields = fieldsOfLeaves(leaves, scores);
  expect(fields).toEqual({ 'points-1.1': '1,75', 'reason-1.1': 'Báo cáo trễ', 'points-1.2': '', 'reason-1.2': '' });
  expect(scoresOfFields(leaves, fields)).toEqual(scores);
});

test('points of a leaf that the set no longer has stay out of the form', () => {
  const fields = fieldsOfLeaves(leaves, [{ leafCode: '9.9', points: '1', reason: null }]);
  expect(Object.keys(fields)).not.toContain('points-9.9');
});

test.each([
  { title: 'nothing typed', values: {}, errors: {} },
  { title: 'good points', values: { 'points-1.1': '2' }, errors: {} },
  { title: 'too many points', values: { 'points-1.1': '2,1' }, errors: { 'points-1.1': 'above-maximum' } },
  { title: 'no figure', values: { 'points-1.2': 'x' }, errors: { 'points-1.2': 'not-a-number' } },
  { title: 'a reason without points', values: { 'reason-1.2': 'trễ' }, errors: { 'points-1.2': 'no-points' } },
])('the form says where the fault is: $title', ({ values, errors }) => {
  expect(checkFields(leaves, values, (fault) => fault)).toEqual(errors);
});

test('a refusal of the server stands at its leaf', () => {
  const error = refusalAtField(new ApiError(422, 'points-outside', 'Điểm …', { leafCode: '1.1', max: '2' }));
  expect(error).toMatchObject({ code: 'points-outside', details: { fields: [{ field: 'points-1.1' }] } });
});

test.each([
  { gap: '0.5', text: '+0,5' },
  { gap: '-1.25', text: '−1,25' },
  { gap: '0', text: '0' },
  { gap: null, text: '–' },
])('a difference of $gap is written $text', ({ gap, text }) => {
  expect(gapText(gap === null ? null : new Decimal(gap))).toBe(text);
});
