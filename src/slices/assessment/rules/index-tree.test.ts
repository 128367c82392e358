import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Decimal } from '../../../kernel/decimal.ts';
import { parsedSet } from '../../../testing/a-criteria-set.ts';
import { indexTree, type LeafFacts, openRows, type TreeFilter } from './index-tree.ts';

const yes = { shape: 'yes_no', points_yes: 1, points_no: 0 };
const leaf = (code: string, name: string) => ({
  code,
  name_vi: name,
  max_points: 1,
  rule: yes,
  not_applicable_policy: 'exclude',
});
const set = parsedSet(
  JSON.stringify({
    scoring: {
      total_points: 4,
      rounding: { leaf_decimals: 3, total_decimals: 3, percent_decimals: 2, mode: 'half_up', sum: 'of_rounded_leaves' },
      grading: [{ label: 'Tốt', from_percent: 0 }],
    },
    areas: [
      {
        code: '1',
        name_vi: 'Chỉ đạo',
        max_points: 3,
        criteria: [
          {
            code: '1.1',
            name_vi: 'Kế hoạch',
            max_points: 2,
            sub_criteria: [leaf('1.1.1', 'Ban hành'), leaf('1.1.2', 'Hoàn thành')],
          },
          { ...leaf('1.2', 'Sáng kiến') },
        ],
      },
      { code: '2', name_vi: 'Thể chế', max_points: 1, criteria: [leaf('2.1', 'Rà soát')] },
    ],
  }),
);
const aLeaf = (given: Partial<LeafFacts> = {}): LeafFacts => ({
  points: new Decimal(1),
  lost: new Decimal(0),
  lastYear: null,
  self: null,
  likely: new Decimal(1),
  tasks: 0,
  status: 'scored',
  isApplicable: true,
  isMine: false,
  ...given,
});
const facts = new Map<string, LeafFacts>([
  ['1.1.1', aLeaf({ points: new Decimal('0.5'), lost: new Decimal('0.5'), tasks: 1 })],
  ['1.1.2', aLeaf({ points: null, lost: null, status: 'no-data' })],
  ['1.2', aLeaf({ lost: new Decimal('0'), lastYear: new Decimal('0.75'), isMine: true })],
  ['2.1', aLeaf({ lost: new Decimal('1'), points: new Decimal(0) })],
]);
const all: TreeFilter = { text: '', area: '', show: '' };
const codes = (filter: Partial<TreeFilter>) => indexTree(set, facts, { ...all, ...filter }).map(({ code }) => code);

describe('the tree of the index', () => {
  test('has every area, criterion and leaf with its sums', () => {
    const rows = indexTree(set, facts, all);
    expect(rows.map(({ code, level }) => `${code} ${level}`)).toEqual([
      '1 area',
      '1.1 criterion',
      '1.1.1 leaf',
      '1.1.2 leaf',
      '1.2 leaf',
      '2 area',
      '2.1 leaf',
    ]);
    expect(rows[0]).toMatchObject({ tasks: 1, status: null });
    expect(rows[0]?.points?.toFixed()).toBe('1.5');
    expect(rows[0]?.lastYear?.toFixed()).toBe('0.75');
    expect(rows[1]?.lastYear).toBeNull();
  });

  test.each([
    { filter: { show: 'losses' as const }, found: ['1', '1.1', '1.1.1', '2', '2.1'] },
    { filter: { show: 'no-task' as const }, found: ['2', '2.1'] },
    { filter: { show: 'mine' as const }, found: ['1', '1.2'] },
    { filter: { show: 'no-data' as const }, found: ['1', '1.1', '1.1.2'] },
    { filter: { text: 'sang kien' }, found: ['1', '1.2'] },
    { filter: { area: '2' }, found: ['2', '2.1'] },
    { filter: { text: 'không có' }, found: [] },
  ])('$filter shows $found, with the way there', ({ filter, found }) => {
    expect(codes(filter)).toEqual(found);
  });

  test('a filter never changes the sums of the lines that stay', () => {
    const whole = new Map(indexTree(set, facts, all).map((row) => [row.code, row.points?.toFixed()]));
    for (const row of indexTree(set, facts, { ...all, show: 'losses' }))
      expect(row.points?.toFixed()).toBe(whole.get(row.code));
  });

  test('a folded line hides everything below it and nothing else', () => {
    const rows = indexTree(set, facts, all);
    fc.assert(
      fc.property(fc.subarray(rows.map(({ code }) => code)), (folded) => {
        const shown = new Set(openRows(rows, new Set(folded)).map(({ code }) => code));
        for (const { code, above } of rows) expect(shown.has(code)).toBe(!above.some((one) => folded.includes(one)));
      }),
    );
  });
});
