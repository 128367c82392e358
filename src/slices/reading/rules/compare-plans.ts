import type { Deadline } from '../../deadlines/index.ts';
import type { PlanExchange } from './exchange-format.ts';
import { findRenamedUnits, unitKey } from './renamed-units.ts';
import { comparableWords, wordAgreement } from './word-agreement.ts';

type Task = PlanExchange['tasks'][number];
type Deficit = PlanExchange['deficits'][number];

/** One field that reads differently in the second version. */
export type FieldChange = { readonly field: string; readonly before: unknown; readonly after: unknown };

/** Which way a deadline went; `next-year` where only the year is another one, `other` where the two cannot be compared. */
export type DeadlineMove = {
  readonly before: readonly Deadline[];
  readonly after: readonly Deadline[];
  readonly direction: 'earlier' | 'later' | 'next-year' | 'other';
};

export type ChangedItem<Item> = {
  readonly before: Item;
  readonly after: Item;
  readonly changes: readonly FieldChange[];
  readonly deadlineMove: DeadlineMove | null;
};

export type ItemChanges<Item> = {
  readonly added: readonly Item[];
  readonly dropped: readonly Item[];
  readonly changed: readonly ChangedItem<Item>[];
  readonly unchanged: number;
  /** Added items whose words stood in one item before: that one was divided. They are among `added`, too. */
  readonly splits: readonly { readonly before: Item; readonly after: readonly Item[] }[];
  /** Dropped items whose words stand in one item now. They are among `dropped`, too. */
  readonly merges: readonly { readonly before: readonly Item[]; readonly after: Item }[];
};

export type PlanComparison = {
  /** Fields of the head and the result; units that bear another name, as `unitName`, whose tasks are not changed by it. */
  readonly head: readonly FieldChange[];
  readonly tasks: ItemChanges<Task>;
  readonly deficits: ItemChanges<Deficit>;
};

type Head = Partial<PlanExchange['document']>;

/** What two versions are held against each other by; what a person corrected counts as what the document says. */
export type ComparablePlan = Pick<PlanExchange, 'result' | 'tasks' | 'deficits'> & {
  readonly document: Head;
  /** Names of the areas: without them an area that was put in before others makes all of theirs look moved. */
  readonly areas?: PlanExchange['areas'];
};

const HEAD_FIELDS = ['title', 'agency', 'number', 'date', 'planYear', 'assessedYear', 'signer', 'recipients'] as const;
const RESULT_FIELDS = ['total', 'max', 'grade', 'rank', 'rankOf'] as const;
const TASK_FIELDS = ['title', 'products', 'leads', 'coordinators', 'targets'] as const;
const DEFICIT_FIELDS = [
  'criterion',
  'score',
  'max',
  'reason',
  'responsible',
  'remedy',
  'leads',
  'coordinators',
] as const;

/** Two items whose words agree this far are the same one, reworded. */
const SAME_ITEM = 0.5;
const SAME_AREA_BONUS = 0.05;

/**
 * What a second version of a plan changed: the signed one against the draft, or this year's against last year's.
 * Differences of spacing, capitals and punctuation are no changes. Each task stands in exactly one of the lists.
 */
export function comparePlans(before: ComparablePlan, after: ComparablePlan): PlanComparison {
  const areas: AreaNames = { before: namesOf(before), after: namesOf(after) };
  const ofTasks = { fields: TASK_FIELDS, nameOf: (task: Task) => task.title, areas };
  const ofDeficits = { fields: DEFICIT_FIELDS, nameOf: (deficit: Deficit) => deficit.criterion, areas };
  const renamed = findRenamedUnits(
    [...before.tasks, ...before.deficits],
    [...after.tasks, ...after.deficits],
    [...pairUp(before.tasks, after.tasks, ofTasks), ...pairUp(before.deficits, after.deficits, ofDeficits)],
  );
  const oldNames = new Map(renamed.map((unit) => [unitKey(unit.after), unitKey(unit.before)]));
  return {
    head: [
      ...changesOf(before.document, after.document, HEAD_FIELDS),
      ...changesOf(before.result ?? {}, after.result ?? {}, RESULT_FIELDS),
      ...renamed.map((unit) => ({ field: 'unitName', ...unit })),
    ],
    tasks: compareItems(before.tasks, after.tasks, { ...ofTasks, oldNames }),
    deficits: compareItems(before.deficits, after.deficits, { ...ofDeficits, oldNames }),
  };
}

type AreaNames = { readonly before: ReadonlyMap<number, string>; readonly after: ReadonlyMap<number, string> };

function namesOf({ areas = [] }: ComparablePlan): Map<number, string> {
  return new Map(areas.map((area) => [area.ordinal, area.name]));
}

type Comparable = {
  readonly area: number | null;
  readonly deadlines: readonly Deadline[];
  readonly deadlineText: string | null;
  readonly leads: readonly string[];
  readonly products?: readonly string[];
  readonly remedy?: string | null;
};

type Manner<Item> = {
  readonly fields: readonly (keyof Item & string)[];
  readonly nameOf: (item: Item) => string;
  readonly areas: AreaNames;
  /** Units by their new names → by their old ones. */
  readonly oldNames?: ReadonlyMap<string, string>;
};

function compareItems<Item extends Comparable>(
  before: readonly Item[],
  after: readonly Item[],
  manner: Manner<Item>,
): ItemChanges<Item> {
  const pairs = pairUp(before, after, manner);
  const pairedAfter = new Set(pairs.values());
  const compared = [...pairs].map(
    ([old, next]): ChangedItem<Item> => ({
      before: old,
      after: next,
      changes: [...areaChange(old, next, manner.areas), ...changesOf(old, next, manner.fields, manner.oldNames)],
      deadlineMove: deadlineMove(old, next),
    }),
  );
  const changed = compared.filter(({ changes, deadlineMove: move }) => changes.length > 0 || move !== null);
  const added = after.filter((item) => !pairedAfter.has(item));
  const dropped = before.filter((item) => !pairs.has(item));
  return {
    added,
    dropped,
    changed,
    unchanged: compared.length - changed.length,
    splits: [...groupByWhole(added, before, manner.nameOf), ...inPhases(added, pairs, manner.nameOf)].map(
      ({ whole, parts }) => ({
        before: whole,
        after: after.filter((item) => item === pairs.get(whole) || parts.includes(item)),
      }),
    ),
    merges: groupByWhole(dropped, after, manner.nameOf).map(({ whole, parts }) => ({
      before: before.filter((item) => pairs.get(item) === whole || parts.includes(item)),
      after: whole,
    })),
  };
}

/** Another number of the same area is no move. */
function areaChange(old: Comparable, next: Comparable, areas: AreaNames): FieldChange[] {
  const before = old.area === null ? null : (areas.before.get(old.area) ?? old.area);
  const after = next.area === null ? null : (areas.after.get(next.area) ?? next.area);
  return sameValue(before, after) ? [] : [{ field: 'area', before, after }];
}

/** So many of a part's words must stand in the whole. */
const PART_OF_WHOLE = 0.8;
const FEWEST_WORDS_OF_PART = 3;

/** Items whose words are nearly all words of one longer item of the other version. */
function groupByWhole<Item>(
  parts: readonly Item[],
  wholes: readonly Item[],
  nameOf: (item: Item) => string,
): { whole: Item; parts: Item[] }[] {
  const groups = new Map<Item, Item[]>();
  for (const part of parts) {
    const words = wordsOf(nameOf(part));
    if (words.length < FEWEST_WORDS_OF_PART) continue;
    const whole = wholes.find((candidate) => {
      const own = new Set(wordsOf(nameOf(candidate)));
      const shared = words.filter((word) => own.has(word)).length;
      return own.size > words.length && shared / words.length >= PART_OF_WHOLE;
    });
    if (whole) groups.set(whole, [...(groups.get(whole) ?? []), part]);
  }
  return [...groups].map(([whole, own]) => ({ whole, parts: own }));
}

/** "Kiểm tra đợt 2": an added item whose name is that of an old item and a phase, beside one of another phase. */
const PHASE = /[\s(,–-]*(?:đợt|lần|giai đoạn|phần|bước)\s(?:\d{1,2}|[IVX]{1,4}|một|hai|ba)(?!\p{L})[\s).]*/iu;

function inPhases<Item>(
  added: readonly Item[],
  pairs: ReadonlyMap<Item, Item>,
  nameOf: (item: Item) => string,
): { whole: Item; parts: Item[] }[] {
  const bare = (item: Item): string => plain(nameOf(item).replace(PHASE, ' '));
  return [...pairs].flatMap(([whole, next]) => {
    if (PHASE.test(nameOf(whole)) || !PHASE.test(nameOf(next))) return [];
    const parts = added.filter((item) => PHASE.test(nameOf(item)) && bare(item) === bare(next));
    return parts.length > 0 ? [{ whole, parts }] : [];
  });
}

/** Old items with their new ones, in the order of the old plan; the pairs that agree most are made first. */
function pairUp<Item extends Comparable>(
  before: readonly Item[],
  after: readonly Item[],
  { nameOf, areas }: Manner<Item>,
): Map<Item, Item> {
  const isSameArea = (old: Item, next: Item): boolean => areaChange(old, next, areas).length === 0;
  const words = new Map([...before, ...after].map((item) => [item, wordsOf(nameOf(item))]));
  const candidates = before.flatMap((old) =>
    after.flatMap((next) => {
      const agreement = wordAgreement(words.get(old) ?? [], words.get(next) ?? []);
      const bonus = isSameArea(old, next) ? SAME_AREA_BONUS : 0;
      return agreement >= SAME_ITEM ? [{ old, next, weight: agreement + bonus }] : [];
    }),
  );
  const pairs = new Map<Item, Item>();
  const taken = new Set<Item>();
  for (const { old, next } of candidates.sort((a, b) => b.weight - a.weight)) {
    if (pairs.has(old) || taken.has(next)) continue;
    pairs.set(old, next);
    taken.add(next);
  }
  for (const old of before) {
    if (pairs.has(old)) continue;
    const renamed = after.filter((next) => !taken.has(next) && isSameArea(old, next) && hasSameOutcome(old, next));
    const [next] = renamed;
    if (!next || renamed.length > 1) continue;
    pairs.set(old, next);
    taken.add(next);
  }
  return new Map(before.flatMap((old) => pairOf(pairs, old)));
}

/** A name in quite other words, but the same product or remedy, leads and deadlines: the same task under a new name. */
function hasSameOutcome(old: Comparable, next: Comparable): boolean {
  const outcome = (item: Comparable): string => plain([...(item.products ?? []), item.remedy ?? ''].join(' '));
  const isTelling = outcome(old).split(' ').length >= FEWEST_WORDS_OF_PART;
  return (
    isTelling &&
    outcome(old) === outcome(next) &&
    sameValue(old.leads, next.leads) &&
    JSON.stringify(old.deadlines) === JSON.stringify(next.deadlines)
  );
}

function pairOf<Item>(pairs: ReadonlyMap<Item, Item>, old: Item): [Item, Item][] {
  const next = pairs.get(old);
  return next === undefined ? [] : [[old, next]];
}

/** Without years: last year's task is still the same task. */
function wordsOf(text: string): string[] {
  return comparableWords(text).filter((word) => !/^(?:19|20)\d{2}$/.test(word));
}

function plain(text: string): string {
  return comparableWords(text).join(' ');
}

function changesOf<Record extends object>(
  before: Partial<Record>,
  after: Partial<Record>,
  fields: readonly (keyof Record & string)[],
  oldNames: ReadonlyMap<string, string> = new Map(),
): FieldChange[] {
  return fields.flatMap((field) => {
    const [old, next] = [before[field] ?? null, after[field] ?? null];
    const isSame = UNIT_FIELDS.has(field) ? sameUnits(old, next, oldNames) : sameValue(old, next);
    return isSame ? [] : [{ field, before: old, after: next }];
  });
}

const UNIT_FIELDS: ReadonlySet<string> = new Set(['leads', 'coordinators', 'responsible']);

/** The same units, however they are written, and under their old names. */
function sameUnits(old: unknown, next: unknown, oldNames: ReadonlyMap<string, string>): boolean {
  if (!Array.isArray(old) || !Array.isArray(next)) return sameValue(old, next);
  const keys = next.map((name) => unitKey(String(name))).map((key) => oldNames.get(key) ?? key);
  return sameList(
    old.map((name) => unitKey(String(name))),
    keys,
  );
}

function sameValue(a: unknown, b: unknown): boolean {
  if (typeof a === 'string' && typeof b === 'string') return plain(a) === plain(b);
  if (Array.isArray(a) && Array.isArray(b)) return sameList(a, b);
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The order in which units or products are named is no change. */
function sameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  const left = [...b];
  return (
    a.length === b.length &&
    a.every((one) => {
      const at = left.findIndex((other) => sameValue(one, other));
      if (at >= 0) left.splice(at, 1);
      return at >= 0;
    })
  );
}

function deadlineMove(before: Comparable, after: Comparable): DeadlineMove | null {
  const [old, next] = [before.deadlines.map(withoutLabel), after.deadlines.map(withoutLabel)];
  if (JSON.stringify(old) === JSON.stringify(next)) {
    const saysElse = old.length === 0 && !sameValue(before.deadlineText, after.deadlineText);
    return saysElse ? { before: before.deadlines, after: after.deadlines, direction: 'other' } : null;
  }
  return { before: before.deadlines, after: after.deadlines, direction: directionOf(old, next) };
}

function withoutLabel({ label: _label, ...deadline }: Deadline): Omit<Deadline, 'label'> {
  return deadline;
}

function directionOf(before: readonly object[], after: readonly object[]): DeadlineMove['direction'] {
  if (withoutYears(before) === withoutYears(after)) return 'next-year';
  const [old, next] = [lastDayOf(before), lastDayOf(after)];
  if (old === null || next === null || old === next) return 'other';
  return next < old ? 'earlier' : 'later';
}

function withoutYears(deadlines: readonly object[]): string {
  return JSON.stringify(deadlines).replace(/"\d{4}-(?=\d{2}-\d{2}")/g, '"');
}

/** The last day that the deadlines name; null where none names a day. */
function lastDayOf(deadlines: readonly object[]): string | null {
  const days = deadlines.flatMap((deadline) =>
    Object.entries(deadline).flatMap(([key, value]) => (key === 'date' || key === 'to' ? [String(value)] : [])),
  );
  return days.sort().at(-1) ?? null;
}
