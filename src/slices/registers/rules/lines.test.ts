import { describe, expect, test } from 'vitest';
import { civilDate } from '../../../kernel/civil-date.ts';
import { packContributions, unpackContributions } from './contribution-text.ts';
import { sumDeltas } from './deltas.ts';
import { arrayText, fromLines, percented, toLines, unpercented } from './lines.ts';
import type { Contribution } from './tally.ts';

const one = (given: Partial<Contribution>): Contribution => ({
  measure: 'fees@1a',
  onDay: civilDate('2026-03-04'),
  unitId: 'unit_a',
  value: '',
  turnsOn: null,
  numerator: '1',
  denominator: '0',
  missing: '0',
  ...given,
});

describe('rows as lines', () => {
  test.each(['', 'a\tb\nc\rd', '100%', '%25', 'a|b;c', '\\N', '%257C%'])('%j is read back', (text) => {
    expect(percented(text)).not.toMatch(/[\t\n\r|;\\]/);
    expect(unpercented(percented(text))).toBe(text);
  });

  test('null is not the empty text', () => {
    expect(fromLines(toLines([['a', null, '']]))).toEqual([['a', '\\N', '']]);
    expect(fromLines(toLines([]))).toEqual([]);
  });

  test('quotes and backslashes of a list stand as they are', () => {
    expect(arrayText(['a', 'b"c', 'd\\'])).toBe('{"a","b\\"c","d\\\\"}');
  });
});

describe('contributions in short', () => {
  test.each([
    ['nothing', []],
    ['a plain one', [one({})]],
    [
      'no unit, open past its day',
      [one({ unitId: '', numerator: '0', missing: '1', turnsOn: civilDate('2026-05-06') })],
    ],
    [
      'a value with every sign that parts',
      [one({ value: '1|2;3%7C\n' }), one({ numerator: '-0.5', denominator: '3' })],
    ],
  ])('%s', (_, list) => {
    expect(unpackContributions(packContributions(list))).toEqual(list);
  });

  test('zeros and empty ends are left out', () => {
    expect(packContributions([one({}), one({ unitId: '', numerator: '0' })])).toBe(
      'fees@1a|2026-03-04|unit_a|1;fees@1a|2026-03-04',
    );
  });
});

describe('sums of what is added and taken away', () => {
  test('stay exact beyond the numbers that a computer counts with', () => {
    const [sum] = sumDeltas(
      [one({ numerator: '0.1' })],
      [one({ numerator: '9007199254740993' }), one({ numerator: '9007199254740993' }), one({ numerator: '0.3' })],
    );
    expect(sum).toMatchObject({ numerator: '18014398509481986.2', records: 2 });
  });

  test('what comes to nothing is left out', () => {
    expect(sumDeltas([one({ numerator: '5' })], [one({ numerator: '5' })])).toEqual([]);
  });
});
