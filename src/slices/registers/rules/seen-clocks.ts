import type { CivilDate } from '../../../kernel/civil-date.ts';
import { clockKey, type Register } from './compile.ts';
import type { DueRule } from './declaration.ts';
import { timingOf } from './due.ts';
import type { Timing } from './filter.ts';
import { dayOf } from './formulas.ts';
import type { Values } from './values.ts';
import { type RegisterView, sourcesOf } from './view.ts';

/** A further clock of a record as a reader sees it. */
export type SeenClock = {
  readonly name: string;
  /** Day that it counts from; null where that day is not known yet. */
  readonly beginsOn: CivilDate | null;
  /** Last day in time; null where the clock does not run for this record. */
  readonly dueOn: CivilDate | null;
  /** Day on which it was stopped. */
  readonly finishedOn: CivilDate | null;
  readonly timing: Timing;
};

type ClockFacts = {
  /** Own and computed values; due days of clocks under `clockKey`. */
  readonly known: Values;
  /** The main deadline as it was first set. */
  readonly firstDueOn: CivilDate | null;
  readonly today: CivilDate;
};

/** The day that a rule counts from, by the case that the record stands under. */
function beginOf(rule: DueRule | undefined, { known, firstDueOn }: ClockFacts): CivilDate | null {
  if (!rule) return null;
  if ('by' in rule)
    return beginOf(rule.cases[String(known[rule.by])] ?? rule.otherwise, { known, firstDueOn } as ClockFacts);
  const name = 'phrase' in rule ? rule.yearOf : 'relativeTo' in rule ? rule.relativeTo : rule.field;
  if (name === 'first-due-day') return firstDueOn;
  const value = known[name];
  return typeof value === 'string' ? dayOf(value) : null;
}

/**
 * Every clock whose day, end and condition the reader may read: what it counts from, when it is due, how it stands and
 * when it was stopped.
 *
 * @source domain.md §5; docs/decisions/0202, 0215
 */
export function seenClocks({ declaration }: Register, view: RegisterView, facts: ClockFacts): SeenClock[] {
  return Object.entries(declaration.clocks ?? {}).flatMap(([name, clock]) => {
    if (!sourcesOf(declaration, clockKey(name)).every((field) => view.open.has(field))) return [];
    const due = facts.known[clockKey(name)];
    const dueOn = typeof due === 'string' ? dayOf(due) : null;
    const finished = facts.known[clock.finishedOn];
    const finishedOn = typeof finished === 'string' ? dayOf(finished) : null;
    const timing = timingOf({ dueOn, finishedOn }, facts.today);
    return [{ name, beginsOn: beginOf(clock.due, facts), dueOn, finishedOn, timing }];
  });
}
