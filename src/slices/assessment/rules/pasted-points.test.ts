import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Decimal } from '../../../kernel/decimal.ts';
import { readPastedPoints, readPoints, refusePoints } from './pasted-points.ts';

const leaves = [
  { code: '1.1.1', max: new Decimal('2') },
  { code: '1.1.2', max: new Decimal('0.5') },
  { code: '2.1', max: new Decimal('13') },
];

describe('points as they are pasted', () => {
  test.each([
    { title: 'Vietnamese figures', text: '1.1.1\t1,75', scores: [['1.1.1', '1.75', null]] },
    {
      title: 'figures with a point, which is no thousands sign',
      text: '1.1.2\t0.333',
      scores: [['1.1.2', '0.333', null]],
    },
    { title: 'a reason in the third cell', text: '2.1\t12\tBáo cáo trễ', scores: [['2.1', '12', 'Báo cáo trễ']] },
    { title: 'quotes of a spreadsheet', text: '2.1\t12\t"Mục ""A"" trễ"', scores: [['2.1', '12', 'Mục "A" trễ']] },
    {
      title: 'Windows line ends and empty lines',
      text: '1.1.1\t1\r\n\r\n2.1\t0\r\n',
      scores: [
        ['1.1.1', '1', null],
        ['2.1', '0', null],
      ],
    },
    { title: 'a heading above the lines', text: 'Mã\tĐiểm\n1.1.1\t2', scores: [['1.1.1', '2', null]] },
    { title: 'nothing', text: ' \n', scores: [] },
  ])('may hold $title', ({ text, scores }) => {
    expect(readPastedPoints(text, leaves)).toEqual({
      scores: scores.map(([leafCode, points, reason]) => ({ leafCode, points, reason })),
      faults: [],
    });
  });

  test.each([
    { title: 'a code that the set does not know', text: '1.1.1\t1\n9.9\t1', line: 2, code: 'unknown-code' },
    { title: 'the same code again', text: '1.1.1\t1\n\n1.1.1\t1', line: 3, code: 'code-twice' },
    { title: 'no points, which are not zero', text: '1.1.1\t', line: 1, code: 'no-points' },
    { title: 'words for points', text: '2.1\t1\n1.1.1\tđạt', line: 2, code: 'not-a-number' },
    { title: 'points below zero', text: '1.1.1\t-1', line: 1, code: 'not-a-number' },
    { title: 'more than the maximum', text: '1.1.2\t0,51', line: 1, code: 'above-maximum' },
    { title: 'spaces for tabs', text: '1.1.1 1', line: 1, code: 'unknown-code' },
  ])('a line with $title is named', ({ text, line, code }) => {
    expect(readPastedPoints(text, leaves).faults).toEqual([expect.objectContaining({ line, code })]);
  });
});

test('points between zero and the maximum read back as they were, however they are written', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 13_000 }), fc.constantFrom('.', ','), (thousandths, sign) => {
      const points = new Decimal(thousandths).dividedBy(1000);
      const text = points.toFixed().replace('.', sign);
      expect(readPoints(text)).toBe(points.toFixed());
      expect(refusePoints(text, { code: '2.1', max: new Decimal(13) })).toBeNull();
    }),
  );
});

test.each(['', '1,2,3', '1e3', '1.234,5', '1000', 'NaN', '½', '+1'])('“%s” is no points', (text) => {
  expect(readPoints(text)).toBeNull();
});
