import { describe, expect, test } from 'vitest';
import { Decimal } from '../../../kernel/decimal.ts';
import { courseOf, expectedPlaces } from './expected-place.ts';

const d = (value: number) => new Decimal(value);
const others = [95, 90, 86, 84, 80].map((percent, at) => ({ name: `Sở ${at}`, percent: d(percent) }));
const asked = (low: number, likely: number, high: number, last = 81) => ({
  own: 'Sở ta',
  others,
  total: { low: d(low), likely: d(likely), high: d(high) },
  possible: d(100),
  lastRanking: [
    ...others.map(({ name, percent }) => ({ name, points: percent.toFixed(), isOwn: false })),
    { name: 'Sở ta', points: String(last), isOwn: true },
  ],
  digits: 3,
  ties: 'skip' as const,
});

describe('where the year may end', () => {
  test('between the places of the low and the high end', () => {
    const places = expectedPlaces(asked(83, 85, 91));
    expect(places).toMatchObject({ best: 2, likely: 4, worst: 5, count: 6, last: 5 });
    expect(courseOf(places)).toEqual({ kind: 'up', from: 1, to: 3 });
  });

  test('down where the likely place is below last year’s', () => {
    expect(courseOf(expectedPlaces(asked(70, 79, 83)))).toEqual({ kind: 'down', from: 1, to: 1 });
  });

  test('about the same, or unknown where we had no place', () => {
    expect(courseOf(expectedPlaces(asked(80.5, 81, 83)))).toEqual({ kind: 'same' });
    expect(courseOf(expectedPlaces({ ...asked(80, 81, 83), lastRanking: [] }))).toEqual({ kind: 'unknown' });
    expect(courseOf(null)).toEqual({ kind: 'unknown' });
  });

  test('points to one more place count from the likely total; at the top there is none', () => {
    expect(expectedPlaces(asked(83, 85, 91))?.toNext?.toFixed()).toBe('1.001');
    expect(expectedPlaces(asked(95.5, 96, 97))?.toNext).toBeNull();
    expect(expectedPlaces({ ...asked(1, 2, 3), others: [] })).toBeNull();
  });
});
