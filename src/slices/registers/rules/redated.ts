import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { Derived } from './derive.ts';
import type { Values } from './values.ts';

/** From when to when a day of a record moves: its own deadline (clock null), or a further one. */
export type DayMove = { readonly clock: string | null; readonly from: string | null; readonly to: string | null };

/** The days of a record as they are stored: its own, and of the further clocks that run. */
export type DatedRecord = {
  readonly dueOn: CivilDate | null;
  readonly finishedOn: CivilDate | null;
  readonly clocks: Readonly<Record<string, string>>;
};

/** The clocks that run and are not met, as they are derived. */
export function runningClocks({ facts }: Derived): Record<string, string> {
  const running: Record<string, string> = {};
  for (const [clock, { dueOn, finishedOn }] of Object.entries(facts.clocks))
    if (dueOn !== null && finishedOn === null) running[clock] = dueOn;
  return running;
}

/** Which days of a record are other ones once it is derived anew. A clock that only now runs, or no longer, is no move. */
export function dayMoves(before: DatedRecord, derived: Derived): DayMove[] {
  const after = runningClocks(derived);
  const { dueOn } = derived.facts;
  const own = before.dueOn === dueOn ? [] : [{ clock: null, from: before.dueOn, to: dueOn }];
  const further = Object.entries(before.clocks).flatMap(([clock, from]) => {
    const to = after[clock];
    return to === undefined || to === from ? [] : [{ clock, from, to }];
  });
  return [...own, ...further];
}

/** Name under which the history of a record keeps a day that moved. */
export const moveName = (clock: string | null): string => (clock === null ? '~due' : `~due:${clock}`);

const clockOfMove = (name: string): string | null => (name === '~due' ? null : name.slice('~due:'.length));

/** The days that one line of the history tells of. */
export function movedDays(before: Values, after: Values): DayMove[] {
  const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  const names = Object.keys(after).filter((name) => name === '~due' || name.startsWith('~due:'));
  return names.map((name) => ({ clock: clockOfMove(name), from: text(before[name]), to: text(after[name]) }));
}
