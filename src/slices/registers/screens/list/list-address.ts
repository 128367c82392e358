import type { Search } from '../../../../web/address.ts';
import { type Field, type Filter, type RegisterDeclaration, timings } from '../../index.ts';

/** What the address asks of one field: `f.unit=unit_1,unit_2` · `f.due=2031-01-01..2031-03-31` · `f.note=-` */
export type Condition =
  | { readonly kind: 'is'; readonly values: readonly string[] }
  | { readonly kind: 'between'; readonly from: string; readonly to: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'filled' };

export const fieldWord = (name: string): string => `f.${name}`;
const FIELD_WORD = /^f\.(.+)$/;
const [EMPTY, FILLED, UNTIL] = ['-', '*', '..'];

export function writeCondition(condition: Condition | null): string {
  if (condition === null) return '';
  switch (condition.kind) {
    case 'is':
      return condition.values.join(',');
    case 'between':
      return condition.from || condition.to ? `${condition.from}${UNTIL}${condition.to}` : '';
    case 'empty':
      return EMPTY;
    case 'filled':
      return FILLED;
  }
}

export function readCondition(text: string | undefined): Condition | null {
  if (!text) return null;
  if (text === EMPTY) return { kind: 'empty' };
  if (text === FILLED) return { kind: 'filled' };
  const at = text.indexOf(UNTIL);
  if (at >= 0) return { kind: 'between', from: text.slice(0, at), to: text.slice(at + UNTIL.length) };
  return { kind: 'is', values: text.split(',').filter(Boolean) };
}

/** Kinds whose values are told one from another by what they are; the others by a span, or only as empty or filled. */
export function conditionKindOf(field: Field): 'is' | 'between-days' | 'between-figures' | 'filled' {
  const kind = field.kind === 'computed' ? field.as : field.kind;
  if (kind === 'day' || kind === 'instant') return 'between-days';
  if (kind === 'number' || kind === 'money' || kind === 'percent') return 'between-figures';
  return kind === 'choice' || kind === 'yes-no' || kind === 'unit' || kind === 'person' || kind === 'link'
    ? 'is'
    : 'filled';
}

/** A condition as a filter; null where it asks nothing. */
export function filterOf(name: string, field: Field, condition: Condition): Filter | null {
  switch (condition.kind) {
    case 'empty':
    case 'filled':
      return { field: name, isEmpty: condition.kind === 'empty' };
    case 'between':
      return {
        field: name,
        ...(condition.from ? { from: condition.from } : {}),
        ...(condition.to ? { to: condition.to } : {}),
      };
    case 'is': {
      if (field.kind === 'yes-no') return { field: name, is: condition.values[0] === 'yes' };
      return condition.values.length ? { field: name, is: condition.values } : null;
    }
  }
}

const known = <Word extends string>(text: string | undefined, words: readonly Word[]): Word[] =>
  (text ?? '').split(',').flatMap((one) => words.filter((word) => word === one));

/** Names of the fields that the address asks something of, in its order. */
export function askedFields(declaration: RegisterDeclaration, search: Search): string[] {
  return Object.keys(search).flatMap((word) => {
    const name = FIELD_WORD.exec(word)?.[1];
    return name && declaration.fields[name] && search[word] ? [name] : [];
  });
}

/** Whether something has the looks of a filter; what it names is judged by the server. */
function isFilter(value: unknown): value is Filter {
  if (typeof value !== 'object' || value === null) return false;
  return ['field', 'step', 'timing', 'all', 'any', 'not'].some((key) => key in value);
}

/** The filter that a link brought along as data: a measure's records, a view with more than the fields can show. */
export function whereOf(search: Search): Filter | null {
  try {
    const value: unknown = JSON.parse(search.where ?? 'null');
    return isFilter(value) ? value : null;
  } catch {
    return null;
  }
}

/** Everything that the address asks of a list, as one filter; null where it asks nothing. */
export function filterOfAddress(declaration: RegisterDeclaration, search: Search): Filter | null {
  const steps = known(search.step, Object.keys(declaration.steps ?? {}));
  const times = known(search.timing, timings);
  const where = whereOf(search);
  const all: Filter[] = [
    ...(steps.length ? [{ step: steps }] : []),
    ...(times.length ? [{ timing: times }] : []),
    ...askedFields(declaration, search).flatMap((name) => {
      const [field, condition] = [declaration.fields[name], readCondition(search[fieldWord(name)])];
      const filter = field && condition ? filterOf(name, field, condition) : null;
      return filter ? [filter] : [];
    }),
    ...(where ? [where] : []),
  ];
  return all.length > 1 ? { all } : (all[0] ?? null);
}

/** Words of the address that belong to what is shown, for a saved view: filters, sorting and columns. */
export function viewOfAddress(search: Search): Search {
  return Object.fromEntries(
    Object.entries(search).filter(
      ([word]) => FIELD_WORD.test(word) || ['q', 'step', 'timing', 'where', 'sort', 'columns'].includes(word),
    ),
  );
}

/** The words that turn one view into another: what the old one had and the new one has not leaves the address. */
export function addressOfView(view: Search, now: Search): Search {
  return { ...Object.fromEntries(Object.keys(viewOfAddress(now)).map((word) => [word, ''])), ...viewOfAddress(view) };
}

/** The word of the address that asks what one filter asks; null where there is none. */
export function wordsOfOne(declaration: Pick<RegisterDeclaration, 'fields'>, filter: Filter): Search | null {
  if ('step' in filter) return { step: filter.step.join(',') };
  if ('timing' in filter) return filter.clock === undefined ? { timing: filter.timing.join(',') } : null;
  if (!('field' in filter) || 'than' in filter || 'hasAll' in filter) return null;
  const field = declaration.fields[filter.field];
  if (!field) return null;
  const word = (condition: Condition): Search => ({ [fieldWord(filter.field)]: writeCondition(condition) });
  if ('isEmpty' in filter) return word({ kind: filter.isEmpty ? 'empty' : 'filled' });
  if (!('is' in filter)) return word({ kind: 'between', from: filter.from ?? '', to: filter.to ?? '' });
  if (typeof filter.is === 'boolean') return word({ kind: 'is', values: [filter.is ? 'yes' : 'no'] });
  const values = typeof filter.is === 'string' ? [filter.is] : filter.is;
  const isPlain =
    conditionKindOf(field) === 'is' && values.length > 0 && values.every((one) => /^[^,.*-][^,.]*$/.test(one));
  return isPlain ? word({ kind: 'is', values }) : null;
}

/** Words of the address that ask what the filter asks: fields one by one where they can, the rest as `where`. */
export function addressOfFilter(declaration: RegisterDeclaration, filter: Filter | null | undefined): Search {
  if (!filter) return {};
  const words: Record<string, string> = {};
  const rest: Filter[] = [];
  for (const one of 'all' in filter ? filter.all : [filter]) {
    const found = wordsOfOne(declaration, one);
    const [word = '', text = ''] = Object.entries(found ?? {})[0] ?? [];
    if (text && words[word] === undefined) words[word] = text;
    else rest.push(one);
  }
  if (rest.length) words.where = JSON.stringify(rest.length > 1 ? { all: rest } : rest[0]);
  return words;
}
