import type { CivilDate } from '../../../kernel/civil-date.ts';
import { Decimal } from '../../../kernel/decimal.ts';
import type { Register } from './compile.ts';
import type { RegisterMeasure } from './declaration.ts';
import type { RecordFacts } from './filters.ts';
import type { MeasureFigures } from './measure.ts';
import { countedValues, figuresOf, partsOf, periodDayOf, unitForMeasure } from './tally.ts';

/** A record with its identity, for the plain recount. */
export type CountedRecord = RecordFacts & { readonly recordId: string };

export type RecountScope = {
  readonly records: readonly CountedRecord[];
  readonly unitId: string | null;
  readonly firstDay: CivilDate;
  readonly lastDay: CivilDate;
  readonly today: CivilDate;
  /** Units that stand on the last day, for measures that are out of the units. */
  readonly units: number;
};

type Counted = {
  readonly onDay: CivilDate;
  readonly recordId: string;
  readonly value: string;
  readonly numerator: Decimal;
  readonly denominator: Decimal;
  readonly missing: Decimal;
};

function countRecords(register: Register, measure: RegisterMeasure, scope: RecountScope): Counted[] {
  return scope.records.flatMap((facts) => {
    const onDay = periodDayOf(measure, facts);
    if (onDay === null || onDay < scope.firstDay || onDay > scope.lastDay) return [];
    if (scope.unitId !== null && unitForMeasure(register, measure, facts) !== scope.unitId) return [];
    const parts = partsOf(register, measure, facts, scope.today);
    const { recordId } = facts;
    return parts ? countedValues(measure, facts).map((value) => ({ onDay, recordId, value, ...parts })) : [];
  });
}

/** The plain recount of a measure over records: slow, obvious, what the kept sums are tested against. */
export function recount(register: Register, measure: RegisterMeasure, scope: RecountScope): MeasureFigures | null {
  const counted = countRecords(register, measure, scope);
  if (measure.kind === 'latest') {
    const newest = counted.sort((a, b) => (a.onDay + a.recordId < b.onDay + b.recordId ? 1 : -1))[0];
    const sums = newest && { numerator: newest.numerator.toFixed(), denominator: '1', missing: '0' };
    return figuresOf(measure, sums ?? null, scope.units);
  }
  const add = (part: 'numerator' | 'denominator' | 'missing'): string => {
    if (measure.distinct === undefined)
      return counted.reduce((sum, one) => sum.plus(one[part]), new Decimal(0)).toFixed();
    return String(new Set(counted.filter((one) => one[part].greaterThan(0)).map(({ value }) => value)).size);
  };
  return figuresOf(
    measure,
    { numerator: add('numerator'), denominator: add('denominator'), missing: add('missing') },
    scope.units,
  );
}
