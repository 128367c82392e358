import type { CivilDate } from '../../../kernel/civil-date.ts';
import { civilDate } from '../../../kernel/civil-date.ts';
import { Decimal } from '../../../kernel/decimal.ts';
import type { Register } from './compile.ts';
import type { RegisterMeasure } from './declaration.ts';
import type { Filter } from './filter.ts';
import { matchesFilter, type RecordFacts, settleFilter, valueOf } from './filters.ts';
import { dayOf } from './formulas.ts';
import type { MeasureFigures } from './measure.ts';

/** What a record adds to a measure on a day. `turnsOn`: what it adds besides from the day after that day on. */
export type Contribution = {
  readonly measure: string;
  readonly onDay: CivilDate;
  /** Empty where the record names no unit. */
  readonly unitId: string;
  readonly turnsOn: CivilDate | null;
  readonly numerator: string;
  readonly denominator: string;
};

const EVERYTHING: Filter = { all: [] };
/** Any open record is in time on its first day and overdue on its last. */
const ALWAYS_IN_TIME = civilDate('0001-01-01');
const ALWAYS_OVERDUE = civilDate('9999-12-31');

type Parts = { readonly numerator: Decimal; readonly denominator: Decimal };
const ZERO = new Decimal(0);
const ONE = new Decimal(1);

function numberAt(facts: RecordFacts, name: string | undefined): Decimal | null {
  const value = name === undefined ? null : valueOf(facts, name);
  return typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? new Decimal(value) : null;
}

function settled(register: Register, filter: Filter | undefined): Filter {
  const one = settleFilter(register.declaration, filter ?? EVERYTHING);
  if (!one.ok) throw new RangeError(`a measure's filter was not checked: ${one.fault.code}`);
  return one.filter;
}

type Conditions = { readonly where: Filter; readonly among: Filter };
const known = new WeakMap<RegisterMeasure, Conditions>();

/** Filters of a measure in their one form; made once for each declaration. */
export function conditionsOf(register: Register, measure: RegisterMeasure): Conditions {
  const made = known.get(measure) ?? { where: settled(register, measure.where), among: settled(register, measure.among) };
  known.set(measure, made);
  return made;
}

/** What a record adds above and below the line on a day; null where it adds nothing at all. */
export function partsOf(register: Register, measure: RegisterMeasure, facts: RecordFacts, today: CivilDate): Parts | null {
  const { where, among } = conditionsOf(register, measure);
  const fits = (filter: Filter): boolean => matchesFilter(register.declaration, filter, facts, today);
  const value = numberAt(facts, measure.of);
  switch (measure.kind) {
    case 'count':
      return fits(among) && fits(where) ? { numerator: ONE, denominator: ZERO } : null;
    case 'sum':
      return value && fits(among) && fits(where) ? { numerator: value, denominator: ZERO } : null;
    case 'average':
    case 'latest':
      return value && fits(among) && fits(where) ? { numerator: value, denominator: ONE } : null;
    case 'share':
      return fits(among) ? shareParts(measure, facts, fits(where)) : null;
  }
}

function shareParts(measure: RegisterMeasure, facts: RecordFacts, isAbove: boolean): Parts {
  const amount = (name: string | undefined): Decimal => (name === undefined ? ONE : (numberAt(facts, name) ?? ZERO));
  return {
    numerator: isAbove ? amount(measure.of) : ZERO,
    denominator: amount(measure.dividedBy ?? measure.of),
  };
}

/** Unit of a record for a measure; empty where it names none. */
export function unitForMeasure({ declaration }: Register, measure: RegisterMeasure, facts: RecordFacts): string {
  const value = facts.values[measure.byUnit ?? declaration.owner];
  return typeof value === 'string' ? value : '';
}

/** The day that decides to which period of a measure a record belongs; null: to none. */
export function periodDayOf(measure: RegisterMeasure, facts: RecordFacts): CivilDate | null {
  const value = valueOf(facts, measure.periodBy);
  return typeof value === 'string' ? dayOf(value) : null;
}

function contributionsTo(register: Register, [name, measure]: [string, RegisterMeasure], facts: RecordFacts): Contribution[] {
  const onDay = periodDayOf(measure, facts);
  if (onDay === null) return [];
  const place = { measure: name, onDay, unitId: unitForMeasure(register, measure, facts) };
  const first = partsOf(register, measure, facts, ALWAYS_IN_TIME);
  const made: Contribution[] = [];
  if (first) made.push({ ...place, turnsOn: null, numerator: first.numerator.toFixed(), denominator: first.denominator.toFixed() });
  if (facts.dueOn === null || facts.finishedOn !== null || measure.kind === 'latest') return made;
  const then = partsOf(register, measure, facts, ALWAYS_OVERDUE);
  const numerator = (then?.numerator ?? ZERO).minus(first?.numerator ?? ZERO);
  const denominator = (then?.denominator ?? ZERO).minus(first?.denominator ?? ZERO);
  if (!numerator.isZero() || !denominator.isZero())
    made.push({ ...place, turnsOn: facts.dueOn, numerator: numerator.toFixed(), denominator: denominator.toFixed() });
  return made;
}

/** Everything that a record adds to the measures of its register. Sums of these are what measures say. */
export function contributionsOf(register: Register, facts: RecordFacts): Contribution[] {
  return Object.entries(register.measures).flatMap((entry) => contributionsTo(register, entry, facts));
}

/** Sums above and below the line as the figures of a measure's kind. @returns null for an average of nothing */
export function figuresOf(measure: RegisterMeasure, sums: { numerator: string; denominator: string } | null): MeasureFigures | null {
  const numerator = sums?.numerator ?? '0';
  const denominator = sums?.denominator ?? '0';
  switch (measure.kind) {
    case 'count':
      return { count: new Decimal(numerator).toFixed() };
    case 'sum':
      return { value: new Decimal(numerator).toFixed() };
    case 'share':
      return { numerator: new Decimal(numerator).toFixed(), denominator: new Decimal(denominator).toFixed() };
    case 'average':
      return new Decimal(denominator).isZero()
        ? null
        : {
            value: new Decimal(numerator).dividedBy(denominator).toDecimalPlaces(12).toFixed(),
            count: new Decimal(denominator).toFixed(),
          };
    case 'latest':
      return sums ? { value: new Decimal(numerator).toFixed() } : null;
  }
}

/** A record with its identity, for the plain recount. */
export type CountedRecord = RecordFacts & { readonly recordId: string };

/** The plain recount of a measure over records: slow, obvious, what the sums are tested against. */
export function recount(
  register: Register,
  measure: RegisterMeasure,
  given: {
    readonly records: readonly CountedRecord[];
    readonly unitId: string | null;
    readonly firstDay: CivilDate;
    readonly lastDay: CivilDate;
    readonly today: CivilDate;
  },
): MeasureFigures | null {
  const counted = given.records.flatMap((facts) => {
    const onDay = periodDayOf(measure, facts);
    if (onDay === null || onDay < given.firstDay || onDay > given.lastDay) return [];
    if (given.unitId !== null && unitForMeasure(register, measure, facts) !== given.unitId) return [];
    const parts = partsOf(register, measure, facts, measure.kind === 'latest' ? ALWAYS_IN_TIME : given.today);
    return parts ? [{ onDay, recordId: facts.recordId, parts }] : [];
  });
  if (measure.kind === 'latest') {
    const newest = counted.sort((a, b) => (a.onDay + a.recordId < b.onDay + b.recordId ? 1 : -1))[0];
    return figuresOf(measure, newest ? { numerator: newest.parts.numerator.toFixed(), denominator: '1' } : null);
  }
  const add = (pick: (parts: Parts) => Decimal): string =>
    counted.reduce((sum, { parts }) => sum.plus(pick(parts)), ZERO).toFixed();
  return figuresOf(measure, { numerator: add((parts) => parts.numerator), denominator: add((parts) => parts.denominator) });
}
