import { describe, expect, test } from 'vitest';
import { civilDate } from '../../../kernel/civil-date.ts';
import { SHIPPED_CALENDAR } from '../../calendar/index.ts';
import { foresee, type Watched } from './foresee.ts';

const watched = (change: Partial<Record<keyof Watched, unknown>>): Watched =>
  ({ startedOn: '2026-03-02', dueOn: '2026-04-03', isDone: false, percent: 50, ...change }) as Watched;

describe('lateness is seen before it happens', () => {
  test.each([
    { because: 'half done at half time', today: '2026-03-18', change: {}, outlook: 'at-risk' },
    { because: 'a tenth done at half time', today: '2026-03-18', change: { percent: 10 }, outlook: 'will-be-late' },
    { because: 'nearly done at half time', today: '2026-03-18', change: { percent: 90 }, outlook: 'on-track' },
    { because: 'nothing done on the second day', today: '2026-03-03', change: { percent: 0 }, outlook: 'on-track' },
    { because: 'one day left and little done', today: '2026-04-02', change: { percent: 20 }, outlook: 'at-risk' },
    { because: 'the last day and little done', today: '2026-04-03', change: { percent: 20 }, outlook: 'will-be-late' },
    { because: 'the day has passed', today: '2026-04-06', change: { percent: 99 }, outlook: 'late' },
    { because: 'done', today: '2026-04-06', change: { isDone: true }, outlook: 'done' },
    { because: 'no day is set', today: '2026-03-18', change: { dueOn: null }, outlook: 'open-ended' },
  ])('$because on $today → $outlook', ({ today, change, outlook }) => {
    expect(foresee(watched(change), civilDate(today), SHIPPED_CALENDAR)).toBe(outlook);
  });

  test('more work done never looks worse', () => {
    const order = ['will-be-late', 'at-risk', 'on-track'];
    const seen = Array.from({ length: 101 }, (_, percent) =>
      order.indexOf(foresee(watched({ percent }), civilDate('2026-03-20'), SHIPPED_CALENDAR)),
    );
    expect(seen).toEqual([...seen].sort());
  });
});
