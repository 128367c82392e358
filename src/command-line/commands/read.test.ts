import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listenToCommand } from '../../testing/told.ts';
import { run } from './read.ts';

const told = listenToCommand();

test('nothing but the exchange format is printed', async () => {
  const file = told.save(
    'plan.txt',
    'KẾ HOẠCH\nCải cách hành chính năm 2031\n\nTT\tNhiệm vụ\tThời hạn\n1\tTập huấn\tQuý II\n',
  );
  expect(await run([file, '--json'])).toBe(0);
  const exchange = JSON.parse(told.printed);
  expect(Object.keys(exchange)).toEqual(['document', 'result', 'areas', 'deficits', 'tasks', 'obligations', 'figures']);
  expect(exchange.tasks).toMatchObject([{ ordinal: '1', title: 'Tập huấn', deadlineText: 'Quý II' }]);
  expect(told.complained).toBe('');
});

test('a file that is not there and an empty one are told in Vietnamese, with nothing printed', async () => {
  expect(await run([join(told.folder, 'none.txt')])).toBe(1);
  expect(told.complained).toContain('không mở được tệp');
  expect(await run([told.save('empty.txt', ''), '--json'])).toBe(1);
  expect(told.complained).toContain('Tệp rỗng');
  expect(told.printed).toBe('');
});

test.each([{ words: [] }, { words: ['a.txt', 'b.txt'] }, { words: ['--all', 'a.txt'] }])(
  'read $words is a wrong use',
  async ({ words }) => {
    expect(await run(words)).toBe(2);
    expect(told.complained).toContain('Dùng');
  },
);
