import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runAndKill } from '../testing/killed/killed-child.ts';
import { openEmbeddedDatabase } from './embedded-database.ts';

const KILLS = 12;

describe('the embedded database', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'caicach-embedded-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test(`loses no acknowledged transaction and keeps no half one in ${KILLS} kills with -9`, {
    timeout: 240_000,
  }, async () => {
    let acknowledged = 0;
    for (let kill = 1; kill <= KILLS; kill += 1) {
      const [first = '', ...numbers] = await runAndKill('write-transactions.ts', [folder], (kill * 37) % 150);
      const found = JSON.parse(first.replace('found ', '')) as { facts: number; newest: number; parts: number };
      expect(found.newest).toBeGreaterThanOrEqual(acknowledged);
      expect(found).toEqual({ facts: found.newest, newest: found.newest, parts: 2 * found.newest });
      acknowledged = Number(numbers.at(-1) ?? found.newest);
    }
    expect(acknowledged).toBeGreaterThan(KILLS);
  });

  test('opens again after the last kill, refuses a second opener, and can be used', async () => {
    const database = await openEmbeddedDatabase(folder);
    await expect(openEmbeddedDatabase(folder)).rejects.toThrow('in use by process');
    const { rows } = await database.execute(sql`select count(*) > 0 as "isFilled" from fact`);
    expect(rows).toEqual([{ isFilled: true }]);
    await database.close();
    await (await openEmbeddedDatabase(folder)).close();
  });

  test('rolls a failed transaction back', async () => {
    const database = await openEmbeddedDatabase(folder);
    const failing = database.transaction(async (tx) => {
      await tx.execute(sql`delete from part`);
      throw new Error('the change failed');
    });
    await expect(failing).rejects.toThrow('the change failed');
    const { rows } = await database.execute(sql`select count(*) > 0 as "isKept" from part`);
    expect(rows).toEqual([{ isKept: true }]);
    await database.close();
  });
});
