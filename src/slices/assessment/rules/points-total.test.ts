import { expect, test } from 'vitest';
import { Decimal } from '../../../kernel/decimal.ts';
import { totalOfPoints } from './points-total.ts';

const leaves = [
  { code: '1.1', max: new Decimal('2') },
  { code: '1.2', max: new Decimal('1') },
];

test.each([
  { because: 'all leaves count', points: { 1.1: '1.5', 1.2: '1' }, total: ['2.5', '3', '83.33', 2] },
  { because: 'a leaf without points is not zero', points: { 1.1: '1.5' }, total: ['1.5', '2', '75', 1] },
  { because: 'a code of another set is left out', points: { 1.1: '1', 9: '5' }, total: ['1', '2', '50', 1] },
  { because: 'no points have no percentage', points: {}, total: ['0', '0', null, 0] },
])('$points gives $total: $because', ({ points, total }) => {
  const values = Object.fromEntries(Object.entries(points).map(([code, text]) => [code, new Decimal(text)]));
  const sum = totalOfPoints(leaves, values);
  expect([sum.points.toFixed(), sum.possible.toFixed(), sum.percent?.toFixed() ?? null, sum.leaves]).toEqual(total);
});
