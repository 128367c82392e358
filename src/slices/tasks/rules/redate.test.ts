import { describe, expect, test } from 'vitest';
import { civilDate } from '../../../kernel/civil-date.ts';
import { makeCalendar, SHIPPED_PLAN } from '../../calendar/index.ts';
import { readDeadlines } from '../../deadlines/index.ts';
import { type DatedTask, makePlanner, movesOf } from './redate.ts';
import { dueOf } from './task.ts';

const off = (day: string) =>
  ({ day: civilDate(day), kind: 'off', reason: 'bão', decision: null, isProvisional: false }) as const;
const withDays = (...days: string[]) =>
  makeCalendar({ ...SHIPPED_PLAN, exceptions: [...SHIPPED_PLAN.exceptions, ...days.map(off)] });

/** Friday 18/12/2026 becomes a day off; deadlines on days off are to be done by the working day before. */
const before = { calendar: withDays(), dayOffRule: 'previous' } as const;
const after = { ...before, calendar: withDays('2026-12-18') };
const moves = (one: DatedTask) => movesOf(one, { before, after }, makePlanner(after));

function task(phrase: string, dueOn: string | null, change: Partial<DatedTask> = {}): DatedTask {
  const deadlines = readDeadlines(phrase, { year: 2026 }).map(({ deadline }) => deadline);
  const none = { handedInOn: null, isExtended: false, start: null, occurrences: [] };
  const due = dueOn === null ? null : civilDate(dueOn);
  const base = { state: 'assigned', planYear: 2026, dueKind: dueOf(deadlines).kind, dueOn: due, deadlines } as const;
  return { ...base, ...none, ...change };
}

describe('the day of a task', () => {
  test.each([
    ['on the new day off', 'Chậm nhất ngày 18/12/2026', '2026-12-18', '2026-12-17'],
    ['over the weekend', 'Trước ngày 20/12/2026', '2026-12-18', '2026-12-17'],
  ])('%s moves', (_, phrase, from, to) => {
    expect(moves(task(phrase, from))).toEqual({ day: { from, to }, keeps: null, occurrences: [], keptOccurrences: [] });
  });

  test('before it does not move', () => {
    expect(moves(task('Chậm nhất ngày 17/12/2026', '2026-12-17')).day).toBeNull();
  });

  test('that was granted stays, even where it is the day of the words, and is told', () => {
    const granted = task('Chậm nhất ngày 18/12/2026', '2026-12-18', { isExtended: true });
    expect(moves(granted)).toEqual({ day: null, keeps: '2026-12-18', occurrences: [], keptOccurrences: [] });
  });

  test('that does not come from the words stays, and is told', () => {
    expect(moves(task('Chậm nhất ngày 18/12/2026', '2026-12-22')).keeps).toBe('2026-12-22');
  });

  test('of work handed in by its day stays where moving would make it late', () => {
    const handedIn = (on: string) =>
      task('Chậm nhất ngày 18/12/2026', '2026-12-18', { state: 'handed-in', handedInOn: civilDate(on) });
    expect(moves(handedIn('2026-12-18'))).toMatchObject({ day: null, keeps: '2026-12-18' });
    expect(moves(handedIn('2026-12-16')).day).toMatchObject({ to: '2026-12-17' });
    expect(moves(handedIn('2026-12-21')).day).toMatchObject({ to: '2026-12-17' });
  });

  test('that waits for an event is counted anew from the event', () => {
    const start = { happenedOn: civilDate('2026-12-15'), minuteOfDay: null, documentNumber: null };
    const phrase = 'Chậm nhất 05 ngày làm việc kể từ ngày có văn bản';
    expect(moves(task(phrase, '2026-12-22', { start })).day).toEqual({ from: '2026-12-22', to: '2026-12-23' });
    expect(moves(task(phrase, null)).day).toBeNull();
  });
});

describe('occurrences', () => {
  const december = {
    key: 'M12',
    name: 'Tháng 12/2026',
    dueOn: civilDate('2026-12-18'),
    grantedTo: null,
    handedInOn: null,
  };
  const of = (change: object) =>
    moves(task('Trước ngày 19 hằng tháng', null, { occurrences: [{ ...december, state: 'open', ...change }] }));

  test('that are open or sent back move', () => {
    const moved = [{ key: 'M12', name: 'Tháng 12/2026', from: '2026-12-18', to: '2026-12-17' }];
    expect(of({}).occurrences).toEqual(moved);
    expect(of({ state: 'sent-back' }).occurrences).toEqual(moved);
  });

  test('that were handed in by their day stay', () => {
    expect(of({ state: 'handed-in', handedInOn: civilDate('2026-12-18') }).occurrences).toEqual([]);
  });

  test('of a period that the words do not name any more stay', () => {
    expect(of({ key: 'Q1' }).occurrences).toEqual([]);
  });

  test('with a granted day stay on it, and are told', () => {
    const granted = civilDate('2026-12-25');
    const kept = of({ dueOn: granted, grantedTo: granted });
    expect(kept.occurrences).toEqual([]);
    expect(kept.keptOccurrences).toEqual([{ key: 'M12', name: 'Tháng 12/2026', dueOn: '2026-12-25' }]);
  });

  test('that an older calendar left behind are put right', () => {
    expect(of({ dueOn: civilDate('2026-12-19') }).occurrences).toMatchObject([{ to: '2026-12-17' }]);
  });
});
