import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Decimal, formatPaperNumber } from '../../../kernel/decimal.ts';
import { readCellNumber, readPassage } from './passage.ts';
import { readPrint } from './printed-number.ts';

describe('a number as printed', () => {
  test.each([
    { printed: '8,645', value: '8.645', digits: 3, alternative: '8645' },
    { printed: '80,567', value: '80.567', digits: 3, alternative: '80567' },
    { printed: '11,50', value: '11.5', digits: 2, alternative: null },
    { printed: '1.234', value: '1234', digits: 0, alternative: '1.234' },
    { printed: '1.234.567', value: '1234567', digits: 0, alternative: null },
    { printed: '1.234,5', value: '1234.5', digits: 1, alternative: null },
    { printed: '12,345.67', value: '12345.67', digits: 2, alternative: null },
    { printed: '2,129,000', value: '2129000', digits: 0, alternative: null },
    { printed: '90.05', value: '90.05', digits: 2, alternative: null },
    { printed: '0.833', value: '0.833', digits: 3, alternative: null },
    { printed: '0,833', value: '0.833', digits: 3, alternative: null },
    { printed: '02', value: '2', digits: 0, alternative: null },
  ])('$printed is $value', ({ printed, value, digits, alternative }) => {
    const reading = readPrint(printed);
    expect(reading?.value.toFixed()).toBe(value);
    expect(reading?.digits).toBe(digits);
    expect(reading?.alternative?.toFixed() ?? null).toBe(alternative);
  });

  test.each(['1.2.3', '1,2,3', '1.2,3.4', '', '9'.repeat(40)])('“%s” is none', (printed) => {
    expect(readPrint(printed)).toBeNull();
  });

  test('what we write on paper is read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), fc.integer({ min: 0, max: 2 }), (whole, digits) => {
        const value = new Decimal(whole).div(10 ** digits);
        expect(readPrint(formatPaperNumber(value))?.value.eq(value)).toBe(true);
      }),
    );
  });
});

describe('the sign of a number in doubt is settled by where it stands', () => {
  test.each([
    { text: 'đạt 11.333/13 điểm', values: ['11.333', '13'], because: 'a score is not above its maximum' },
    { text: 'đạt 1.200/1.500 hồ sơ', values: ['1200', '1500'], because: 'dossiers are counted in thousands' },
    { text: 'tỷ lệ 87.125%', values: ['87.125'], because: 'a percentage is not 87 thousand' },
    { text: 'đạt 80.567 điểm', values: ['80.567'], because: 'points are not counted in thousands' },
  ])('$text: $because', ({ text, values }) => {
    const numbers = readPassage(text, { block: 0 }).numbers;
    expect(numbers.map((number) => number.value.toFixed())).toEqual(values);
  });
});

describe('a table cell', () => {
  test.each([
    { text: ' 1.234 ', value: '1234' },
    { text: '84,9%', value: '84.9' },
    { text: '-3', value: '-3' },
    { text: '(12)', value: '12' },
    { text: '3 hồ sơ', value: null },
    { text: '-', value: null },
    { text: '', value: null },
  ])('“$text” holds $value', ({ text, value }) => {
    expect(readCellNumber(text, { block: 0 })?.value.toFixed() ?? null).toBe(value);
  });
});
