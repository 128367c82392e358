import type { CivilDate } from '../../../kernel/civil-date.ts';
import { civilDate } from '../../../kernel/civil-date.ts';
import type { WorkingCalendar } from '../../calendar/index.ts';
import type { FindMoved } from '../../calendar/server.ts';
import type { Register } from '../rules/compile.ts';
import { dueOfRecord } from '../rules/due.ts';
import { computeFields } from '../rules/formulas.ts';
import { findDue, findDueClocks, type WaitingRecord } from '../store/waiting.ts';
import { loadRegisters } from './load-register.ts';
import { findNames } from './names.ts';
import { itemOf } from './waiting-source.ts';

const EVER = civilDate('9999-12-31');

/** The day of a record's deadline, or of its further clock, as a calendar has it. */
function dayOf(register: Register, { values, clock }: WaitingRecord, calendar: WorkingCalendar): CivilDate | null {
  const { declaration } = register;
  const known = { ...values, ...computeFields(register.computed, values, calendar) };
  const main = dueOfRecord(declaration.due, known, calendar);
  if (clock === null) return main.dueOn;
  const rule = declaration.clocks?.[clock]?.due;
  return dueOfRecord(rule, { ...known, 'first-due-day': main.originalDueOn ?? main.dueOn }, calendar).dueOn;
}

/** Open records whose due days would move with the calendar: those counted in working days. */
export const findMovedRecords: FindMoved = async (db, agencyId, { before, after }) => {
  const loaded = await loadRegisters(db, agencyId);
  const registers = new Map(loaded.map(({ register }) => [register.declaration.key, register]));
  const names = await findNames(db, agencyId);
  const open = [...(await findDue(db, agencyId, EVER)), ...(await findDueClocks(db, agencyId, EVER))];
  return open.flatMap((record) => {
    const register = registers.get(record.registerKey);
    if (!register) return [];
    const [from, to] = [dayOf(register, record, before.calendar), dayOf(register, record, after.calendar)];
    if (from === to) return [];
    const { key, title } = itemOf(register, record, names);
    return [{ id: key, title, from, to }];
  });
};
