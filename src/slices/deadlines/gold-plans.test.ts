import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDeadlines } from './index.ts';

/** The source plans are not ours to publish: they stand beside the repository, or where CAICACH_PLANS says. */
const folders = [process.env.CAICACH_PLANS, '../shared/plans', '../../shared/plans'];
const folder = folders.find((name) => name !== undefined && existsSync(name));

type Item = { readonly deadlineText?: string | null; readonly deadlines: readonly object[] };
type Gold = { readonly document: { readonly planYear: number } } & Record<'deficits' | 'tasks' | 'obligations', Item[]>;

function cellsOf(file: string): { text: string; year: number; deadlines: readonly object[] }[] {
  const gold = JSON.parse(readFileSync(join(folder ?? '', file), 'utf8')) as Gold;
  return [...gold.deficits, ...gold.tasks, ...gold.obligations].flatMap(({ deadlineText, deadlines }) =>
    deadlineText ? [{ text: deadlineText, year: gold.document.planYear, deadlines }] : [],
  );
}

describe.skipIf(!folder)('every deadline cell of the source plans (skipped where the plans are absent)', () => {
  const files = folder ? readdirSync(folder).filter((name) => name.endsWith('.gold.json')) : [];
  test.each(files)('%s', (file) => {
    for (const { text, year, deadlines } of cellsOf(file)) {
      expect(
        readDeadlines(text, { year }).map(({ deadline }) => deadline),
        text,
      ).toEqual(deadlines);
    }
  });
});
