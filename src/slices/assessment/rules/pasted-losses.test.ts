import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Decimal } from '../../../kernel/decimal.ts';
import { aCriteriaSet } from '../../../testing/a-criteria-set.ts';
import { sharesAddedUp } from './loss-shares.ts';
import { readPastedLosses } from './pasted-losses.ts';
import { statedLosses } from './stated-losses.ts';

const yes = { shape: 'yes_no', points_yes: 1, points_no: 0 };
const set = aCriteriaSet({
  leaves: [
    { max: 1, rule: yes },
    { max: 2, rule: { ...yes, points_yes: 2 } },
  ],
});
const units = [
  { unitId: 'unit_vpdk', name: 'Văn phòng Đăng ký đất đai', shortName: 'VPĐK' },
  { unitId: 'unit_qhgd', name: 'Phòng Quy hoạch', shortName: 'QHGĐ' },
];
const read = (text: string) => readPastedLosses(text, set, units);

describe('lost points pasted from a spreadsheet', () => {
  test('columns in their order, units known by either name, figures as on paper', () => {
    expect(read('1.1.1\t0,5\tTrễ hạn\tVPĐK: 66; phòng quy hoạch (4); Sở khác\tCảnh báo trước').losses).toEqual([
      {
        codes: ['1.1.1'],
        amount: '0.5',
        cause: 'Trễ hạn',
        units: [
          { unitId: 'unit_vpdk', name: 'Văn phòng Đăng ký đất đai', weight: '66' },
          { unitId: 'unit_qhgd', name: 'Phòng Quy hoạch', weight: '4' },
          { unitId: null, name: 'Sở khác', weight: '1' },
        ],
        remedy: 'Cảnh báo trước',
      },
    ]);
  });

  test('a heading names the columns in any order; a group of codes stands in one cell', () => {
    const text = 'STT\tNguyên nhân\tĐiểm mất\tMã tiêu chí\n1\tKhông có minh chứng\t2.5\t1.1.1, 1.1.2';
    expect(read(text)).toMatchObject({
      losses: [{ codes: ['1.1.1', '1.1.2'], amount: '2.5', cause: 'Không có minh chứng', units: [], remedy: null }],
      faults: [],
    });
  });

  test.each([
    { line: '9.9\t1\tx', code: 'unknown-code' },
    { line: '\t1\tx', code: 'no-codes' },
    { line: '1.1.1\t-1\tx', code: 'not-a-number' },
    { line: '1.1.1\tNaN\tx', code: 'not-a-number' },
    { line: '1.1.1\t1000000000\tx', code: 'not-a-number' },
    { line: '1.1.1\t0\tx', code: 'not-positive' },
    { line: '1.1.1\t1,5\tx', code: 'above-maximum' },
    { line: '1.1.1\t0,5\tx\tVPĐK: 0', code: 'wrong-weight' },
  ])('$line is refused as $code, at its line, and the others with it', ({ line, code }) => {
    const { faults } = read(`1.1.2\t0,5\ttốt\n\n${line}`);
    expect(faults).toMatchObject([{ line: 3, code }]);
  });
});

describe('shares of units', () => {
  test('add up to the loss exactly, whatever the weights', () => {
    const amounts = fc.integer({ min: 1, max: 20_000 }).map((value) => new Decimal(value).dividedBy(1000).toFixed());
    const weights = fc.array(
      fc.integer({ min: 1, max: 500 }).map((weight) => ({ weight: String(weight) })),
      { minLength: 1, maxLength: 9 },
    );
    fc.assert(
      fc.property(amounts, weights, fc.integer({ min: 0, max: 4 }), (amount, given, digits) => {
        const shares = sharesAddedUp(amount, given, digits);
        const sum = shares.reduce((all, { share }) => all.plus(share), new Decimal(0));
        expect(sum.toFixed()).toBe(amount);
        expect(shares.every(({ share }) => !new Decimal(share).isNegative())).toBe(true);
      }),
    );
  });
});

describe('what is stated as lost', () => {
  const deficit = {
    deficitId: 'deficit_1',
    areaOrdinal: 1,
    criterion: 'Tiêu chí 1',
    lost: '0.5',
    reason: 'Trễ',
    remedy: null,
    responsible: [],
    openTaskIds: ['task_1'],
    doneTaskIds: [],
  };
  const recorded = {
    lossId: 'loss_1',
    codes: ['1.1.1'],
    amount: '0.75',
    cause: 'Trễ hạn 3 báo cáo',
    remedy: null,
    deficitId: 'deficit_1',
    units: [],
    taskIds: [],
  };

  test('is the plan where nothing was recorded', () => {
    expect(statedLosses(set, [], [deficit])).toMatchObject([{ recorded: null, record: { codes: ['1.1.1'] } }]);
  });

  test('a shortcoming that was recorded counts once, with the recorded amount and the tasks of both', () => {
    const losses = statedLosses(set, [recorded], [deficit]);
    expect(losses).toHaveLength(1);
    expect(losses[0]?.record.amount.toFixed()).toBe('0.75');
    expect(losses[0]?.record.tasks).toEqual(['task_1']);
  });
});
