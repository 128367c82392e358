import type { CivilDate } from '../../../kernel/civil-date.ts';
import { Decimal, roundHalfUp } from '../../../kernel/decimal.ts';
import type { UnitId, UserId } from '../../../kernel/ids.ts';
import type { WorkRecord } from '../../deadlines/index.ts';
import { type Headship, successorsOn, type Unit, type UnitHistory } from '../../units/index.ts';

/** What became of work that was due in a span. */
export type WorkSums = {
  readonly due: number;
  readonly onTime: number;
  readonly late: number;
  readonly overdue: number;
  readonly returned: number;
  readonly extensions: number;
  readonly daysLate: number;
};

export const NO_WORK: WorkSums = { due: 0, onTime: 0, late: 0, overdue: 0, returned: 0, extensions: 0, daysLate: 0 };

export function addWork(a: WorkSums, b: WorkSums): WorkSums {
  return {
    due: a.due + b.due,
    onTime: a.onTime + b.onTime,
    late: a.late + b.late,
    overdue: a.overdue + b.overdue,
    returned: a.returned + b.returned,
    extensions: a.extensions + b.extensions,
    daysLate: a.daysLate + b.daysLate,
  };
}

export type HeadInSpan = { readonly userId: UserId; readonly firstDay: CivilDate; readonly lastDay: CivilDate };

/** What a unit answers for in a span. A unit that ended and its successors stand in lines of their own. */
export type UnitAnswer = {
  readonly unitId: UnitId;
  readonly heads: readonly HeadInSpan[];
  /** Last day of a unit that ended within the span, and who took over. */
  readonly endedOn: CivilDate | null;
  readonly successorIds: readonly UnitId[];
  readonly tasks: WorkSums;
  readonly reports: WorkSums;
  /** Of tasks and reports together. */
  readonly all: WorkSums;
  /** Percent of what was decided (in time, late, or past its day) that was in time, two decimals; null where nothing was. */
  readonly onTimePercent: string | null;
  /** Decimal text. */
  readonly pointsLost: string;
  /** Place among the units that stand and had work due; equal figures share a place. Null: not ranked. */
  readonly rank: number | null;
};

export type Span = { readonly firstDay: CivilDate; readonly lastDay: CivilDate };

/** Work whose outcome is known: what is open and not yet due says nothing. */
export function decidedOf({ onTime, late, overdue }: WorkSums): number {
  return onTime + late + overdue;
}

export function onTimePercentOf(sums: WorkSums): string | null {
  const decided = decidedOf(sums);
  return decided === 0 ? null : roundHalfUp(new Decimal(sums.onTime).times(100).div(decided), 2).toFixed();
}

function headsIn(unitId: UnitId, { firstDay, lastDay }: Span, headships: readonly Headship[]): HeadInSpan[] {
  return headships
    .filter((one) => one.unitId === unitId && one.validFrom <= lastDay && (one.validTo ?? lastDay) >= firstDay)
    .map(({ userId, validFrom, validTo }) => ({
      userId,
      firstDay: validFrom > firstDay ? validFrom : firstDay,
      lastDay: validTo !== null && validTo < lastDay ? validTo : lastDay,
    }))
    .sort((a, b) => (a.firstDay < b.firstDay ? -1 : 1));
}

/** Better first: share in time, then fewer points lost, then fewer days late. 0 is a tie. The share is compared exactly. */
function compareAnswers(a: UnitAnswer, b: UnitAnswer): number {
  const share = ({ all }: UnitAnswer): Decimal => new Decimal(all.onTime).div(decidedOf(all));
  return (
    share(b).comparedTo(share(a)) ||
    new Decimal(a.pointsLost).comparedTo(b.pointsLost) ||
    a.all.daysLate - b.all.daysLate
  );
}

function rankAnswers(answers: readonly UnitAnswer[]): UnitAnswer[] {
  const ranked = answers
    .filter(({ endedOn, onTimePercent }) => endedOn === null && onTimePercent !== null)
    .sort(compareAnswers);
  const placeOf = new Map<UnitId, number>();
  for (const [index, answer] of ranked.entries()) {
    const before = ranked[index - 1];
    const isTie = before !== undefined && compareAnswers(before, answer) === 0;
    placeOf.set(answer.unitId, isTie ? (placeOf.get(before.unitId) ?? index + 1) : index + 1);
  }
  return answers.map((answer) => ({ ...answer, rank: placeOf.get(answer.unitId) ?? null }));
}

export type AnswerInput = {
  readonly span: Span;
  readonly history: UnitHistory;
  readonly headships: readonly Headship[];
  readonly records: readonly WorkRecord[];
  readonly pointsLost: ReadonlyMap<UnitId, string>;
};

function sumsOf(records: readonly WorkRecord[], source: WorkRecord['source']): WorkSums {
  return records.filter((record) => record.source === source).reduce(addWork, NO_WORK);
}

/** Whether a unit stood at any time in a span. */
function stoodIn({ validFrom, validTo }: Unit, { firstDay, lastDay }: Span): boolean {
  return validFrom <= lastDay && (validTo === null || validTo >= firstDay);
}

/**
 * What each unit answers for: units that stood in the span, and units that ended before but still have work or points of it.
 * Order: ranked units by place, then the others as the office lists them.
 */
export function answersOf({ span, history, headships, records, pointsLost }: AnswerInput): UnitAnswer[] {
  const byUnit = Map.groupBy(records, ({ unitId }) => unitId);
  const answers = history.units
    .filter((unit) => stoodIn(unit, span) || byUnit.has(unit.unitId) || pointsLost.has(unit.unitId))
    .map((unit): UnitAnswer => {
      const own = byUnit.get(unit.unitId) ?? [];
      const [tasks, reports] = [sumsOf(own, 'task'), sumsOf(own, 'report')];
      const all = addWork(tasks, reports);
      const endedOn = unit.validTo !== null && unit.validTo <= span.lastDay ? unit.validTo : null;
      return {
        unitId: unit.unitId,
        heads: headsIn(unit.unitId, span, headships),
        endedOn,
        successorIds: endedOn === null ? [] : successorsOn(unit.unitId, span.lastDay, history),
        tasks,
        reports,
        all,
        onTimePercent: onTimePercentOf(all),
        pointsLost: pointsLost.get(unit.unitId) ?? '0',
        rank: null,
      };
    });
  return rankAnswers(answers).sort((a, b) => (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER));
}

export type CostlyUnit = { readonly unitId: UnitId; readonly pointsLost: string; readonly sharePercent: string };

/** Units that cost the department points, the most first, with their share of all points that a unit answers for. */
export function costlyUnits(answers: readonly UnitAnswer[]): CostlyUnit[] {
  const costly = answers.filter(({ pointsLost }) => new Decimal(pointsLost).greaterThan(0));
  const total = costly.reduce((sum, { pointsLost }) => sum.plus(pointsLost), new Decimal(0));
  return costly
    .map(({ unitId, pointsLost }) => ({
      unitId,
      pointsLost,
      sharePercent: roundHalfUp(new Decimal(pointsLost).times(100).div(total), 2).toFixed(),
    }))
    .sort((a, b) => new Decimal(b.pointsLost).comparedTo(a.pointsLost) || (a.unitId < b.unitId ? -1 : 1));
}
