import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Decimal } from '../../../kernel/decimal.ts';
import { type CriteriaSet, parseCriteriaSet } from '../../criteria/index.ts';
import { changeOfYears, compareTwoYears } from './two-years.ts';

const parsed = parseCriteriaSet(
  readFileSync(join(import.meta.dirname, '../../../../sample/criteria/department-sample.yaml'), 'utf8'),
  'department-sample.yaml',
);
if (!parsed.ok) throw new Error('the sample set has faults');
const sample: CriteriaSet = parsed.value;

const aYear = (points: Readonly<Record<string, string>>, set = sample) => ({
  set,
  points: Object.fromEntries(Object.entries(points).map(([code, text]) => [code, new Decimal(text)])),
});

test.each([
  { title: 'more points are a gain', before: '0.25', now: { '1.2.1': '0.5' }, course: 'gained' },
  { title: 'fewer points are a loss', before: '0.5', now: { '1.2.1': '0.25' }, course: 'lost' },
  { title: 'equal points are neither', before: '0.5', now: { '1.2.1': '0.5' }, course: 'same' },
  { title: 'no points yet are no loss', before: '0.5', now: {}, course: 'open' },
])('$title', ({ before, now, course }) => {
  const rows = compareTwoYears(aYear({ '1.2.1': before }), aYear(now));
  expect(rows.find(({ link }) => link.from.includes('1.2.1'))?.course).toBe(course);
});

test('a leaf that was dropped says that it cannot be compared', () => {
  const without = { ...sample, leaves: sample.leaves.filter(({ code }) => code !== '1.2.1') };
  const rows = compareTwoYears(aYear({ '1.2.1': '0.5' }), aYear({}, without));
  expect(rows.find(({ link }) => link.from.includes('1.2.1'))).toMatchObject({ course: 'not-comparable', now: [] });
});

test('a leaf that was renamed shows both names', () => {
  const [first] = sample.leaves;
  const renamed = sample.leaves.map((leaf) => (leaf === first ? { ...leaf, nameVi: 'Tên mới' } : leaf));
  const [row] = compareTwoYears(aYear({}), aYear({}, { ...sample, leaves: renamed }));
  expect(row).toMatchObject({ name: 'Tên mới', oldName: first?.nameVi });
});

test.each([
  { title: 'counts only lines with points in both years', codes: ['1.2.1'], change: ['50', 1] },
  { title: 'is unknown where no line has both', codes: [], change: [null, 0] },
])('the change of the years $title', ({ codes, change }) => {
  const leaf = sample.leaves.find(({ code }) => code === '1.2.1');
  const half = leaf?.max.dividedBy(2).toFixed() ?? '';
  const full = Object.fromEntries(codes.map((code) => [code, leaf?.max.toFixed() ?? '']));
  const { percentPoints, lines } = changeOfYears(compareTwoYears(aYear({ '1.2.1': half, '1.1.1': '0' }), aYear(full)));
  expect([percentPoints?.toFixed() ?? null, lines]).toEqual(change);
});
