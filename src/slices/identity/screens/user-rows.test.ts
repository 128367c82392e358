import { describe, expect, test } from 'vitest';
import { filterUsers, type User, userRows, userStateOf } from './user-rows.ts';

const NOW = '2026-11-20T01:00:00.000Z';

test.each([
  { isActive: true, lockedUntil: null, state: 'active', because: 'nothing speaks against it' },
  { isActive: true, lockedUntil: '2026-11-20T01:15:00.000Z', state: 'locked', because: 'too many wrong passwords' },
  { isActive: true, lockedUntil: '2026-11-20T00:45:00.000Z', state: 'active', because: 'the lock has passed' },
  { isActive: false, lockedUntil: '2026-11-20T01:15:00.000Z', state: 'off', because: 'switched off counts more' },
])('a user is $state: $because', ({ isActive, lockedUntil, state }) => {
  expect(userStateOf({ isActive, lockedUntil }, NOW)).toBe(state);
});

describe('the list of users', () => {
  const user = (username: string, fields: Partial<User>): User => ({
    userId: `user_${username}`,
    username,
    displayName: username,
    role: 'reader',
    unitId: null,
    isActive: true,
    lockedUntil: null,
    version: 1,
    ...fields,
  });
  const rows = userRows(
    [user('cchc', { displayName: 'Chuyên viên CCHC', role: 'par-officer', unitId: 'unit_1' }), user('khach', {})],
    [{ unitId: 'unit_1', name: 'Văn phòng Sở', shortName: 'VP Sở', validTo: null }],
    NOW,
  );
  const all = { query: '', role: '', unitId: '', state: '' };

  test.each([
    { filter: all, found: ['cchc', 'khach'] },
    { filter: { ...all, query: 'van phong' }, found: ['cchc'] },
    { filter: { ...all, role: 'reader' }, found: ['khach'] },
    { filter: { ...all, unitId: 'unit_1' }, found: ['cchc'] },
    { filter: { ...all, state: 'locked' }, found: [] },
  ])('$filter finds $found', ({ filter, found }) => {
    expect(filterUsers(rows, filter).map(({ username }) => username)).toEqual(found);
  });
});
