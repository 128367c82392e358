import { describe, expect, test } from 'vitest';
import { findViews, lastMonthOf, type MeasureAnswer, viewOfMeasure } from './measure-view.ts';

const base: MeasureAnswer = {
  key: 'register:letters.on-time',
  label: { vi: 'Tỷ lệ đúng hạn', en: 'On time' },
  kind: 'share',
  unit: '%',
  target: { op: '>=', value: '95' },
  leaves: ['3.4.1'],
  source: 'registers',
  register: { key: 'letters', name: { vi: 'Văn bản', en: 'Letters' } },
  now: { numerator: '9', denominator: '10' },
  lastYear: { numerator: '1', denominator: '1' },
  months: [],
  lastMonths: [],
  lastChange: null,
  gap: null,
  owedBy: [],
  owedOn: '2031-12-31',
  address: null,
};
const asked = { year: 2031, today: '2031-03-05', areaOf: () => 'own' as const };
const late = viewOfMeasure(base, asked);
const reached = viewOfMeasure({ ...base, now: { numerator: '10', denominator: '10' }, leaves: [] }, asked);
const missing = viewOfMeasure({ ...base, now: null, gap: 'no-data', register: null }, asked);

test('a measure says its number, its target and its change to last year', () => {
  expect(late).toMatchObject({ now: '90', before: '100', change: '-10', isReached: false, area: 'own' });
  expect(missing).toMatchObject({ now: null, change: null, isReached: null, area: 'other' });
});

describe('the address chooses measures', () => {
  test.each([
    [{}, 3],
    [{ show: 'below' }, 1],
    [{ show: 'reached' }, 1],
    [{ show: 'missing' }, 1],
    [{ area: 'other' }, 1],
    [{ leaf: '3.4.1' }, 2],
    [{ q: 'ty le van ban' }, 2],
    [{ q: 'không có' }, 0],
  ])('%o finds %i', (search, count) => {
    expect(findViews([late, reached, missing], search)).toHaveLength(count);
  });
});

test.each([
  [2030, 12],
  [2031, 3],
  [2032, 0],
])('of %i on 5 March 2031 %i months have begun', (year, months) => {
  expect(lastMonthOf(year, '2031-03-05')).toBe(months);
});
