import { expect, test } from 'vitest';
import { readDays } from './typed-days.ts';

test.each([
  { typed: '7, 3, 1', days: [7, 3, 1] },
  { typed: ' 7;3 1 ', days: [7, 3, 1] },
  { typed: '', days: [] },
  { typed: '7, ba', days: null },
  { typed: '-1', days: null },
  { typed: '1.5', days: null },
])('“$typed” is $days', ({ typed, days }) => {
  expect(readDays(typed)).toEqual(days);
});
