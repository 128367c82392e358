import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Decimal } from '../../../kernel/decimal.ts';
import { parsedSet } from '../../../testing/a-criteria-set.ts';
import { measuresOf, rawCases, setTextOf } from '../../../testing/random-sets.ts';
import { exactly, type Fraction, slowPoints } from '../../../testing/slow-points.ts';
import { reckonSet } from './score-set.ts';

const asText = ({ top, bottom }: Fraction): string => `${top}/${bottom}`;
const textOf = (value: Decimal | null): string | null => (value === null ? null : asText(exactly(value.toFixed())));
const slowText = (value: Fraction | null): string | null => (value === null ? null : asText(value));

test('points agree with a calculation in fractions on random sets and measures', () => {
  fc.assert(
    fc.property(rawCases, (raw) => {
      const fast = reckonSet(parsedSet(setTextOf(raw)), measuresOf(raw));
      const slow = slowPoints(raw);
      expect(fast.leaves.map((leaf) => [leaf.leaf.code, textOf(leaf.points), leaf.isApplicable])).toEqual(
        slow.leaves.map((leaf, index) => [raw.leaves[index]?.code, slowText(leaf.points), leaf.applies]),
      );
      expect([textOf(fast.total), textOf(fast.possible), textOf(fast.percent)]).toEqual([
        slowText(slow.total),
        slowText(slow.possible),
        slowText(slow.percent),
      ]);
    }),
    { numRuns: 300 },
  );
});
