import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type CivilDate, civilDate } from '../../../kernel/civil-date.ts';
import { checkExtension, type ExtensionRequest, lastDayToAsk } from './extension.ts';

const rule = { askDaysBefore: 2, mostTimes: 2 };
const asked = (change: Partial<Record<keyof ExtensionRequest, unknown>>): ExtensionRequest =>
  ({
    today: '2026-10-10',
    dueOn: '2026-10-20',
    newDay: '2026-10-30',
    grantedTimes: 0,
    hasOpenRequest: false,
    ...change,
  }) as ExtensionRequest;

describe('a later day is asked for', () => {
  test.each([
    { because: 'ten days before', change: {}, code: null },
    { because: 'on the last day on which it may be asked', change: { today: '2026-10-18' }, code: null },
    { because: 'one day before is too late', change: { today: '2026-10-19' }, code: 'extension-too-late' },
    { because: 'after the deadline is too late', change: { today: '2026-11-01' }, code: 'extension-too-late' },
    { because: 'the same day is no extension', change: { newDay: '2026-10-20' }, code: 'extension-not-later' },
    { because: 'an earlier day is no extension', change: { newDay: '2026-10-15' }, code: 'extension-not-later' },
    { because: 'a second time is allowed', change: { grantedTimes: 1 }, code: null },
    { because: 'a third time is not', change: { grantedTimes: 2 }, code: 'extension-limit' },
    { because: 'one request at a time', change: { hasOpenRequest: true }, code: 'extension-open' },
    { because: 'a task without a day has none to move', change: { dueOn: null }, code: 'extension-no-day' },
  ])('$because', ({ change, code }) => {
    const outcome = checkExtension(asked(change), rule);
    expect(outcome.ok ? null : outcome.refusal.code).toBe(code);
  });

  test('the refusal of a late request names the day by which it had to be asked', () => {
    expect(checkExtension(asked({ today: '2026-10-19' }), rule)).toMatchObject({ refusal: { askedBy: '2026-10-18' } });
  });
});

test('whatever is granted was asked in time and moves the day on', () => {
  const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays(civilDate('2026-01-01'), days));
  const times = fc.integer({ min: 0, max: 4 });
  fc.assert(
    fc.property(day, day, day, times, times, (today, dueOn, newDay, grantedTimes, askDaysBefore) => {
      const outcome = checkExtension(
        { today, dueOn, newDay, grantedTimes, hasOpenRequest: false },
        { askDaysBefore, mostTimes: 2 },
      );
      const mayAsk = (one: CivilDate): boolean => one <= lastDayToAsk(dueOn, { askDaysBefore, mostTimes: 2 });
      expect(outcome.ok).toBe(mayAsk(today) && newDay > dueOn && newDay >= today && grantedTimes < 2);
    }),
  );
});
