import { expect, test } from 'vitest';
import { readHours, writeHours } from './hours.ts';

const OFFICE_DAY = [
  { from: 420, until: 690 },
  { from: 810, until: 1020 },
];

test.each([
  { text: '7:00-11:30, 13:30-17:00', sessions: OFFICE_DAY },
  { text: '7h30 – 11h00', sessions: [{ from: 450, until: 660 }] },
  { text: '', sessions: [] },
  { text: '13:30-17:00, 7:00-11:30', sessions: null },
  { text: '17:00-7:00', sessions: null },
  { text: 'sáng', sessions: null },
])('“$text” is $sessions', ({ text, sessions }) => {
  expect(readHours(text)).toEqual(sessions);
});

test('hours are written as they are read', () => {
  expect(writeHours(OFFICE_DAY)).toBe('7:00-11:30, 13:30-17:00');
});
