import { type ComparablePlan, comparePlans, type ItemChanges, type PlanComparison } from '../../reading/index.ts';
import { deadlinesOf } from '../../tasks/index.ts';
import type { Draft } from './draft.ts';
import { keptOf } from './draft-items.ts';

function comparable(draft: Draft): ComparablePlan {
  const { document, result, areas, tasks, deficits } = keptOf(draft);
  return {
    document,
    result,
    areas,
    tasks: tasks.map((task) => ({ ...task, deadlines: [...deadlinesOf(task.deadlines)] })),
    deficits: deficits.map((deficit) => ({ ...deficit, deadlines: [...deadlinesOf(deficit.deadlines)] })),
  };
}

/** What the second document changed, by what a person left standing of each. */
export function compareDrafts(before: Draft, after: Draft): PlanComparison {
  return comparePlans(comparable(before), comparable(after));
}

export const comparedFields = [
  'title',
  'agency',
  'number',
  'date',
  'planYear',
  'assessedYear',
  'total',
  'max',
  'grade',
  'rank',
  'rankOf',
  'unitName',
  'area',
  'products',
  'leads',
  'coordinators',
  'targets',
  'criterion',
  'score',
  'reason',
  'responsible',
  'remedy',
  'deadlineText',
] as const;
export type ComparedField = (typeof comparedFields)[number];

const fieldOf = (name: string): ComparedField | null => comparedFields.find((field) => field === name) ?? null;

/** One line of a comparison, as a table shows it. */
export type ComparedLine = {
  readonly key: string;
  readonly part: 'head' | 'task' | 'deficit';
  /** An item divided into several, or several made one, is told once: its parts are no lines of their own. */
  readonly kind: 'added' | 'dropped' | 'changed' | 'divided' | 'united';
  readonly title: string;
  readonly field: ComparedField | null;
  readonly before: string | null;
  readonly after: string | null;
  /** Which way a deadline went; null where no deadline moved. */
  readonly direction: 'earlier' | 'later' | 'next-year' | 'other' | null;
};

/** The comparison as lines: the head, then tasks, then shortcomings; of each what came, what went, what changed. */
export function linesOf({ head, tasks, deficits }: PlanComparison): ComparedLine[] {
  const headLines = head.map(({ field, before, after }): ComparedLine => {
    const line = { part: 'head', kind: 'changed', title: '', direction: null } as const;
    return {
      ...line,
      key: field === 'unitName' ? `head ${field} ${wordsOf(before)}` : `head ${field}`,
      field: fieldOf(field),
      before: wordsOf(before),
      after: wordsOf(after),
    };
  });
  return [
    ...headLines,
    ...itemLines('task', tasks, ({ title }) => title),
    ...itemLines('deficit', deficits, ({ criterion }) => criterion),
  ];
}

function itemLines<Item extends { readonly deadlineText: string | null }>(
  part: 'task' | 'deficit',
  { added, dropped, changed, splits, merges }: ItemChanges<Item>,
  nameOf: (item: Item) => string,
): ComparedLine[] {
  const names = (items: readonly Item[]): string => items.map(nameOf).join('; ');
  const divided = splits.map(
    ({ before, after }, at): ComparedLine => ({
      ...{ key: `${part} divided ${at}`, part, kind: 'divided', title: nameOf(before) },
      ...{ field: null, before: nameOf(before), after: names(after), direction: null },
    }),
  );
  const united = merges.map(
    ({ before, after }, at): ComparedLine => ({
      ...{ key: `${part} united ${at}`, part, kind: 'united', title: nameOf(after) },
      ...{ field: null, before: names(before), after: nameOf(after), direction: null },
    }),
  );
  const isPartOfSplit = (item: Item): boolean => splits.some(({ after }) => after.includes(item));
  const isPartOfMerge = (item: Item): boolean => merges.some(({ before }) => before.includes(item));
  const whole =
    (kind: 'added' | 'dropped') =>
    (item: Item, at: number): ComparedLine => ({
      ...{ key: `${part} ${kind} ${at}`, part, kind, title: nameOf(item) },
      ...{ field: null, before: null, after: null, direction: null },
    });
  return [
    ...added.filter((item) => !isPartOfSplit(item)).map(whole('added')),
    ...dropped.filter((item) => !isPartOfMerge(item)).map(whole('dropped')),
    ...divided,
    ...united,
    ...changed.flatMap(({ before, after, changes, deadlineMove }, at): ComparedLine[] => {
      const line = { part, kind: 'changed', title: nameOf(after) } as const;
      const key = (field: string): string => `${part} changed ${at} ${field}`;
      const fields = changes.map((change) => ({
        ...{ ...line, key: key(change.field), field: fieldOf(change.field), direction: null },
        ...{ before: wordsOf(change.before), after: wordsOf(change.after) },
      }));
      if (!deadlineMove) return fields;
      const { direction } = deadlineMove;
      const texts = { before: before.deadlineText, after: after.deadlineText };
      return [...fields, { ...line, key: key('deadlines'), field: 'deadlineText', direction, ...texts }];
    }),
  ];
}

/** A value as words: lists by semicolons, figures with a comma; null where the document says nothing. */
function wordsOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.length ? value.map((one) => wordsOf(one) ?? '').join('; ') : null;
  if (typeof value === 'number') return String(value).replace('.', ',');
  if (typeof value !== 'object') return String(value);
  return 'text' in value ? String(value.text) : Object.values(value).join(' ');
}
