import { expect, test } from 'vitest';
import { parseTypedDay } from './typed-day.ts';

test.each([
  { text: '31/12/2026', day: '2026-12-31' },
  { text: ' 1/2/2026 ', day: '2026-02-01' },
  { text: '1.2.2026', day: '2026-02-01' },
  { text: '01022026', day: '2026-02-01' },
  { text: '29/2/2028', day: '2028-02-29' },
  { text: '29/2/2026', day: null },
  { text: '12/31/2026', day: null },
  { text: '1/2/26', day: null },
  { text: '', day: null },
])('"$text" is $day', ({ text, day }) => {
  expect(parseTypedDay(text)).toBe(day);
});
