import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { Deadline, OfficeRules } from '../../deadlines/index.ts';
import { dayAfterStart, type EventDay } from './event-day.ts';
import { keepsPromise, type PlannedOccurrence, plannedOccurrences } from './occurrences.ts';
import { officeDueOf } from './office-day.ts';
import type { DueKind, TaskState } from './task.ts';

/** Something that falls due and is not done: a task's day, or one of its occurrences. */
type OpenDay = { readonly dueOn: CivilDate; readonly handedInOn: CivilDate | null };

/** An open task with the days that a change of the calendar may move. */
export type DatedTask = {
  readonly state: TaskState;
  readonly planYear: number;
  readonly dueKind: DueKind;
  readonly dueOn: CivilDate | null;
  readonly handedInOn: CivilDate | null;
  /** A later day was granted apart from the words. */
  readonly isExtended: boolean;
  readonly deadlines: readonly Deadline[];
  readonly start: EventDay | null;
  readonly occurrences: readonly (OpenDay & {
    readonly key: string;
    readonly name: string;
    readonly state: string;
    readonly grantedTo: CivilDate | null;
  })[];
};

export type Move = { readonly from: CivilDate; readonly to: CivilDate };
export type Moves = {
  readonly day: Move | null;
  /** The words now give another day, but the day of the task stays: somebody set or granted it, or it was handed in in time. */
  readonly keeps: CivilDate | null;
  readonly occurrences: readonly (Move & { readonly key: string; readonly name: string })[];
  /** Occurrences that stay on the day that was granted to them, though the words now give another. */
  readonly keptOccurrences: readonly { readonly key: string; readonly name: string; readonly dueOn: CivilDate }[];
};

type Times = { readonly before: OfficeRules; readonly after: OfficeRules };

const NOTHING: Moves = { day: null, keeps: null, occurrences: [], keptOccurrences: [] };

/** Work that was handed in by its day must not become late because the calendar changed afterwards. */
const turnsLate = ({ dueOn, handedInOn }: OpenDay, isHandedIn: boolean, to: CivilDate): boolean =>
  isHandedIn && handedInOn !== null && handedInOn <= dueOn && handedInOn > to;

function dayBy({ dueKind, deadlines, start }: DatedTask, rules: OfficeRules): CivilDate | null {
  if (dueKind === 'event') return start === null ? null : dayAfterStart(deadlines, start, rules);
  return officeDueOf(deadlines, rules).dueOn;
}

function moveOfDay(task: DatedTask, { before, after }: Times): Moves {
  const { dueOn, handedInOn, isExtended, state } = task;
  const to = dueOn === null ? null : dayBy(task, after);
  if (dueOn === null || to === null) return NOTHING;
  const from = dayBy(task, before);
  if (from === to) return NOTHING;
  const isByWords = from === dueOn && !isExtended;
  if (!isByWords || turnsLate({ dueOn, handedInOn }, state === 'handed-in', to)) return { ...NOTHING, keeps: dueOn };
  return { ...NOTHING, day: { from: dueOn, to } };
}

/** The periods of the same words in the same year are reckoned once for all tasks. */
export type Planner = (deadlines: readonly Deadline[], year: number) => ReadonlyMap<string, PlannedOccurrence>;

export function makePlanner(rules: OfficeRules): Planner {
  const known = new Map<string, ReadonlyMap<string, PlannedOccurrence>>();
  return (deadlines, year) => {
    const words = `${year} ${JSON.stringify(deadlines)}`;
    const planned =
      known.get(words) ?? new Map(plannedOccurrences(deadlines, year, rules).map((one) => [one.key, one]));
    known.set(words, planned);
    return planned;
  };
}

function movesOfOccurrences(task: DatedTask, { before }: Times, plan: Planner): Moves {
  const planned = plan(task.deadlines, task.planYear);
  const changed = task.occurrences.flatMap((one) => {
    const to = planned.get(one.key)?.dueOn ?? one.dueOn;
    return to === one.dueOn || turnsLate(one, one.state === 'handed-in', to) ? [] : [{ one, to }];
  });
  const kept = changed.filter(({ one, to }) => keepsPromise(one, to));
  const worded = kept.length === 0 ? null : makePlanner(before)(task.deadlines, task.planYear);
  return {
    ...NOTHING,
    occurrences: changed
      .filter(({ one, to }) => !keepsPromise(one, to))
      .map(({ one: { key, name, dueOn: from }, to }) => ({ key, name, from, to })),
    keptOccurrences: kept
      .filter(({ one, to }) => worded?.get(one.key)?.dueOn !== to)
      .map(({ one: { key, name, dueOn } }) => ({ key, name, dueOn })),
  };
}

/**
 * What a change of the calendar or of the rule for days off moves in one open task: its day, where it still stands on the day
 * that the words gave, and every occurrence that is not done. Decision 0105 says what stays.
 *
 * @param planAfter `makePlanner` of the calendar after the change, shared by all tasks
 */
export function movesOf(task: DatedTask, times: Times, planAfter: Planner): Moves {
  const isRecurring = task.dueKind === 'recurring' || task.dueKind === 'continuous';
  return isRecurring ? movesOfOccurrences(task, times, planAfter) : moveOfDay(task, times);
}
