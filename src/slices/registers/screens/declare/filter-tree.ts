import type { Field, Filter, RegisterDeclaration, Texts } from '../../index.ts';
import { conditionKindOf, fieldWord, filterOf, readCondition, wordsOfOne } from '../list/list-address.ts';
import { newRowId } from './edited-register.ts';

// A filter while it is written: groups within groups, conditions that may not be whole yet.

export const groupRules = ['all', 'any', 'not-all', 'none'] as const;
export type GroupRule = (typeof groupRules)[number];
/** How a condition asks its field: by a value, a text of its own, being filled or empty, another field, ticks together. */
export const hows = ['value', 'equals', 'filled', 'empty', 'compare', 'has-all'] as const;
export type How = (typeof hows)[number];
export const signs = ['<', '<=', '=', '>=', '>'] as const;

export type TreeCondition = {
  readonly id: string;
  readonly isNot: boolean;
  /** Name of a field or of a day of the record; `~step`, `~timing`, `~timing:CLOCK`; empty: nothing chosen yet. */
  readonly subject: string;
  readonly how: How;
  /** Null while it is not whole. */
  readonly filter: Filter | null;
};
export type TreeGroup = { readonly id: string; readonly rule: GroupRule; readonly parts: readonly TreeNode[] };
export type TreeNode = TreeGroup | TreeCondition;

/** What the conditions of a tree can speak of. */
export type TreeScope = {
  readonly declaration: RegisterDeclaration;
  /** Fields and days of the record. */
  readonly fields: Readonly<Record<string, Field>>;
};

export const STEP = '~step';
export const TIMING = '~timing';
export const isGroup = (node: TreeNode): node is TreeGroup => 'parts' in node;

export const newCondition = (): TreeCondition => ({
  id: newRowId(),
  isNot: false,
  subject: '',
  how: 'value',
  filter: null,
});
export const newGroup = (): TreeGroup => ({ id: newRowId(), rule: 'any', parts: [newCondition(), newCondition()] });

/** The fields of a register and the days that every record has, each under the name by which filters know it. */
export function withDays(
  { fields, clocks = {} }: Pick<RegisterDeclaration, 'fields' | 'clocks'>,
  days: Readonly<Record<string, Texts>>,
): Readonly<Record<string, Field>> {
  const dayFields = Object.entries(days).map(([name, label]) => [name, { kind: 'day', label }] as const);
  const clockDays = Object.entries(clocks).map(
    ([name, { label }]) => [`due-day:${name}`, { kind: 'day', label }] as const,
  );
  return { ...fields, ...Object.fromEntries([...dayFields, ...clockDays]) };
}

/** How a field can be asked. */
export function howsOf(field: Field): readonly How[] {
  const kind = conditionKindOf(field);
  const isMultiple = field.kind === 'choice' && field.isMultiple === true;
  return hows.filter((how) => {
    if (how === 'value') return kind !== 'filled';
    if (how === 'equals') return kind !== 'is' && field.kind !== 'files';
    if (how === 'compare') return kind === 'between-days' || kind === 'between-figures';
    return how !== 'has-all' || isMultiple;
  });
}

type Fields = Readonly<Record<string, Field>>;

function howOf(filter: Extract<Filter, { field: string }>, fields: Fields): How {
  if ('isEmpty' in filter) return filter.isEmpty ? 'empty' : 'filled';
  if ('than' in filter) return 'compare';
  if ('hasAll' in filter) return 'has-all';
  return wordsOfOne({ fields }, filter) === null ? 'equals' : 'value';
}

function conditionOf(filter: Filter, fields: Fields, isNot: boolean): TreeCondition {
  const base = { id: newRowId(), isNot, filter };
  if ('step' in filter) return { ...base, subject: STEP, how: 'value' };
  if ('timing' in filter)
    return { ...base, subject: filter.clock === undefined ? TIMING : `${TIMING}:${filter.clock}`, how: 'value' };
  if ('field' in filter) return { ...base, subject: filter.field, how: howOf(filter, fields) };
  throw new RangeError('a group is no condition');
}

export function treeOf(filter: Filter, fields: Fields): TreeNode {
  const group = (rule: GroupRule, parts: readonly Filter[]): TreeGroup => ({
    id: newRowId(),
    rule,
    parts: parts.map((part) => treeOf(part, fields)),
  });
  if ('all' in filter) return group('all', filter.all);
  if ('any' in filter) return group('any', filter.any);
  if (!('not' in filter)) return conditionOf(filter, fields, false);
  const { not } = filter;
  if ('all' in not) return group('not-all', not.all);
  if ('any' in not) return group('none', not.any);
  return 'not' in not ? group('none', [not]) : conditionOf(not, fields, true);
}

/** A tree begins with a group, so that something can be added to it. */
export function rootOf(filter: Filter | undefined, fields: Fields): TreeGroup {
  const node = filter && treeOf(filter, fields);
  if (node && isGroup(node)) return node;
  return { id: newRowId(), rule: 'all', parts: node ? [node] : [newCondition()] };
}

/** What is whole of a tree as a filter; null where nothing is. */
export function filterOfTree(node: TreeNode): Filter | null {
  if (!isGroup(node)) return node.filter && (node.isNot ? { not: node.filter } : node.filter);
  const parts = node.parts.flatMap((part) => filterOfTree(part) ?? []);
  const [only] = parts;
  if (only === undefined) return null;
  switch (node.rule) {
    case 'all':
      return parts.length === 1 ? only : { all: parts };
    case 'any':
      return parts.length === 1 ? only : { any: parts };
    case 'not-all':
      return { not: { all: parts } };
    case 'none':
      return { not: parts.length === 1 && !isWhole(only) ? only : { any: parts } };
  }
}

const isWhole = (filter: Filter): boolean => !('field' in filter || 'step' in filter || 'timing' in filter);

/** The word by which a value filter stands in the inputs of a list. */
export function valueWord(fields: Fields, { subject, filter }: TreeCondition): string {
  return (filter && wordsOfOne({ fields }, filter)?.[fieldWord(subject)]) || '';
}

/** The filter of a field by the word of its input. */
export function filterOfWord(fields: Fields, name: string, word: string): Filter | null {
  const field = fields[name];
  const condition = readCondition(word);
  return field && condition ? filterOf(name, field, condition) : null;
}

/** Whether the inputs of a list show all of a filter: no group within it, nothing compared, nothing denied. */
export function isFlat(filter: Filter | undefined, declaration: Pick<RegisterDeclaration, 'fields'>): boolean {
  if (!filter) return true;
  const parts = 'all' in filter ? filter.all : [filter];
  const words = parts.map((part) => Object.keys(wordsOfOne(declaration, part) ?? {})[0]);
  return words.every((word, place) => word !== undefined && words.indexOf(word) === place);
}
