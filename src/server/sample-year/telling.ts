import { type CivilDate, civilDate } from '../../kernel/civil-date.ts';
import { addMinutes, type Instant } from '../../kernel/clock.ts';
import type { NewId, RecordId, TaskId, UnitId } from '../../kernel/ids.ts';
import type { Outcome } from '../../kernel/outcome.ts';
import type { Context } from '../context.ts';
import type { Person } from '../http.ts';

/** Where the story stands: who acts, on which day, and what is meant by which word. */
export type Scene = {
  readonly context: Context;
  readonly person: Person;
  readonly names: ReadonlyMap<UnitId, string>;
  /** Tasks by a word of ours; deeds that make one add it. */
  readonly tasks: Map<string, TaskId>;
  /** Records of registers by their handle. */
  readonly records: ReadonlyMap<string, RecordId>;
};

/** One thing that somebody does, through the action that the page calls. */
export type Deed = (scene: Scene) => Promise<void>;

/** What one person did on one day. */
export type Chapter = readonly [day: string, username: string, ...deeds: Deed[]];

/** A step of the story that an action refuses is a fault of the story. */
export function done<Value>(outcome: Outcome<Value, { code: string }>, what: string): Value {
  if (!outcome.ok) throw new Error(`the sample year: ${what} was refused: ${JSON.stringify(outcome.refusal)}`);
  return outcome.value;
}

export function taskOf({ tasks }: Scene, word: string): TaskId {
  const taskId = tasks.get(word);
  if (!taskId) throw new Error(`the sample year knows no task “${word}”`);
  return taskId;
}

/** A context that stands on a day of the past; `today` is the real one. */
export type PastContext = {
  readonly context: Context;
  readonly today: CivilDate;
  /** To a day, or a minute on if it is there already; never beyond today. */
  readonly moveTo: (day: CivilDate) => void;
};

/** Identifiers of such a context sort by its own time, and are the same whenever the story is told. */
export function pastContext(context: Context): PastContext {
  const today = context.clock.today();
  let [day, now, made] = [today, context.clock.now(), 0];
  const newId: NewId = (kind) => {
    made += 1;
    const time = (Date.parse(now) + made).toString(16).padStart(12, '0');
    return `${kind}_${time}${made.toString(16).padStart(20, '0')}`;
  };
  const moveTo = (asked: CivilDate): void => {
    const next = asked > today ? today : asked;
    now = next === day ? addMinutes(now, 1) : (`${next}T02:00:00.000Z` as Instant);
    day = next;
  };
  return { context: { ...context, newId, clock: { now: () => now, today: () => day } }, today, moveTo };
}

/** Tells the chapters in order of days, as far as today: what is still to come has not happened. */
export async function tellStory(
  chapters: readonly Chapter[],
  past: PastContext,
  scene: Omit<Scene, 'person' | 'context'> & { readonly people: ReadonlyMap<string, Person> },
): Promise<void> {
  const told = chapters
    .map(([day, ...rest]) => [civilDate(day), ...rest] as const)
    .filter(([day]) => day <= past.today)
    .sort(([a], [b]) => a.localeCompare(b));
  for (const [day, username, ...deeds] of told) {
    const person = scene.people.get(username);
    if (!person) throw new Error(`the sample year knows nobody called “${username}”`);
    for (const deed of deeds) {
      past.moveTo(day);
      await deed({ ...scene, context: past.context, person });
    }
  }
}
