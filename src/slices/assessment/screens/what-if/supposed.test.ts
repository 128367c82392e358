import { describe, expect, test } from 'vitest';
import { Decimal } from '../../../../kernel/decimal.ts';
import type { NextStep } from '../../../scoring/index.ts';
import { replaced, stepOfTasks } from './supposed.ts';

const steps = [1, 2, 3, 4].map((gain) => ({
  code: '1',
  gain: new Decimal(gain),
  effort: new Decimal(1),
  what: { vi: '', en: '' },
  measure: { count: gain },
}));
const step = { steps } as unknown as NextStep;

describe('ticking the tasks of a leaf', () => {
  test.each([
    { done: 0, all: 2, measure: null },
    { done: 1, all: 2, measure: { count: 2 } },
    { done: 2, all: 2, measure: { count: 4 } },
    { done: 1, all: 1, measure: { count: 4 } },
    { done: 1, all: 3, measure: { count: 2 } },
  ])('$done of $all tasks done supposes $measure', ({ done, all, measure }) => {
    expect(stepOfTasks(step, done, all)?.measure ?? null).toEqual(measure);
  });

  test('a leaf without a step that is still open supposes nothing', () => {
    expect(stepOfTasks({ steps: [] } as unknown as NextStep, 1, 1)).toBeNull();
  });

  test('refusing evidence and doing a task at one leaf do not push each other out', () => {
    const measured = replaced([], '1', 'measure', { kind: 'measure', code: '1', measure: 1 });
    const both = replaced(measured, '1', 'evidence-refused', { kind: 'evidence-refused', code: '1' });
    expect(both).toHaveLength(2);
    expect(replaced(both, '1', 'measure', null)).toEqual([{ kind: 'evidence-refused', code: '1' }]);
  });
});
