import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Decimal } from '../../../kernel/decimal.ts';
import { parsedSet } from '../../../testing/a-criteria-set.ts';
import { type PlainScore, plainScore, tellQ, toQ } from '../../../testing/plain-score.ts';
import { WIDE_SHAPES, type WideCase, wideCases } from '../../../testing/wide-cases.ts';
import { reckonSet } from './score-set.ts';

const ours = (value: Decimal | null): string | null => (value === null ? null : tellQ(toQ(value.toFixed())));
const theirs = (value: PlainScore['percent']): string | null => (value === null ? null : tellQ(value));
const RUNS = 700;

function compare({ file, measures }: WideCase): void {
  const fast = reckonSet(parsedSet(JSON.stringify(file)), measures);
  const plain = plainScore(file, measures);
  expect(fast.leaves.map(({ leaf, points, isApplicable }) => [leaf.code, ours(points), isApplicable])).toEqual(
    plain.leaves.map(({ code, points, applies }) => [code, theirs(points), applies]),
  );
  expect(fast.areas.map(({ code, points, possible }) => [code, ours(points), ours(possible)])).toEqual(
    plain.areas.map(({ code, points, possible }) => [code, theirs(points), theirs(possible)]),
  );
  expect([ours(fast.total), ours(fast.possible), ours(fast.percent), fast.grade]).toEqual([
    theirs(plain.total),
    theirs(plain.possible),
    theirs(plain.percent),
    plain.grade,
  ]);
}

test('every shape, level, policy, rounding and absurd measure agrees with a calculation made apart', () => {
  expect(WIDE_SHAPES).toHaveLength(13);
  fc.assert(fc.property(wideCases, compare), { numRuns: RUNS });
}, 120_000);

test('the comparison can fail: a set scored with other figures differs', () => {
  const [one] = fc.sample(
    wideCases.filter(({ file, measures }) => plainScore(file, measures).total.n > 0n),
    1,
  );
  expect(() => one && compare({ ...one, measures: {} })).not.toThrow();
  expect(one && tellQ(plainScore(one.file, {}).total)).not.toBe(one && tellQ(plainScore(one.file, one.measures).total));
});
