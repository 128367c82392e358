import { type SQL, sql } from 'drizzle-orm';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { OFFICE_ZONE } from '../../../kernel/clock.ts';
import { clockKey, clockOf, isRecordDay, type Register, type SlotName } from '../rules/compile.ts';
import type { Filter, Timing } from '../rules/filter.ts';
import { classOfName } from '../rules/filters.ts';
import { facet, hasFacet, stepFacet, wordLexeme } from '../rules/words.ts';

/** Where a filter is asked: the register, and the day that timing goes by. */
export type Asked = { readonly register: Register; readonly today: CivilDate };

const or = (parts: readonly SQL[]): SQL => (parts.length ? sql`(${sql.join([...parts], sql` or `)})` : sql`false`);
const and = (parts: readonly SQL[]): SQL => (parts.length ? sql`(${sql.join([...parts], sql` and `)})` : sql`true`);

/**
 * Whether a value is one of a list. The list is one parameter, so that a filter of two hundred values stays one statement,
 * and a list of one is an equality, which an index keeps in order.
 */
export function isOneOf(value: SQL, list: readonly string[]): SQL {
  const [only] = list;
  if (list.length === 1 && only !== undefined) return sql`${value} = ${only}`;
  return sql`${value} = any(array(select jsonb_array_elements_text(${JSON.stringify(list)}::jsonb)))`;
}

const column = (slot: SlotName): SQL => sql.raw(`r.${slot}`);
const isComputed = ({ declaration }: Register, name: string): boolean => declaration.fields[name]?.kind === 'computed';

/** What a field holds, as text. */
function textOf(register: Register, name: string): SQL {
  return isComputed(register, name) ? sql`(r.computed ->> ${name}::text)` : sql`(r.values ->> ${name}::text)`;
}

const officeDay = (moment: SQL): SQL => sql`(${moment} at time zone ${OFFICE_ZONE})::date`;

/** The day of a field or of the record as a date; null where it is absent. */
function dayOfField(register: Register, name: string): SQL {
  if (name === 'due-day') return sql`r.due_on`;
  if (name === 'first-due-day') return sql`coalesce(r.original_due_on, r.due_on)`;
  if (name === 'finished-day') return sql`r.finished_on`;
  if (name === 'created-day') return officeDay(sql`r.created_at`);
  const text = clockOf(name) === null ? textOf(register, name) : sql`(r.computed ->> ${name}::text)`;
  return classOfName(register.declaration, name) === 'instant'
    ? officeDay(sql`${text}::timestamptz`)
    : sql`${text}::date`;
}

/** A lexeme as a tsquery reads it. */
const quoted = (lexeme: string): string => `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

/** Words and facets that must be there, in one look into the index. */
function holding(query: string): SQL {
  return sql`r.words @@ ${query}::tsquery`;
}

/** The part of the word index that a search asks for: every word whole, the last one as a beginning. */
export function searchQuery({ scope }: Register, typed: readonly string[]): string {
  const words = typed.map((word, place) => quoted(wordLexeme(scope, word)) + (place === typed.length - 1 ? ':*' : ''));
  return words.join(' & ');
}

/** A filter that the facets answer, as a query of the word index; null for any other. */
function facetQuery({ register }: Asked, filter: Filter): string | null {
  const { scope, declaration } = register;
  if ('step' in filter) {
    return filter.step.length ? `(${filter.step.map((step) => quoted(stepFacet(scope, step))).join(' | ')})` : null;
  }
  if (!('field' in filter) || !hasFacet(declaration, filter.field)) return null;
  if ('hasAll' in filter) return filter.hasAll.map((one) => quoted(facet(scope, filter.field, one))).join(' & ');
  if (!('is' in filter)) return null;
  const wanted = [filter.is].flat().map(String);
  return wanted.length ? `(${wanted.map((one) => quoted(facet(scope, filter.field, one))).join(' | ')})` : null;
}

function timingCondition(due: SQL, finished: SQL, timing: Timing, today: CivilDate): SQL {
  switch (timing) {
    case 'untimed':
      return sql`${due} is null`;
    case 'early':
      return sql`${finished} < ${due}`;
    case 'on-time':
      return sql`${finished} = ${due}`;
    case 'late':
      return sql`${finished} > ${due}`;
    case 'in-time':
      return sql`(${finished} is null and ${due} >= ${today}::date)`;
    case 'overdue':
      return sql`(${finished} is null and ${due} < ${today}::date)`;
  }
}

function timings({ register, today }: Asked, { timing, clock }: Extract<Filter, { timing: unknown }>): SQL {
  const known = clock === undefined ? undefined : register.declaration.clocks?.[clock];
  const due = known ? sql`(r.computed ->> ${clockKey(clock ?? '')}::text)::date` : sql`r.due_on`;
  const finished = known ? dayOfField(register, known.finishedOn) : sql`r.finished_on`;
  return or(timing.map((one) => timingCondition(due, finished, one, today)));
}

/** The slot of a field where its class of values is kept in one as it is. */
export function slotFor({ layout, declaration }: Register, name: string): SlotName | null {
  const slot = isRecordDay(name) ? undefined : layout[name];
  const kind = classOfName(declaration, name);
  return slot && (kind === 'number' || kind === 'day' || kind === 'instant') ? slot : null;
}

const ABSENT = { d: sql`'infinity'::date`, n: sql`'NaN'::numeric`, t: sql`chr(1114111)` } as const;

function boundOf(register: Register, name: string, bound: string): SQL {
  const kind = classOfName(register.declaration, name);
  if (kind === 'day') return sql`${bound}::date`;
  if (kind === 'number') return sql`${bound}::numeric`;
  return sql`${String(Temporal.Instant.from(bound).epochMilliseconds)}::numeric`;
}

function orderedValue(register: Register, name: string): SQL {
  const kind = classOfName(register.declaration, name);
  if (kind === 'day') return dayOfField(register, name);
  if (kind === 'number') return sql`${textOf(register, name)}::numeric`;
  return sql`extract(epoch from ${textOf(register, name)}::timestamptz) * 1000`;
}

function range({ register }: Asked, filter: { field: string; from?: string; to?: string }): SQL {
  const { field, from, to } = filter;
  const slot = slotFor(register, field);
  const value = slot ? column(slot) : orderedValue(register, field);
  const parts: SQL[] = [];
  if (from !== undefined) parts.push(sql`${value} >= ${boundOf(register, field, from)}`);
  if (to !== undefined) parts.push(sql`${value} <= ${boundOf(register, field, to)}`);
  const kind = slot?.[0];
  if (kind === 'd' || kind === 'n') parts.push(sql`${value} < ${ABSENT[kind]}`);
  else if (parts.length === 0) parts.push(sql`${value} is not null`);
  return and(parts);
}

function comparison({ register }: Asked, { field, op, than }: Extract<Filter, { than: string }>): SQL {
  const sign = sql.raw(op);
  const kinds = [field, than].map((name) => classOfName(register.declaration, name));
  if (kinds.every((kind) => kind === 'number') || kinds.every((kind) => kind === 'instant'))
    return sql`${orderedValue(register, field)} ${sign} ${orderedValue(register, than)}`;
  return sql`${dayOfField(register, field)} ${sign} ${dayOfField(register, than)}`;
}

function equality({ register }: Asked, name: string, is: string | boolean | readonly string[]): SQL {
  const wanted = [is].flat().map(String);
  if (isRecordDay(name)) return isOneOf(sql`${dayOfField(register, name)}::text`, wanted);
  const field = register.declaration.fields[name];
  if (field?.kind === 'document') return isOneOf(sql`(r.values -> ${name}::text ->> 'number')`, wanted);
  if (field?.kind === 'files')
    return sql`exists (select 1 from jsonb_array_elements_text(case when jsonb_typeof(r.values -> ${name}::text) = 'array'
      then r.values -> ${name}::text else '[]'::jsonb end) one where ${isOneOf(sql`one`, wanted)})`;
  return isOneOf(textOf(register, name), wanted);
}

function fieldCondition(asked: Asked, filter: Extract<Filter, { field: string }>): SQL {
  const { register } = asked;
  if ('isEmpty' in filter) {
    const value = isRecordDay(filter.field) ? dayOfField(register, filter.field) : textOf(register, filter.field);
    return filter.isEmpty ? sql`${value} is null` : sql`${value} is not null`;
  }
  if ('hasAll' in filter) return and(filter.hasAll.map((one) => equality(asked, filter.field, one)));
  if ('is' in filter) {
    if (filter.field === register.declaration.owner) return isOneOf(sql`r.unit_id`, [filter.is].flat().map(String));
    return equality(asked, filter.field, filter.is);
  }
  return 'than' in filter ? comparison(asked, filter) : range(asked, filter);
}

/** As `facetQuery`; the unit that records belong to has a column and an index of its own. */
export function wordsOfPart(asked: Asked, part: Filter): string | null {
  return 'field' in part && part.field === asked.register.declaration.owner ? null : facetQuery(asked, part);
}

/** A settled filter as a condition on `register_record r`. */
export function conditionOf(asked: Asked, filter: Filter): SQL {
  if ('all' in filter) return and(filter.all.map((part) => conditionOf(asked, part)));
  if ('any' in filter) return or(filter.any.map((part) => conditionOf(asked, part)));
  if ('not' in filter) return sql`(${conditionOf(asked, filter.not)}) is not true`;
  if ('timing' in filter) return timings(asked, filter);
  const query = wordsOfPart(asked, filter);
  if (query !== null) return holding(query);
  return 'step' in filter ? sql`false` : fieldCondition(asked, filter);
}

/** The parts of a filter that must all be true. */
export function flatten(filter: Filter): Filter[] {
  return 'all' in filter ? filter.all.flatMap(flatten) : [filter];
}

/** Whether the word index is asked at all. */
export const asksWords = (asked: Asked, filter: Filter, typed: readonly string[]): boolean =>
  typed.length > 0 || flatten(filter).some((part) => wordsOfPart(asked, part) !== null);

/** A filter and a search as conditions, everything that the word index answers in one of them. */
export function conditionsOf(asked: Asked, filter: Filter, typed: readonly string[]): SQL[] {
  const queries = typed.length ? [searchQuery(asked.register, typed)] : [];
  const rest: SQL[] = [];
  for (const part of flatten(filter)) {
    const query = wordsOfPart(asked, part);
    if (query === null) rest.push(conditionOf(asked, part));
    else queries.push(query);
  }
  return queries.length ? [holding(queries.join(' & ')), ...rest] : rest;
}
