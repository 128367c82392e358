import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Decimal } from '../../../kernel/decimal.ts';
import { type Grade, gradeOfPoints, grades, isGoodOrBetter, meanWorth, worthOfProduct } from './grades.ts';
import { type MonthFigures, proposeGrade } from './propose-grade.ts';

const figures = (given: Partial<Record<keyof MonthFigures, number | boolean>> = {}): MonthFigures => {
  const number = (name: keyof MonthFigures, otherwise: number): number => Number(given[name] ?? otherwise);
  return {
    common: new Decimal(number('common', 30)),
    quantity: new Decimal(number('quantity', 100)),
    quality: new Decimal(number('quality', 100)),
    progress: new Decimal(number('progress', 100)),
    handled: number('handled', 0),
    late: number('late', 0),
    excused: number('excused', 0),
    isDisciplined: given.isDisciplined === true,
  };
};

test.each([
  [figures(), '100', 'excellent', null, 'everything done, nothing late'],
  [figures({ common: 28, progress: 75 }), '92.17', 'excellent', null, 'one delay takes a quarter of the progress'],
  [figures({ common: 20, quantity: 80, quality: 75, progress: 75 }), '73.67', 'good', null, '20 + 70 × 230 / 300'],
  [figures({ common: 20, quantity: 60, quality: 50, progress: 50 }), '57.33', 'done', null, 'half of it'],
  [figures({ common: 10, quantity: 40, quality: 40, progress: 40 }), '38', 'not-done', null, 'below 50'],
  [figures({ handled: 100, late: 9 }), '100', 'excellent', null, '9 % late is below the limit'],
  [figures({ handled: 100, late: 10 }), '100', 'done', 'done', 'exactly 10 % late counts'],
  [figures({ handled: 471, late: 71 }), '100', 'done', 'done', '71 of 471 are 15.07 % late'],
  [figures({ handled: 100, late: 12, excused: 3 }), '100', 'excellent', null, 'objective causes are exempt'],
  [figures({ handled: 3, late: 1 }), '100', 'done', 'done', 'a third late of few'],
  [figures({ handled: 0, late: 0 }), '100', 'excellent', null, 'nobody is late with nothing'],
  [
    figures({ handled: 100, late: 50, common: 0, quantity: 0, quality: 0, progress: 0 }),
    '0',
    'not-done',
    'done',
    'a ceiling lifts nobody',
  ],
  [figures({ isDisciplined: true }), '100', 'not-done', 'not-done', 'discipline rules all'],
] as const)('case %#', (given, points, grade, ceiling, because) => {
  const proposal = proposeGrade(given);
  expect([proposal.points.toFixed(), proposal.grade, proposal.ceiling], because).toEqual([points, grade, ceiling]);
});

test('the trace says the arithmetic and the ceiling in both languages', () => {
  const { trace } = proposeGrade(figures({ common: 28, progress: 75, handled: 471, late: 71 }));
  expect(trace.map(({ vi }) => vi)).toEqual([
    '28 điểm chung + 70 × (100% + 100% + 75%) / 3 = 92,17 điểm.',
    '71 hồ sơ trễ, 0 do khách quan, trên 471 hồ sơ xử lý: 15,07% trễ.',
    'Trễ từ 10% trở lên: không xếp từ hoàn thành tốt trở lên.',
  ]);
  expect(trace.every(({ en }) => en.length > 0)).toBe(true);
});

test.each([
  [100, 'excellent'],
  [90, 'excellent'],
  [89.99, 'good'],
  [70, 'good'],
  [69.99, 'done'],
  [50, 'done'],
  [49.99, 'not-done'],
] as const)('%d points are %s', (points, grade) => {
  expect(gradeOfPoints(new Decimal(points))).toBe(grade);
});

test.each([
  [0, '100'],
  [1, '75'],
  [4, '0'],
  [5, '0'],
] as const)('%i failures leave %s %% of a product', (failures, worth) => {
  expect(worthOfProduct(failures).toFixed()).toBe(worth);
});

test('products count as often as they are converted to', () => {
  expect(
    meanWorth([
      { weight: new Decimal(3), failures: 0 },
      { weight: new Decimal(1), failures: 2 },
    ])?.toFixed(),
  ).toBe('87.5');
  expect(meanWorth([])).toBeNull();
});

const rank = (grade: Grade): number => grades.indexOf(grade);
const anyFigures = fc
  .record({
    common: fc.integer({ min: 0, max: 30 }),
    quantity: fc.integer({ min: 0, max: 100 }),
    quality: fc.integer({ min: 0, max: 100 }),
    progress: fc.integer({ min: 0, max: 100 }),
    handled: fc.integer({ min: 1, max: 500 }),
    late: fc.integer({ min: 0, max: 500 }),
  })
  .map(({ late, handled, ...rest }) => ({ ...rest, handled, late: Math.min(late, handled) }));

test('one more late dossier never betters a grade, and 10 % or more is never good', () => {
  fc.assert(
    fc.property(anyFigures, (given) => {
      const before = proposeGrade(figures(given)).grade;
      const after = proposeGrade(figures({ ...given, late: Math.min(given.handled, given.late + 1) })).grade;
      expect(rank(after)).toBeGreaterThanOrEqual(rank(before));
      if (given.late * 10 >= given.handled) expect(isGoodOrBetter(before)).toBe(false);
    }),
  );
});
