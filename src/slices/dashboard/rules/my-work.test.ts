import { describe, expect, test } from 'vitest';
import { civilDate } from '../../../kernel/civil-date.ts';
import { makeCalendar, SHIPPED_PLAN } from '../../calendar/index.ts';
import type { WaitingItem } from '../../deadlines/index.ts';
import { makeAudience, makeUnowned, type OfficeOnDay } from '../../notifications/index.ts';
import { myWorkOf, type WorkFilter } from './my-work.ts';

const today = civilDate('2026-11-20');
const unit = (unitId: 'unit_a' | 'unit_b' | 'unit_office', position: number) =>
  ({
    unitId,
    parentId: null,
    name: unitId,
    shortName: unitId,
    kind: 'division',
    validTo: null,
    position,
    version: 1,
  }) as const;
const office: OfficeOnDay = {
  day: today,
  people: [
    { userId: 'user_doer', role: 'specialist', unitId: 'unit_a' },
    { userId: 'user_head', role: 'unit-head', unitId: 'unit_a' },
    { userId: 'user_officer', role: 'par-officer', unitId: 'unit_office' },
    { userId: 'user_director', role: 'director', unitId: null },
  ],
  headships: [],
  history: {
    units: [unit('unit_a', 0), unit('unit_b', 1), unit('unit_office', 2)].map((one) => ({
      ...one,
      validFrom: civilDate('2020-01-01'),
    })),
    successions: [],
  },
};

const item = (key: string, given: Partial<WaitingItem>): WaitingItem => ({
  source: 'task',
  key,
  step: 'do',
  title: `Việc ${key}`,
  unitId: 'unit_a',
  userIds: [],
  dueOn: civilDate('2026-11-25'),
  originalDueOn: null,
  points: null,
  address: '/tasks/1',
  remindBefore: null,
  ...given,
});

const items = [
  item('undated', { userIds: ['user_doer'], dueOn: null }),
  item('small', { userIds: ['user_doer'], points: '0.5' }),
  item('large', { userIds: ['user_doer'], points: '10' }),
  item('late', { userIds: ['user_doer'], dueOn: civilDate('2026-11-19'), source: 'report' }),
  item('of-head', {}),
  item('of-nobody', { unitId: 'unit_b' }),
  item('of-office', { unitId: 'unit_office' }),
  item('to-decide', { unitId: null, step: 'decide-extension' }),
];

const EVERYTHING: WorkFilter = { scope: 'mine', source: null, step: null, due: null, text: null };
const work = (userId: `user_${string}`, unitIds: readonly string[], filter: Partial<WorkFilter> = {}) =>
  myWorkOf(
    items,
    { userId, unitIds },
    {
      filter: { ...EVERYTHING, ...filter },
      audienceOf: makeAudience(office),
      isUnowned: makeUnowned(office),
      today,
      calendar: makeCalendar(SHIPPED_PLAN),
    },
  );
const keys = (...given: Parameters<typeof work>): string[] => work(...given).lines.map(({ key }) => key);

describe('my work', () => {
  test('late first, then by day, then by points, undated last', () => {
    expect(keys('user_doer', ['unit_a'])).toEqual(['late', 'large', 'small', 'undated']);
    expect(work('user_doer', ['unit_a'])).toMatchObject({
      counts: { all: 4, late: 1, week: 2, unowned: 0 },
      nextOn: '2026-11-25',
    });
  });

  test.each([
    { filter: { due: 'late' }, found: ['late'] },
    { filter: { due: 'undated' }, found: ['undated'] },
    { filter: { due: 'week' }, found: ['large', 'small'] },
    { filter: { source: 'report' }, found: ['late'] },
    { filter: { text: 'viec LARGE' }, found: ['large'] },
    { filter: { step: 'approve' }, found: [] },
  ] as const)('filtered by $filter', ({ filter, found }) => {
    expect(keys('user_doer', ['unit_a'], filter)).toEqual(found);
  });

  test('the head has what nobody was named for; with "unit" everything of his unit', () => {
    expect(keys('user_head', ['unit_a'])).toEqual(['of-head']);
    expect(keys('user_head', ['unit_a'], { scope: 'unit' })).toEqual(['late', 'large', 'small', 'of-head', 'undated']);
  });

  test('the officer has his own unit’s and the office’s; what nobody has elsewhere stands apart', () => {
    expect(keys('user_officer', ['unit_office'])).toEqual(['of-office', 'to-decide']);
    expect(keys('user_officer', ['unit_office'], { scope: 'unowned' })).toEqual(['of-nobody']);
    expect(work('user_officer', ['unit_office']).counts.unowned).toBe(1);
  });

  test('the director decides, and has nothing else', () => {
    expect(keys('user_director', [])).toEqual(['to-decide']);
  });
});
