import type { CivilDate } from '../../../kernel/civil-date.ts';
import { parseCivilDate } from '../../../kernel/civil-date.ts';
import { Decimal } from '../../../kernel/decimal.ts';
import { clockOf, isRecordDay } from './compile.ts';
import type { Field, RegisterDeclaration } from './declaration.ts';
import { timingOf } from './due.ts';
import type { Filter } from './filter.ts';
import { dayOf } from './formulas.ts';
import { canonicalDecimal, canonicalInstant, type Value, type Values } from './values.ts';

/** What a comparison of a field goes by. */
export type FieldClass = 'text' | 'number' | 'day' | 'instant' | 'key' | 'yes-no' | 'document';

const classes = {
  text: 'text',
  'long-text': 'text',
  number: 'number',
  money: 'number',
  percent: 'number',
  day: 'day',
  instant: 'instant',
  'yes-no': 'yes-no',
  unit: 'key',
  person: 'key',
  choice: 'key',
  link: 'key',
  files: 'key',
  document: 'document',
} as const satisfies Record<Exclude<Field['kind'], 'computed'>, FieldClass>;

export function classOf(field: Field): FieldClass {
  if (field.kind === 'computed') return field.as === 'day' ? 'day' : 'number';
  return classes[field.kind];
}

/** Class of a field or of a day that every record has; null for a name that the declaration does not know. */
export function classOfName(
  { fields, clocks = {} }: Pick<RegisterDeclaration, 'fields' | 'clocks'>,
  name: string,
): FieldClass | null {
  if (isRecordDay(name)) return 'day';
  const clock = clockOf(name);
  if (clock !== null) return Object.hasOwn(clocks, clock) ? 'day' : null;
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  return field ? classOf(field) : null;
}

export type FilterFault =
  | { readonly code: 'unknown-field'; readonly field: string }
  | { readonly code: 'unknown-step'; readonly step: string }
  | { readonly code: 'unknown-clock'; readonly clock: string }
  | { readonly code: 'unknown-option'; readonly field: string; readonly option: string }
  | { readonly code: 'not-comparable'; readonly field: string }
  | { readonly code: 'bad-bound'; readonly field: string; readonly value: string }
  | { readonly code: 'too-deep' };

type Settled = { readonly ok: true; readonly filter: Filter } | { readonly ok: false; readonly fault: FilterFault };
type Known = Pick<RegisterDeclaration, 'fields' | 'steps' | 'clocks'>;

class Faulty extends Error {
  readonly fault: FilterFault;
  constructor(fault: FilterFault) {
    super(fault.code);
    this.fault = fault;
  }
}

const MOST_DEPTH = 8;
const MOST_ATOMS = 60;
const DAY_START = 'T00:00:00+07:00';
const DAY_END = 'T23:59:59.999+07:00';

function settleBound(field: string, kind: FieldClass, bound: string, isEnd: boolean): string {
  const settled =
    kind === 'day'
      ? parseCivilDate(bound)
      : kind === 'number'
        ? canonicalDecimal(bound)
        : canonicalInstant(parseCivilDate(bound) ? `${bound}${isEnd ? DAY_END : DAY_START}` : bound);
  if (settled === null) throw new Faulty({ code: 'bad-bound', field, value: bound });
  return settled;
}

function settleWanted(known: Known, name: string, kind: FieldClass, wanted: string): string {
  const field = known.fields[name];
  if (field?.kind === 'choice' && !Object.hasOwn(field.options, wanted))
    throw new Faulty({ code: 'unknown-option', field: name, option: wanted });
  if (kind === 'number' || kind === 'day' || kind === 'instant') return settleBound(name, kind, wanted, false);
  return wanted.normalize('NFC');
}

function settleIs(known: Known, filter: Extract<Filter, { is: unknown }>, kind: FieldClass): Filter {
  const { field, is } = filter;
  if (kind === 'yes-no') {
    const wanted = [is]
      .flat()
      .map((one) => (one === true || one === 'true' ? true : one === false || one === 'false' ? false : null));
    const [first] = wanted;
    if (wanted.includes(null) || first === undefined || first === null)
      throw new Faulty({ code: 'bad-bound', field, value: String(is) });
    return wanted.includes(!first) ? { field, isEmpty: false } : { field, is: first };
  }
  if (typeof is === 'boolean') throw new Faulty({ code: 'bad-bound', field, value: String(is) });
  const wanted = typeof is === 'string' ? [is] : is;
  return { field, is: wanted.map((one) => settleWanted(known, field, kind, one)) };
}

function settleField(known: Known, filter: Extract<Filter, { field: string }>): Filter {
  const kind = classOfName(known, filter.field);
  if (kind === null) throw new Faulty({ code: 'unknown-field', field: filter.field });
  if ('isEmpty' in filter) return filter;
  if ('is' in filter) return settleIs(known, filter, kind);
  if ('hasAll' in filter) {
    for (const option of filter.hasAll) settleWanted(known, filter.field, kind, option);
    return filter;
  }
  const isOrdered = kind === 'day' || kind === 'number' || kind === 'instant';
  if (!isOrdered) throw new Faulty({ code: 'not-comparable', field: filter.field });
  if ('than' in filter) {
    const other = classOfName(known, filter.than);
    if (other === null) throw new Faulty({ code: 'unknown-field', field: filter.than });
    const areDays = [kind, other].every((one) => one === 'day' || one === 'instant');
    if (kind !== other && !areDays) throw new Faulty({ code: 'not-comparable', field: filter.than });
    return filter;
  }
  return {
    field: filter.field,
    ...(filter.from ? { from: settleBound(filter.field, kind, filter.from, false) } : {}),
    ...(filter.to ? { to: settleBound(filter.field, kind, filter.to, true) } : {}),
  };
}

/**
 * A filter in the one form that the rule and the query read: numbers, days and moments written in their one way, wanted
 * values as a list. Refused where a name or a bound means nothing.
 */
export function settleFilter(known: Known, filter: Filter): Settled {
  let atoms = 0;
  const settle = (one: Filter, depth: number): Filter => {
    atoms += 1;
    if (depth > MOST_DEPTH || atoms > MOST_ATOMS) throw new Faulty({ code: 'too-deep' });
    if ('all' in one) return { all: one.all.map((part) => settle(part, depth + 1)) };
    if ('any' in one) return { any: one.any.map((part) => settle(part, depth + 1)) };
    if ('not' in one) return { not: settle(one.not, depth + 1) };
    if ('timing' in one) {
      if (one.clock !== undefined && !Object.hasOwn(known.clocks ?? {}, one.clock))
        throw new Faulty({ code: 'unknown-clock', clock: one.clock });
      return one;
    }
    if ('step' in one) {
      const unknown = one.step.find((step) => !Object.hasOwn(known.steps ?? {}, step));
      if (unknown !== undefined) throw new Faulty({ code: 'unknown-step', step: unknown });
      return one;
    }
    return settleField(known, one);
  };
  try {
    return { ok: true, filter: settle(filter, 0) };
  } catch (error) {
    if (error instanceof Faulty) return { ok: false, fault: error.fault };
    throw error;
  }
}

/** A record as filters and measures see it. */
export type RecordFacts = {
  readonly values: Values;
  readonly computed: Readonly<Record<string, string | null>>;
  readonly step: string | null;
  readonly dueOn: CivilDate | null;
  /** The due day as it was first set, before any extension. */
  readonly firstDueOn: CivilDate | null;
  readonly finishedOn: CivilDate | null;
  readonly createdOn: CivilDate;
  /** The further clocks that run for the record. */
  readonly clocks: Readonly<Record<string, Deadline>>;
};

/** A deadline of a record, and the day on which it was met. */
export type Deadline = { readonly dueOn: CivilDate | null; readonly finishedOn: CivilDate | null };

const NO_DEADLINE: Deadline = { dueOn: null, finishedOn: null };

/** The main deadline, or a clock's; a clock that does not run has none. */
export function deadlineOf(facts: RecordFacts, clock: string | undefined): Deadline {
  return clock === undefined ? facts : (facts.clocks[clock] ?? NO_DEADLINE);
}

/** Value of a field, a computed field or a day that every record has. */
export function factOf(facts: RecordFacts, name: string): Value {
  if (name === 'due-day') return facts.dueOn;
  if (name === 'first-due-day') return facts.firstDueOn;
  if (name === 'finished-day') return facts.finishedOn;
  if (name === 'created-day') return facts.createdOn;
  return facts.computed[name] ?? facts.values[name] ?? null;
}

function compare(left: string, right: string, isNumber: boolean): number {
  if (isNumber) return new Decimal(left).comparedTo(right);
  return left < right ? -1 : left > right ? 1 : 0;
}

function isAmong(value: Value, wanted: string | boolean | readonly string[]): boolean {
  if (typeof wanted === 'boolean') return value === wanted;
  const list = typeof wanted === 'string' ? [wanted] : wanted;
  if (typeof value === 'string') return list.includes(value);
  if (Array.isArray(value)) return value.some((one) => list.includes(one));
  return typeof value === 'object' && value !== null && 'number' in value && list.includes(value.number);
}

const holds = {
  '<': (order: number) => order < 0,
  '<=': (order: number) => order <= 0,
  '=': (order: number) => order === 0,
  '>=': (order: number) => order >= 0,
  '>': (order: number) => order > 0,
} as const;

function matchesField(known: Known, filter: Extract<Filter, { field: string }>, facts: RecordFacts): boolean {
  const value = factOf(facts, filter.field);
  if ('isEmpty' in filter) return (value === null) === filter.isEmpty;
  if ('is' in filter) return isAmong(value, filter.is);
  if ('hasAll' in filter) return filter.hasAll.every((one) => isAmong(value, one));
  if (typeof value !== 'string') return false;
  const kind = classOfName(known, filter.field);
  if ('than' in filter) {
    const other = factOf(facts, filter.than);
    if (typeof other !== 'string') return false;
    if (kind === 'number') return holds[filter.op](compare(value, other, true));
    const areMoments = kind === 'instant' && classOfName(known, filter.than) === 'instant';
    const [left, right] = areMoments ? [value, other] : [dayOf(value), dayOf(other)];
    return left !== null && right !== null && holds[filter.op](compare(left, right, false));
  }
  const isNumber = kind === 'number';
  return (
    (filter.from === undefined || compare(value, filter.from, isNumber) >= 0) &&
    (filter.to === undefined || compare(value, filter.to, isNumber) <= 0)
  );
}

/** Whether a record fits a settled filter on a day. What is absent fits nothing but `isEmpty` and `not`. */
export function matchesFilter(known: Known, filter: Filter, facts: RecordFacts, today: CivilDate): boolean {
  if ('all' in filter) return filter.all.every((part) => matchesFilter(known, part, facts, today));
  if ('any' in filter) return filter.any.some((part) => matchesFilter(known, part, facts, today));
  if ('not' in filter) return !matchesFilter(known, filter.not, facts, today);
  if ('step' in filter) return facts.step !== null && filter.step.includes(facts.step);
  if ('timing' in filter) return filter.timing.includes(timingOf(deadlineOf(facts, filter.clock), today));
  return matchesField(known, filter, facts);
}
