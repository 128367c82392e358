import { expect, test } from 'vitest';
import { neededBy } from './bundle-size.ts';

test('a page needs its chunk, what that imports, and nothing that loads later', () => {
  const manifest = {
    main: { file: 'main.js', imports: ['shared'], isEntry: true },
    shared: { file: 'shared.js', imports: ['main'] },
    page: { file: 'page.js', imports: ['table', 'shared'], isDynamicEntry: true },
    table: { file: 'table.js' },
    chart: { file: 'chart.js', isDynamicEntry: true },
  };
  expect([...neededBy(manifest, 'main')]).toEqual(['main', 'shared']);
  expect([...neededBy(manifest, 'page', new Set(['main', 'shared']))].sort()).toEqual([
    'main',
    'page',
    'shared',
    'table',
  ]);
});
