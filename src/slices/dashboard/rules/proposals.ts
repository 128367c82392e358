import { Decimal } from '../../../kernel/decimal.ts';
import type { UnitId } from '../../../kernel/ids.ts';
import { decidedOf, type UnitAnswer } from './answers.ts';

/** From which figures on an office proposes; decimals as text. */
export type Thresholds = {
  /** Praise and reprimand need at least so much work whose outcome is known. */
  readonly leastDecided: number;
  readonly praise: {
    /** Share in time, percent, from which on. */
    readonly onTimePercent: string;
    readonly mostOverdue: number;
    readonly mostReturned: number;
    readonly mostPointsLost: string;
  };
  readonly reprimand: {
    /** Share in time, percent, below which. */
    readonly onTimePercent: string;
    /** Work open and past its day, from which on. */
    readonly overdue: number;
    readonly pointsLost: string;
  };
};

/**
 * What an office starts with. Khánh Hòa bars the better grades to whoever has a tenth of his dossiers late (hence 90); the other
 * figures no source prescribes, each office sets its own.
 */
export const defaultThresholds: Thresholds = {
  leastDecided: 5,
  praise: { onTimePercent: '100', mostOverdue: 0, mostReturned: 1, mostPointsLost: '0' },
  reprimand: { onTimePercent: '90', overdue: 3, pointsLost: '0.5' },
};

export const proposalKinds = ['praise', 'reprimand'] as const;
export type ProposalKind = (typeof proposalKinds)[number];
export const factNames = ['decided', 'on-time', 'overdue', 'returned', 'points-lost'] as const;
export type FactName = (typeof factNames)[number];

/** A figure of the unit beside the threshold that it meets. */
export type Fact = { readonly name: FactName; readonly value: string; readonly threshold: string };
export type Proposal = { readonly unitId: UnitId; readonly kind: ProposalKind; readonly facts: readonly Fact[] };

const isDecimal = (text: string): boolean => /^\d{1,4}(?:\.\d{1,4})?$/.test(text);
const isPercent = (text: string): boolean => isDecimal(text) && new Decimal(text).lessThanOrEqualTo(100);
const isCount = (count: number): boolean => Number.isInteger(count) && count >= 0 && count <= 10_000;

/** Whether thresholds can be kept: figures of the right kind, and nobody both praised and reprimanded for the same share. */
export function areThresholds({ leastDecided, praise, reprimand }: Thresholds): boolean {
  const counts = [leastDecided, praise.mostOverdue, praise.mostReturned, reprimand.overdue];
  return (
    counts.every(isCount) &&
    leastDecided >= 1 &&
    reprimand.overdue >= 1 &&
    [praise.onTimePercent, reprimand.onTimePercent].every(isPercent) &&
    [praise.mostPointsLost, reprimand.pointsLost].every(isDecimal) &&
    new Decimal(reprimand.pointsLost).greaterThan(0) &&
    new Decimal(praise.onTimePercent).greaterThanOrEqualTo(reprimand.onTimePercent)
  );
}

const exactShare = ({ all }: UnitAnswer): Decimal => new Decimal(all.onTime).times(100).div(decidedOf(all));

/** Praise only where every figure says so; a single one that does not is enough against it. */
function praiseOf(answer: UnitAnswer, { leastDecided, praise }: Thresholds): Proposal | null {
  const { all, pointsLost, onTimePercent, unitId } = answer;
  const isPraised =
    decidedOf(all) >= leastDecided &&
    exactShare(answer).greaterThanOrEqualTo(praise.onTimePercent) &&
    all.overdue <= praise.mostOverdue &&
    all.returned <= praise.mostReturned &&
    new Decimal(pointsLost).lessThanOrEqualTo(praise.mostPointsLost);
  if (!isPraised) return null;
  const facts: Fact[] = [
    { name: 'decided', value: String(decidedOf(all)), threshold: String(leastDecided) },
    { name: 'on-time', value: onTimePercent ?? '0', threshold: praise.onTimePercent },
    { name: 'overdue', value: String(all.overdue), threshold: String(praise.mostOverdue) },
    { name: 'returned', value: String(all.returned), threshold: String(praise.mostReturned) },
    { name: 'points-lost', value: pointsLost, threshold: praise.mostPointsLost },
  ];
  return { unitId, kind: 'praise', facts };
}

/** Reprimand where any figure says so; only those that do are its grounds. */
function reprimandOf(answer: UnitAnswer, { leastDecided, reprimand }: Thresholds): Proposal | null {
  const { all, pointsLost, onTimePercent, unitId } = answer;
  const facts: Fact[] = [];
  if (decidedOf(all) >= leastDecided && exactShare(answer).lessThan(reprimand.onTimePercent))
    facts.push({ name: 'on-time', value: onTimePercent ?? '0', threshold: reprimand.onTimePercent });
  if (all.overdue >= reprimand.overdue)
    facts.push({ name: 'overdue', value: String(all.overdue), threshold: String(reprimand.overdue) });
  if (new Decimal(pointsLost).greaterThanOrEqualTo(reprimand.pointsLost))
    facts.push({ name: 'points-lost', value: pointsLost, threshold: reprimand.pointsLost });
  return facts.length === 0 ? null : { unitId, kind: 'reprimand', facts };
}

/** Proposals only; people decide. A unit that has ended can be neither praised nor reprimanded. */
export function proposalsOf(answers: readonly UnitAnswer[], thresholds: Thresholds): Proposal[] {
  return answers
    .filter(({ endedOn }) => endedOn === null)
    .flatMap((answer) => {
      const proposal = reprimandOf(answer, thresholds) ?? praiseOf(answer, thresholds);
      return proposal ? [proposal] : [];
    });
}
