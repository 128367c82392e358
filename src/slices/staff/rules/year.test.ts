import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Decimal } from '../../../kernel/decimal.ts';
import { type Grade, grades } from './grades.ts';
import { checkQuota, exceptionalPercent } from './quota.ts';
import { proposeYear, type RatedMonth } from './year-grade.ts';

const month = (points: number, handled = 0, late = 0, excused = 0): RatedMonth => ({
  points: new Decimal(points),
  handled,
  late,
  excused,
});
const months = (count: number, one: RatedMonth): RatedMonth[] => Array.from({ length: count }, () => one);

test.each([
  ['five months are not rated', months(5, month(95)), {}, null, []],
  ['six are', months(6, month(95)), {}, 'excellent', []],
  ['the mean of the months', [...months(6, month(80)), ...months(6, month(99))], {}, 'good', []],
  ['late over the year', months(12, month(95, 10, 1)), {}, 'done', ['late-dossiers']],
  ['one bad month among good ones', [month(95, 10, 5), ...months(11, month(95, 10, 0))], {}, 'excellent', []],
  ['excused delays do not count', months(12, month(95, 10, 1, 1)), {}, 'excellent', []],
  ['a head is not above his unit', months(12, month(95)), { headOfUnitGraded: 'good' as Grade }, 'good', ['unit']],
  ['a unit lifts nobody', months(12, month(60)), { headOfUnitGraded: 'excellent' as Grade }, 'done', []],
  ['discipline rules all', months(12, month(95)), { isDisciplined: true }, 'not-done', ['discipline']],
] as const)('%s', (_, given, options, grade, cappedBy) => {
  const proposal = proposeYear(given, options);
  expect([proposal.grade, proposal.cappedBy]).toEqual([grade, cappedBy]);
});

const list = (counts: Readonly<Record<Grade, number>>): Grade[] =>
  grades.flatMap((grade) => Array.from({ length: counts[grade] }, () => grade));

test.each([
  [{ excellent: 60, good: 240, done: 15, 'not-done': 6 }, 20, 60, 0, 'HG: 300 of 321 good or better, a fifth of them'],
  [{ excellent: 61, good: 239, done: 15, 'not-done': 6 }, 20, 60, 1, 'one too many'],
  [{ excellent: 31, good: 128, done: 2, 'not-done': 0 }, 20, 31, 0, 'HG: 159 of 161'],
  [{ excellent: 2, good: 7, done: 0, 'not-done': 0 }, 20, 1, 1, 'a fifth of nine is one'],
  [{ excellent: 0, good: 0, done: 4, 'not-done': 0 }, 20, 0, 0, 'nobody good, nobody excellent'],
  [{ excellent: 2, good: 6, done: 0, 'not-done': 0 }, exceptionalPercent, 2, 0, 'a quarter where it is granted'],
] as const)('case %#: quota', (counts, percent, allowed, over, because) => {
  const { allowed: may, over: above } = checkQuota(list(counts), percent);
  expect([may, above], because).toEqual([allowed, over]);
});

test('what a quota leaves is a fifth at most', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...grades), { maxLength: 300 }), (given) => {
      const { goodOrBetter, excellent, over } = checkQuota(given);
      expect((excellent - over) * 5).toBeLessThanOrEqual(goodOrBetter);
    }),
  );
});
