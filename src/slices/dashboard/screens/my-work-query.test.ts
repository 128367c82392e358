import { expect, test } from 'vitest';
import { myWorkQueryOf } from './my-work-query.ts';

test.each([
  { search: {}, asked: { scope: 'mine' } },
  { search: { scope: 'unit', due: 'late', q: 'báo cáo' }, asked: { scope: 'unit', due: 'late', text: 'báo cáo' } },
  { search: { source: 'report', step: 'hand-in' }, asked: { scope: 'mine', source: 'report', step: 'hand-in' } },
  { search: { scope: 'all', due: 'someday', source: 'x', step: 'y' }, asked: { scope: 'mine' } },
])('$search asks for $asked', ({ search, asked }) => {
  expect(myWorkQueryOf(search as Record<string, string>)).toEqual(asked);
});
