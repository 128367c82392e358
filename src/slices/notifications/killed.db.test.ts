import { expect, test } from 'vitest';
import { killReminders } from '../../testing/kill-reminders.ts';

// `npm run bench reminders` does the same 20 times to an office of 300 people with 5,000 tasks and 60 duties.
const KILLS = 3;
const small = { users: 60, tasks: 300, duties: 5 };

test(`after ${KILLS} kills -9 of the daily run everybody has each notice once`, { timeout: 300_000 }, async () => {
  const { expected, inTheMiddle, lost, extra, digestsWithWrongCount, letters } = await killReminders(small, {
    kills: KILLS,
    days: 4,
    spread: 3,
  });
  expect(expected).toBeGreaterThan(300);
  expect(inTheMiddle).toBeGreaterThanOrEqual(2);
  expect({ lost, extra, digestsWithWrongCount }).toEqual({ lost: 0, extra: 0, digestsWithWrongCount: 0 });
  expect(letters.expected).toBeGreaterThan(50);
  // every letter arrived; one that was on its way at a kill may have come again, with the same id
  expect(letters.ids).toBe(letters.expected);
});
