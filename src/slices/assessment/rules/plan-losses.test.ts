import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Decimal } from '../../../kernel/decimal.ts';
import { parseCriteriaSet } from '../../criteria/index.ts';
import { compareWithPlan, planLosses, type StatedLoss, sharesOf } from './plan-losses.ts';

const parsed = parseCriteriaSet(
  readFileSync(join(import.meta.dirname, '../../../../sample/criteria/department-sample.yaml'), 'utf8'),
  'department-sample.yaml',
);
if (!parsed.ok) throw new Error('the sample set has faults');
const set = parsed.value;

const aLoss = (loss: Partial<StatedLoss>): StatedLoss => ({
  deficitId: 'deficit_1',
  areaOrdinal: 1,
  criterion: 'Chế độ báo cáo',
  lost: '0.5',
  reason: null,
  remedy: null,
  responsible: [],
  openTaskIds: [],
  doneTaskIds: [],
  ...loss,
});

const leavesBelow = (code: string) =>
  set.leaves.filter(({ parentCode }) => parentCode === code).map((leaf) => leaf.code);
const reports = set.areas[0]?.children.find(({ nameVi }) => nameVi === 'Chế độ báo cáo')?.code ?? '';
const ofArea = set.areas[0]?.leaves.map(({ code }) => code);

describe('a loss of a plan', () => {
  test.each([
    { title: 'the name of a group: its leaves', loss: {}, codes: leavesBelow(reports), isMatched: true },
    {
      title: 'more words than the set',
      loss: { criterion: 'Chế độ báo cáo định kỳ' },
      codes: leavesBelow(reports),
      isMatched: true,
    },
    { title: 'other words: its area', loss: { criterion: 'Việc khác' }, codes: ofArea, isMatched: false },
    { title: 'more points than the criterion has: its area', loss: { lost: '9' }, codes: ofArea, isMatched: false },
    {
      title: 'neither name nor area: nothing',
      loss: { criterion: 'Việc khác', areaOrdinal: null },
      codes: [],
      isMatched: false,
    },
  ])('leads by $title', ({ loss, codes, isMatched }) => {
    expect(planLosses(set, [aLoss(loss)])).toEqual([
      expect.objectContaining({ isMatched, record: expect.objectContaining({ codes }) }),
    ]);
  });

  test.each([null, '0'])('without points (%s) is not added up', (lost) => {
    expect(planLosses(set, [aLoss({ lost })])).toEqual([]);
  });
});

describe('the shares of units', () => {
  const responsible = [
    { name: 'Văn phòng Đăng ký đất đai', unitId: 'unit_vpdk' },
    { name: 'Chi cục Bảo vệ môi trường', unitId: null },
  ];
  test.each([
    {
      title: 'follow the counts of the reason',
      reason: 'trễ: Văn phòng Đăng ký đất đai 31 hồ sơ, Chi cục Bảo vệ môi trường (12 hồ sơ)',
      weights: [31, 12],
    },
    { title: 'are equal where one unit is not counted', reason: 'Văn phòng Đăng ký đất đai 31 hồ sơ', weights: [1, 1] },
    { title: 'are equal where nothing is counted', reason: null, weights: [1, 1] },
  ])('$title', ({ reason, weights }) => {
    const shares = sharesOf({ reason, responsible });
    expect(shares.map(({ weight }) => weight)).toEqual(weights);
    expect(shares.map(({ unit }) => unit)).toEqual(['unit_vpdk', 'Chi cục Bảo vệ môi trường']);
  });
});

describe('the plan beside the appraised points', () => {
  const codes = leavesBelow(reports);
  const full = Object.fromEntries(set.leaves.map(({ code, max }) => [code, max]));
  const [first = ''] = codes;
  const below = (code: string, by: string) => ({ ...full, [code]: (full[code] ?? new Decimal(0)).minus(by) });

  test.each([
    { title: 'they agree', points: below(first, '0.5'), row: ['0.5', '0.5', '0'] },
    { title: 'the plan states more', points: below(first, '0.25'), row: ['0.5', '0.25', '0.25'] },
    { title: 'the leaves have no points', points: {}, row: ['0.5', undefined, undefined] },
  ])('$title', ({ points, row }) => {
    const [{ stated, computed, difference } = { stated: null, computed: null, difference: null }] = compareWithPlan(
      set,
      planLosses(set, [aLoss({})]),
      points,
    );
    expect([stated?.toFixed(), computed?.toFixed(), difference?.toFixed()]).toEqual(row);
  });

  test('what matches no criterion stands before what the plan does not state', () => {
    const losses = planLosses(set, [aLoss({ criterion: 'Việc khác' })]);
    const [unmatched, unstated] = compareWithPlan(set, losses, below(first, '0.5'));
    expect([unmatched?.loss, unstated?.loss]).toEqual([losses[0], null]);
  });

  test('a loss that the plan does not state is listed without one', () => {
    const rows = compareWithPlan(set, [], below(first, '0.5'));
    expect(rows).toEqual([expect.objectContaining({ codes: [first], stated: null, loss: null })]);
  });
});
