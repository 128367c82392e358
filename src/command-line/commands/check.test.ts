import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { run } from './check.ts';

let folder = '';
let printed = '';
let complained = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'check-'));
  printed = '';
  complained = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    complained += String(text);
    return true;
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

function save(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

const sound = 'Sở đạt 8,75/13 điểm, chiếm 67,31%.\n';
const wrong = 'Sở đạt 8,645/13 điểm, chiếm 67,31%.\n';

describe('caicach check', () => {
  test('a document that agrees with itself ends with 0', async () => {
    expect(await run([save('a.txt', sound)])).toBe(0);
    expect(printed).toContain('Đã kiểm tra 1 quan hệ số học: tất cả đều khớp.');
  });

  test('a document that does not ends with 1 and says where and why', async () => {
    expect(await run([save('a.txt', wrong)])).toBe(1);
    expect(printed).toContain('1 không khớp');
    expect(printed).toContain('8,645 / 13 × 100 = 66,5');
  });

  test('--json prints one object for one file', async () => {
    const file = save('a.txt', wrong);
    await run([file, '--json']);
    expect(JSON.parse(printed)).toMatchObject({
      file,
      figures: [{ relation: 'ratio', stated: 67.31, computed: 66.5, holds: false, proposal: null }],
    });
  });

  test('a folder gives a list, in the order of names, of what can be read', async () => {
    save('b.txt', sound);
    save('a.txt', wrong);
    save('c.bin', 'x');
    expect(await run([folder, '--json'])).toBe(1);
    const files = JSON.parse(printed).map((one: { file: string }) => one.file);
    expect(files).toEqual([join(folder, 'a.txt'), join(folder, 'b.txt')]);
  });

  test('several files give a list and a line that sums them up', async () => {
    expect(await run([save('a.txt', sound), save('b.txt', sound)])).toBe(0);
    expect(printed).toContain('Cộng 2 tệp: 2 quan hệ số học, tất cả đều khớp.');
  });

  test('a file that cannot be read is told as such and ends with 1', async () => {
    expect(await run([save('a.docx', 'no Word file'), '--json'])).toBe(1);
    expect(JSON.parse(printed)).toMatchObject({ figures: [], error: expect.stringContaining('.docx') });
  });

  test.each([
    { words: [], because: 'no file is named' },
    { words: ['a.txt', '--yaml'], because: 'the option does not exist' },
    { words: ['not-there.txt'], because: 'there is no such file' },
  ])('wrong use ends with 2: $because', async ({ words }) => {
    expect(await run(words)).toBe(2);
    expect(complained).not.toBe('');
    expect(printed).toBe('');
  });
});
