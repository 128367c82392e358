import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FolderInUse, takeFolderLock } from './folder-lock.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'caicach-lock-'));
  file = join(folder, 'database.lock');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const lockModule = join(import.meta.dirname, 'folder-lock.ts');
const holding = `import { takeFolderLock } from ${JSON.stringify(lockModule)};
  takeFolderLock(process.argv[1]); console.log('held'); setInterval(() => {}, 1000);`;

describe('the lock of a data folder', () => {
  test('is taken once and free again after the release', () => {
    const release = takeFolderLock(file);
    expect(() => takeFolderLock(file)).toThrow(FolderInUse);
    release();
    takeFolderLock(file)();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('names the process that holds it', () => {
    takeFolderLock(file);
    expect(() => takeFolderLock(file)).toThrow(`in use by process ${process.pid}`);
  });

  test('refuses a second process, and is taken over once the first was killed with -9', async () => {
    const holder = spawn(process.execPath, ['--input-type=module', '-e', holding, file], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(holder.stdout, 'data');
    expect(() => takeFolderLock(file)).toThrow(`in use by process ${holder.pid}`);
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    expect(existsSync(file)).toBe(true);
    takeFolderLock(file);
    expect(readFileSync(file, 'utf8')).toMatch(new RegExp(`^${process.pid} `));
  });

  test.each([
    { content: '', because: 'an empty lock of an older version names nobody' },
    { content: 'not a number', because: 'a damaged lock names nobody' },
    { content: '0 12', because: 'no process has the number 0' },
    { content: `${process.pid} 1`, because: 'the number was given to another process since' },
  ])('is taken over when it says “$content”: $because', ({ content }) => {
    writeFileSync(file, content);
    takeFolderLock(file);
    expect(readFileSync(file, 'utf8')).toMatch(new RegExp(`^${process.pid} `));
  });

  test('of a process that ended normally without releasing it is taken over', () => {
    const script = holding.replace(/ setInterval.*/, '');
    spawnSync(process.execPath, ['--input-type=module', '-e', script, file]);
    expect(existsSync(file)).toBe(true);
    takeFolderLock(file)();
    expect(existsSync(file)).toBe(false);
  });
});
