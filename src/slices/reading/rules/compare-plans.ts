import type { Deadline } from '../../deadlines/index.ts';
import type { PlanExchange } from './exchange-format.ts';
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
};

export type PlanComparison = {
  /** Fields of the head and the result. */
  readonly head: readonly FieldChange[];
  readonly tasks: ItemChanges<Task>;
  readonly deficits: ItemChanges<Deficit>;
};

type Head = Partial<PlanExchange['document']>;

/** What two versions are held against each other by; what a person corrected counts as what the document says. */
export type ComparablePlan = Pick<PlanExchange, 'result' | 'tasks' | 'deficits'> & { readonly document: Head };

const HEAD_FIELDS = ['title', 'agency', 'number', 'date', 'planYear', 'assessedYear', 'signer', 'recipients'] as const;
const RESULT_FIELDS = ['total', 'max', 'grade', 'rank', 'rankOf'] as const;
const TASK_FIELDS = ['area', 'title', 'products', 'leads', 'coordinators', 'targets'] as const;
const DEFICIT_FIELDS = [
  'area',
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
  return {
    head: [
      ...changesOf(before.document, after.document, HEAD_FIELDS),
      ...changesOf(before.result ?? {}, after.result ?? {}, RESULT_FIELDS),
    ],
    tasks: compareItems(before.tasks, after.tasks, TASK_FIELDS, (task) => task.title),
    deficits: compareItems(before.deficits, after.deficits, DEFICIT_FIELDS, (deficit) => deficit.criterion),
  };
}

type Comparable = {
  readonly area: number | null;
  readonly deadlines: readonly Deadline[];
  readonly deadlineText: string | null;
};

function compareItems<Item extends Comparable>(
  before: readonly Item[],
  after: readonly Item[],
  fields: readonly (keyof Item & string)[],
  nameOf: (item: Item) => string,
): ItemChanges<Item> {
  const pairs = pairUp(before, after, nameOf);
  const pairedAfter = new Set(pairs.values());
  const compared = [...pairs].map(
    ([old, next]): ChangedItem<Item> => ({
      before: old,
      after: next,
      changes: changesOf(old, next, fields),
      deadlineMove: deadlineMove(old, next),
    }),
  );
  const changed = compared.filter(({ changes, deadlineMove: move }) => changes.length > 0 || move !== null);
  return {
    added: after.filter((item) => !pairedAfter.has(item)),
    dropped: before.filter((item) => !pairs.has(item)),
    changed,
    unchanged: compared.length - changed.length,
  };
}

/** Old items with their new ones, in the order of the old plan; the pairs that agree most are made first. */
function pairUp<Item extends Comparable>(
  before: readonly Item[],
  after: readonly Item[],
  nameOf: (item: Item) => string,
): Map<Item, Item> {
  const words = new Map([...before, ...after].map((item) => [item, wordsOf(nameOf(item))]));
  const candidates = before.flatMap((old) =>
    after.flatMap((next) => {
      const agreement = wordAgreement(words.get(old) ?? [], words.get(next) ?? []);
      const bonus = old.area === next.area ? SAME_AREA_BONUS : 0;
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
  return new Map(before.flatMap((old) => pairOf(pairs, old)));
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
): FieldChange[] {
  return fields.flatMap((field) => {
    const [old, next] = [before[field] ?? null, after[field] ?? null];
    return sameValue(old, next) ? [] : [{ field, before: old, after: next }];
  });
}

function sameValue(a: unknown, b: unknown): boolean {
  if (typeof a === 'string' && typeof b === 'string') return plain(a) === plain(b);
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((one, index) => sameValue(one, b[index]));
  return JSON.stringify(a) === JSON.stringify(b);
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
