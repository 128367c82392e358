import { expect, test } from 'vitest';
import { Decimal, formatPaperNumber, parsePaperNumber, roundHalfUp } from './decimal.ts';

test.each([
  { text: '80,567', value: '80.567' },
  { text: '1.234,5', value: '1234.5' },
  { text: '2,5', value: '2.5' },
  { text: '05', value: '5' },
  { text: '8,5,1', value: null },
  { text: '12.34', value: null },
  { text: '', value: null },
])('“$text” on paper is $value', ({ text, value }) => {
  expect(parsePaperNumber(text)?.toFixed() ?? null).toBe(value);
});

test.each([
  { value: '80.567', text: '80,567' },
  { value: '1234567.5', text: '1.234.567,5' },
  { value: '-10.933', text: '-10,933' },
  { value: '14', text: '14' },
])('$value is written $text', ({ value, text }) => {
  expect(formatPaperNumber(value)).toBe(text);
});

test('rounds half up: 0.9375 to 0.94 and 2.5 to 3', () => {
  expect(roundHalfUp(new Decimal('0.9375'), 2).toFixed()).toBe('0.94');
  expect(roundHalfUp(new Decimal('2.5'), 0).toFixed()).toBe('3');
});
