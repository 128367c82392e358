import type { Decimal } from '../../../kernel/decimal.ts';
import { findOnlyStroke } from './only-stroke.ts';
import type { PrintedNumber } from './printed-number.ts';
import { isLinear, judge, numbersOf, type Term, type Trial, valueOfSide } from './relation.ts';
import type { Settled } from './settle.ts';

/** One printed number corrected, and the relations that speak for it. */
export type Repair = {
  readonly number: PrintedNumber;
  readonly proposed: Decimal;
  readonly confirmedBy: readonly Settled[];
};

/**
 * For every failing relation the one number whose correction another relation confirms:
 * either the correction makes a second failing relation true and breaks none,
 * or every other number of the relation is confirmed by a relation that holds, so that only this one can be wrong;
 * or, where no other relation speaks, one stroke of the pen mends exactly one of its numbers.
 */
export function findRepairs(settled: readonly Settled[]): Map<Settled, Repair> {
  const uses = indexUses(settled);
  const repairs = new Map<Settled, Repair>();
  for (const failing of settled) {
    if (failing.verdict.holds || failing.relation.isLimit) continue;
    const repair = findSharedSlip(failing, uses) ?? findUnconfirmed(failing, uses) ?? findStroke(failing, uses);
    if (repair) repairs.set(failing, repair);
  }
  return repairs;
}

/** Without another relation as witness: the only number that one stroke of the pen mends. */
function findStroke(failing: Settled, uses: Uses): Repair | null {
  const othersWith = (number: PrintedNumber): readonly Settled[] => (uses.get(number) ?? []).slice(0, MOST_USES);
  const stroke = findOnlyStroke(
    failing,
    (number) => confirmationsOf(number, uses).length === 0,
    ({ number, value }) =>
      othersWith(number).every(
        (other) => other === failing || judge(other.relation, other.slack, { number, value })?.holds === true,
      ),
  );
  if (!stroke) return null;
  const confirmedBy = failing.numbers.flatMap((other) => confirmationsOf(other, uses).slice(0, 1));
  return { number: stroke.number, proposed: stroke.value, confirmedBy: [...new Set(confirmedBy)] };
}

type Uses = ReadonlyMap<PrintedNumber, readonly Settled[]>;

/** Relations beyond which a number is not looked into: a column of thousands of rows explains no slip. */
const MOST_USES = 50;
const MOST_NUMBERS = 400;

function indexUses(settled: readonly Settled[]): Uses {
  const uses = new Map<PrintedNumber, Settled[]>();
  for (const one of settled) {
    if (one.relation.stated.length === 0) continue;
    for (const number of one.numbers) {
      const list = uses.get(number);
      if (list) list.push(one);
      else uses.set(number, [one]);
    }
  }
  return uses;
}

function findSharedSlip(failing: Settled, uses: Uses): Repair | null {
  let best: Repair | null = null;
  for (const number of failing.numbers.slice(0, MOST_NUMBERS)) {
    const others = (uses.get(number) ?? []).filter((other) => other !== failing).slice(0, MOST_USES);
    if (!others.some((other) => !other.verdict.holds)) continue;
    for (const proposed of candidatesFor(number, [failing, ...others])) {
      const fixed = relationsFixed({ number, value: proposed }, failing, others);
      if (fixed.length > (best?.confirmedBy.length ?? 0)) best = { number, proposed, confirmedBy: fixed };
    }
  }
  return best;
}

/** Other failing relations that the trial makes true; none when it does not mend this one or breaks one that holds. */
function relationsFixed(trial: Trial, failing: Settled, others: readonly Settled[]): Settled[] {
  const holdsNow = (one: Settled): boolean => judge(one.relation, one.slack, trial)?.holds === true;
  if (!holdsNow(failing)) return [];
  if (others.some((other) => other.verdict.holds && !holdsNow(other))) return [];
  return others.filter((other) => !other.verdict.holds && holdsNow(other));
}

/** Values that would make one of the failing relations true, those of sums before those of ratios, which are rounded. */
function candidatesFor(number: PrintedNumber, relations: readonly Settled[]): Decimal[] {
  const failing = relations.filter((one) => !one.verdict.holds);
  const exactFirst = [...failing].sort(
    (a, b) => Number(isLinear(b.relation.computed)) - Number(isLinear(a.relation.computed)),
  );
  const values = exactFirst.flatMap((one) => solveFor(number, one) ?? []);
  return values.filter((value, index) => values.findIndex((other) => other.eq(value)) === index);
}

function findUnconfirmed(failing: Settled, uses: Uses): Repair | null {
  if (failing.numbers.length > MOST_NUMBERS) return null;
  const isConfirmed = (number: PrintedNumber): boolean => confirmationsOf(number, uses).length > 0;
  const doubtful = failing.numbers.filter((number) => !isConfirmed(number));
  const [number] = doubtful;
  if (!number || doubtful.length !== 1 || failing.numbers.length < 2) return null;
  if ((uses.get(number) ?? []).length > 1) return null;
  const proposed = solveFor(number, failing);
  const trial = proposed && { number, value: proposed };
  if (!trial || judge(failing.relation, failing.slack, trial)?.holds !== true) return null;
  const confirmedBy = failing.numbers.flatMap((other) => confirmationsOf(other, uses).slice(0, 1));
  return { number, proposed, confirmedBy: [...new Set(confirmedBy)] };
}

const confirmationsOf = (number: PrintedNumber, uses: Uses): Settled[] =>
  (uses.get(number) ?? []).slice(0, MOST_USES).filter((other) => other.verdict.holds && other.numbers.length > 1);

/** The value of `number` that makes the relation true, rounded as it is printed; null where there is none. */
function solveFor(number: PrintedNumber, { relation, verdict }: Settled): Decimal | null {
  const excess = verdict.computed.minus(verdict.stated);
  const inStated = relation.stated.find((term) => isIn(term, number));
  const inComputed = relation.computed.find((term) => isIn(term, number));
  if (inStated && inComputed) return null;
  const value = inStated
    ? solveTerm(inStated, number, excess)
    : inComputed
      ? solveTerm(inComputed, number, excess.negated())
      : null;
  if (value === null || value.isNegative()) return null;
  const isExact = isLinear(relation.stated) && isLinear(relation.computed);
  const digits = Math.max(number.digits, isExact ? finestDigits([...relation.stated, ...relation.computed]) : 0);
  return value.toDecimalPlaces(digits);
}

const isIn = (term: Term, number: PrintedNumber): boolean => term.over.includes(number) || term.under.includes(number);

const finestDigits = (side: readonly Term[]): number =>
  numbersOf(side).reduce((digits, number) => Math.max(digits, number.digits), 0);

/** Changes one factor so that its term grows by `growth`. */
function solveTerm(term: Term, number: PrintedNumber, growth: Decimal): Decimal | null {
  const old = valueOfSide([term]);
  if (old === null) return null;
  const target = old.plus(growth);
  if (isLinear([term])) return number.value.plus(growth.div(term.factor));
  if (old.isZero() || target.isZero()) return null;
  return term.under.includes(number) ? number.value.times(old).div(target) : number.value.times(target).div(old);
}
