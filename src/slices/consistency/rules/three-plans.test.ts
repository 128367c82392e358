import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, test } from 'vitest';
import { checkFigures, type FigureFinding } from '../index.ts';

const root = join(import.meta.dirname, '..', '..', '..', '..');
const folder = [
  process.env.CAICACH_PLANS,
  join(root, '..', 'shared', 'plans'),
  join(root, '..', '..', 'shared', 'plans'),
]
  .filter((path) => path !== undefined)
  .find((path) => existsSync(path));

function findingsIn(file: string): FigureFinding[] {
  const lines = readFileSync(join(folder ?? '', file), 'utf8')
    .split(/\n+/)
    .filter((line) => line.trim() !== '');
  return checkFigures({ blocks: lines.map((text, block) => ({ kind: 'paragraph', text, place: { block } })) });
}

const failing = (file: string) => findingsIn(file).filter((finding) => !finding.holds);

describe.skipIf(folder === undefined)('the three real plans (skipped where ../shared/plans is absent)', () => {
  test('of Đắk Nông, four relations fail as the gold says', () => {
    const pairs = failing('dak-nong-2023.txt').map(({ stated, computed }) => [stated, computed]);
    expect(pairs).toEqual([
      [80.567, 80.462],
      [67.31, 66.5],
      [4.25, 4.355],
      [8, 18],
    ]);
  });

  test('of Đắk Nông, 8,75 for 8,645 would make three of them true', () => {
    const proposals = failing('dak-nong-2023.txt').map((finding) => finding.proposal);
    for (const proposal of proposals.slice(0, 3)) expect(proposal).toMatchObject({ stated: 8.645, proposed: 8.75 });
    expect(proposals[0]?.confirmedBy).toHaveLength(2);
  });

  test.each(['ha-tinh-2023.txt', 'khanh-hoa-2024.txt'])('%s raises no alarm', (file) => {
    expect(failing(file)).toEqual([]);
  });
});
