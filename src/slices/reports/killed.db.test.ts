import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runAndKill } from '../../testing/killed/killed-child.ts';

/** After so many lines of the child: its first is what it found, so these fall before, in and at the end of a closing. */
const KILLS = [3, 6, 13];

test('a period is closed whole or not at all, however often the process is killed -9', {
  timeout: 300_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'caicach-closing-'));
  try {
    const found: Record<string, number>[] = [];
    let killedInside = 0;
    for (const afterLines of KILLS) {
      const lines = await runAndKill('close-periods.ts', [folder], 0, afterLines);
      found.push(JSON.parse(lines[0] ?? '{}'));
      expect(lines.at(-1)).not.toBe('end');
      if (lines.at(-1) === 'statement') killedInside += 1;
    }
    const last = await runAndKill('close-periods.ts', [folder], 0, Number.POSITIVE_INFINITY);
    found.push(JSON.parse(last[0] ?? '{}'));
    expect(last.at(-1)).toBe('end');
    expect(killedInside).toBeGreaterThanOrEqual(2);
    for (const counts of found) expect(new Set(Object.values(counts)).size, JSON.stringify(counts)).toBe(1);
    expect(found.map(({ closed }) => closed)).toEqual(
      [...found.map(({ closed }) => closed)].sort((a, b) => Number(a) - Number(b)),
    );
    expect(Number(found.at(-1)?.closed) + last.filter((line) => line === 'closed').length).toBe(11);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
