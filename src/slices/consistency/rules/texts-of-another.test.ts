import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { figuresOf } from '../../../testing/figures-of-text.ts';

type Text = {
  readonly text: string;
  readonly slips: readonly { readonly printed: number; readonly right: number | null }[];
};

/** Forty texts of a person who had not seen the rules: half of them agree with themselves and tempt, half have slips. */
const { texts }: { texts: Text[] } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../fixtures/unseen-by-another.json'), 'utf8'),
);
const clean = texts.filter(({ slips }) => slips.length === 0);
const wrong = texts.filter(({ slips }) => slips.length > 0);
const failsOf = (text: string) => figuresOf(...text.split('\n')).filter((finding) => !finding.holds);

test.each(clean)('no alarm: $text', ({ text }) => {
  expect(failsOf(text)).toEqual([]);
});

test('every text with a slip but one is told of, and no repair but the right one where there is one', () => {
  const told = wrong.map((one) => ({ ...one, fails: failsOf(one.text) }));
  expect(told.filter(({ fails }) => fails.length === 0).length).toBeLessThanOrEqual(1);
  for (const { slips, fails } of told) {
    for (const { proposal } of fails) {
      const own = slips.filter(({ right }) => right !== null);
      if (proposal && own.length > 0) expect(own.map(({ right }) => right)).toContain(proposal.proposed);
    }
  }
});
