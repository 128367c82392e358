import { describe, expect, test } from 'vitest';
import { civilDate } from '../../../kernel/civil-date.ts';
import { lettersRegister } from '../../../testing/registers.ts';
import { makeCalendar, SHIPPED_PLAN } from '../../calendar/index.ts';
import { compileRegister } from './compile.ts';
import { declareRegister, type RegisterDeclaration } from './declaration.ts';
import { deriveRecord } from './derive.ts';
import { calendarText, followsCalendar } from './follows-calendar.ts';
import { dayMoves, movedDays, runningClocks } from './redated.ts';

const compiled = (declaration: RegisterDeclaration) =>
  compileRegister(declaration, { isOwn: true, layout: {}, scope: 'abc' });
const letters = compiled(lettersRegister);
const storm = (day: string, reason = 'bão') =>
  ({ day: civilDate(day), kind: 'off', reason, decision: null, isProvisional: false }) as const;
const calendarWith = (...days: ReturnType<typeof storm>[]) =>
  makeCalendar({ ...SHIPPED_PLAN, exceptions: [...SHIPPED_PLAN.exceptions, ...days] });

describe('whether a register follows the calendar', () => {
  const both = (vi: string) => ({ vi, en: vi });
  const list = (more: object) =>
    compiled(
      declareRegister({
        key: 'list',
        version: 1,
        name: both('Sổ'),
        purpose: both('Sổ'),
        group: 'own',
        title: 'subject',
        owner: 'unit',
        fields: {
          subject: { kind: 'text', label: both('Tên'), required: true },
          unit: { kind: 'unit', label: both('Đơn vị'), required: true },
          from: { kind: 'day', label: both('Từ') },
          to: { kind: 'day', label: both('Đến') },
          ...('fields' in more ? (more.fields as object) : {}),
        },
        ...('due' in more ? { due: more.due } : {}),
      } as RegisterDeclaration),
    );
  const days = (formula: string) => ({
    fields: { days: { kind: 'computed', label: both('Số ngày'), formula, as: 'number' } },
  });

  test.each([
    ['no deadline', {}, false],
    ['a day that the record carries', { due: { field: 'to' } }, false],
    ['so many days after another', { due: { relativeTo: 'from', amount: 5, unit: 'day' } }, true],
    ['words', { due: { phrase: '05 ngày làm việc', yearOf: 'from' } }, true],
    [
      'one case of several',
      { due: { by: 'subject', cases: { a: { field: 'to' }, b: { relativeTo: 'from', amount: 1, unit: 'month' } } } },
      true,
    ],
    [
      'cases that all carry their day',
      { due: { by: 'subject', cases: { a: { field: 'to' } }, otherwise: { field: 'from' } } },
      false,
    ],
    ['a computed number of working days', days('round(working_days_between(from, to) / 2)'), true],
    ['a computed number of days', days('days_between(from, to)'), false],
  ])('%s', (_, more, follows) => {
    expect(followsCalendar(list(more))).toBe(follows);
  });

  test('reasons and names of days count nothing, hours do', () => {
    const text = calendarText(calendarWith(storm('2026-11-09')));
    expect(calendarText(calendarWith(storm('2026-11-09', 'lụt')))).toBe(text);
    expect(calendarText(calendarWith())).not.toBe(text);
  });
});

describe('days of a record that move', () => {
  const state = (values: object) => ({
    values: { subject: 'Đơn', unit: 'unit_a', received: '2026-11-02', ...values },
    step: 'new',
    stepOn: null,
    createdOn: civilDate('2026-11-02'),
  });
  const before = (values: object) => {
    const derived = deriveRecord(letters, state(values), calendarWith());
    return { ...derived.facts, clocks: runningClocks(derived) };
  };
  const moves = (values: object, ...days: string[]) =>
    dayMoves(before(values), deriveRecord(letters, state(values), calendarWith(...days.map((day) => storm(day)))));

  test('five working days after 2/11 fall on 9/11, and on 10/11 where one of them is off', () => {
    expect(moves({}, '2026-11-05')).toEqual([{ clock: null, from: '2026-11-09', to: '2026-11-10' }]);
    expect(moves({}, '2026-11-16')).toEqual([]);
  });

  test('an extension stands on its own day', () => {
    expect(moves({ extendedTo: '2026-11-20' }, '2026-11-05')).toEqual([]);
  });

  test('a further clock moves by itself', () => {
    expect(moves({ answered: '2026-11-09' }, '2026-11-10')).toEqual([
      { clock: 'publish', from: '2026-11-11', to: '2026-11-12' },
    ]);
  });

  test('the history reads what it wrote', () => {
    const read = movedDays(
      { '~due': '2026-11-09', '~due:publish': null },
      { '~due': '2026-11-10', '~due:publish': '2026-11-12', fee: '1' },
    );
    expect(read).toEqual([
      { clock: null, from: '2026-11-09', to: '2026-11-10' },
      { clock: 'publish', from: null, to: '2026-11-12' },
    ]);
  });
});
