import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../../kernel/civil-date.ts';
import { placeSpans, yearSpan } from './timeline.ts';

const year = yearSpan(2026);
const spanOf = ([first, length]: readonly [number, number]) => ({
  from: addDays(year.from, first),
  to: addDays(year.from, first + length),
});

test('a span of the whole year reaches from 0 to 1; what lies outside is left out', () => {
  const { placed } = placeSpans(
    [
      [-40, 500],
      [400, 3],
    ] as const,
    spanOf,
    year,
  );
  expect(placed.map(({ from, to }) => [from, to])).toEqual([[0, 1]]);
});

test('no two spans of one lane overlap, and there are no more lanes than the busiest day needs', () => {
  const span = fc.tuple(fc.integer({ min: 0, max: 360 }), fc.integer({ min: 0, max: 90 }));
  fc.assert(
    fc.property(fc.array(span, { maxLength: 60 }), (spans) => {
      const { placed, lanes } = placeSpans(spans, spanOf, year);
      for (let lane = 0; lane < lanes; lane += 1) {
        const inLane = placed.filter((one) => one.lane === lane);
        for (const [at, one] of inLane.entries()) expect(one.from).toBeGreaterThanOrEqual(inLane[at - 1]?.to ?? 0);
      }
      const busiest = Array.from(
        { length: 365 },
        (_, day) => placed.filter(({ from, to }) => from <= day / 365 && day / 365 < to - 1e-12).length,
      );
      expect(lanes).toBe(Math.max(0, ...busiest));
    }),
  );
});
