import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MeasureCell, MeasureFigures } from '../../index.ts';
import { changeOf, figureOf, isReached, shownFigure, yearLineOf } from './measure-figures.ts';

const cell = (month: string, figures: MeasureFigures): MeasureCell => ({ month, unitId: null, figures });

describe('the number that a measure says', () => {
  test.each([
    { kind: 'share', figures: { numerator: '2', denominator: '3' }, shown: '66.67' },
    { kind: 'share', figures: { numerator: '0', denominator: '0' }, shown: null },
    { kind: 'lateness', figures: { expected: '10', late: '1', missing: '2' }, shown: '70' },
    { kind: 'count', figures: { count: '0' }, shown: '0' },
    { kind: 'sum', figures: { value: '12000000000' }, shown: '12000000000' },
    { kind: 'average', figures: { numerator: '7', denominator: '2' }, shown: '3.5' },
    { kind: 'latest', figures: { value: '87.5' }, shown: '87.5' },
    { kind: 'latest', figures: null, shown: null },
  ] as const)('$kind of $figures is $shown', ({ kind, figures, shown }) => {
    const value = figureOf(kind, figures);
    expect(value === null ? null : shownFigure(value)).toBe(shown);
  });

  test.each([
    { op: '>=', target: '95', value: '95', reached: true },
    { op: '>=', target: '66.67', value: '66.6666666', reached: false },
    { op: '>', target: '87', value: '87', reached: false },
    { op: '<=', target: '10', value: '10.01', reached: false },
    { op: '=', target: '0', value: '0', reached: true },
    { op: '=', target: '0', value: null, reached: null },
  ] as const)('$value against $op $target', ({ op, target, value, reached }) => {
    expect(isReached({ op, value: target }, value)).toBe(reached);
  });

  test('the change to last year is exact and needs both years', () => {
    expect(changeOf('0.3', '0.1')).toBe('0.2');
    expect(changeOf('1', null)).toBeNull();
  });
});

describe('a year as a line', () => {
  test('a share is that of the year so far, not of the month', () => {
    const cells = [
      cell('2031-01', { numerator: '1', denominator: '1' }),
      cell('2031-03', { numerator: '0', denominator: '1' }),
    ];
    expect(yearLineOf('share', cells, 4)).toEqual(['100', '100', '50', '50', ...Array(8).fill(null)]);
  });

  test('a latest value is that of its month', () => {
    expect(yearLineOf('latest', [cell('2031-02', { value: '7' })], 12).slice(0, 3)).toEqual([null, '7', null]);
  });

  test('the last month of a count is the sum of all months', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(counts, (list) => {
        const cells = list.map((count, at) =>
          cell(`2031-${String(at + 1).padStart(2, '0')}`, { count: String(count) }),
        );
        expect(yearLineOf('count', cells, 12)[11]).toBe(String(list.reduce((all, one) => all + one, 0)));
      }),
    );
  });
});
