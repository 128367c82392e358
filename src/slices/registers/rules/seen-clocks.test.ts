import { expect, test } from 'vitest';
import { civilDate } from '../../../kernel/civil-date.ts';
import { shippedRegisters } from '../shipped/index.ts';
import { compileRegister, layOut } from './compile.ts';
import { seenClocks } from './seen-clocks.ts';
import type { Values } from './values.ts';
import { viewOf } from './view.ts';

const declaration = Object.values(shippedRegisters).find(({ key }) => key === 'feedback');
if (!declaration) throw new Error('there is no register of feedback');
const register = compileRegister(declaration, { isOwn: false, layout: layOut(declaration), scope: 'x' });

const clock = (name: string, known: Values, today = '2026-11-20') => {
  const view = viewOf(register, 'par-officer');
  if (!view) throw new Error('the officer sees the register');
  const facts = { known, firstDueOn: civilDate('2026-11-30'), today: civilDate(today) };
  return seenClocks(register, view, facts).find((one) => one.name === name);
};

test('a running clock tells its begin, its day and how it stands', () => {
  const known = { matter: 'other', about: 'regulation', receivedOn: '2026-11-10', 'due-day:transfer': '2026-11-17' };
  expect(clock('transfer', known)).toEqual({
    name: 'transfer',
    beginsOn: '2026-11-10',
    dueOn: '2026-11-17',
    finishedOn: null,
    timing: 'overdue',
  });
  expect(clock('transfer', known, '2026-11-17')?.timing).toBe('in-time');
  expect(clock('transfer', { ...known, transferredOn: '2026-11-17' })).toMatchObject({
    finishedOn: '2026-11-17',
    timing: 'on-time',
  });
});

test('a clock that does not run for the record has no day', () => {
  const known = { matter: 'own', about: 'regulation', receivedOn: '2026-11-10' };
  expect(clock('transfer', known)).toMatchObject({ beginsOn: '2026-11-10', dueOn: null, timing: 'untimed' });
});

test('a clock that counts from the first deadline tells that day', () => {
  expect(clock('extension-request', { receivedOn: '2026-11-10' })?.beginsOn).toBe('2026-11-30');
});
