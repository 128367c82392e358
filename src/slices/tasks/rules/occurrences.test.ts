import { describe, expect, test } from 'vitest';
import { civilDate } from '../../../kernel/civil-date.ts';
import { SHIPPED_CALENDAR } from '../../calendar/index.ts';
import { readDeadlines } from '../../deadlines/index.ts';
import { changeOccurrences, plannedOccurrences } from './occurrences.ts';

const rules = { calendar: SHIPPED_CALENDAR, dayOffRule: 'stay' } as const;
const daysOf = (phrase: string): string[] =>
  plannedOccurrences(
    readDeadlines(phrase, { year: 2026 }).map(({ deadline }) => deadline),
    2026,
    rules,
  ).map(({ key, dueOn }) => `${key} ${dueOn}`);

describe('times that a task falls due in a year', () => {
  test.each([
    { phrase: 'Hàng quý', count: 4, first: '2026-03-31' },
    { phrase: 'Trước ngày 25 hàng tháng', count: 12, first: '2026-01-24' },
    { phrase: 'Hàng tuần', count: 53, first: '2026-01-04' },
    { phrase: 'Thường xuyên', count: 12, first: '2026-01-31' },
    { phrase: 'Trước ngày 15/12/2026', count: 0, first: undefined },
    { phrase: 'Theo quy định', count: 0, first: undefined },
  ])('“$phrase”: $count, the first on $first', ({ phrase, count, first }) => {
    const days = daysOf(phrase);
    expect(days).toHaveLength(count);
    expect(days[0]?.split(' ')[1]).toBe(first);
  });

  test('keys are unique, and the checks of a continuous task are told from periods', () => {
    const keys = daysOf('Thường xuyên').map((one) => one.split(' ')[0]);
    expect(new Set(keys).size).toBe(12);
    expect(keys.every((key) => key?.startsWith('check-'))).toBe(true);
  });
});

test('a changed deadline moves what is open, keeps what was worked on, drops what is no longer asked', () => {
  const standing = [
    { key: 'Q1', dueOn: civilDate('2026-03-31'), state: 'done' },
    { key: 'Q2', dueOn: civilDate('2026-06-30'), state: 'open' },
    { key: 'Q9', dueOn: civilDate('2026-09-30'), state: 'open' },
    { key: 'Q8', dueOn: civilDate('2026-09-30'), state: 'handed-in' },
  ].map((one) => ({ ...one, grantedTo: null }));
  const planned = (['Q1', 'Q2', 'Q3'] as const).map((key) => ({
    key,
    name: key,
    kind: 'period' as const,
    dueOn: civilDate('2026-06-14'),
  }));
  const { added, moved, gone } = changeOccurrences(standing, planned);
  expect([added.map(({ key }) => key), moved.map(({ key }) => key), gone]).toEqual([['Q3'], ['Q2'], ['Q9']]);
});

test.each([
  ['stays on its promised day while the words give none later', '2026-06-30', []],
  ['goes on to a later day that the words give', '2026-07-20', ['Q2']],
])('an occurrence with a granted day %s', (_, dueOn, expected) => {
  const promised = civilDate('2026-07-10');
  const standing = [{ key: 'Q2', dueOn: promised, grantedTo: promised, state: 'open' }];
  const planned = [{ key: 'Q2', name: 'Quý II', kind: 'period' as const, dueOn: civilDate(dueOn) }];
  expect(changeOccurrences(standing, planned).moved.map(({ key }) => key)).toEqual(expected);
});
