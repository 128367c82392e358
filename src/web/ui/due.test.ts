import { expect, test } from 'vitest';
import { dueStateOf } from './due.ts';

/** Wednesday 16/09/2026; the week's Saturday is the 19th. */
const facts = { today: '2026-09-16', isDone: false };

test.each([
  { dueOn: '2026-09-29', workingDaysLeft: 9, state: 'later' },
  { dueOn: '2026-09-21', workingDaysLeft: 3, state: 'soon' },
  { dueOn: '2026-09-16', workingDaysLeft: 0, state: 'today' },
  { dueOn: '2026-09-15', workingDaysLeft: -1, state: 'late' },
  { dueOn: '2026-07-22', workingDaysLeft: -40, isDone: true, state: 'done' },
  { dueOn: null, workingDaysLeft: null, state: 'open-ended' },
  { dueOn: '2026-09-29', workingDaysLeft: null, state: 'uncounted' },
])('due on $dueOn, $workingDaysLeft working days left: $state', ({ state, ...given }) => {
  expect(dueStateOf({ ...facts, ...given })).toBe(state);
});

test.each([
  { today: '2026-09-19', dueOn: '2026-09-20', workingDaysLeft: 0, state: 'days-off' },
  { today: '2026-09-18', dueOn: '2026-09-20', workingDaysLeft: 0, state: 'days-off' },
  { today: '2026-09-20', dueOn: '2026-09-20', workingDaysLeft: 0, state: 'today' },
  { today: '2026-09-19', dueOn: '2026-09-18', workingDaysLeft: 0, state: 'late' },
  { today: '2026-09-19', dueOn: '2026-09-21', workingDaysLeft: 1, state: 'soon' },
])('over a weekend the badge tells the day: on $today due on $dueOn is $state', ({ state, ...given }) => {
  expect(dueStateOf({ isDone: false, ...given })).toBe(state);
});
