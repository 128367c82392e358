import type { WorkingCalendar } from '../../calendar/index.ts';
import type { Register } from './compile.ts';
import type { DueRule } from './declaration.ts';
import { callsIn } from './formulas.ts';

/** A period ends by the calendar (its last day moves off a day off); words may say "05 ngày làm việc"; a field's day stands. */
function isCounted(rule: DueRule): boolean {
  if ('by' in rule) {
    const cases = [...Object.values(rule.cases), ...(rule.otherwise ? [rule.otherwise] : [])];
    return cases.some(isCounted);
  }
  return 'relativeTo' in rule || 'phrase' in rule;
}

/** Whether anything that is stored with a record of this register comes out of the calendar. */
export function followsCalendar({ declaration, computed }: Pick<Register, 'declaration' | 'computed'>): boolean {
  const clocks = Object.values(declaration.clocks ?? {});
  return (
    (declaration.due !== undefined && isCounted(declaration.due)) ||
    clocks.some(({ due }) => isCounted(due)) ||
    computed.some(({ formula }) => callsIn(formula).has('working_days_between'))
  );
}

/** What counting depends on, as text: the hours of every day. Reasons, decisions and names do not count. */
export function calendarText({ firstDay, kindOfDay, sessionKinds }: WorkingCalendar): string {
  return JSON.stringify([firstDay, sessionKinds, Array.from(kindOfDay).join('')]);
}
