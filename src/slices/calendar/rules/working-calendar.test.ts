import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { civilDate, fromDayNumber, toDayNumber, weekdayOfNumber } from '../../../kernel/civil-date.ts';
import type { CalendarPlan, DayException } from './day-exception.ts';
import { type OfficeMoment, officeMoment } from './moment.ts';
import { type Session, STANDARD_WEEK, type WeekPattern } from './office-hours.ts';
import { SHIPPED_CALENDAR, SHIPPED_PLAN } from './shipped-calendar.ts';
import { isWorkingDay, makeCalendar, type WorkingCalendar } from './working-calendar.ts';
import { addWorkingDays, moveToWorkingDay, workingDaysBetween } from './working-days.ts';
import { addWorkingMinutes, nextWorkingMoment, subtractWorkingMinutes, workingMinutesBetween } from './working-time.ts';

/** Winter hours begin half an hour later; Wednesday afternoon is closed. */
const WINTER_DAY = [
  { from: 450, until: 690 },
  { from: 780, until: 1020 },
];
const WINTER: WeekPattern = {
  1: WINTER_DAY,
  2: WINTER_DAY,
  3: WINTER_DAY.slice(0, 1),
  4: WINTER_DAY,
  5: WINTER_DAY,
  6: [],
  7: [],
};

/** A calendar with everything at once: Saturday mornings, winter afternoons, half-days, a worked Sunday. */
const MIXED_PLAN: CalendarPlan = {
  name: 'Lịch có sáng thứ Bảy',
  firstYear: 2023,
  lastYear: 2025,
  week: { ...STANDARD_WEEK, 6: [{ from: 7 * 60 + 30, until: 11 * 60 }] },
  laterWeeks: [
    { from: civilDate('2024-10-16'), week: WINTER },
    { from: civilDate('2025-04-16'), week: STANDARD_WEEK },
  ],
  exceptions: [
    ...SHIPPED_PLAN.exceptions,
    half('2024-02-07', [{ from: 420, until: 690 }]),
    half('2024-12-31', [{ from: 810, until: 960 }]),
    { ...half('2024-07-14', [{ from: 480, until: 600 }]), kind: 'working' },
  ],
};
const MIXED = makeCalendar(MIXED_PLAN);

function half(day: string, sessions: readonly Session[]): DayException {
  return { day: civilDate(day), kind: 'half-day', sessions, reason: 'thử', decision: '1/QĐ', isProvisional: false };
}

/** The slow model: asks each day and each minute for itself. */
function sessionsSlowly(plan: CalendarPlan, day: number): readonly Session[] {
  const exception = plan.exceptions.findLast((one) => toDayNumber(one.day) === day);
  if (exception?.kind === 'off') return [];
  if (exception?.sessions) return exception.sessions;
  const week = plan.laterWeeks?.findLast(({ from }) => toDayNumber(from) <= day)?.week ?? plan.week;
  if (exception?.kind === 'working') return week[1];
  return week[weekdayOfNumber(day)];
}

const modelDays = new Map<CalendarPlan, Map<number, readonly Session[]>>();
function model(plan: CalendarPlan, day: number): readonly Session[] {
  const days = modelDays.get(plan) ?? new Map<number, readonly Session[]>();
  modelDays.set(plan, days);
  const sessions = days.get(day) ?? sessionsSlowly(plan, day);
  days.set(day, sessions);
  return sessions;
}

function addDaysSlowly(plan: CalendarPlan, from: number, count: number): number {
  const step = count > 0 ? 1 : -1;
  let day = from;
  for (let left = Math.abs(count); left > 0; ) {
    day += step;
    if (model(plan, day).length > 0) left -= 1;
  }
  return day;
}

function addMinutesSlowly(plan: CalendarPlan, from: { day: number; minute: number }, minutes: number): OfficeMoment {
  let { day, minute } = from;
  let left = minutes;
  for (;;) {
    for (const session of model(plan, day)) {
      const start = Math.max(session.from, minute);
      if (session.until <= start) continue;
      if (left <= session.until - start) return officeMoment(day, start + left);
      left -= session.until - start;
    }
    day += 1;
    minute = 0;
  }
}

const value = <Value>(answer: { ok: true; value: Value } | { ok: false }): Value => {
  if (!answer.ok) throw new Error('refused');
  return answer.value;
};

const first = toDayNumber(civilDate('2023-06-01'));
const last = toDayNumber(civilDate('2025-06-01'));
const aDay = fc.integer({ min: first, max: last });
const aMoment = fc.record({ day: aDay, minute: fc.integer({ min: 0, max: 1439 }) });
const calendars: readonly [WorkingCalendar, CalendarPlan][] = [
  [SHIPPED_CALENDAR, SHIPPED_PLAN],
  [MIXED, MIXED_PLAN],
];

describe.each(calendars)('a calendar against a walk over its days', (calendar, plan) => {
  test('working days agree in 35,000 random cases', () => {
    const count = fc.integer({ min: -90, max: 90 }).filter((days) => days !== 0);
    fc.assert(
      fc.property(aDay, count, (day, days) => {
        const answer = toDayNumber(value(addWorkingDays(calendar, fromDayNumber(day), days)));
        if (answer !== addDaysSlowly(plan, day, days)) throw new Error(`${fromDayNumber(day)} ${days}`);
      }),
      { numRuns: 35_000 },
    );
  });

  test('working minutes agree in 15,000 random cases', () => {
    fc.assert(
      fc.property(aMoment, fc.integer({ min: 1, max: 20_000 }), ({ day, minute }, minutes) => {
        const answer = value(addWorkingMinutes(calendar, officeMoment(day, minute), minutes));
        const expected = addMinutesSlowly(plan, { day, minute }, minutes);
        if (answer.day !== expected.day || answer.minute !== expected.minute)
          throw new Error(`${day} ${minute} ${minutes}`);
      }),
      { numRuns: 15_000 },
    );
  });

  test('between a day and n working days after it lie n working days', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: 1, max: 120 }), (day, count) => {
        const from = fromDayNumber(day);
        expect(workingDaysBetween(calendar, from, value(addWorkingDays(calendar, from, count)))).toBe(count);
      }),
    );
  });

  test('from a working day, adding and then subtracting comes back', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: 1, max: 120 }), (day, count) => {
        const from = value(moveToWorkingDay(calendar, fromDayNumber(day), 'next'));
        expect(value(addWorkingDays(calendar, value(addWorkingDays(calendar, from, count)), -count))).toBe(from);
      }),
    );
  });

  test('a later start or a longer period never ends earlier', () => {
    fc.assert(
      fc.property(aDay, fc.nat(30), fc.integer({ min: 1, max: 60 }), fc.nat(10), (day, later, count, more) => {
        const early = value(addWorkingDays(calendar, fromDayNumber(day), count));
        const late = value(addWorkingDays(calendar, fromDayNumber(day + later), count + more));
        expect(late >= early).toBe(true);
      }),
    );
  });

  test('between a moment and so many minutes after it lie as many, forwards and backwards', () => {
    fc.assert(
      fc.property(aMoment, fc.integer({ min: 1, max: 9_000 }), ({ day, minute }, minutes) => {
        const from = officeMoment(day, minute);
        const to = value(addWorkingMinutes(calendar, from, minutes));
        expect(workingMinutesBetween(calendar, from, to)).toBe(minutes);
        const back = value(subtractWorkingMinutes(calendar, from, minutes));
        expect(workingMinutesBetween(calendar, back, from)).toBe(minutes);
      }),
    );
  });

  test('the next working moment is the moment itself or lies before any working minute', () => {
    fc.assert(
      fc.property(aMoment, ({ day, minute }) => {
        const from = officeMoment(day, minute);
        const next = value(nextWorkingMoment(calendar, from));
        expect(workingMinutesBetween(calendar, from, next)).toBe(0);
        expect(value(addWorkingMinutes(calendar, next, 1))).toEqual(value(addWorkingMinutes(calendar, from, 1)));
      }),
    );
  });
});

describe('a day off in a due day', () => {
  test.each([
    { day: '2024-03-09', rule: 'stay', moved: '2024-03-09' },
    { day: '2024-03-09', rule: 'next', moved: '2024-03-11' },
    { day: '2024-03-09', rule: 'previous', moved: '2024-03-08' },
    { day: '2024-02-10', rule: 'next', moved: '2024-02-15' },
    { day: '2024-02-10', rule: 'previous', moved: '2024-02-07' },
    { day: '2024-03-08', rule: 'next', moved: '2024-03-08' },
  ] as const)('$day under “$rule” is $moved', ({ day, rule, moved }) => {
    expect(moveToWorkingDay(SHIPPED_CALENDAR, civilDate(day), rule)).toEqual({ ok: true, value: moved });
  });
});

describe('half-days', () => {
  test('a half-day is a working day with its own hours', () => {
    expect(isWorkingDay(MIXED, civilDate('2024-02-07'))).toBe(true);
    const from = { day: civilDate('2024-02-07'), minute: 660 };
    expect(value(addWorkingMinutes(MIXED, from, 60))).toEqual({ day: '2024-02-15', minute: 450 });
  });

  test('a half-day without hours keeps the first session', () => {
    const { sessions: _sessions, ...morning } = half('2024-03-04', []);
    const calendar = makeCalendar({ ...SHIPPED_PLAN, exceptions: [morning] });
    const from = { day: civilDate('2024-03-04'), minute: 420 };
    expect(value(addWorkingMinutes(calendar, from, 300))).toEqual({ day: '2024-03-05', minute: 450 });
  });

  test('outside the calendar nothing is known', () => {
    expect(isWorkingDay(SHIPPED_CALENDAR, civilDate('2028-01-03'))).toBeNull();
    expect(workingDaysBetween(SHIPPED_CALENDAR, civilDate('2027-12-01'), civilDate('2028-01-03'))).toBeNull();
  });

  test('a calendar that ends before it starts is a fault', () => {
    expect(() => makeCalendar({ ...SHIPPED_PLAN, lastYear: 2020 })).toThrow(RangeError);
  });
});
