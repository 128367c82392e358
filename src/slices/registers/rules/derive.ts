import type { CivilDate } from '../../../kernel/civil-date.ts';
import { Decimal } from '../../../kernel/decimal.ts';
import { foldVietnamese } from '../../../kernel/vietnamese.ts';
import type { WorkingCalendar } from '../../calendar/index.ts';
import { clockKey, type Register, type SlotName, slotKindOf } from './compile.ts';
import type { Field } from './declaration.ts';
import { dueOfRecord } from './due.ts';
import { type Deadline, matchesFilter, type RecordFacts, settleFilter } from './filters.ts';
import { computeFields, dayOf } from './formulas.ts';
import { type Contribution, contributionsOf } from './tally.ts';
import type { Value, Values } from './values.ts';
import { lexemesOf } from './words.ts';

/** What people decide about a record; everything else follows. */
export type RecordState = {
  readonly values: Values;
  readonly step: string | null;
  /** Day on which the record came to its step. */
  readonly stepOn: CivilDate | null;
  readonly createdOn: CivilDate;
};

/** What follows from a record's values: stored beside them, made anew with every change. */
export type Derived = {
  readonly facts: RecordFacts;
  readonly unitId: string | null;
  readonly holderId: string | null;
  readonly originalDueOn: CivilDate | null;
  readonly slots: Readonly<Partial<Record<SlotName, string>>>;
  /** Sort keys of fields that have no slot. */
  readonly keys: Readonly<Record<string, string>>;
  readonly lexemes: readonly string[];
  readonly contributions: readonly Contribution[];
};

const SORTED_LENGTH = 80;

/** Stand for "nothing" in a slot that the register uses; they sort after everything else. */
export const absentKeys = { t: '\u{10FFFF}', d: 'infinity', n: 'NaN' } as const;

/** What a field's value sorts by: folded text, day, number (an option by its place, a moment by its milliseconds). */
export function sortKeyOf(field: Field, value: Value | undefined): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (typeof value === 'object') return 'number' in value ? foldVietnamese(value.number).slice(0, SORTED_LENGTH) : null;
  if (field.kind === 'choice') {
    const place = Object.keys(field.options).indexOf(value);
    return place < 0 ? null : String(place);
  }
  if (field.kind === 'instant') return String(Temporal.Instant.from(value).epochMilliseconds);
  return slotKindOf(field) === 't' ? foldVietnamese(value).slice(0, SORTED_LENGTH) : value;
}

function sortKeys(register: Register, known: Values): Pick<Derived, 'slots' | 'keys'> {
  const slots: Partial<Record<SlotName, string>> = {};
  const keys: Record<string, string> = {};
  for (const [name, field] of Object.entries(register.declaration.fields)) {
    const kind = slotKindOf(field);
    if (kind === null) continue;
    const key = sortKeyOf(field, known[name]);
    const slot = register.layout[name];
    if (slot) slots[slot] = key ?? absentKeys[kind];
    else if (key !== null) keys[name] = key;
  }
  return { slots, keys };
}

/** Day against which lateness is told: the field's, else the day on which an end step was reached; null while open. */
export function finishedOnOf({ declaration }: Register, { values, step, stepOn }: RecordState): CivilDate | null {
  const value = declaration.finishedOn === undefined ? null : values[declaration.finishedOn];
  const day = typeof value === 'string' ? dayOf(value) : null;
  return day ?? (step !== null && declaration.steps?.[step]?.isEnd ? stepOn : null);
}

const idAt = (values: Values, name: string | undefined): string | null => {
  const value = name === undefined ? null : values[name];
  return typeof value === 'string' ? value : null;
};

/** The further clocks that run for a record. */
function clocksOf(
  { declaration }: Register,
  facts: RecordFacts,
  known: Values,
  calendar: WorkingCalendar,
): Record<string, Deadline> {
  const running: Record<string, Deadline> = {};
  for (const [name, clock] of Object.entries(declaration.clocks ?? {})) {
    const settled = clock.where && settleFilter(declaration, clock.where);
    if (settled?.ok && !matchesFilter(declaration, settled.filter, facts, facts.createdOn)) continue;
    const { dueOn } = dueOfRecord(clock.due, known, calendar);
    const finished = known[clock.finishedOn];
    if (dueOn) running[name] = { dueOn, finishedOn: typeof finished === 'string' ? dayOf(finished) : null };
  }
  return running;
}

const clockKeys = (clocks: Readonly<Record<string, Deadline>>): Record<string, string | null> =>
  Object.fromEntries(Object.entries(clocks).map(([name, { dueOn }]) => [clockKey(name), dueOn]));

/** Everything that follows from a record's values under its declaration and the agency's calendar. */
export function deriveRecord(register: Register, state: RecordState, calendar: WorkingCalendar): Derived {
  const { declaration } = register;
  const computed = computeFields(register.computed, state.values, calendar);
  const known: Values = { ...state.values, ...computed };
  const { dueOn, originalDueOn } = dueOfRecord(declaration.due, known, calendar);
  const { values, step, createdOn } = state;
  const first = originalDueOn ?? dueOn;
  const bare = {
    values,
    computed,
    step,
    dueOn,
    firstDueOn: first,
    finishedOn: finishedOnOf(register, state),
    createdOn,
  };
  const clocks = clocksOf(register, { ...bare, clocks: {} }, { ...known, 'first-due-day': first }, calendar);
  const facts: RecordFacts = { ...bare, clocks, computed: { ...computed, ...clockKeys(clocks) } };
  return {
    facts,
    unitId: idAt(values, declaration.owner),
    holderId: idAt(values, declaration.holder),
    originalDueOn,
    ...sortKeys(register, known),
    lexemes: lexemesOf(register, values, step),
    contributions: contributionsOf(register, facts),
  };
}

/** Clocks that run and are not met. */
export function openClocks({ facts }: Derived): { clock: string; dueOn: CivilDate }[] {
  return Object.entries(facts.clocks).flatMap(([clock, { dueOn, finishedOn }]) =>
    dueOn !== null && finishedOn === null ? [{ clock, dueOn }] : [],
  );
}

/** Order of two sort keys of a field, as the database has it: absent last. */
export function compareKeys(field: Field, left: string | null, right: string | null): number {
  if (left === null || right === null) return left === right ? 0 : left === null ? 1 : -1;
  if (slotKindOf(field) === 'n') return new Decimal(left).comparedTo(right);
  return left < right ? -1 : left > right ? 1 : 0;
}
