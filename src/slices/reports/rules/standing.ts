import { type CivilDate, daysBetween } from '../../../kernel/civil-date.ts';
import type { UnitId } from '../../../kernel/ids.ts';

export type SubmissionState = 'draft' | 'handed-in' | 'returned';

/** What a unit did about one period: the little that lists, grids and counts need. */
export type Mark = {
  readonly unitId: UnitId;
  readonly state: SubmissionState;
  readonly firstOn: CivilDate | null;
  readonly lastOn: CivilDate | null;
  readonly againBy: CivilDate | null;
  readonly handIns: number;
  readonly returns: number;
};

/** How a unit stands to a cut-off; computed, never typed. */
export const standings = ['on-time', 'late', 'returned', 'open', 'overdue', 'missing'] as const;
export type Standing = (typeof standings)[number];

export type Stood = {
  readonly standing: Standing;
  /** Days after the cut-off; 0 in time. Of what is open they grow from day to day. */
  readonly daysLate: number;
};

const later = (one: CivilDate, other: CivilDate | null): CivilDate => (other !== null && other > one ? other : one);
const daysAfter = (dueOn: CivilDate, on: CivilDate): number => Math.max(0, daysBetween(dueOn, on));

/**
 * A report is on time when it was first handed in by the cut-off and, where it was returned, handed in again by the day
 * the office gave. A closed period waits for nobody: what is not in is missing.
 */
export function standingOf(
  mark: Mark | undefined,
  { dueOn, today, isClosed }: { dueOn: CivilDate; today: CivilDate; isClosed: boolean },
): Stood {
  const first = mark?.firstOn ?? null;
  if (mark?.state === 'handed-in' && first !== null) {
    const again = mark.returns > 0 ? daysAfter(later(dueOn, mark.againBy), mark.lastOn ?? first) : 0;
    const daysLate = Math.max(daysAfter(dueOn, first), again);
    return { standing: daysLate > 0 ? 'late' : 'on-time', daysLate };
  }
  const limit = mark?.state === 'returned' ? later(dueOn, mark.againBy) : dueOn;
  const daysLate = daysAfter(limit, today);
  if (isClosed) return { standing: 'missing', daysLate: 0 };
  if (daysLate > 0) return { standing: 'overdue', daysLate };
  return { standing: mark?.state === 'returned' ? 'returned' : 'open', daysLate: 0 };
}

export type Tally = {
  readonly expected: number;
  readonly handedIn: number;
  readonly onTime: number;
  /** Handed in after the cut-off. */
  readonly late: number;
  readonly returned: number;
  /** Not in, and the cut-off is past. */
  readonly overdue: number;
  readonly missing: number;
};

/** Counts of one period over the units that are expected. */
export function tallyOf(stood: readonly Stood[]): Tally {
  const count = (standing: Standing): number => stood.filter((one) => one.standing === standing).length;
  const [onTime, late] = [count('on-time'), count('late')];
  return {
    expected: stood.length,
    handedIn: onTime + late,
    onTime,
    late,
    returned: count('returned'),
    overdue: count('overdue'),
    missing: count('missing'),
  };
}
