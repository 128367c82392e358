import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Decimal } from '../../../kernel/decimal.ts';
import { type Contender, compareRankings, pointsToGainPlace, rank, rankArea } from './ranking.ts';

const field = (percents: Readonly<Record<string, number>>): Contender[] =>
  Object.entries(percents).map(([name, percent]) => ({ name, percent: new Decimal(percent) }));
const decimal = (value: number): Decimal => new Decimal(value);

describe('places', () => {
  test.each([
    { title: 'best first', percents: { A: 70, B: 90, C: 80 }, ties: 'skip' as const, places: ['B 1', 'C 2', 'A 3'] },
    {
      title: 'equal scores share a place and the next is skipped',
      percents: { A: 90, B: 80, C: 80, D: 70 },
      ties: 'skip' as const,
      places: ['A 1', 'B 2', 'C 2', 'D 4'],
    },
    {
      title: 'equal scores share a place and nothing is skipped',
      percents: { A: 90, B: 80, C: 80, D: 70 },
      ties: 'dense' as const,
      places: ['A 1', 'B 2', 'C 2', 'D 3'],
    },
    { title: 'all equal', percents: { C: 80, A: 80, B: 80 }, ties: 'skip' as const, places: ['A 1', 'B 1', 'C 1'] },
    { title: 'one alone', percents: { A: 50 }, ties: 'dense' as const, places: ['A 1'] },
    { title: 'nobody', percents: {}, ties: 'skip' as const, places: [] },
    { title: 'a hundredth decides', percents: { A: 81.37, B: 81.38 }, ties: 'skip' as const, places: ['B 1', 'A 2'] },
  ])('$title', ({ percents, ties, places }) => {
    expect(rank(field(percents), ties).map(({ name, place }) => `${name} ${place}`)).toEqual(places);
  });

  test('say how far the neighbours are', () => {
    const [, middle] = rank(field({ A: 90, B: 81.38, C: 80 }), 'skip');
    expect([middle?.toAbove?.toFixed(), middle?.toBelow?.toFixed(), middle?.isShared]).toEqual(['8.62', '1.38', false]);
  });

  test('within an area only those with a figure take part', () => {
    const contenders = [
      { name: 'A', percent: decimal(90), areas: { '1': decimal(60) } },
      { name: 'B', percent: decimal(80), areas: { '1': decimal(70) } },
      { name: 'C', percent: decimal(70) },
    ];
    expect(rankArea(contenders, '1', 'skip').map(({ name }) => name)).toEqual(['B', 'A']);
  });

  test('a place is 1 plus the number of better ones, whoever they are', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(fc.string({ minLength: 1 }), fc.nat(20)), { selector: ([name]) => name }),
        (entries) => {
          const places = rank(
            entries.map(([name, percent]) => ({ name, percent: decimal(percent) })),
            'skip',
          );
          for (const { percent, place } of places)
            expect(place).toBe(1 + entries.filter(([, other]) => percent.lessThan(other)).length);
        },
      ),
    );
  });
});

describe('change of place', () => {
  test('18th of 22 to 17th of the same 22 is one place gained', () => {
    const names = Array.from({ length: 22 }, (_, index) => `S${String(index).padStart(2, '0')}`);
    const before = Object.fromEntries(names.map((name, index) => [name, 95 - index]));
    const now = { ...before, S17: 78.5, S16: 78 };
    const { changes, isComparable } = compareRankings(rank(field(before), 'skip'), rank(field(now), 'skip'));
    expect(isComparable).toBe(true);
    expect(changes.find(({ name }) => name === 'S17')).toEqual({ name: 'S17', before: 18, now: 17, gained: 1 });
    expect(changes.find(({ name }) => name === 'S16')?.gained).toBe(-1);
  });

  test('22 departments cannot be compared with 14 merged ones', () => {
    const { changes, isComparable } = compareRankings(
      rank(field({ A: 90, B: 80 }), 'skip'),
      rank(field({ A: 85 }), 'skip'),
    );
    expect(isComparable).toBe(false);
    expect(changes).toEqual([
      { name: 'A', before: 1, now: 1, gained: null },
      { name: 'B', before: 2, now: null, gained: null },
    ]);
  });
});

describe('points that gain one place', () => {
  const own = { name: 'Sở', total: decimal(80.567), possible: decimal(99) };
  test.each([
    { title: 'just above 82 % of 99', others: { A: 82, B: 90 }, points: '0.614', neighbour: 'A' },
    { title: 'nobody is ahead', others: { A: 70 }, points: '0', neighbour: null },
    { title: 'an equal one is not ahead', others: {}, points: '0', neighbour: null },
    { title: 'a hair ahead needs one step of the rounding', others: { A: 81.3809 }, points: '0.001', neighbour: 'A' },
  ])('$title: $points', ({ others, points, neighbour }) => {
    const need = pointsToGainPlace(own, field(others), 3);
    expect([need.points.toFixed(), need.neighbour]).toEqual([points, neighbour]);
  });

  test('lift the percentage above the neighbour, and one step less does not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9000 }), fc.integer({ min: 1, max: 10000 }), (total, percent) => {
        const me = { name: 'Sở', total: decimal(total / 100), possible: decimal(99) };
        const theirs = decimal(percent / 100);
        const { points, neighbour } = pointsToGainPlace(me, [{ name: 'A', percent: theirs }], 3);
        if (neighbour === null) return;
        const percentWith = (more: Decimal) => me.total.plus(more).times(100).dividedBy(me.possible);
        expect(percentWith(points).greaterThan(theirs)).toBe(true);
        expect(percentWith(points.minus('0.001')).greaterThan(theirs)).toBe(false);
      }),
    );
  });
});
