import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type CivilDate, civilDate, weekdayOf } from '../../../kernel/civil-date.ts';
import type { UserId } from '../../../kernel/ids.ts';
import { makeCalendar, SHIPPED_PLAN } from '../../calendar/index.ts';
import type { WaitingItem } from '../../deadlines/index.ts';
import { type AudienceOf, makeAudience } from './audience.ts';
import { digestsOf, type Notice, noticesOn, occurrenceOf, toldKey } from './day-notices.ts';
import { type Audience, defaultReminders, type ReminderSettings } from './reminder-settings.ts';
import { stagesOf, worksOn } from './stages.ts';

const calendar = makeCalendar(SHIPPED_PLAN);

function anItem(given: Partial<WaitingItem> = {}): WaitingItem {
  return {
    source: 'task',
    key: 'task_1',
    step: 'do',
    title: 'Báo cáo quý',
    unitId: 'unit_a',
    userIds: ['user_doer'],
    dueOn: civilDate('2026-11-20'),
    originalDueOn: null,
    points: null,
    address: '/tasks/task_1',
    remindBefore: null,
    ...given,
  };
}

const audienceOf: AudienceOf = makeAudience({
  day: civilDate('2026-11-20'),
  people: [
    { userId: 'user_doer', role: 'specialist', unitId: 'unit_a' },
    { userId: 'user_head', role: 'unit-head', unitId: 'unit_a' },
    { userId: 'user_officer', role: 'par-officer', unitId: 'unit_o' },
    { userId: 'user_director', role: 'director', unitId: null },
  ],
  headships: [],
  history: {
    units: ['unit_a', 'unit_o'].map((unitId, position) => ({
      unitId: unitId as 'unit_a',
      parentId: null,
      name: unitId,
      shortName: unitId,
      kind: 'division',
      validFrom: civilDate('2020-01-01'),
      validTo: null,
      position,
      version: 1,
    })),
    successions: [],
  },
});

/** Runs every day from one to another, keeping what was told as the store does. */
function live(
  days: readonly CivilDate[],
  itemsOn: (day: CivilDate) => readonly WaitingItem[],
  settings: ReminderSettings = defaultReminders,
): { day: CivilDate; notices: Notice[] }[] {
  const told = new Map<string, CivilDate>();
  return days.map((day) => {
    const notices = noticesOn({ day, calendar, settings, audienceOf, items: itemsOn(day), told });
    for (const { userId, item, occurrence, fireOn } of notices) told.set(toldKey(userId, item.key, occurrence), fireOn);
    return { day, notices };
  });
}

const span = (first: string, count: number): CivilDate[] =>
  Array.from({ length: count }, (_, index) => addDays(civilDate(first), index));
const linesOf = (lived: ReturnType<typeof live>): string[] =>
  lived.flatMap(({ day, notices }) => notices.map(({ userId, reason }) => `${day} ${userId} ${reason}`));

describe('the days of one task, due on Friday 20 November 2026', () => {
  test('the doer before the day, then the doer, the head and the office once it is late', () => {
    expect(linesOf(live(span('2026-11-01', 40), () => [anItem()]))).toEqual([
      '2026-11-11 user_doer lead-7',
      '2026-11-17 user_doer lead-3',
      '2026-11-19 user_doer lead-1',
      '2026-11-23 user_doer late-doer-1',
      // 24 November is a day off (kept provisional in the shipped calendar)
      '2026-11-26 user_head late-head-3',
      '2026-12-02 user_officer late-office-7',
    ]);
  });

  test('lead times of the item go before those of the office; 0 is the day itself', () => {
    const lines = linesOf(live(span('2026-11-01', 20), () => [anItem({ remindBefore: [2, 0] })]));
    expect(lines).toEqual(['2026-11-18 user_doer lead-2', '2026-11-20 user_doer lead-0']);
  });

  test('a day moved by an extension begins anew', () => {
    const lines = linesOf(
      live(span('2026-11-17', 12), (day) => [
        anItem({ dueOn: civilDate(day < '2026-11-18' ? '2026-11-20' : '2026-11-27') }),
      ]),
    );
    expect(lines).toEqual([
      '2026-11-17 user_doer lead-3',
      '2026-11-18 user_doer lead-7',
      '2026-11-23 user_doer lead-3',
      '2026-11-26 user_doer lead-1',
    ]);
  });

  test('after days without a server one line says the newest reason and covers the others', () => {
    const [first] = live([civilDate('2026-11-26')], () => [anItem()]);
    expect(first?.notices.map(({ userId, reason, covers }) => ({ userId, reason, covers }))).toEqual([
      { userId: 'user_doer', reason: 'late-doer-1', covers: ['lead-7', 'lead-3', 'lead-1'] },
      { userId: 'user_head', reason: 'late-head-3', covers: [] },
    ]);
  });

  test('a Saturday is silent and its lines come on Monday', () => {
    const days = [civilDate('2026-11-21'), civilDate('2026-11-23')];
    expect(linesOf(live(days, () => [anItem({ dueOn: civilDate('2026-11-24') })]))).toEqual([
      '2026-11-23 user_doer lead-1',
    ]);
  });

  test('who approves is told anew of work that he did not do, and of his own under another occurrence', () => {
    const item = anItem({ userIds: ['user_head'] });
    const lines = linesOf(
      live(span('2026-11-17', 3), (day) => [day < '2026-11-18' ? item : { ...item, step: 'approve', userIds: [] }]),
    );
    expect(lines).toEqual([
      '2026-11-17 user_head lead-3',
      '2026-11-18 user_head lead-3',
      '2026-11-19 user_head lead-1',
    ]);
  });

  test('undated work brings no notice', () => {
    expect(linesOf(live(span('2026-11-01', 30), () => [anItem({ dueOn: null })]))).toEqual([]);
  });

  test('past the last year of the calendar Mondays to Fridays count', () => {
    const item = anItem({ dueOn: civilDate('2029-06-12') });
    expect(linesOf(live(span('2029-06-01', 13), () => [item]))).toContain('2029-06-07 user_doer lead-3');
  });
});

describe('against a slow and obvious model', () => {
  const itemArbitrary = fc.record({
    key: fc.integer({ min: 1, max: 6 }).map((n) => `task_${n}`),
    dueIn: fc.integer({ min: -30, max: 40 }),
    userIds: fc.subarray<UserId>(['user_doer', 'user_head', 'user_officer', 'user_gone']),
    unitId: fc.constantFrom('unit_a' as const, 'unit_o' as const, null),
    step: fc.constantFrom('do' as const, 'approve' as const),
    remindBefore: fc.option(fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { maxLength: 3 })),
    from: fc.integer({ min: 0, max: 30 }),
    until: fc.integer({ min: 0, max: 45 }),
  });
  const settingsArbitrary = fc.record({
    leadDays: fc.uniqueArray(fc.integer({ min: 0, max: 10 }), { maxLength: 4 }),
    lateSteps: fc.uniqueArray(
      fc.record({
        afterDays: fc.integer({ min: 1, max: 12 }),
        to: fc.constantFrom<Audience>('doer', 'head', 'office'),
      }),
      { maxLength: 5, selector: ({ afterDays, to }) => `${to}${afterDays}` },
    ),
    sendAt: fc.constant('07:30'),
  });

  /** Walks the calendar day by day. */
  function slowDay(from: CivilDate, count: number): CivilDate {
    let day = from;
    for (let left = Math.abs(count); left > 0; ) {
      day = addDays(day, Math.sign(count));
      if (worksOn(calendar, day)) left -= 1;
    }
    while (!worksOn(calendar, day)) day = addDays(day, 1);
    return day;
  }

  test('every person hears of the newest reason that holds, on the first working day on which he can, and once', () => {
    const start = civilDate('2026-04-20');
    fc.assert(
      fc.property(
        fc.uniqueArray(itemArbitrary, { maxLength: 5, selector: ({ key }) => key }),
        settingsArbitrary,
        fc.uniqueArray(fc.integer({ min: 0, max: 50 }), { maxLength: 12 }),
        (drawn, settings, downDays) => {
          const itemsOn = (day: CivilDate): WaitingItem[] =>
            drawn
              .filter(({ from, until }) => addDays(start, from) <= day && day <= addDays(start, from + until))
              .map(({ dueIn, from: _from, until: _until, ...one }) => anItem({ ...one, dueOn: addDays(start, dueIn) }));
          const days = span(start, 50).filter((_, index) => !downDays.includes(index));
          const told = new Map<string, number>();
          for (const { day, notices } of live(days, itemsOn, settings)) {
            const expected: string[] = [];
            if (worksOn(calendar, day))
              for (const item of itemsOn(day)) {
                const dueOn = item.dueOn ?? start;
                const reasons = [
                  ...(item.remindBefore ?? settings.leadDays).map((n) => ({ rank: -n, to: 'doer' as Audience, n: -n })),
                  ...settings.lateSteps.map(({ afterDays, to }) => ({ rank: afterDays, to, n: afterDays })),
                ].filter(({ n }) => slowDay(dueOn, n) <= day);
                for (const userId of ['user_doer', 'user_head', 'user_officer', 'user_director'] as const) {
                  const mine = reasons.filter(({ to }) => audienceOf(item, to).includes(userId));
                  const newest = mine.sort((a, b) => a.rank - b.rank).at(-1);
                  const key = toldKey(userId, item.key, occurrenceOf(item, dueOn));
                  const fired = newest ? Number(slowDay(dueOn, newest.n).replaceAll('-', '')) : 0;
                  if (newest && fired > (told.get(key) ?? 0)) {
                    told.set(key, fired);
                    expected.push(`${userId} ${item.key}`);
                  }
                }
              }
            expect(notices.map(({ userId, item }) => `${userId} ${item.key}`).sort()).toEqual(expected.sort());
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  test('stages begin on working days, in order', () => {
    fc.assert(
      fc.property(settingsArbitrary, fc.integer({ min: 0, max: 700 }), (settings, offset) => {
        const dueOn = addDays(civilDate('2025-01-01'), offset);
        const stages = stagesOf(calendar, dueOn, settings);
        expect(stages).toHaveLength(settings.leadDays.length + settings.lateSteps.length);
        for (const [place, { fireOn }] of stages.entries()) {
          expect(worksOn(calendar, fireOn)).toBe(true);
          expect(fireOn >= (stages[place - 1]?.fireOn ?? fireOn)).toBe(true);
        }
        expect(weekdayOf(dueOn)).toBeGreaterThan(0);
      }),
    );
  });
});

test('a digest holds every line of one person, late first, then by day, then by points', () => {
  const day = civilDate('2026-11-19');
  const items = [
    anItem({ key: 'task_soon', points: '0.5' }),
    anItem({ key: 'task_more', points: '2' }),
    anItem({ key: 'task_late', dueOn: civilDate('2026-11-10') }),
  ];
  const notices = noticesOn({ day, calendar, settings: defaultReminders, audienceOf, items, told: new Map() });
  const digests = digestsOf(notices);
  expect(digests.map(({ userId }) => userId)).toEqual(['user_doer', 'user_head', 'user_officer']);
  expect(digests[0]?.lines.map(({ item }) => item.key)).toEqual(['task_late', 'task_more', 'task_soon']);
});
