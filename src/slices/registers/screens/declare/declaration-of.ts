import type { Clock, DueRule, Field, Filter, RegisterDeclaration, RegisterMeasure, Step, Texts } from '../../index.ts';
import type { EditedClock, EditedField, EditedMeasure, EditedRegister, EditedStep } from './edited-register.ts';

/** English may be left empty: then it says what the Vietnamese says. */
const both = ({ vi, en }: Texts): Texts => ({ vi: vi.trim(), en: en.trim() || vi.trim() });

const figure = (text: string): number | undefined => {
  const value = Number(text.trim().replace(',', '.'));
  return text.trim() === '' || Number.isNaN(value) ? undefined : value;
};

/** An object without the keys that hold nothing: a declaration says only what it means. */
function dense<Held extends object>(held: Held): Held {
  return Object.fromEntries(
    Object.entries(held).filter(
      ([, value]) => value !== undefined && value !== null && value !== false && value !== '',
    ),
  ) as Held; // the same object with fewer of its optional keys
}

const orNothing = <One>(list: readonly One[]): readonly One[] | undefined => (list.length ? list : undefined);

function partsOfKind(field: EditedField): Record<string, unknown> {
  const { kind, isMultiple } = field;
  switch (kind) {
    case 'number':
      return { decimals: figure(field.decimals), min: figure(field.min), max: figure(field.max) };
    case 'percent':
      return { decimals: figure(field.decimals), max: figure(field.max) };
    case 'choice':
      return {
        options: Object.fromEntries(field.options.map(({ key, label }) => [key, both(label)])),
        retired: orNothing(field.options.filter(({ isRetired }) => isRetired).map(({ key }) => key)),
        isMultiple,
      };
    case 'link':
      return { register: field.register, isMultiple };
    case 'computed':
      return { as: field.computedAs };
    default:
      return {};
  }
}

function fieldOf(field: EditedField): Field {
  const { kind, label, help, isRequired, isPersonal, isPublic, isColumn, seenBy, changedBy, rest } = field;
  return {
    kind,
    ...dense({
      label: both(label),
      help: help.vi.trim() ? both(help) : undefined,
      required: isRequired && kind !== 'computed',
      isPersonal,
      isPublic,
      isColumn,
      seenBy,
      changedBy,
      ...rest,
      ...partsOfKind(field),
    }),
    // Half written, it is still a formula.
    ...(kind === 'computed' ? { formula: field.formula.trim() } : {}),
  } as Field; // its parts are those of its kind: partsOfKind is complete over the closed list
}

const byKey = <One extends { readonly id: string; readonly key: string; readonly isKept: boolean }, Plain>(
  list: readonly One[],
  plain: (one: Omit<One, 'id' | 'key' | 'isKept'>) => Plain,
): Readonly<Record<string, Plain>> | undefined =>
  list.length
    ? Object.fromEntries(list.map(({ id: _id, key, isKept: _isKept, ...one }) => [key, plain(one)]))
    : undefined;

// dense() leaves out what was emptied, so that what remains is a step or a measure as a declaration has it.
const stepOf = (step: Omit<EditedStep, 'id' | 'key' | 'isKept'>): Step =>
  dense({ ...step, label: both(step.label) }) as Step;
const clockOf = (clock: Omit<EditedClock, 'id' | 'key' | 'isKept'>): Clock =>
  dense({ ...clock, label: both(clock.label) }) as Clock;
const measureOf = (measure: Omit<EditedMeasure, 'id' | 'key' | 'isKept'>): RegisterMeasure =>
  dense({ ...measure, label: both(measure.label) }) as RegisterMeasure;

/** The declaration that the editor stands for. */
export function declarationOf(edited: EditedRegister): RegisterDeclaration {
  const { key, version, group, title, owner, fields, steps, measures } = edited;
  const optional = dense({
    holder: edited.holder,
    due: edited.due ?? undefined,
    clocks: byKey(edited.clocks, clockOf),
    steps: byKey(steps, stepOf),
    firstStep: steps.length ? edited.firstStep || steps[0]?.key : '',
    finishedOn: edited.finishedOn,
    unique: orNothing(edited.unique),
    seenBy: orNothing(edited.seenBy),
    remindBefore: edited.due ? orNothing(edited.remindBefore) : undefined,
    measures: byKey(measures, measureOf),
  });
  return {
    ...edited.rest,
    key,
    version,
    name: both(edited.name),
    purpose: both(edited.purpose),
    group,
    fields: Object.fromEntries(fields.map((field) => [field.name, fieldOf(field)])),
    title,
    owner,
    ...optional,
  } as RegisterDeclaration; // dense() has left out the optional keys that hold nothing
}

function fieldsOfDue(due: DueRule | null | undefined): string[] {
  if (!due) return [];
  if ('cases' in due) return [due.by, ...Object.values(due.cases).flatMap(fieldsOfDue), ...fieldsOfDue(due.otherwise)];
  if ('phrase' in due) return [due.yearOf];
  const named = 'field' in due ? due.field : due.relativeTo;
  return due.extendedBy ? [named, due.extendedBy] : [named];
}

function fieldsOfFilter(filter: Filter | undefined): string[] {
  if (!filter) return [];
  if ('all' in filter) return filter.all.flatMap(fieldsOfFilter);
  if ('any' in filter) return filter.any.flatMap(fieldsOfFilter);
  if ('not' in filter) return fieldsOfFilter(filter.not);
  if (!('field' in filter)) return [];
  return 'than' in filter ? [filter.field, filter.than] : [filter.field];
}

function fieldsOfClocks({ clocks }: EditedRegister): string[] {
  return clocks.flatMap(({ due, finishedOn, where }) => [...fieldsOfDue(due), finishedOn, ...fieldsOfFilter(where)]);
}

/** Where a field is used: what is to be changed before it may be retired. */
export type FieldUse =
  | { readonly where: 'title' | 'owner' | 'holder' | 'due' | 'finished' | 'unique' }
  | { readonly where: 'step' | 'measure' | 'formula'; readonly label: Texts };

export function usesOfField(edited: EditedRegister, name: string): FieldUse[] {
  const named = (where: 'title' | 'owner' | 'holder' | 'due' | 'finished' | 'unique', isUsed: boolean): FieldUse[] =>
    isUsed ? [{ where }] : [];
  const word = new RegExp(`(^|[^A-Za-z0-9_])${name}($|[^A-Za-z0-9_])`);
  const usesIt = (measure: EditedMeasure): boolean =>
    [measure.of, measure.dividedBy, measure.distinct, measure.periodBy, measure.byUnit].includes(name) ||
    [...fieldsOfFilter(measure.where), ...fieldsOfFilter(measure.among)].includes(name);
  return [
    ...named('title', edited.title === name),
    ...named('owner', edited.owner === name),
    ...named('holder', edited.holder === name),
    ...named('due', [...fieldsOfDue(edited.due), ...fieldsOfClocks(edited)].includes(name)),
    ...named('finished', edited.finishedOn === name),
    ...named(
      'unique',
      edited.unique.some((group) => group.includes(name)),
    ),
    ...edited.steps
      .filter(({ needs }) => needs?.includes(name))
      .map(({ label }): FieldUse => ({ where: 'step', label })),
    ...edited.measures.filter(usesIt).map(({ label }): FieldUse => ({ where: 'measure', label })),
    ...edited.fields
      .filter((field) => field.kind === 'computed' && field.name !== name && word.test(field.formula))
      .map(({ label }): FieldUse => ({ where: 'formula', label })),
  ];
}
