import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listenToCommand } from '../../testing/told.ts';
import { run } from './check.ts';

const told = listenToCommand();

const sound = 'Sở đạt 8,75/13 điểm, chiếm 67,31%.\n';
const wrong = 'Sở đạt 8,645/13 điểm, chiếm 67,31%.\n';

describe('caicach check', () => {
  test('a document that agrees with itself ends with 0', async () => {
    expect(await run([told.save('a.txt', sound)])).toBe(0);
    expect(told.printed).toContain('Đã kiểm tra 1 quan hệ số học: tất cả đều khớp.');
  });

  test('a document that does not ends with 1 and says where and why', async () => {
    expect(await run([told.save('a.txt', wrong)])).toBe(1);
    expect(told.printed).toContain('1 không khớp');
    expect(told.printed).toContain('8,645 / 13 × 100 = 66,5');
  });

  test('--json prints one object for one file', async () => {
    const file = told.save('a.txt', wrong);
    await run([file, '--json']);
    expect(JSON.parse(told.printed)).toMatchObject({
      file,
      figures: [{ relation: 'ratio', stated: 67.31, computed: 66.5, holds: false, proposal: null }],
    });
  });

  test('a folder gives a list, in the order of names, of what can be read', async () => {
    told.save('b.txt', sound);
    told.save('a.txt', wrong);
    told.save('c.bin', 'x');
    expect(await run([told.folder, '--json'])).toBe(1);
    const files = JSON.parse(told.printed).map((one: { file: string }) => one.file);
    expect(files).toEqual([join(told.folder, 'a.txt'), join(told.folder, 'b.txt')]);
  });

  test('several files give a list and a line that sums them up', async () => {
    expect(await run([told.save('a.txt', sound), told.save('b.txt', sound)])).toBe(0);
    expect(told.printed).toContain('Cộng 2 tệp: 2 quan hệ số học, tất cả đều khớp.');
  });

  test('a file that cannot be read is told as such and ends with 1', async () => {
    expect(await run([told.save('a.docx', 'no Word file'), '--json'])).toBe(1);
    expect(JSON.parse(told.printed)).toMatchObject({ figures: [], error: expect.stringContaining('.docx') });
  });

  test.each([
    { words: [], because: 'no file is named' },
    { words: ['a.txt', '--yaml'], because: 'the option does not exist' },
    { words: ['not-there.txt'], because: 'there is no such file' },
  ])('wrong use ends with 2: $because', async ({ words }) => {
    expect(await run(words)).toBe(2);
    expect(told.complained).not.toBe('');
    expect(told.printed).toBe('');
  });
});
