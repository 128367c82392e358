import { addDays, type CivilDate, parseCivilDate, yearOf } from '../../../kernel/civil-date.ts';
import { dueAfter, type WorkingCalendar } from '../../calendar/index.ts';
import { type Deadline, dueAfterEvent, occurrencesOf, readDeadlines } from '../../deadlines/index.ts';
import type { DueRule } from './declaration.ts';
import type { Timing } from './filter.ts';
import { dayOf } from './formulas.ts';
import type { Values } from './values.ts';

export type RecordDue = {
  /** Last day in time, extension included. */
  readonly dueOn: CivilDate | null;
  /** The day that was set first, where an extension moved it. */
  readonly originalDueOn: CivilDate | null;
};

const NONE: RecordDue = { dueOn: null, originalDueOn: null };

function dayAt(values: Values, name: string): CivilDate | null {
  const value = values[name];
  return typeof value === 'string' ? dayOf(value) : null;
}

function withExtension(base: CivilDate | null, extendedBy: string | undefined, values: Values): RecordDue {
  const extended = extendedBy === undefined ? null : dayAt(values, extendedBy);
  if (extended === null || extended === base) return { dueOn: base, originalDueOn: null };
  return { dueOn: extended, originalDueOn: base };
}

/** When one deadline of a phrase falls due for a record whose day is `from`: the first time on or after that day. */
function dueOfDeadline(deadline: Deadline, from: CivilDate, calendar: WorkingCalendar): CivilDate | null {
  const rules = { calendar, dayOffRule: 'stay' } as const;
  if (deadline.kind === 'relative') {
    const event = { happenedAt: { day: from, minute: 0 }, documentNumber: null };
    const due = dueAfterEvent(deadline, event, calendar);
    return due.ok ? parseCivilDate(due.value.slice(0, 10)) : null;
  }
  const days = [0, 1]
    .flatMap((later) => occurrencesOf(deadline, yearOf(from) + later, rules))
    .flatMap(({ dueOn }) => (dueOn === null ? [] : [dueOn]))
    .sort();
  if (deadline.kind !== 'recurring') return days[0] ?? null;
  return days.find((day) => day >= from) ?? null;
}

function dueOfPhrase(phrase: string, from: CivilDate, calendar: WorkingCalendar): CivilDate | null {
  const found = readDeadlines(phrase, { year: yearOf(from) });
  const days = found.flatMap(({ deadline }) => dueOfDeadline(deadline, from, calendar) ?? []);
  return days.sort().at(-1) ?? null;
}

/**
 * When a record is due by its register's rule.
 *
 * @returns no day where a field that the rule reads is empty, or the calendar does not reach
 * @source Bộ luật Dân sự 2015, điều 147, 148 through the calendar and deadlines slices
 */
export function dueOfRecord(rule: DueRule | undefined, values: Values, calendar: WorkingCalendar): RecordDue {
  if (!rule) return NONE;
  if ('by' in rule) {
    const value = values[rule.by];
    const key = typeof value === 'boolean' ? String(value) : value;
    const fitting = typeof key === 'string' && Object.hasOwn(rule.cases, key) ? rule.cases[key] : rule.otherwise;
    return dueOfRecord(fitting, values, calendar);
  }
  if ('phrase' in rule) {
    const from = dayAt(values, rule.yearOf);
    return { dueOn: from && dueOfPhrase(rule.phrase, from, calendar), originalDueOn: null };
  }
  if ('relativeTo' in rule) {
    const from = dayAt(values, rule.relativeTo);
    const { amount, unit, direction = 'after' } = rule;
    const due = from && dueAfter(calendar, { day: from, minute: 0 }, { amount, unit, direction });
    return withExtension(due?.ok ? parseCivilDate(due.value) : null, rule.extendedBy, values);
  }
  const day = dayAt(values, rule.field);
  return withExtension(day && rule.inclusive === false ? addDays(day, -1) : day, rule.extendedBy, values);
}

/** How a record stands to its due day. */
export function timingOf(
  { dueOn, finishedOn }: { readonly dueOn: CivilDate | null; readonly finishedOn: CivilDate | null },
  today: CivilDate,
): Timing {
  if (dueOn === null) return 'untimed';
  if (finishedOn === null) return today > dueOn ? 'overdue' : 'in-time';
  if (finishedOn === dueOn) return 'on-time';
  return finishedOn < dueOn ? 'early' : 'late';
}
