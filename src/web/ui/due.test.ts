import { expect, test } from 'vitest';
import { dueStateOf } from './due.ts';

test.each([
  { workingDaysLeft: 9, hasDay: true, isDone: false, state: 'later' },
  { workingDaysLeft: 3, hasDay: true, isDone: false, state: 'soon' },
  { workingDaysLeft: 0, hasDay: true, isDone: false, state: 'today' },
  { workingDaysLeft: -1, hasDay: true, isDone: false, state: 'late' },
  { workingDaysLeft: -40, hasDay: true, isDone: true, state: 'done' },
  { workingDaysLeft: null, hasDay: false, isDone: false, state: 'open-ended' },
  { workingDaysLeft: null, hasDay: true, isDone: false, state: 'uncounted' },
])('with $workingDaysLeft working days left (done: $isDone) a deadline is $state', ({ state, ...facts }) => {
  expect(dueStateOf(facts)).toBe(state);
});
