import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { run } from './read.ts';

let folder = '';
let printed = '';
let complained = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'read-'));
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

test('nothing but the exchange format is printed', async () => {
  const file = save(
    'plan.txt',
    'KẾ HOẠCH\nCải cách hành chính năm 2031\n\nTT\tNhiệm vụ\tThời hạn\n1\tTập huấn\tQuý II\n',
  );
  expect(await run([file, '--json'])).toBe(0);
  const exchange = JSON.parse(printed);
  expect(Object.keys(exchange)).toEqual(['document', 'result', 'areas', 'deficits', 'tasks', 'obligations', 'figures']);
  expect(exchange.tasks).toMatchObject([{ ordinal: '1', title: 'Tập huấn', deadlineText: 'Quý II' }]);
  expect(complained).toBe('');
});

test('a file that is not there and an empty one are told in Vietnamese, with nothing printed', async () => {
  expect(await run([join(folder, 'none.txt')])).toBe(1);
  expect(complained).toContain('không mở được tệp');
  expect(await run([save('empty.txt', ''), '--json'])).toBe(1);
  expect(complained).toContain('Tệp rỗng');
  expect(printed).toBe('');
});

test.each([{ words: [] }, { words: ['a.txt', 'b.txt'] }, { words: ['--all', 'a.txt'] }])(
  'read $words is a wrong use',
  async ({ words }) => {
    expect(await run(words)).toBe(2);
    expect(complained).toContain('Dùng');
  },
);
