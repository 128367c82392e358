import type { CivilDate } from '../../../kernel/civil-date.ts';
import { type Deadline, type OfficeRules, occurrencesOf, periodicCheck } from '../../deadlines/index.ts';

/** One time that something of a task falls due: a period of a recurring deadline, or the monthly check of a continuous one. */
export type PlannedOccurrence = {
  /** The same for the same period however often it is reckoned: "Q1", "M7", "check-M7". */
  readonly key: string;
  readonly name: string;
  readonly kind: 'period' | 'check';
  readonly dueOn: CivilDate;
};

const isRecurring = ({ kind }: Deadline): boolean => kind === 'recurring' || kind === 'continuous';

function ofOne(deadline: Deadline, year: number, rules: OfficeRules): PlannedOccurrence[] {
  if (!isRecurring(deadline)) return [];
  const kind = deadline.kind === 'continuous' ? 'check' : 'period';
  const placed = kind === 'check' ? periodicCheck('month') : deadline;
  return occurrencesOf(placed, year, rules).flatMap(({ period, dueOn }) =>
    period === null || dueOn === null
      ? []
      : [{ key: kind === 'check' ? `check-${period.id}` : period.id, name: period.name, kind, dueOn } as const],
  );
}

/**
 * Every time that something of a task falls due in a year. A task that also has a single day or waits for an event has none:
 * that day rules it. Two deadlines that name the same period keep the later day.
 *
 * @returns in order of days
 */
export function plannedOccurrences(
  deadlines: readonly Deadline[],
  year: number,
  rules: OfficeRules,
): PlannedOccurrence[] {
  if (!deadlines.every(isRecurring)) return [];
  const periods = deadlines.some(({ kind }) => kind === 'recurring');
  const ruling = deadlines.filter(({ kind }) => !periods || kind === 'recurring');
  const byKey = new Map<string, PlannedOccurrence>();
  for (const one of ruling.flatMap((deadline) => ofOne(deadline, year, rules))) {
    const before = byKey.get(one.key);
    if (!before || before.dueOn < one.dueOn) byKey.set(one.key, one);
  }
  return [...byKey.values()].sort((a, b) => a.dueOn.localeCompare(b.dueOn) || a.key.localeCompare(b.key));
}

/** A day that was granted holds as long as the words give no later one. */
export const keepsPromise = ({ grantedTo }: { readonly grantedTo: CivilDate | null }, to: CivilDate): boolean =>
  grantedTo !== null && to <= grantedTo;

type Standing = {
  readonly key: string;
  readonly dueOn: CivilDate;
  readonly grantedTo: CivilDate | null;
  readonly state: string;
};

/** What to do with the occurrences that stand when a deadline changes: what somebody worked on already stays as it is. */
export function changeOccurrences(
  standing: readonly Standing[],
  planned: readonly PlannedOccurrence[],
): { readonly added: PlannedOccurrence[]; readonly moved: PlannedOccurrence[]; readonly gone: string[] } {
  const before = new Map(standing.map((one) => [one.key, one]));
  const wanted = new Set(planned.map(({ key }) => key));
  const isMoved = ({ key, dueOn }: PlannedOccurrence): boolean => {
    const one = before.get(key);
    return one?.state === 'open' && one.dueOn !== dueOn && !keepsPromise(one, dueOn);
  };
  return {
    added: planned.filter(({ key }) => !before.has(key)),
    moved: planned.filter(isMoved),
    gone: standing.filter(({ key, state }) => state === 'open' && !wanted.has(key)).map(({ key }) => key),
  };
}
