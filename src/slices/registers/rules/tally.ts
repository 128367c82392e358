import { addDays, type CivilDate, civilDate } from '../../../kernel/civil-date.ts';
import { Decimal } from '../../../kernel/decimal.ts';
import type { Register } from './compile.ts';
import type { RegisterMeasure } from './declaration.ts';
import { timingOf } from './due.ts';
import type { Filter } from './filter.ts';
import { type Deadline, deadlineOf, factOf, matchesFilter, type RecordFacts, settleFilter } from './filters.ts';
import { dayOf } from './formulas.ts';
import type { MeasureFigures } from './measure.ts';

/** What a record adds to a measure on a day. `turnsOn`: what it adds besides from the day after that day on. */
export type Contribution = {
  readonly measure: string;
  readonly onDay: CivilDate;
  /** Empty where the record names no unit. */
  readonly unitId: string;
  /** The value that is counted once, where a measure counts values; else empty. */
  readonly value: string;
  readonly turnsOn: CivilDate | null;
  readonly numerator: string;
  readonly denominator: string;
  /** Open past their day, of a lateness. */
  readonly missing: string;
};

/** FNV-1a over 32 bits: enough to tell one wording of a measure from the next. */
function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let place = 0; place < text.length; place += 1)
    hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193) >>> 0;
  return hash.toString(36);
}

/** Wordings of measures as they were hashed: once for each declaration, not once for each record. */
const wordings = new WeakMap<RegisterMeasure, string>();

function wordingOf(measure: RegisterMeasure): string {
  const made = wordings.get(measure);
  if (made !== undefined) return made;
  const { label: _label, target: _target, leaves: _leaves, place: _place, unit: _unit, ...counted } = measure;
  const hash = shortHash(JSON.stringify(counted));
  wordings.set(measure, hash);
  return hash;
}

/**
 * Name of a measure in the tallies. A measure that is worded anew has a row of sums of its own, so that sums of the old
 * wording never mix with those of the new one while records are being derived again.
 */
export function tallyKey(name: string, measure: RegisterMeasure): string {
  if (name.startsWith('~')) return name;
  return `${measure.kind === 'latest' ? '!' : ''}${name}@${wordingOf(measure)}`;
}

/** Whether sums are not added up but the newest value is taken. */
export const takesLatest = ({ measure }: Contribution): boolean => measure.startsWith('!');

/** What records add to measures that take the newest value, with the record that each value is of. */
export const latestRows = <Id extends string>(
  records: readonly { readonly recordId: Id; readonly contributions: readonly Contribution[] }[],
): (Contribution & { readonly recordId: Id })[] =>
  records.flatMap(({ recordId, contributions }) =>
    contributions.filter(takesLatest).map((one) => ({ ...one, recordId })),
  );

const EVERYTHING: Filter = { all: [] };
/** Any open record is in time on the first of all days. */
const ALWAYS_IN_TIME = civilDate('0001-01-01');

type Parts = { readonly numerator: Decimal; readonly denominator: Decimal; readonly missing: Decimal };
const ZERO = new Decimal(0);
const ONE = new Decimal(1);
const NOTHING: Parts = { numerator: ZERO, denominator: ZERO, missing: ZERO };

function numberAt(facts: RecordFacts, name: string | undefined): Decimal | null {
  const value = name === undefined ? null : factOf(facts, name);
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
  const made = known.get(measure) ?? {
    where: settled(register, measure.where),
    among: settled(register, measure.among),
  };
  known.set(measure, made);
  return made;
}

/** What a record adds above and below the line on a day; null where it adds nothing at all. */
export function partsOf(
  register: Register,
  measure: RegisterMeasure,
  facts: RecordFacts,
  today: CivilDate,
): Parts | null {
  const { where, among } = conditionsOf(register, measure);
  const fits = (filter: Filter): boolean => matchesFilter(register.declaration, filter, facts, today);
  const value = numberAt(facts, measure.of);
  switch (measure.kind) {
    case 'count':
      return fits(among) && fits(where) ? { ...NOTHING, numerator: ONE } : null;
    case 'sum':
      return value && fits(among) && fits(where) ? { ...NOTHING, numerator: value } : null;
    case 'average':
    case 'latest':
      return value && fits(among) && fits(where) ? { ...NOTHING, numerator: value, denominator: ONE } : null;
    case 'lateness':
      return fits(among) && fits(where) ? lateParts(deadlineOf(facts, measure.clock), today) : null;
    case 'share':
      return fits(among) ? shareParts(measure, facts, fits(where)) : null;
  }
}

function lateParts(deadline: Deadline, today: CivilDate): Parts | null {
  if (deadline.dueOn === null) return null;
  const timing = timingOf(deadline, today);
  const one = (isSo: boolean): Decimal => (isSo ? ONE : ZERO);
  return { numerator: one(timing === 'late'), denominator: ONE, missing: one(timing === 'overdue') };
}

function shareParts(measure: RegisterMeasure, facts: RecordFacts, isAbove: boolean): Parts {
  const amount = (name: string | undefined): Decimal => (name === undefined ? ONE : (numberAt(facts, name) ?? ZERO));
  return {
    ...NOTHING,
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
  const value =
    measure.periodBy === 'due-day' ? deadlineOf(facts, measure.clock).dueOn : factOf(facts, measure.periodBy);
  const day = typeof value === 'string' ? dayOf(value) : null;
  return day !== null && measure.closesOn !== undefined && day.slice(5) > measure.closesOn ? null : day;
}

/** What is counted once each: the values of the measure's field; the record itself where it names none. */
export function countedValues(measure: RegisterMeasure, facts: RecordFacts): readonly string[] {
  if (measure.distinct === undefined) return [''];
  const value = factOf(facts, measure.distinct);
  if (typeof value === 'object' && value !== null) return 'number' in value ? [value.number] : value;
  return value === null ? [] : [String(value)];
}

/** A day after which an open record may count otherwise, and the day after it. */
type Turn = { readonly turnsOn: CivilDate; readonly judgedOn: CivilDate };

/** Days after which an open record may count otherwise, in order. */
function turnsOf(facts: RecordFacts): Turn[] {
  const open = [facts, ...Object.values(facts.clocks)].flatMap(({ dueOn, finishedOn }) =>
    dueOn !== null && finishedOn === null ? [dueOn] : [],
  );
  return [...new Set(open)].sort().map((turnsOn) => ({ turnsOn, judgedOn: addDays(turnsOn, 1) }));
}

/** What changes from one state to the next, as a contribution; null where nothing does. */
function step(from: Parts, to: Parts): Pick<Contribution, 'numerator' | 'denominator' | 'missing'> | null {
  const isSame = (part: keyof Parts): boolean => from[part] === to[part];
  if (isSame('numerator') && isSame('denominator') && isSame('missing')) return null;
  const numerator = to.numerator.minus(from.numerator);
  const denominator = to.denominator.minus(from.denominator);
  const missing = to.missing.minus(from.missing);
  if (numerator.isZero() && denominator.isZero() && missing.isZero()) return null;
  return { numerator: numerator.toFixed(), denominator: denominator.toFixed(), missing: missing.toFixed() };
}

function contributionsTo(
  register: Register,
  [name, measure]: [string, RegisterMeasure],
  facts: RecordFacts,
  turning: readonly Turn[],
): Contribution[] {
  const onDay = periodDayOf(measure, facts);
  if (onDay === null) return [];
  const place = { measure: tallyKey(name, measure), onDay, unitId: unitForMeasure(register, measure, facts) };
  const first = partsOf(register, measure, facts, ALWAYS_IN_TIME);
  const base = first && { ...place, turnsOn: null, ...textsOf(first) };
  let before = first ?? NOTHING;
  const made = base ? [base] : [];
  const turns = (measure.kind === 'latest' ? [] : turning).flatMap(({ turnsOn, judgedOn }) => {
    const after = partsOf(register, measure, facts, judgedOn) ?? NOTHING;
    const change = step(before, after);
    before = after;
    return change ? [{ ...place, turnsOn, ...change }] : [];
  });
  const values = countedValues(measure, facts);
  return [...made, ...turns].flatMap((one) => values.map((value) => ({ ...one, value })));
}

const textOf = (part: Decimal): string => (part === ZERO ? '0' : part === ONE ? '1' : part.toFixed());
const textsOf = ({
  numerator,
  denominator,
  missing,
}: Parts): Pick<Contribution, 'numerator' | 'denominator' | 'missing'> => ({
  numerator: textOf(numerator),
  denominator: textOf(denominator),
  missing: textOf(missing),
});

/** Everything that a record adds to the measures of its register. Sums of these are what measures say. */
export function contributionsOf(register: Register, facts: RecordFacts): Contribution[] {
  const turning = turnsOf(facts);
  return Object.entries(register.measures).flatMap((entry) => contributionsTo(register, entry, facts, turning));
}

/** Sums of a measure; of a measure that counts values, how many there are above and below the line. */
export type Sums = { readonly numerator: string; readonly denominator: string; readonly missing: string };

const plain = (text: string): string => new Decimal(text).toFixed();

/**
 * Sums as the figures of a measure's kind.
 *
 * @param sums null: no record at all, which is zero for everything but an average and the latest value
 * @param units how many units stand below the line, where the measure is out of the units
 */
export function figuresOf(measure: RegisterMeasure, sums: Sums | null, units: number): MeasureFigures | null {
  const { numerator, denominator, missing } = sums ?? { numerator: '0', denominator: '0', missing: '0' };
  switch (measure.kind) {
    case 'count':
      return { count: plain(numerator) };
    case 'sum':
      return { value: plain(numerator) };
    case 'share':
      return {
        numerator: plain(numerator),
        denominator: measure.outOf === 'units' ? String(units) : plain(denominator),
      };
    case 'lateness':
      return { expected: plain(denominator), late: plain(numerator), missing: plain(missing) };
    case 'average': {
      if (new Decimal(denominator).isZero()) return null;
      const value = new Decimal(numerator).dividedBy(denominator).toDecimalPlaces(12).toFixed();
      return { value, count: plain(denominator) };
    }
    case 'latest':
      return sums ? { value: plain(numerator) } : null;
  }
}
