import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { figuresOf } from '../../../testing/figures-of-text.ts';

type Slip = { readonly text: string; readonly printed: number; readonly right: number };
type Texts = Readonly<Record<'slips' | 'slips2', Slip[]>> & Readonly<Record<'clean' | 'clean2' | 'clean3', string[]>>;

/** Written before the rules that read them; what is not found yet counts in the share, and stays in the file. */
const texts: Texts = JSON.parse(readFileSync(join(import.meta.dirname, '../fixtures/unseen.json'), 'utf8'));
const slips = [...texts.slips, ...texts.slips2];
const failsOf = (text: string) => figuresOf(...text.split('\n')).filter((finding) => !finding.holds);

test.each([...texts.clean, ...texts.clean2, ...texts.clean3])('no alarm: %s', (text) => {
  expect(failsOf(text)).toEqual([]);
});

test('nine in ten planted slips are found, and no repair but the right one is proposed', () => {
  const told = slips.map((slip) => ({ slip, fails: failsOf(slip.text) }));
  expect(told.filter(({ fails }) => fails.length > 0).length / slips.length).toBeGreaterThanOrEqual(0.9);
  for (const { slip, fails } of told) {
    for (const { proposal } of fails) {
      if (proposal) expect(proposal).toMatchObject({ stated: slip.printed, proposed: slip.right });
    }
  }
});
