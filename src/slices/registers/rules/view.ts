import { type Role, reachOf } from '../../identity/index.ts';
import { clockKey, fieldsOfFilter, fieldsOfMeasure, isRecordDay, type Register } from './compile.ts';
import type { Clock, DueRule, Field, RegisterDeclaration, RegisterMeasure } from './declaration.ts';
import type { Filter } from './filter.ts';
import type { Values } from './values.ts';

/** What a role sees of a register. Masked: it knows that the field is there, never what it holds. */
export type RegisterView = {
  readonly role: Role;
  /** The declaration without the fields, measures and rules that the role does not see. */
  readonly declaration: RegisterDeclaration;
  readonly open: ReadonlySet<string>;
  readonly masked: ReadonlySet<string>;
  readonly changeable: ReadonlySet<string>;
  readonly measures: ReadonlySet<string>;
  /** Whether the due day follows from fields that the role may read. */
  readonly seesDue: boolean;
};

type Sight = 'open' | 'masked' | 'hidden';

/**
 * Sight of one field by its own words. Personal data is open to who works on records of the register, or to the roles that
 * the field names; others see that it is there.
 */
function ownSight(field: Field, role: Role): Sight {
  if (field.seenBy) return field.seenBy.includes(role) ? 'open' : 'hidden';
  if (!field.isPersonal) return 'open';
  return reachOf(role, 'register.change') === null ? 'masked' : 'open';
}

const worst = (sights: readonly Sight[]): Sight =>
  sights.includes('hidden') ? 'hidden' : sights.includes('masked') ? 'masked' : 'open';

/** Sight of every field; what is computed is seen as its least visible source. */
function sightsOf(register: Register, role: Role): Map<string, Sight> {
  const sights = new Map<string, Sight>();
  for (const [name, field] of Object.entries(register.declaration.fields)) sights.set(name, ownSight(field, role));
  for (const { name, reads } of register.computed)
    sights.set(name, worst([sights.get(name) ?? 'hidden', ...reads.map((read) => sights.get(read) ?? 'hidden')]));
  return sights;
}

/** Every field that a due rule reads. */
export function fieldsOfDue(rule: DueRule | undefined): string[] {
  if (!rule) return [];
  if ('by' in rule) return [rule.by, ...Object.values(rule.cases).flatMap(fieldsOfDue), ...fieldsOfDue(rule.otherwise)];
  if ('phrase' in rule) return [rule.yearOf];
  const base = 'relativeTo' in rule ? rule.relativeTo : rule.field;
  return rule.extendedBy === undefined ? [base] : [base, rule.extendedBy];
}

/** Fields behind the days that every record has. */
export function sourcesOf(declaration: RegisterDeclaration, name: string): string[] {
  const { due, finishedOn, clocks = {} } = declaration;
  if (name === 'due-day' || name === 'first-due-day') return fieldsOfDue(due);
  const clock = Object.entries(clocks).find(([key]) => clockKey(key) === name)?.[1];
  if (clock) return sourcesOfClock(declaration, clock);
  if (name === 'finished-day') return finishedOn === undefined ? [] : [finishedOn];
  return isRecordDay(name) ? [] : [name];
}

/** Fields that a clock reads: its day, its end and the records it runs for. */
function sourcesOfClock(declaration: RegisterDeclaration, { due, finishedOn, where }: Clock): string[] {
  const named = [...fieldsOfDue(due), finishedOn, ...(where ? fieldsOfFilter(where) : [])];
  return named.flatMap((name) => (isRecordDay(name) ? sourcesOf(declaration, name) : [name]));
}

function keep<Entry>(
  entries: Readonly<Record<string, Entry>>,
  isKept: (name: string) => boolean,
): Record<string, Entry> {
  return Object.fromEntries(Object.entries(entries).filter(([name]) => isKept(name)));
}

function narrowDeclaration(declaration: RegisterDeclaration, sees: (name: string) => boolean): RegisterDeclaration {
  const { due, clocks, finishedOn, holder, unique, steps, ...rest } = declaration;
  return {
    ...rest,
    fields: keep(declaration.fields, sees),
    ...(due && fieldsOfDue(due).every(sees) ? { due } : {}),
    ...(clocks ? { clocks: keep(clocks, (name) => sourcesOf(declaration, clockKey(name)).every(sees)) } : {}),
    ...(finishedOn && sees(finishedOn) ? { finishedOn } : {}),
    ...(holder && sees(holder) ? { holder } : {}),
    ...(unique ? { unique: unique.filter((names) => names.every(sees)) } : {}),
    ...(steps
      ? {
          steps: Object.fromEntries(
            Object.entries(steps).map(([name, step]) => [
              name,
              step.needs ? { ...step, needs: step.needs.filter(sees) } : step,
            ]),
          ),
        }
      : {}),
  };
}

const views = new WeakMap<Register, Map<Role, RegisterView | null>>();

function makeView(register: Register, role: Role): RegisterView | null {
  const { declaration } = register;
  if (reachOf(role, 'register.read') === null) return null;
  if (declaration.seenBy && !declaration.seenBy.includes(role)) return null;
  const sights = sightsOf(register, role);
  const isOpen = (name: string): boolean => sights.get(name) === 'open';
  const readsOpen = (name: string): boolean => sourcesOf(declaration, name).every(isOpen);
  const measures = keep(declaration.measures ?? {}, (name) => {
    const measure = declaration.measures?.[name];
    return measure !== undefined && seesMeasure(measure, declaration.owner, readsOpen);
  });
  const names = Object.keys(declaration.fields);
  const changes = reachOf(role, 'register.change') !== null;
  const mayChange = (name: string): boolean => {
    const field = declaration.fields[name];
    return isOpen(name) && field?.kind !== 'computed' && (field?.changedBy?.includes(role) ?? true);
  };
  const seen = narrowDeclaration(declaration, (name) => sights.get(name) !== 'hidden');
  return {
    role,
    declaration: { ...seen, ...(declaration.measures ? { measures } : {}) },
    open: new Set(names.filter(isOpen)),
    masked: new Set(names.filter((name) => sights.get(name) === 'masked')),
    changeable: new Set(changes ? names.filter(mayChange) : []),
    measures: new Set(Object.keys(measures)),
    seesDue: readsOpen('due-day') && readsOpen('finished-day'),
  };
}

/** A number is shown to who may read every field that it is made of: a count of one would tell the value. */
function seesMeasure(measure: RegisterMeasure, owner: string, readsOpen: (name: string) => boolean): boolean {
  return [...fieldsOfMeasure(measure), owner].every(readsOpen);
}

/** What a role sees of a register; null where it does not see the register at all. */
export function viewOf(register: Register, role: Role): RegisterView | null {
  const known = views.get(register) ?? new Map<Role, RegisterView | null>();
  views.set(register, known);
  const made = known.has(role) ? (known.get(role) ?? null) : makeView(register, role);
  known.set(role, made);
  return made;
}

/** The first name of a filter that the role may not read, as if it did not exist; null where all may be read. */
export function findUnseen(register: Register, view: RegisterView, filter: Filter): string | null {
  const sees = (name: string): boolean => sourcesOf(register.declaration, name).every((one) => view.open.has(one));
  return fieldsOfFilter(filter).find((name) => !sees(name)) ?? null;
}

/** The values that a role sees of a record: hidden fields are not there, masked ones are empty. */
export function seenValues(view: RegisterView, values: Values): Values {
  return Object.fromEntries(
    Object.keys(view.declaration.fields)
      .filter((name) => view.declaration.fields[name]?.kind !== 'computed')
      .map((name) => [name, view.open.has(name) ? (values[name] ?? null) : null]),
  );
}

export function seenComputed(
  view: RegisterView,
  computed: Readonly<Record<string, string | null>>,
): Record<string, string | null> {
  return Object.fromEntries(
    Object.keys(view.declaration.fields)
      .filter((name) => view.declaration.fields[name]?.kind === 'computed')
      .map((name) => [name, view.open.has(name) ? (computed[name] ?? null) : null]),
  );
}
