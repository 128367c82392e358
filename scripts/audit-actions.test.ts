import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isKnownAction } from '../src/slices/audit/texts.ts';
import { taskStates } from '../src/slices/tasks/index.ts';

const root = join(import.meta.dirname, '..', 'src');

/** Every action that the code writes to the audit chain by its name. */
function actionsInCode(): string[] {
  const source = ['slices', 'server']
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(root, folder, file)),
    )
    .filter((file) => /\.ts$/.test(file) && !/\.test\.ts$/.test(file))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  const written = source.matchAll(
    /(?:\baction: |\bfact\()(?:[\w.]+ \? )?'([a-z-]+\.[a-z-]+)'(?: : '([a-z-]+\.[a-z-]+)')?/g,
  );
  return [...new Set([...written].flatMap(([, one, other]) => [one, other]).filter((name) => name !== undefined))];
}

test('every action in the audit log has a text in both languages', () => {
  const actions = actionsInCode();
  expect(actions.length).toBeGreaterThan(20);
  expect(actions.filter((action) => !isKnownAction(action))).toEqual([]);
});

test('every state that a task can be moved to has a text in the audit log', () => {
  expect(taskStates.filter((state) => !isKnownAction(`task.${state}`))).toEqual([]);
});
