import { describe, expect, test } from 'vitest';
import { civilDate } from '../../../kernel/civil-date.ts';
import { type TaskState, taskStates } from './task.ts';
import { type Offices, waitingOccurrence, waitingPart, waitingTask } from './waiting.ts';

const offices: Offices = {
  holderOf: (unitId) => (unitId === 'unit_ended' ? 'unit_heir' : unitId),
  headOf: (unitId) => (unitId === 'unit_a' ? 'user_head' : null),
};
const task = {
  taskId: 'task_1',
  title: 'Việc',
  state: 'in-progress' as TaskState,
  dueOn: civilDate('2026-10-20'),
  originalDueOn: civilDate('2026-10-20'),
  leadId: 'unit_a',
  coordinatorIds: ['unit_b'],
  people: [],
  handedInBy: null,
  points: '1.25',
} as const;

describe('for whom a task waits', () => {
  test.each([
    { because: 'new: the lead accepts it', change: { state: 'assigned' }, step: 'accept', unitId: 'unit_a' },
    { because: 'returned: the office looks at it', change: { state: 'returned' }, step: 'review', unitId: null },
    { because: 'in work: the lead', change: {}, step: 'do', unitId: 'unit_a' },
    { because: 'sent back: the lead again', change: { state: 'sent-back' }, step: 'do', unitId: 'unit_a' },
    {
      because: 'handed in by a specialist: the head approves',
      change: { state: 'handed-in', handedInBy: 'user_x' },
      step: 'approve',
      unitId: 'unit_a',
    },
    {
      because: 'handed in by the head: the office approves',
      change: { state: 'handed-in', handedInBy: 'user_head' },
      step: 'approve',
      unitId: null,
    },
    {
      because: 'a unit that ended: its successor',
      change: { leadId: 'unit_ended' },
      step: 'do',
      unitId: 'unit_heir',
    },
  ] as const)('$because', ({ change, step, unitId }) => {
    expect(waitingTask({ ...task, ...change }, offices)).toMatchObject([{ step, unitId, points: '1.25' }]);
  });

  test('every open state asks somebody, done and dropped ask nobody', () => {
    for (const state of taskStates)
      expect(waitingTask({ ...task, state }, offices)).toHaveLength(state === 'done' || state === 'dropped' ? 0 : 1);
  });

  test('people of the lead get it by name, those of a coordinator do not', () => {
    const people = [
      { userId: 'user_1', unitId: 'unit_a' },
      { userId: 'user_2', unitId: 'unit_b' },
    ] as const;
    expect(waitingTask({ ...task, people }, offices)[0]?.userIds).toEqual(['user_1']);
  });

  test('the first day is told where it was extended', () => {
    const extended = { ...task, originalDueOn: civilDate('2026-09-30') };
    expect(waitingTask(extended, offices)[0]?.originalDueOn).toBe('2026-09-30');
    expect(waitingTask(task, offices)[0]?.originalDueOn).toBeNull();
  });
});

test('an occurrence has a key of its own and is handed in, a check is looked at', () => {
  const one = { ...task, key: 'Q1', name: 'Quý I/2026', kind: 'period', state: 'open' } as const;
  expect(waitingOccurrence(one, offices)).toMatchObject({ key: 'task_1:Q1', step: 'hand-in', unitId: 'unit_a' });
  expect(waitingOccurrence({ ...one, kind: 'check' }, offices).step).toBe('do');
  const handedIn = { ...one, state: 'handed-in', handedInBy: 'user_x' } as const;
  expect(waitingOccurrence(handedIn, offices)).toMatchObject({ step: 'approve', unitId: 'unit_a' });
});

test('a part waits for its unit, and once handed in for the lead', () => {
  const part = { ...task, unitId: 'unit_b', owes: 'Số liệu', state: 'assigned' } as const;
  expect(waitingPart(part, offices)).toMatchObject({ step: 'do', unitId: 'unit_b', title: 'Số liệu · Việc' });
  expect(waitingPart({ ...part, state: 'handed-in' }, offices)).toMatchObject({ step: 'approve', unitId: 'unit_a' });
});
