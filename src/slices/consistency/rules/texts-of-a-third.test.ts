import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { figuresOf } from '../../../testing/figures-of-text.ts';

type Text = {
  readonly text: string;
  readonly slips: readonly { readonly printed: number; readonly right: number | null }[];
};

/** Thirty texts of a second person who had not seen the rules: half of them agree with themselves, half have one slip. */
const { texts }: { texts: Text[] } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../fixtures/unseen-by-a-third.json'), 'utf8'),
);
const clean = texts.filter(({ slips }) => slips.length === 0);
const wrong = texts.filter(({ slips }) => slips.length > 0);
const failsOf = (text: string) => figuresOf(...text.split('\n')).filter((finding) => !finding.holds);

test.each(clean)('no alarm: $text', ({ text }) => {
  expect(failsOf(text)).toEqual([]);
});

test.each(wrong)('the slip is told, and no other repair than the right one proposed: $text', ({ text, slips }) => {
  const fails = failsOf(text);
  expect(fails.length).toBeGreaterThan(0);
  for (const { proposal } of fails) {
    if (proposal) expect(slips).toContainEqual({ printed: proposal.stated, right: proposal.proposed });
  }
});
