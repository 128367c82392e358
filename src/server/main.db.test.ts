import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

type Run = {
  child: ChildProcess;
  printed: () => string;
  says: (words: RegExp) => Promise<RegExpExecArray>;
  code: Promise<number | null>;
};

describe('the server as a process', { timeout: 180_000 }, () => {
  let folder: string;
  const children: ChildProcess[] = [];
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'caicach-main-'));
  });
  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function start(environment: Record<string, string>): Run {
    const { DATABASE_URL: _, ...rest } = process.env;
    const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts')], {
      env: { ...rest, PORT: '0', CAICACH_DATA: join(folder, 'data'), ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    children.push(child);
    let printed = '';
    const code = once(child, 'close').then(([status]) => status as number | null);
    const says = (words: RegExp): Promise<RegExpExecArray> =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = words.exec(printed);
          if (found) resolve(found);
        };
        for (const stream of [child.stdout, child.stderr]) {
          stream?.on('data', (chunk: Buffer) => {
            printed += chunk;
            look();
          });
        }
        code.then(() => reject(new Error(`ended without ${words}: ${printed}`)));
        look();
      });
    return { child, printed: () => printed, says, code };
  }

  const empty = { CAICACH_SAMPLE: 'no' };

  test('an empty system prints a one-time link, a second process is refused, and SIGTERM frees the folder', async () => {
    const first = start(empty);
    const [, address, token] = await first.says(/(http:\/\/127\.0\.0\.1:\d+)\/first-admin\?token=([\w-]{43})/);
    expect(first.printed()).not.toMatch(/mau-|Tài khoản mẫu/);
    const second = start(empty);
    await second.says(new RegExp(`in use by process ${first.child.pid}`));
    expect(await second.code).toBe(1);

    const form = {
      token,
      agencyName: 'Sở Thử nghiệm',
      agencyShortName: 'STN',
      province: 'tỉnh mẫu',
      username: 'quantri',
      displayName: 'Quản trị',
      password: 'một câu dài dễ nhớ',
    };
    const headers = { 'content-type': 'application/json', origin: address ?? '' };
    const made = await fetch(`${address}/api/first-administrator`, {
      method: 'POST',
      headers,
      body: JSON.stringify(form),
    });
    expect(await made.json()).toEqual({ done: true });
    first.child.kill('SIGTERM');
    expect(await first.code).toBe(0);
    expect(existsSync(join(folder, 'data', 'database.lock'))).toBe(false);
  });

  test('once there is a user, no link is printed, with or without the sample', async () => {
    const again = start({});
    const [address] = await again.says(/http:\/\/127\.0\.0\.1:\d+/);
    // The embedded database answers one after the other: what the start asks it comes before this.
    await fetch(`${address}/api/session`, { headers: { cookie: `caicach=${'x'.repeat(43)}` } });
    again.child.kill('SIGTERM');
    await again.code;
    expect(again.printed()).not.toMatch(/token=|mau-quan/);
  });

  test('the sample is not served to others: neither by address, nor by calling its database an empty system', async () => {
    const exposed = start({ HOST: '0.0.0.0' });
    expect(await exposed.code).toBe(1);
    const data = { CAICACH_DATA: join(folder, 'sample') };
    const sample = start(data);
    await sample.says(/quantri\s+mau-quan-2026/);
    sample.child.kill('SIGKILL');
    await sample.code;
    const relabelled = start({ ...data, ...empty, HOST: '0.0.0.0' });
    await relabelled.says(/holds the sample/);
    expect(await relabelled.code).toBe(1);
  });
});
