import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type CivilDate, civilDate } from '../../../kernel/civil-date.ts';
import { splitLateness } from './lateness.ts';
import { daysLate, type Timed } from './task.ts';

const day = (text: string): CivilDate => civilDate(text);
const open: Timed = { state: 'in-progress', day: day('2026-06-20'), doneOn: null, handedInOn: null };
const holders = [
  { unitId: 'unit_old', fromDay: null },
  { unitId: 'unit_new', fromDay: day('2026-07-01') },
] as const;

describe('lateness before and after a merger on 1 July', () => {
  test.each([
    { because: 'open on 11 July: ten days each', task: open, shares: { unit_old: 10, unit_new: 11 } },
    { because: 'done before the merger', task: { ...open, doneOn: day('2026-06-25') }, shares: { unit_old: 5 } },
    { because: 'due on the day of the merger', task: { ...open, day: day('2026-07-01') }, shares: { unit_new: 10 } },
    { because: 'done on time', task: { ...open, doneOn: day('2026-06-20') }, shares: {} },
    { because: 'no day', task: { ...open, day: null }, shares: {} },
    {
      because: 'handed in on time and still to be approved',
      task: { ...open, state: 'handed-in', handedInOn: day('2026-06-19') } as const,
      shares: {},
    },
  ])('$because', ({ task, shares }) => {
    const found = splitLateness(task, holders, day('2026-07-11'));
    expect(Object.fromEntries(found.map(({ unitId, days }) => [unitId, days]))).toEqual(shares);
  });
});

test('the shares add up to the lateness, whenever the hand-overs were', () => {
  const offset = fc.integer({ min: -60, max: 60 });
  fc.assert(
    fc.property(offset, offset, fc.array(offset, { maxLength: 4 }), (due, end, changes) => {
      const base = day('2026-06-15');
      const task: Timed = { ...open, day: addDays(base, due), doneOn: addDays(base, end) };
      const after = [...new Set(changes)].sort((a, b) => a - b);
      const line = [
        { unitId: 'unit_0', fromDay: null },
        ...after.map((days, place) => ({ unitId: `unit_${place + 1}`, fromDay: addDays(base, days) }) as const),
      ] as const;
      const sum = splitLateness(task, line, base).reduce((total, { days }) => total + days, 0);
      expect(sum).toBe(daysLate(task, base));
    }),
  );
});
