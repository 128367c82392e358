import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Decimal } from '../../../kernel/decimal.ts';
import { findLeastEffort } from './least-effort.ts';
import type { RecoveryStep } from './recovery-steps.ts';

const step = (code: string, gain: number | string, effort: number): RecoveryStep => ({
  code,
  gain: new Decimal(gain),
  effort: new Decimal(effort),
  what: { vi: `làm ${code}`, en: `do ${code}` },
  measure: null,
});

const solve = (need: number, leaves: RecoveryStep[][]) => findLeastEffort(new Decimal(need), leaves);

describe('the least effort', () => {
  test.each([
    {
      title: 'one cheap leaf is enough',
      need: 0.5,
      leaves: [[step('A', 0.5, 2)], [step('B', 0.5, 1)]],
      codes: ['B'],
      effort: '1',
    },
    {
      title: 'two small ones beat a dear one',
      need: 1,
      leaves: [[step('A', 1, 5)], [step('B', 0.5, 1)], [step('C', 0.5, 2)]],
      codes: ['B', 'C'],
      effort: '3',
    },
    {
      title: 'the greedy choice would be wrong',
      need: 1,
      leaves: [[step('A', 0.9, 1)], [step('B', 1, 1.5)], [step('C', 0.1, 1)]],
      codes: ['B'],
      effort: '1.5',
    },
    {
      title: 'only one step of a leaf counts',
      need: 1,
      leaves: [[step('A', 0.4, 1), step('A', 0.8, 2)], [step('B', 0.6, 3)]],
      codes: ['A', 'B'],
      effort: '4',
    },
    { title: 'nothing is needed', need: 0, leaves: [[step('A', 1, 1)]], codes: [], effort: '0' },
    {
      title: 'exactly all of it',
      need: 1.2,
      leaves: [[step('A', 0.7, 1)], [step('B', 0.5, 1)]],
      codes: ['A', 'B'],
      effort: '2',
    },
    {
      title: 'thousandths decide',
      need: 0.334,
      leaves: [[step('A', 0.333, 1)], [step('B', 0.334, 1.1)]],
      codes: ['B'],
      effort: '1.1',
    },
    {
      title: 'work that costs nothing is taken',
      need: 0.5,
      leaves: [[step('A', 0.5, 0)], [step('B', 0.5, 1)]],
      codes: ['A'],
      effort: '0',
    },
    {
      title: 'a leaf without steps is passed over',
      need: 0.5,
      leaves: [[], [step('B', 0.5, 1)]],
      codes: ['B'],
      effort: '1',
    },
  ])('$title', ({ need, leaves, codes, effort }) => {
    const answer = solve(need, leaves);
    expect(answer.ok && [answer.value.steps.map(({ code }) => code), answer.value.effort.toFixed()]).toEqual([
      codes,
      effort,
    ]);
  });

  test('says how much can be had where it is not enough', () => {
    const answer = solve(2, [[step('A', 0.5, 1), step('A', 0.7, 3)], [step('B', 0.5, 1)]]);
    expect(answer.ok ? '' : answer.refusal.mostPoints.toFixed()).toBe('1.2');
  });

  test('explains itself', () => {
    const answer = solve(0.614, [[step('1.2.1', 1, 1)]]);
    expect(answer.ok && answer.value.explanation.vi).toBe(
      'Cần thêm 0,614 điểm. Cách tốn ít công nhất (tổng công 1, được 1 điểm): 1.2.1: làm 1.2.1 (+1).',
    );
  });

  test('is what trying every combination finds', () => {
    const leaf = fc.array(fc.tuple(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 0, max: 9 })), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(fc.array(leaf, { minLength: 1, maxLength: 6 }), fc.integer({ min: 1, max: 2500 }), (drawn, need) => {
        let best = Number.POSITIVE_INFINITY;
        const tryAll = (index: number, gain: number, effort: number): void => {
          if (gain >= need) best = Math.min(best, effort);
          const options = drawn[index];
          if (!options) return;
          tryAll(index + 1, gain, effort);
          for (const [more, cost] of options) tryAll(index + 1, gain + more, effort + cost);
        };
        tryAll(0, 0, 0);
        const answer = solve(
          need / 1000,
          drawn.map((options, at) => options.map(([gain, effort]) => step(`${at}`, gain / 1000, effort))),
        );
        expect(answer.ok ? answer.value.effort.toNumber() : Number.POSITIVE_INFINITY).toBe(best);
        if (answer.ok) expect(answer.value.gain.times(1000).toNumber()).toBeGreaterThanOrEqual(need);
      }),
    );
  });
});
