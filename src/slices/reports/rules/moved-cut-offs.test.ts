import { expect, test } from 'vitest';
import { civilDate } from '../../../kernel/civil-date.ts';
import { makeCalendar, SHIPPED_CALENDAR, SHIPPED_PLAN } from '../../calendar/index.ts';
import type { BoardInput } from './board.ts';
import { movedCutOffs } from './moved-cut-offs.ts';
import { readDuty } from './read-duty.ts';
import { shippedDuties } from './shipped-duties.ts';

const before = { calendar: SHIPPED_CALENDAR, dayOffRule: 'next' } as const;
const off = { kind: 'off', reason: 'thử', decision: '1/QĐ', isProvisional: false } as const;
const after = {
  calendar: makeCalendar({
    ...SHIPPED_PLAN,
    exceptions: [...SHIPPED_PLAN.exceptions, { day: civilDate('2026-12-25'), ...off }],
  }),
  dayOffRule: 'next',
} as const;

function input(): BoardInput {
  const duties = shippedDuties('unit_vanphong').flatMap(({ dutyId, form }, position) => {
    const read = readDuty(form);
    if (!read.ok) return [];
    const version = { number: 1, validFrom: civilDate('2026-01-01'), definition: read.value };
    return [{ dutyId, position, versions: [version] }];
  });
  return { duties, office: before, history: { units: [], successions: [] }, marks: [] };
}

test('the monthly report of day 25 moves when that day becomes a day off', () => {
  const moved = movedCutOffs(input(), { after, today: civilDate('2026-11-20') });
  expect(moved.length).toBeGreaterThan(0);
  expect(new Set(moved.map(({ from }) => from))).toEqual(new Set(['2026-12-25']));
  expect(new Set(moved.map(({ to }) => to))).toEqual(new Set(['2026-12-28']));
});

test('what is over does not move, and the same calendar moves nothing', () => {
  expect(movedCutOffs(input(), { after, today: civilDate('2026-12-26') })).toEqual([]);
  expect(movedCutOffs(input(), { after: before, today: civilDate('2026-11-20') })).toEqual([]);
});
