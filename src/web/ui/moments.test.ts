import { expect, test } from 'vitest';
import { dayText, momentText } from './moments.ts';

test.each([
  { instant: '2024-12-12T01:30:00Z', text: '12/12/2024 08:30', because: 'the office is seven hours ahead' },
  { instant: '2024-12-31T17:00:00.000Z', text: '01/01/2025 00:00', because: 'midnight is 00:00 of the next day' },
])('$instant is shown as $text: $because', ({ instant, text }) => {
  expect(momentText(instant)).toBe(text);
});

test('a day is shown as on paper', () => {
  expect(dayText('2024-02-29')).toBe('29/02/2024');
  expect(dayText('thường xuyên')).toBe('thường xuyên');
});
