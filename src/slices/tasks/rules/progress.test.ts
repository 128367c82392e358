import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openStepsBelow, rollUp, type Step } from './progress.ts';
import { taskStates } from './task.ts';

const step = (taskId: string, parentId: string | null, state: Step['state'], percent = 0): Step => ({
  taskId,
  parentId,
  state,
  percent,
});

describe('progress adds up from the steps', () => {
  test.each([
    { because: 'no steps: what the doer says', steps: [step('a', null, 'in-progress', 40)], percent: 40 },
    { because: 'what the doer says is not done', steps: [step('a', null, 'handed-in', 100)], percent: 99 },
    { because: 'done is all', steps: [step('a', null, 'done', 10)], percent: 100 },
    {
      because: 'one of two steps done',
      steps: [step('a', null, 'in-progress', 5), step('b', 'a', 'done'), step('c', 'a', 'assigned')],
      percent: 50,
    },
    {
      because: 'a dropped step does not count',
      steps: [step('a', null, 'in-progress'), step('b', 'a', 'done'), step('c', 'a', 'dropped')],
      percent: 99,
    },
    {
      because: 'steps of steps',
      steps: [step('a', null, 'in-progress'), step('b', 'a', 'in-progress'), step('c', 'b', 'in-progress', 30)],
      percent: 30,
    },
  ])('$because → $percent', ({ steps, percent }) => expect(rollUp('a', steps)).toBe(percent));

  test('it stays within 0–100 and ends, whatever the tree', () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const one = fc.record({
      parentId: fc.option(fc.constantFrom(...ids)),
      state: fc.constantFrom(...taskStates),
      percent: fc.integer({ min: 0, max: 100 }),
    });
    fc.assert(
      fc.property(fc.tuple(one, one, one, one, one), (rows) => {
        const steps = rows.map((row, place) => ({ ...row, taskId: ids[place] ?? '' }));
        const percent = rollUp('a', steps);
        expect(percent).toBeGreaterThanOrEqual(0);
        expect(percent).toBeLessThanOrEqual(100);
        expect(openStepsBelow('a', steps)).not.toContain('a');
      }),
    );
  });
});

test('open steps at any depth are found', () => {
  const steps = [
    step('a', null, 'in-progress'),
    step('b', 'a', 'done'),
    step('c', 'b', 'assigned'),
    step('d', null, 'assigned'),
  ];
  expect(openStepsBelow('a', steps)).toEqual(['c']);
});
