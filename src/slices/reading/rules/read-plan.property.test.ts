import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPlan, readPlanText, toExchangeFormat } from '../index.ts';

const fixtures = join(import.meta.dirname, '../fixtures');
const plans = readdirSync(fixtures)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(join(fixtures, name), 'utf8'));

type Cut = { readonly at: number; readonly length: number; readonly put: string };

const cuts = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat({ max: 80 }),
    put: fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom('\t', '\n', '\n\n', '|', '(', ')', '**', '- ', '1. ', ' điểm', '<td>', 'TT\n'),
    ),
  }),
  { minLength: 1, maxLength: 12 },
);

/** The plan with some stretches cut out and something else put in their place. */
function damage(plan: string, places: readonly Cut[]): string {
  return places.reduce((text, { at, length, put }) => {
    const from = Math.floor(at * text.length);
    return text.slice(0, from) + put + text.slice(from + length);
  }, plan);
}

test('a damaged plan is read without a fault, and every value keeps a place inside the document', () => {
  fc.assert(
    fc.property(fc.constantFrom(...plans), cuts, (plan, places) => {
      const document = readPlanText(damage(plan, places));
      const reading = readPlan(document);
      const exchange = toExchangeFormat(reading);
      expect(Object.keys(exchange)).toEqual([
        'document',
        'result',
        'areas',
        'deficits',
        'tasks',
        'obligations',
        'figures',
      ]);
      for (const task of reading.tasks) expect(task.title.place?.block).toBeLessThan(document.blocks.length);
      for (const area of exchange.areas) expect(area.name).not.toBe('');
    }),
    { numRuns: 100 },
  );
});

test('lines in any order are read without a fault', () => {
  fc.assert(
    fc.property(fc.constantFrom(...plans), fc.infiniteStream(fc.nat()), (plan, stream) => {
      const lines = plan.split('\n');
      const shuffled = lines.map((line) => ({ line, key: stream.next().value })).sort((a, b) => a.key - b.key);
      expect(toExchangeFormat(readPlan(readPlanText(shuffled.map(({ line }) => line).join('\n'))))).toBeDefined();
    }),
    { numRuns: 40 },
  );
});

test.each([
  { because: 'nothing', text: '' },
  { because: 'blanks', text: '  \n\t\n\f\n' },
  { because: 'one word', text: 'KẾ HOẠCH' },
  { because: 'a table head without rows', text: 'STT\tNhiệm vụ\tSản phẩm\tThời gian' },
  { because: 'a table that is never closed', text: '<table><tr><td>1' },
])('a text of $because gives an empty plan', ({ text }) => {
  const exchange = toExchangeFormat(readPlan(readPlanText(text)));
  expect({ ...exchange, document: null }).toEqual({
    document: null,
    result: null,
    areas: [],
    deficits: [],
    tasks: [],
    obligations: [],
    figures: [],
  });
});
