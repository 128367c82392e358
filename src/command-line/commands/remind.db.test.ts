import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { openEmbeddedDatabase } from '../../server/embedded-database.ts';
import { migrateUp } from '../../server/migrations.ts';
import { seedSampleOffice } from '../../server/sample.ts';
import { makeClock } from '../../testing/clock.ts';
import { makeContext } from '../../testing/context.ts';
import { run } from './remind.ts';

const FRIDAY = '2026-11-20';
const SATURDAY = '2026-11-21';

describe('caicach remind', () => {
  let folder: string;
  let printed: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'caicach-remind-'));
    const database = await openEmbeddedDatabase(folder);
    await migrateUp(database);
    const context = makeContext({ database, config: { dataFolder: folder } });
    await seedSampleOffice({ ...context, clock: makeClock(`${FRIDAY}T01:00:00Z`) });
    await database.close();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  beforeEach(() => {
    printed = '';
    const keep = (text: string | Uint8Array): boolean => {
      printed += text;
      return true;
    };
    vi.spyOn(process.stdout, 'write').mockImplementation(keep);
    vi.spyOn(process.stderr, 'write').mockImplementation(keep);
    vi.stubEnv('DATABASE_URL', '');
    vi.stubEnv('CAICACH_DATA', folder);
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
  });

  const kept = async (): Promise<{ notices: number; days: number }> => {
    const database = await openEmbeddedDatabase(folder);
    const { rows } = await database.execute<{ notices: number; days: number }>(sql`
      select (select count(*) from notice) as notices, (select count(*) from reminder_day) as days`);
    await database.close();
    return rows[0] ?? { notices: -1, days: -1 };
  };
  const linesOf = (): number => Number(/(\d+) dòng/.exec(printed)?.[1]);

  test.each([[['--day']], [['--day', '2026-02-30']], [['--day', 'hôm nay']], [['--force']], [['2026-11-20']]])(
    'wrong use %j is told with the right one',
    async (words) => {
      expect(await run(words)).toBe(2);
      expect(printed).toContain('caicach remind [--day YYYY-MM-DD] [--dry-run]');
    },
  );

  test('a dry run prints who would be told what, and writes nothing', async () => {
    expect(await run(['--day', FRIDAY, '--dry-run'])).toBe(0);
    expect(linesOf()).toBeGreaterThan(10);
    expect(printed).toContain('chưa ghi gì');
    expect(printed).toMatch(/^ {4}- .+: .+/m);
    expect(await kept()).toEqual({ notices: 0, days: 0 });
  });

  test('the run of a day tells as much as the dry run said, once', async () => {
    await run(['--day', FRIDAY, '--dry-run']);
    const promised = linesOf();
    printed = '';
    expect(await run(['--day', FRIDAY])).toBe(0);
    expect(linesOf()).toBe(promised);
    expect(await kept()).toEqual({ notices: promised, days: 1 });
    printed = '';
    expect(await run(['--day', FRIDAY])).toBe(0);
    expect(linesOf()).toBe(0);
    expect(await kept()).toEqual({ notices: promised, days: 1 });
  });

  test('a day off is silent', async () => {
    expect(await run(['--day', SATURDAY])).toBe(0);
    expect(printed).toContain('ngày nghỉ, không nhắc');
    expect((await kept()).days).toBe(1);
  });

  test('without a database that can be opened it says what to do and fails', async () => {
    vi.stubEnv('DATABASE_URL', 'mysql://nowhere');
    expect(await run([])).toBe(1);
    expect(printed).toContain('DATABASE_URL');
  });
});
