import { expect, test } from 'vitest';
import { oneAtATime } from './one-at-a-time.ts';

const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1));

test('no work begins before the one asked for earlier has ended, whoever waits', async () => {
  const inTurn = oneAtATime();
  const said: string[] = [];
  const work = (name: string) => async () => {
    said.push(`${name} begins`);
    await soon();
    said.push(`${name} ends`);
    return name;
  };
  const answers = await Promise.all(['a', 'b', 'c'].map((name) => inTurn(work(name))));
  expect(answers).toEqual(['a', 'b', 'c']);
  expect(said).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
});

test('work that fails tells its asker only', async () => {
  const inTurn = oneAtATime();
  const failing = inTurn(() => Promise.reject(new Error('không lưu được')));
  const next = inTurn(() => Promise.resolve('lưu được'));
  await expect(failing).rejects.toThrow('không lưu được');
  await expect(next).resolves.toBe('lưu được');
});
