import { type CivilDate, civilDate, fromDayNumber, parseCivilDate, toDayNumber } from '../../../kernel/civil-date.ts';
import { Decimal, roundHalfUp } from '../../../kernel/decimal.ts';
import { type WorkingCalendar, workingDaysBetween } from '../../calendar/index.ts';
import { evaluateFormula, type Formula, namesIn, parseFormula, type Ratio, wholeRatio } from '../../criteria/index.ts';
import type { Field } from './declaration.ts';
import type { Value, Values } from './values.ts';

/** Functions over the names of two day fields; `min` and `max` come with the grammar. */
export const dayFunctions = ['days_between', 'working_days_between'] as const;
/** `round(x)`, `round(x, digits)`, half up; `ceil(x)`. */
export const roundFunctions = ['round', 'ceil'] as const;
const functions = [...dayFunctions, ...roundFunctions];
const isDayFunction = (name: string): boolean => (dayFunctions as readonly string[]).includes(name);
const isRoundFunction = (name: string): boolean => (roundFunctions as readonly string[]).includes(name);

/** Decimals that a computed number keeps: a share is not cut, a third is not endless. */
const KEPT_DECIMALS = 12;
const EARLIEST = toDayNumber(civilDate('0001-01-01'));
const LATEST = toDayNumber(civilDate('9999-12-31'));

export type ComputedField = {
  readonly name: string;
  readonly as: 'number' | 'percent' | 'money' | 'day';
  readonly formula: Formula;
  /** Fields that it reads, directly. */
  readonly reads: readonly string[];
};

export function parseComputed(text: string): ReturnType<typeof parseFormula> {
  return parseFormula(text, functions);
}

/** The first call whose parts do not fit its function (a day function takes the names of two fields), or null. */
export function findBadCall(formula: Formula): string | null {
  switch (formula.kind) {
    case 'negate':
      return findBadCall(formula.of);
    case 'binary':
      return findBadCall(formula.left) ?? findBadCall(formula.right);
    case 'call': {
      if (isDayFunction(formula.name))
        return formula.of.length === 2 && formula.of.every(({ kind }) => kind === 'name') ? null : formula.name;
      const [, digits] = formula.of;
      const isWhole =
        digits?.kind === 'number' && digits.value.isInteger() && digits.value.lessThanOrEqualTo(KEPT_DECIMALS);
      if (formula.name === 'ceil' && formula.of.length !== 1) return formula.name;
      if (formula.name === 'round' && digits && (formula.of.length > 2 || !isWhole)) return formula.name;
      return formula.of.reduce<string | null>((bad, part) => bad ?? findBadCall(part), null);
    }
    default:
      return null;
  }
}

/** Names of the functions that a formula calls, inside of calls too. */
export function callsIn(formula: Formula): ReadonlySet<string> {
  switch (formula.kind) {
    case 'negate':
      return callsIn(formula.of);
    case 'binary':
      return new Set([...callsIn(formula.left), ...callsIn(formula.right)]);
    case 'call':
      return new Set([formula.name, ...formula.of.flatMap((part) => [...callsIn(part)])]);
    default:
      return new Set();
  }
}

export function computedOf(name: string, field: Extract<Field, { kind: 'computed' }>): ComputedField | null {
  const parsed = parseComputed(field.formula);
  if (!parsed.ok) return null;
  return { name, as: field.as, formula: parsed.value, reads: [...namesIn(parsed.value)] };
}

/** Computed fields so that each comes after those it reads; the names of a cycle where there is one. */
export function orderComputed(
  fields: readonly ComputedField[],
): { readonly order: readonly ComputedField[] } | { readonly cycle: readonly string[] } {
  const byName = new Map(fields.map((field) => [field.name, field]));
  const state = new Map<string, 'open' | 'done'>();
  const order: ComputedField[] = [];
  const visit = (field: ComputedField, trail: readonly string[]): readonly string[] | null => {
    if (state.get(field.name) === 'done') return null;
    if (state.get(field.name) === 'open') return trail.slice(trail.indexOf(field.name));
    state.set(field.name, 'open');
    for (const read of field.reads) {
      const source = byName.get(read);
      const cycle = source && visit(source, [...trail, field.name]);
      if (cycle) return cycle;
    }
    state.set(field.name, 'done');
    order.push(field);
    return null;
  };
  for (const field of fields) {
    const cycle = visit(field, []);
    if (cycle) return { cycle };
  }
  return { order };
}

/** A field's value as a formula reads it: numbers as they are, days as day numbers, moments as days, yes as 1. */
function numberOf(value: Value | undefined): Decimal | null {
  if (typeof value === 'boolean') return new Decimal(value ? 1 : 0);
  if (typeof value !== 'string') return null;
  const day = dayOf(value);
  if (day) return new Decimal(toDayNumber(day));
  return /^-?\d+(\.\d+)?$/.test(value) ? new Decimal(value) : null;
}

const OFFICE_OFFSET_HOURS = 7;

/** The day of a day or, in the office zone, of a moment. */
export function dayOf(value: string): CivilDate | null {
  const day = parseCivilDate(value);
  if (day || !value.endsWith('Z') || value.length < 20) return day;
  try {
    const shifted = Temporal.Instant.from(value).add({ hours: OFFICE_OFFSET_HOURS }).toString();
    return parseCivilDate(shifted.slice(0, 10));
  } catch {
    return null;
  }
}

/** Thrown inside a computation that has nothing to go by: one for all, for writing a stack takes longer than computing. */
class Absent extends Error {}
const ABSENT = new Absent();

/** Days from one to the other; working days count the later day and not the earlier one, negative when turned round. */
function countDays(name: string, from: CivilDate, to: CivilDate, calendar: WorkingCalendar): number | null {
  if (name === 'days_between') return toDayNumber(to) - toDayNumber(from);
  if (from <= to) return workingDaysBetween(calendar, from, to);
  const turned = workingDaysBetween(calendar, to, from);
  return turned === null ? null : -turned;
}

function evaluate(settled: Formula, values: Values): Decimal {
  const named = new Map<string, Ratio>();
  for (const name of namesIn(settled)) {
    const number = numberOf(values[name]);
    if (number === null) throw ABSENT;
    named.set(name, wholeRatio(number));
  }
  const answer = evaluateFormula(settled, named);
  if (!answer.ok) throw ABSENT;
  return answer.value;
}

function settleRound(name: string, [of, digits]: readonly Formula[], values: Values): Formula {
  if (!of) throw ABSENT;
  const value = evaluate(of, values);
  const rounded =
    name === 'ceil' ? value.ceil() : roundHalfUp(value, digits?.kind === 'number' ? digits.value.toNumber() : 0);
  return { kind: 'number', value: rounded };
}

/** Puts numbers in the place of our functions. @throws {Absent} where a day is missing or outside the calendar */
function settleCalls(formula: Formula, values: Values, calendar: WorkingCalendar): Formula {
  switch (formula.kind) {
    case 'negate':
      return { ...formula, of: settleCalls(formula.of, values, calendar) };
    case 'binary': {
      const left = settleCalls(formula.left, values, calendar);
      return { ...formula, left, right: settleCalls(formula.right, values, calendar) };
    }
    case 'call': {
      if (!isDayFunction(formula.name)) {
        const of = formula.of.map((part) => settleCalls(part, values, calendar));
        return isRoundFunction(formula.name) ? settleRound(formula.name, of, values) : { ...formula, of };
      }
      const [from, to] = formula.of.map((part) => {
        const value = part.kind === 'name' ? values[part.name] : null;
        return typeof value === 'string' ? dayOf(value) : null;
      });
      const count = from && to ? countDays(formula.name, from, to, calendar) : null;
      if (count === null) throw ABSENT;
      return { kind: 'number', value: new Decimal(count) };
    }
    default:
      return formula;
  }
}

function toText(value: Decimal, as: ComputedField['as']): string | null {
  if (as !== 'day') return value.toDecimalPlaces(as === 'money' ? 0 : KEPT_DECIMALS).toFixed();
  const number = value.round().toNumber();
  return number >= EARLIEST && number <= LATEST ? fromDayNumber(number) : null;
}

function compute({ formula, as }: ComputedField, values: Values, calendar: WorkingCalendar): string | null {
  try {
    return toText(evaluate(settleCalls(formula, values, calendar), values), as);
  } catch (error) {
    if (error instanceof Absent) return null;
    throw error;
  }
}

/** Every computed field of a record; null where something it reads is absent, or it divides by zero. */
export function computeFields(
  order: readonly ComputedField[],
  values: Values,
  calendar: WorkingCalendar,
): Record<string, string | null> {
  const known: Record<string, Value> = { ...values };
  const computed: Record<string, string | null> = {};
  for (const field of order) {
    const value = compute(field, known, calendar);
    computed[field.name] = value;
    known[field.name] = value;
  }
  return computed;
}
