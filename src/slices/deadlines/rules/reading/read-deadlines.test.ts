import { describe, expect, test } from 'vitest';
import { CITED } from './phrases/cited.ts';
import { DAYS } from './phrases/days.ts';
import { MIXED } from './phrases/mixed.ts';
import { NEGATIVES } from './phrases/negatives.ts';
import { OTHER_DEPARTMENTS } from './phrases/other-departments.ts';
import { OTHERS } from './phrases/others.ts';
import { PLANS } from './phrases/plans.ts';
import { RECURRING } from './phrases/recurring.ts';
import { sketch } from './phrases/sketch.ts';
import { WINDOWS } from './phrases/windows.ts';
import { readDeadlines } from './read-deadlines.ts';

const read = (text: string, year: number | null = 2024): string =>
  readDeadlines(text, { year })
    .map(({ deadline }) => sketch(deadline))
    .join('; ');

describe('in a plan for 2024', () => {
  const phrases = [...DAYS, ...WINDOWS, ...RECURRING, ...OTHERS, ...MIXED, ...PLANS, ...OTHER_DEPARTMENTS];

  test.each(phrases)('“%s” is read as %s', (text, reads) => {
    expect(read(text)).toBe(reads);
  });

  test.each([...NEGATIVES, ...CITED])('“%s” sets no deadline', (text) => {
    expect(read(text)).toBe('');
  });

  test('at least 500 phrases are tried, at least 100 of them without a deadline', () => {
    expect(phrases.length + NEGATIVES.length).toBeGreaterThanOrEqual(500);
    expect(NEGATIVES.length).toBeGreaterThanOrEqual(100);
  });
});
