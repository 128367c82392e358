import { describe, expect, test } from 'vitest';
import { auditQuestion, changedFields } from './audit-changes.ts';

describe('what changed', () => {
  test.each([
    {
      because: 'only what differs is shown',
      before: { name: 'Phòng A', kind: 'division' },
      after: { name: 'Phòng B', kind: 'division' },
      changes: [{ field: 'name', before: 'Phòng A', after: 'Phòng B' }],
    },
    {
      because: 'a new record shows all it holds',
      before: null,
      after: { name: 'Phòng A', parentId: null },
      changes: [{ field: 'name', before: null, after: 'Phòng A' }],
    },
    {
      because: 'lists are compared by what they hold',
      before: { pairs: [1, 2] },
      after: { pairs: [1, 2] },
      changes: [],
    },
    { because: 'nothing is no change', before: null, after: null, changes: [] },
  ])('$because', ({ before, after, changes }) => {
    expect(changedFields({ before, after })).toEqual(changes);
  });
});

describe('the question to the server', () => {
  test('days are those of the office, and both count', () => {
    expect(auditQuestion({ from: '2026-03-01', to: '2026-03-01' })).toMatchObject({
      fromAt: '2026-02-28T17:00:00Z',
      toAt: '2026-03-01T17:00:00Z',
    });
  });

  test('what is empty or no day is not asked for', () => {
    expect(
      Object.values(auditQuestion({ actor: '', from: '2026-02-30' })).filter((value) => value !== undefined),
    ).toEqual([]);
  });
});
