import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Decimal } from '../../../kernel/decimal.ts';
import { aCriteriaSet } from '../../../testing/a-criteria-set.ts';
import {
  compareLosses,
  type LostPoint,
  recordLosses,
  refuseLostPoint,
  splitByWeight,
  sumLostPoints,
} from './lost-points.ts';
import { reckonSet } from './score-set.ts';

const yesNo = (max: number) => ({ max, rule: { shape: 'yes_no', points_yes: max, points_no: 0 } });
const set = aCriteriaSet({ leaves: [yesNo(6), yesNo(2), yesNo(1)] });

const lost = (codes: string[], amount: number | string, more: Partial<LostPoint> = {}): LostPoint => ({
  codes,
  amount: new Decimal(amount),
  cause: 'hồ sơ trễ hạn',
  units: [],
  remedy: null,
  tasks: [],
  ...more,
});

describe('a lost point', () => {
  test.each([
    { title: 'of one leaf', record: lost(['1.1.1'], 3), refusal: null },
    { title: 'of a group of which only the sum is known', record: lost(['1.1.1', '1.1.2'], 7.5), refusal: null },
    { title: 'of nothing', record: lost([], 1), refusal: 'no-codes' },
    { title: 'of a code that the set does not have', record: lost(['9.9'], 1), refusal: 'unknown-code' },
    { title: 'of a criterion instead of its leaves', record: lost(['1.1'], 1), refusal: 'unknown-code' },
    { title: 'of zero points', record: lost(['1.1.1'], 0), refusal: 'not-positive' },
    { title: 'of less than nothing', record: lost(['1.1.1'], -1), refusal: 'not-positive' },
    { title: 'of more than the leaf has', record: lost(['1.1.2'], 2.5), refusal: 'above-maximum' },
    { title: 'of more than the group has', record: lost(['1.1.1', '1.1.2'], 8.5), refusal: 'above-maximum' },
    {
      title: 'with a unit that weighs nothing',
      record: lost(['1.1.1'], 1, { units: [{ unit: 'A', weight: 0 }] }),
      refusal: 'wrong-weight',
    },
  ])('$title: $refusal', ({ record, refusal }) => {
    expect(refuseLostPoint(set, record)?.code ?? null).toBe(refusal);
  });
});

describe('shares of units', () => {
  test.each([
    {
      title: 'Hà Giang: 66, 4 and 1 of 71 late dossiers',
      amount: 5.99,
      weights: [66, 4, 1],
      parts: ['5.568', '0.338', '0.084'],
    },
    {
      title: 'Đắk Nông: 20, 4, 7, 19 and 34 of 84',
      amount: 3,
      weights: [20, 4, 7, 19, 34],
      parts: ['0.714', '0.143', '0.25', '0.679', '1.214'],
    },
    { title: 'thirds of one point', amount: 1, weights: [1, 1, 1], parts: ['0.334', '0.333', '0.333'] },
    { title: 'one unit', amount: 0.167, weights: [5], parts: ['0.167'] },
    { title: 'one thousandth among three', amount: 0.001, weights: [1, 1, 2], parts: ['0', '0', '0.001'] },
  ])('$title', ({ amount, weights, parts }) => {
    const units = weights.map((weight, index) => ({ unit: `U${index}`, weight }));
    expect([...splitByWeight(new Decimal(amount), units, 3).values()].map((part) => part.toFixed())).toEqual(parts);
  });

  test('always add up to the loss', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20_000 }),
        fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 9 }),
        (amount, weights) => {
          const units = weights.map((weight, index) => ({ unit: `U${index}`, weight }));
          const parts = [...splitByWeight(new Decimal(amount).dividedBy(1000), units, 3).values()];
          expect(
            parts
              .reduce((sum, part) => sum.plus(part))
              .times(1000)
              .toNumber(),
          ).toBe(amount);
          expect(parts.every((part) => !part.isNegative())).toBe(true);
        },
      ),
    );
  });
});

test('losses add up by area, unit and cause, and say what nobody answers for', () => {
  const records = [
    lost(['1.1.1'], 3, {
      units: [
        { unit: 'VPĐK', weight: 66 },
        { unit: 'Phòng ĐĐ', weight: 18 },
      ],
      tasks: ['NV1'],
    }),
    lost(['1.1.2', '1.1.3'], 1.5, { cause: 'thiếu minh chứng' }),
  ];
  const sums = sumLostPoints(set, records);
  const list = (entries: readonly { name: string; points: Decimal }[]) =>
    entries.map(({ name, points }) => `${name} ${points}`);
  expect(sums.total.toFixed()).toBe('4.5');
  expect(list(sums.byArea)).toEqual(['1 4.5']);
  expect(list(sums.byUnit)).toEqual(['VPĐK 2.357', 'Phòng ĐĐ 0.643']);
  expect(list(sums.byCause)).toEqual(['hồ sơ trễ hạn 3', 'thiếu minh chứng 1.5']);
  expect([sums.withoutUnit.toFixed(), sums.withoutTask.toFixed()]).toEqual(['1.5', '1.5']);
});

test('stated and computed losses stand side by side', () => {
  const computed = reckonSet(set, { '1.1.1': { answer: 'no' }, '1.1.2': { answer: 'no' } });
  const rows = compareLosses([lost(['1.1.1'], 3), lost(['1.1.3'], 1)], computed);
  expect(
    rows.map(({ codes, stated, computed: ours, difference }) => [
      codes[0],
      stated?.toFixed(),
      ours?.toFixed(),
      difference?.toFixed(),
    ]),
  ).toEqual([
    ['1.1.1', '3', '6', '-3'],
    ['1.1.3', '1', undefined, undefined],
    ['1.1.2', undefined, '2', undefined],
  ]);
});

test('a typed result gives one record for each leaf below its maximum', () => {
  const records = recordLosses(set, { '1.1.1': new Decimal(3), '1.1.2': new Decimal(2) });
  expect(records.map(({ codes, amount }) => `${codes[0]} ${amount}`)).toEqual(['1.1.1 3']);
});
