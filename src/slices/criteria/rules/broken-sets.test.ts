import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { measuresOf, rawCases, setTextOf } from '../../../testing/random-sets.ts';
import { scoreSet } from '../../scoring/index.ts';
import { parseCriteriaSet } from './parse-criteria-set.ts';

const folder = join(import.meta.dirname, '../../../../sample/criteria');
const sample = readFileSync(join(folder, 'dak-nong-2022.yaml'), 'utf8');
const measures = JSON.parse(readFileSync(join(folder, 'dak-nong-2022.measures.json'), 'utf8'));

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Every place in a document, as the way there. */
function placesIn(value: Json, way: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [way];
  const inner = Array.isArray(value) ? value.map((item, at) => [at, item] as const) : Object.entries(value);
  return [way, ...inner.flatMap(([key, item]) => placesIn(item, [...way, key]))];
}

function replaceAt(value: Json, [key, ...rest]: readonly (string | number)[], put: Json): Json {
  if (key === undefined) return put;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item, at) => (at === key ? replaceAt(item, rest, put) : item));
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, name === key ? replaceAt(item, rest, put) : item]),
  );
}

const whole: Json = parse(sample);
const places = placesIn(whole);
const anything: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(null, true, false, '', 'x', [], {}, -1, 0, 0.5, 1e9, '1e99', 'NaN', '__proto__', [null], {
    shape: 'yes_no',
  }),
  fc.string(),
  fc.integer(),
);

/** Reads and, where it can be read, scores: neither may throw, and a refusal names at least one place. */
function readAndScore(text: string, figures: Record<string, unknown>): void {
  const parsed = parseCriteriaSet(text, 'set.yaml');
  if (!parsed.ok) {
    expect(parsed.refusal.length).toBeGreaterThan(0);
    for (const { line, column, message } of parsed.refusal) {
      expect(line).toBeGreaterThan(0);
      expect(column).toBeGreaterThan(0);
      expect(message.vi.length * message.en.length).toBeGreaterThan(0);
    }
    return;
  }
  for (const { points, explanation } of scoreSet(parsed.value, figures).leaves) {
    expect(points === null || points.isFinite()).toBe(true);
    expect(explanation.vi).not.toBe('');
  }
}

test('a set with anything anywhere is refused with its place, or scored', () => {
  fc.assert(
    fc.property(fc.nat(places.length - 1), anything, (at, put) => {
      readAndScore(JSON.stringify(replaceAt(whole, places[at] ?? [], put)), measures);
    }),
    { numRuns: 120 },
  );
});

test('a file cut short anywhere is refused with its place, or scored', () => {
  fc.assert(
    fc.property(fc.nat(sample.length), (length) => {
      readAndScore(sample.slice(0, length), measures);
    }),
    { numRuns: 50 },
  );
});

test('measures of anything at all are refused leaf by leaf, never thrown', () => {
  const figures = fc.dictionary(fc.constantFrom(...Object.keys(measures)), fc.oneof(anything, fc.object()));
  fc.assert(
    fc.property(figures, (drawn) => readAndScore(sample, drawn)),
    { numRuns: 100 },
  );
});

test('measures of one set do no harm to another', () => {
  fc.assert(
    fc.property(rawCases, rawCases, (one, other) => {
      readAndScore(setTextOf(one), measuresOf(other));
    }),
    { numRuns: 40 },
  );
});

test.each([
  { title: 'nested without end', text: '['.repeat(50_000) },
  { title: 'brackets closed without end', text: `a: ${'['.repeat(20_000)}${']'.repeat(20_000)}` },
  {
    title: 'references to references',
    text: `a: &a [x]\n${'bcdefghi'
      .split('')
      .map((name, at) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[at]}`).join(',')}]`)
      .join('\n')}`,
  },
  { title: 'too large', text: ' '.repeat(5_000_001) },
])('a file that is $title is refused', ({ text }) => {
  const parsed = parseCriteriaSet(text, 'set.yaml');
  expect(parsed.ok ? [] : parsed.refusal.map(({ code }) => code)).toContain('not-yaml');
});
