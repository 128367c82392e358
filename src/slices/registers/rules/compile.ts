import type { Field, RegisterDeclaration, RegisterMeasure } from './declaration.ts';
import type { Filter } from './filter.ts';
import { type ComputedField, computedOf, orderComputed } from './formulas.ts';

/** Slot columns of a record that lists sort and filter by. */
export const slotNames = ['t1', 't2', 't3', 'd1', 'd2', 'd3', 'n1', 'n2', 'n3', 'n4'] as const;
export type SlotName = (typeof slotNames)[number];
/** Which field is kept in which slot. */
export type Layout = Readonly<Record<string, SlotName>>;
export type SlotKind = 't' | 'd' | 'n';

/** Days that every record has without a field: filters and periods use them by these names. */
export const recordDays = ['due-day', 'first-due-day', 'finished-day', 'created-day'] as const;
export type RecordDay = (typeof recordDays)[number];

export const isRecordDay = (name: string): name is RecordDay => (recordDays as readonly string[]).includes(name);

/** Measures that every register has: what the shelf and the totals of lists are made of. */
export const builtInMeasures: Readonly<Record<'~total' | '~open' | '~late', RegisterMeasure>> = {
  '~total': { label: { vi: 'Tổng số', en: 'Total' }, kind: 'count', periodBy: 'created-day' },
  '~open': {
    label: { vi: 'Chưa xong', en: 'Open' },
    kind: 'count',
    periodBy: 'created-day',
    where: { field: 'finished-day', isEmpty: true },
  },
  '~late': {
    label: { vi: 'Quá hạn', en: 'Overdue' },
    kind: 'count',
    periodBy: 'created-day',
    where: { timing: ['overdue'] },
  },
};

/** A declaration made ready for work. */
export type Register = {
  readonly declaration: RegisterDeclaration;
  readonly isOwn: boolean;
  readonly computed: readonly ComputedField[];
  readonly layout: Layout;
  /** Short prefix of the register's words in the index. */
  readonly scope: string;
  readonly measures: Readonly<Record<string, RegisterMeasure>>;
};

/** What kind of slot a field sorts in; null where a list is not sorted by it. */
export function slotKindOf(field: Field): SlotKind | null {
  switch (field.kind) {
    case 'text':
    case 'document':
      return 't';
    case 'day':
      return 'd';
    case 'number':
    case 'money':
    case 'percent':
    case 'instant':
    case 'yes-no':
      return 'n';
    case 'choice':
      return field.isMultiple ? null : 'n';
    case 'computed':
      return field.as === 'day' ? 'd' : 'n';
    default:
      return null;
  }
}

/** Fields in the order in which they get slots: the title, days of periods, columns, then the others. */
function byNeed({ title, fields, finishedOn, measures = {} }: RegisterDeclaration): string[] {
  const periods = Object.values(measures).map(({ periodBy }) => periodBy);
  const columns = Object.keys(fields).filter((name) => fields[name]?.isColumn);
  const first = [title, ...columns, ...periods, ...(finishedOn ? [finishedOn] : []), ...Object.keys(fields)];
  return [...new Set(first)].filter((name) => Object.hasOwn(fields, name));
}

/** Gives fields their slots; a field keeps the one that it had while its kind of slot is the same. */
export function layOut(declaration: RegisterDeclaration, before: Layout = {}): Layout {
  const layout: Record<string, SlotName> = {};
  const kindOf = (name: string): SlotKind | null => {
    const field = Object.hasOwn(declaration.fields, name) ? declaration.fields[name] : undefined;
    return field ? slotKindOf(field) : null;
  };
  for (const [name, slot] of Object.entries(before)) if (slot[0] === kindOf(name)) layout[name] = slot;
  for (const name of byNeed(declaration)) {
    if (layout[name]) continue;
    const taken = new Set(Object.values(layout));
    const free = slotNames.find((slot) => slot[0] === kindOf(name) && !taken.has(slot));
    if (free) layout[name] = free;
  }
  return layout;
}

/** @throws {RangeError} for a declaration that was not checked */
export function compileRegister(
  declaration: RegisterDeclaration,
  given: { readonly isOwn: boolean; readonly layout: Layout; readonly scope: string },
): Register {
  const computed = Object.entries(declaration.fields).flatMap(([name, field]) => {
    const one = field.kind === 'computed' ? computedOf(name, field) : null;
    return one ? [one] : [];
  });
  const ordered = orderComputed(computed);
  if ('cycle' in ordered) throw new RangeError(`cycle of computed fields: ${ordered.cycle.join(', ')}`);
  return { declaration, ...given, computed: ordered.order, measures: { ...builtInMeasures, ...declaration.measures } };
}

/** Name of the due day of a clock, in filters and beside the computed fields. */
export const clockKey = (clock: string): string => `due-day:${clock}`;

/** The clock that a name means the due day of; null for any other name. */
export const clockOf = (name: string): string | null =>
  name.startsWith('due-day:') ? name.slice('due-day:'.length) : null;

/** Every field, record day and clock that a filter reads. */
export function fieldsOfFilter(filter: Filter): string[] {
  if ('all' in filter) return filter.all.flatMap(fieldsOfFilter);
  if ('any' in filter) return filter.any.flatMap(fieldsOfFilter);
  if ('not' in filter) return fieldsOfFilter(filter.not);
  if ('step' in filter) return [];
  if ('timing' in filter) return filter.clock === undefined ? ['due-day', 'finished-day'] : [clockKey(filter.clock)];
  return 'than' in filter ? [filter.field, filter.than] : [filter.field];
}

/** Every field that a measure reads, the owner and the record's days included where they matter. */
export function fieldsOfMeasure(measure: RegisterMeasure): string[] {
  const { of, dividedBy, where, among, periodBy, byUnit, distinct, clock, kind } = measure;
  const deadline = clock === undefined ? ['due-day', 'finished-day'] : [clockKey(clock)];
  const dayNames = periodBy === 'due-day' || kind === 'lateness' ? deadline : [];
  const period = periodBy === 'due-day' ? [] : [periodBy];
  const named = [of, dividedBy, byUnit, distinct, ...period, ...dayNames].filter((name) => name !== undefined);
  return [...new Set([...named, ...(where ? fieldsOfFilter(where) : []), ...(among ? fieldsOfFilter(among) : [])])];
}
