import { describe, expect, test } from 'vitest';
import { civilDate } from '../../../kernel/civil-date.ts';
import { makeAudience, type OfficeOnDay } from './audience.ts';

const day = civilDate('2026-07-01');
const unit = (unitId: `unit_${string}`, validFrom: string, validTo: string | null) => ({
  unitId,
  parentId: null,
  name: unitId,
  shortName: unitId,
  kind: 'division' as const,
  validFrom: civilDate(validFrom),
  validTo: validTo === null ? null : civilDate(validTo),
  position: 0,
  version: 1,
});
const office: OfficeOnDay = {
  day,
  people: [
    { userId: 'user_head', role: 'unit-head', unitId: 'unit_new' },
    { userId: 'user_acting', role: 'specialist', unitId: 'unit_new' },
    { userId: 'user_doer', role: 'specialist', unitId: 'unit_new' },
    { userId: 'user_officer', role: 'par-officer', unitId: null },
    { userId: 'user_director', role: 'director', unitId: null },
    { userId: 'user_admin', role: 'administrator', unitId: null },
  ],
  headships: [
    { unitId: 'unit_acted', userId: 'user_acting', validFrom: civilDate('2026-06-01'), validTo: null },
    { unitId: 'unit_left', userId: 'user_gone', validFrom: civilDate('2020-01-01'), validTo: null },
  ],
  history: {
    units: [
      unit('unit_old', '2020-01-01', '2026-06-30'),
      unit('unit_new', '2026-07-01', null),
      unit('unit_acted', '2020-01-01', null),
      unit('unit_left', '2020-01-01', null),
      unit('unit_dissolved', '2020-01-01', '2026-05-31'),
    ],
    successions: [{ predecessorId: 'unit_old', successorId: 'unit_new' }],
  },
};
const audienceOf = makeAudience(office);

describe('the doer of an item', () => {
  test.each([
    { unitId: 'unit_new', userIds: ['user_doer'], step: 'do', doers: ['user_doer'], because: 'it was handed to him' },
    { unitId: 'unit_new', userIds: [], step: 'do', doers: ['user_head'], because: 'nobody was named: the head' },
    { unitId: 'unit_new', userIds: ['user_gone'], step: 'do', doers: ['user_head'], because: 'who was named left' },
    { unitId: 'unit_old', userIds: [], step: 'do', doers: ['user_head'], because: 'the unit ended: its successor' },
    { unitId: 'unit_acted', userIds: [], step: 'do', doers: ['user_acting'], because: 'appointed, whatever the role' },
    { unitId: 'unit_left', userIds: [], step: 'do', doers: ['user_officer'], because: 'its head left: the office' },
    { unitId: 'unit_dissolved', userIds: [], step: 'do', doers: ['user_officer'], because: 'no successor: the office' },
    { unitId: null, userIds: [], step: 'review', doers: ['user_officer'], because: 'it waits for the office' },
    { unitId: null, userIds: [], step: 'approve', doers: ['user_officer', 'user_director'], because: 'leaders decide' },
  ] as const)('of $unitId, $userIds, to $step: $doers ($because)', ({ doers, ...item }) => {
    expect(audienceOf(item, 'doer')).toEqual(doers);
  });
});

test('the head hears of the work of his people, the office of everything', () => {
  const item = { unitId: 'unit_new', userIds: ['user_doer'], step: 'do' } as const;
  expect(audienceOf(item, 'head')).toEqual(['user_head']);
  expect(audienceOf(item, 'office')).toEqual(['user_officer']);
});

test('an office without an officer has its administrators', () => {
  const people = office.people.filter(({ role }) => role !== 'par-officer');
  const item = { unitId: null, userIds: [], step: 'review' } as const;
  expect(makeAudience({ ...office, people })(item, 'office')).toEqual(['user_admin']);
});
