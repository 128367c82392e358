import type { Draft, DraftPlace, DraftTask } from './draft.ts';

type Places = DraftTask['places'];

/** Where one thing ends and the next begins: a semicolon, a new line, a full sentence. */
const CUT = /;\s+|\n\s*|\.\s+(?=\p{Lu})/u;
const PART = /-part-(\d+)$/;

/** The key of the item that a part was divided from; an item that is no part answers its own. */
export function keyBeforeDividing(key: string): string {
  return key.replace(PART, '');
}

/**
 * One task that the reader took for one is made two: cut behind its first sentence or semicolon, each with its stretch
 * of the document; where the words show no cut, both keep them all, to be shortened by hand. What stands for both (units,
 * deadline, area) is in both; products go one by one where there are as many as tasks, else to both.
 *
 * @returns the draft and the key of the second task; null where no task has this key
 */
export function divideTask(draft: Draft, key: string): { draft: Draft; key: string } | null {
  const at = draft.tasks.findIndex((task) => task.key === key);
  const task = draft.tasks[at];
  if (!task) return null;
  const numbers = draft.tasks.flatMap((one) =>
    keyBeforeDividing(one.key) === keyBeforeDividing(key) ? [Number(PART.exec(one.key)?.[1] ?? 1)] : [],
  );
  const second = `${keyBeforeDividing(key)}-part-${Math.max(...numbers) + 1}`;
  const parts = partsOf(task, second);
  return { draft: { ...draft, tasks: draft.tasks.toSpliced(at, 1, ...parts) }, key: second };
}

function partsOf(task: DraftTask, secondKey: string): [DraftTask, DraftTask] {
  const cut = CUT.exec(task.title);
  const [end, begin] = cut ? [cut.index, cut.index + cut[0].length] : [task.title.length, 0];
  const part = (from: number, to: number, index: number): DraftTask => ({
    ...task,
    state: 'unchecked',
    title: task.title.slice(from, to),
    products: task.products.length === 2 && cut ? task.products.slice(index, index + 1) : task.products,
    places: placesOfPart(task, from, to, cut ? index : null),
  });
  const second = part(begin, task.title.length, 1);
  return [part(0, end, 0), { ...second, key: secondKey, ordinal: null }];
}

/** The title's stretch is cut as the title is, if its letters are those of the document; one product is the one it keeps. */
function placesOfPart(task: DraftTask, from: number, to: number, index: number | null): Places {
  const { title, ...others } = task.places;
  const isAsInDocument = title?.from !== undefined && title.to === title.from + task.title.length;
  const own =
    title && isAsInDocument ? { ...title, from: (title.from ?? 0) + from, to: (title.from ?? 0) + to } : title;
  const kept = Object.entries(others).flatMap(([name, place]): [string, DraftPlace][] => {
    if (index === null || task.products.length !== 2 || !/^products(\.|$)/.test(name)) return [[name, place]];
    return name === (index === 0 ? 'products' : 'products.1') ? [['products', place]] : [];
  });
  return { ...(own ? { title: own } : {}), ...Object.fromEntries(kept) };
}

/**
 * A task that the reader cut in two is made one again: the task before it in the document takes its words and places,
 * and it is dropped, so that it can be brought back.
 *
 * @returns the draft and the key of the task that has both now; null for the first task and for one that is not there
 */
export function joinTaskWithBefore(draft: Draft, key: string): { draft: Draft; key: string } | null {
  const kept = draft.tasks.filter((task) => task.state !== 'dropped' || task.key === key);
  const at = kept.findIndex((task) => task.key === key);
  const [before, task] = [kept[at - 1], kept[at]];
  if (!before || !task) return null;
  const joined = joinTwo(before, task);
  const tasks = draft.tasks.map((one) =>
    one.key === before.key ? joined : one.key === key ? { ...one, state: 'dropped' as const } : one,
  );
  return { draft: { ...draft, tasks }, key: before.key };
}

function joinTwo(first: DraftTask, second: DraftTask): DraftTask {
  const texts = [first.deadlineText, second.deadlineText].filter((text) => text !== null);
  return {
    ...first,
    state: 'unchecked',
    confidence: Math.min(first.confidence, second.confidence),
    doubts: distinct([...first.doubts, ...second.doubts]),
    title: joinWords(first.title, second.title),
    products: distinct([...first.products, ...second.products]),
    leads: distinct([...first.leads, ...second.leads]),
    coordinators: distinct([...first.coordinators, ...second.coordinators]),
    targets: distinct([...first.targets, ...second.targets]),
    deadlineText: texts.length === 0 ? null : distinct(texts).join('; '),
    deadlines: distinct([...first.deadlines, ...second.deadlines]),
    places: joinPlaces(first.places, second.places),
  };
}

function joinWords(first: string, second: string): string {
  if (first === second || second === '') return first;
  return /^\p{Ll}/u.test(second) ? `${first} ${second}` : `${first.replace(/[.;]\s*$/, '')}; ${second}`;
}

function distinct<Value>(values: readonly Value[]): Value[] {
  const seen = new Map(values.map((value) => [JSON.stringify(value), value]));
  return [...seen.values()];
}

/** Places of the second under the next free numbers: "title", then "title.1". */
function joinPlaces(first: Places, second: Places): Places {
  const joined: Places = { ...first };
  for (const [name, place] of Object.entries(second)) {
    const field = name.replace(/\.\d+$/, '');
    let free = field;
    for (let number = 1; joined[free] !== undefined; number += 1) free = `${field}.${number}`;
    if (!Object.values(joined).some((known) => JSON.stringify(known) === JSON.stringify(place))) joined[free] = place;
  }
  return joined;
}
