import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { contentPath, hasContent, saveContent } from './content.ts';

describe('the bytes of files', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'caicach-content-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const save = (text: string, limit = 100) => saveContent(folder, Readable.from([Buffer.from(text)]), limit);
  const kept = (): string[] =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name);

  test('lie under their hash', async () => {
    const content = await save('minh chứng');
    expect(content).toMatchObject({ byteCount: 12 });
    expect(readFileSync(contentPath(folder, content?.sha256 ?? ''), 'utf8')).toBe('minh chứng');
    expect(await hasContent(folder, content?.sha256 ?? '')).toBe(true);
  });

  test('are kept once however often they come', async () => {
    const [first, second] = await Promise.all([save('một tệp'), save('một tệp')]);
    expect(second).toEqual(first);
    expect(kept()).toEqual([first?.sha256]);
  });

  test.each([
    { size: 100, isKept: true },
    { size: 101, isKept: false },
  ])('of $size are kept: $isKept, where 100 are the limit', async ({ size, isKept }) => {
    expect((await save('x'.repeat(size))) !== null).toBe(isKept);
    expect(kept()).toHaveLength(isKept ? 1 : 0);
  });

  test('that the form reader cut are not kept', async () => {
    const cut = Object.assign(Readable.from([Buffer.from('half')]), { truncated: true });
    expect(await saveContent(folder, cut, 100)).toBeNull();
    expect(kept()).toEqual([]);
  });

  test('that stop arriving leave nothing behind', async () => {
    const broken = Readable.from(
      (async function* () {
        yield Buffer.from('half');
        throw new Error('the line broke');
      })(),
    );
    await expect(saveContent(folder, broken, 100)).rejects.toThrow('the line broke');
    expect(kept()).toEqual([]);
  });
});
