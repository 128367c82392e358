import { expect, test } from 'vitest';
import { fillAddress } from './fill-address.ts';

test.each([
  { address: '/api/tasks/{taskId}', path: { taskId: 'task_1' }, query: {}, filled: '/api/tasks/task_1' },
  {
    address: '/api/units/aliases/{alias}',
    path: { alias: 'P/KH & TC?' },
    query: {},
    filled: '/api/units/aliases/P%2FKH%20%26%20TC%3F',
  },
  {
    address: '/api/tasks',
    path: {},
    query: { state: 'late', unit: undefined, year: null },
    filled: '/api/tasks?state=late',
  },
  { address: '/api/tasks', path: {}, query: { unit: ['a', 'b'] }, filled: '/api/tasks?unit=a&unit=b' },
  { address: '/api/tasks', path: {}, query: { limit: 0 }, filled: '/api/tasks?limit=0' },
])('$address becomes $filled', ({ address, path, query, filled }) => {
  expect(fillAddress(address, path, query)).toBe(filled);
});
